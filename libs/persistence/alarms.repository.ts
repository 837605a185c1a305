import { randomUUID } from 'node:crypto';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { type AlarmChannel, AlarmEntity } from './entities/index.js';

/** Something found that should not be so. Ids and figures only. */
export interface Found {
  subject: string;
  details: Record<string, string | number>;
}

/** What the watch looked for and found of one kind. `complete`: there is no more than this of it. */
export interface Sighting {
  kind: string;
  found: Found[];
  complete: boolean;
}

/** Alarms that somebody must be told about now. */
export interface ToTell {
  raised: AlarmEntity[];
  lasting: AlarmEntity[];
  over: AlarmEntity[];
}

const dayMs = 24 * 3_600_000;
/** Where nobody was reached, the channels are tried again sooner. */
const retryMs = 10 * 60_000;

/** The alarms: raised once, told again daily while they last, told when they are over. */
export class AlarmRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Brings the alarms in line with what was found: opens, keeps, clears. A kind that could not be looked at is left as
   * it is. `now` is a UTC instant.
   */
  record(sightings: readonly Sighting[], now: string): Promise<void> {
    return this.manager.transaction(async (manager) => {
      for (const { kind, found, complete } of sightings) {
        for (const { subject, details } of found) {
          await manager.query(
            `insert into paizhao.alarms (id, kind, subject, details, raised_at) values ($1, $2, $3, $4, $5)
             on conflict (kind, subject) where cleared_at is null do update set details = excluded.details
               where alarms.details is distinct from excluded.details`,
            [randomUUID(), kind, subject, JSON.stringify(details), now],
          );
        }
        if (!complete) continue;
        await manager.query(
          `update paizhao.alarms set cleared_at = $3
            where kind = $1 and cleared_at is null and subject <> all ($2::text[])`,
          [kind, found.map(({ subject }) => subject), now],
        );
      }
    });
  }

  /** Whether such an alarm is raised and not over. */
  isRaised(kind: string, subject: string): Promise<boolean> {
    return this.manager.existsBy(AlarmEntity, { kind, subject, clearedAt: IsNull() });
  }

  /**
   * What is to be told at `now`: new ones, those last told a day ago (or to nobody but the log), and those that are
   * over since they were told.
   */
  async toTell(now: string): Promise<ToTell> {
    const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
    const since = { dayAgo: before(dayMs), justNow: before(retryMs) };
    const rows = await this.manager
      .createQueryBuilder(AlarmEntity, 'a')
      .where(
        `a.cleared_at is null and (a.last_told_at is null or a.last_told_at <= :dayAgo
           or (a.told_by = 'log' and a.last_told_at <= :justNow))`,
        since,
      )
      .orWhere('a.cleared_at is not null and a.last_told_at is not null and a.clear_told_at is null')
      .orderBy('a.raised_at')
      .addOrderBy('a.subject')
      .getMany();
    return {
      raised: rows.filter(({ clearedAt, lastToldAt }) => clearedAt === null && lastToldAt === null),
      lasting: rows.filter(({ clearedAt, lastToldAt }) => clearedAt === null && lastToldAt !== null),
      over: rows.filter(({ clearedAt }) => clearedAt !== null),
    };
  }

  /** `alarms` were told, by this channel. */
  async told({ raised, lasting, over }: ToTell, toldBy: AlarmChannel, now: string): Promise<void> {
    const ids = (alarms: AlarmEntity[]) => alarms.map(({ id }) => id);
    await this.manager.query(
      `update paizhao.alarms set last_told_at = $2, told_by = $3, tellings = tellings + 1 where id = any ($1)`,
      [ids([...raised, ...lasting]), now, toldBy],
    );
    await this.manager.query('update paizhao.alarms set clear_told_at = $2, told_by = $3 where id = any ($1)', [
      ids(over),
      now,
      toldBy,
    ]);
  }

  /** Open ones, oldest first; with `all`, the cleared ones too, newest first; those that follow the alarm `after`. */
  list({ all, after = null, limit }: { all: boolean; after?: string | null; limit: number }): Promise<AlarmEntity[]> {
    const order = all ? 'DESC' : 'ASC';
    const query = this.manager
      .createQueryBuilder(AlarmEntity, 'a')
      .orderBy({ 'a.raisedAt': order, 'a.subject': order, 'a.id': order })
      .limit(limit);
    if (!all) query.andWhere('a.clearedAt is null');
    if (after !== null)
      query.andWhere(
        `(a.raised_at, a.subject, a.id) ${all ? '<' : '>'}
         (select b.raised_at, b.subject, b.id from paizhao.alarms b where b.id = :after)`,
        { after },
      );
    return query.getMany();
  }

  /** Open ones of a kind, raised after an instant. */
  raisedAfter(kind: string, instant: string): Promise<Found[]> {
    return this.manager.find(AlarmEntity, {
      select: { subject: true, details: true },
      where: { kind, clearedAt: IsNull(), raisedAt: MoreThan(instant) },
    });
  }

  async openKinds(): Promise<string[]> {
    const rows = (await this.manager.query(
      'select distinct kind from paizhao.alarms where cleared_at is null order by kind',
    )) as { kind: string }[];
    return rows.map(({ kind }) => kind);
  }

  async countOpen(): Promise<number> {
    return this.manager.countBy(AlarmEntity, { clearedAt: IsNull() });
  }

  /** Open alarms that no person was reached about: only the log has them. */
  async untold(): Promise<number> {
    return this.manager.countBy(AlarmEntity, { clearedAt: IsNull(), toldBy: 'log' });
  }
}
