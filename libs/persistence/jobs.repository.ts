import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { accessStream } from '../ledger/streams.js';
import { JobEntity, type JobKind } from './entities/index.js';
import { rowsOf } from './rows.js';

export interface NewJob {
  id: string;
  kind: JobKind;
  actor: Actor;
  asked: Record<string, unknown>;
}

/** One worker's turn at one job. */
export interface ClaimedJob {
  id: string;
  kind: JobKind;
  actor: Actor;
  asked: Record<string, unknown>;
  token: string;
  attempts: number;
}

/** What was given away, to whom: an entry of the access record of the day. */
export interface AccessNote {
  type: 'licenses-exported';
  v: number;
  /** Civil day, and UTC instant, of the wall clock. */
  day: string;
  now: string;
  actor: Actor;
  commandId: string;
  data: Record<string, unknown>;
}

export interface JobEnd {
  failure?: string | null;
  outcome?: Record<string, unknown> | null;
  note?: AccessNote | null;
}

export interface JobPage {
  /** Null for everybody's. */
  actor: Actor | null;
  before: string | null;
  limit: number;
}

/** Whoever worked on it has lost it: another worker has taken it up, or it has ended. */
export class JobLost extends Error {
  constructor(id: string) {
    super(`job ${id} is another's by now`);
    this.name = 'JobLost';
  }
}

/** A worker that died loses its job after this time; one that lives says so whenever it gets on. */
const leaseSeconds = 60;
/** Between two tries of a job that met a passing fault. */
const pauseSeconds = 10;
/** A worker that dies of a job, and the next one too, is not followed by a third and fourth. */
const mostAttempts = 3;

/**
 * Work that outlasts a request. Whoever claims a job is the only one to move it on; what it was given and has made lies
 * in sealed pieces beside it, which are swept some time after it ended.
 */
export class JobRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction, with the input. The same id again changes nothing. */
  async add({ id, kind, actor, asked }: NewJob): Promise<void> {
    await this.manager.query(
      `insert into paizhao.jobs (id, kind, actor_kind, actor_id, asked) values ($1, $2, $3, $4, $5)
       on conflict (id) do nothing`,
      [id, kind, actor.kind, actor.id, JSON.stringify(asked)],
    );
  }

  find(id: string): Promise<JobEntity | null> {
    return this.manager.findOneBy(JobEntity, { id });
  }

  /** Newest first, from before the job `before` on. */
  list({ actor, before, limit }: JobPage): Promise<JobEntity[]> {
    const query = this.manager
      .createQueryBuilder(JobEntity, 'j')
      .orderBy({ 'j.storedAt': 'DESC', 'j.id': 'DESC' })
      .limit(limit);
    if (actor) query.andWhere('j.actorKind = :kind and j.actorId = :id', actor);
    if (before !== null)
      query.andWhere('(j.stored_at, j.id) < (select b.stored_at, b.id from paizhao.jobs b where b.id = :before)', {
        before,
      });
    return query.getMany();
  }

  /** Jobs of somebody that have not ended. */
  open({ kind, id }: Actor): Promise<number> {
    return this.manager
      .createQueryBuilder(JobEntity, 'j')
      .where('j.actorKind = :kind and j.actorId = :id and j.endedAt is null', { kind, id })
      .getCount();
  }

  /** One question, cheap where nothing waits: every worker asks it all the time. */
  async waiting(): Promise<boolean> {
    const rows = (await this.manager.query(
      `select exists (select from paizhao.jobs
                       where ended_at is null and (claimed_until is null or claimed_until < clock_timestamp())) as some`,
    )) as { some: boolean }[];
    return rows[0]?.some ?? false;
  }

  /** The oldest job that nobody works on; one whose worker died ends here when it has been taken up too often. */
  async claim(): Promise<ClaimedJob | null> {
    await this.manager.query(
      `update paizhao.jobs
          set state = 'failed', failure = 'job-gave-up', ended_at = clock_timestamp(), changed_at = clock_timestamp(),
              version = version + 1, claim_token = null, claimed_until = null
        where ended_at is null and attempts >= $1 and claimed_until < clock_timestamp()`,
      [mostAttempts],
    );
    const rows = rowsOf<Omit<ClaimedJob, 'actor'> & { actor_kind: Actor['kind']; actor_id: string }>(
      await this.manager.query(
        `update paizhao.jobs
            set state = 'running', attempts = attempts + 1, version = version + 1, claim_token = $1, done = 0,
                claimed_until = clock_timestamp() + make_interval(secs => $2), changed_at = clock_timestamp()
          where id = (select id from paizhao.jobs
                       where ended_at is null and (claimed_until is null or claimed_until < clock_timestamp())
                       order by stored_at, id limit 1 for update skip locked)
          returning id, kind, actor_kind, actor_id, asked, attempts, claim_token as token`,
        [randomUUID(), leaseSeconds],
      ),
    );
    const row = rows[0];
    if (!row) return null;
    const { actor_kind: kind, actor_id: actorId, ...job } = row;
    return { ...job, actor: { kind, id: actorId } as Actor };
  }

  /** Says how far it has come. @throws JobLost */
  async progress({ id, token }: ClaimedJob, done: number, total: number): Promise<void> {
    await held(
      this.manager,
      id,
      `update paizhao.jobs
          set done = $3, total = $4, changed_at = clock_timestamp(), version = version + 1
        where id = $1 and claim_token = $2 and ended_at is null returning id`,
      [id, token, done, total],
    );
  }

  /** Says that its worker lives; more often than the lease lasts. @throws JobLost */
  async beat({ id, token }: ClaimedJob): Promise<void> {
    await held(
      this.manager,
      id,
      `update paizhao.jobs set claimed_until = clock_timestamp() + make_interval(secs => $3)
        where id = $1 and claim_token = $2 and ended_at is null returning id`,
      [id, token, leaseSeconds],
    );
  }

  /**
   * Ends it, well or with the code of what went wrong; `outcome` says what is done all the same. What it gave away is
   * noted on the access record of the day with it. @throws JobLost
   */
  end({ id, token }: ClaimedJob, { failure = null, outcome = null, note = null }: JobEnd): Promise<void> {
    return this.manager.transaction(async (manager) => {
      await held(
        manager,
        id,
        `update paizhao.jobs
            set state = case when $3::text is null then 'done' else 'failed' end, failure = $3,
                outcome = coalesce($4::jsonb, outcome), ended_at = clock_timestamp(), changed_at = clock_timestamp(),
                version = version + 1, claim_token = null, claimed_until = null
          where id = $1 and claim_token = $2 and ended_at is null returning id`,
        [id, token, failure, outcome === null ? null : JSON.stringify(outcome)],
      );
      if (note) await noteAccess(manager, note);
    });
  }

  /** Gives it back unfinished, for the next worker to take up at once: this one is told to stop. */
  async release({ id, token }: ClaimedJob): Promise<void> {
    await this.manager.query(
      `update paizhao.jobs
          set state = 'queued', attempts = attempts - 1, claim_token = null, claimed_until = null,
              changed_at = clock_timestamp(), version = version + 1
        where id = $1 and claim_token = $2 and ended_at is null`,
      [id, token],
    );
  }

  /** Gives it back for another try, which counts, some time from now: what it needs may be there again by then. */
  async postpone({ id, token }: ClaimedJob): Promise<void> {
    await this.manager.query(
      `update paizhao.jobs
          set state = 'queued', claim_token = null, changed_at = clock_timestamp(), version = version + 1,
              claimed_until = clock_timestamp() + make_interval(secs => $3)
        where id = $1 and claim_token = $2 and ended_at is null`,
      [id, token, pauseSeconds],
    );
  }

  /**
   * Takes away the pieces of what ended so long ago, and what was asked: conditions may be names. That there was a job
   * stays, and for whom. @returns how many jobs
   */
  async sweep(olderThanDays: number, limit = 200): Promise<number> {
    return this.manager.transaction(async (manager) => {
      const rows = rowsOf<{ id: string }>(
        await manager.query(
          `update paizhao.jobs
              set swept_at = clock_timestamp(), version = version + 1,
                  asked = jsonb_build_object('reach', asked -> 'reach')
            where id in (select id from paizhao.jobs
                          where swept_at is null and ended_at < clock_timestamp() - make_interval(days => $1)
                          order by ended_at limit $2 for update skip locked) returning id`,
          [olderThanDays, limit],
        ),
      );
      if (rows.length > 0)
        await manager.query('delete from paizhao.job_pieces where job_id = any($1::uuid[])', [
          rows.map(({ id }) => id),
        ]);
      return rows.length;
    });
  }
}

async function noteAccess(
  manager: EntityManager,
  { day, now, actor, commandId, type, v, data }: AccessNote,
): Promise<void> {
  const stream = accessStream(day);
  const head = await lockHead(manager, stream);
  await append(manager, stream, head, now, [{ type, v, validOn: day, actor, commandId, data }]);
}

/** Does what gives a row as long as the job is its worker's. @throws JobLost */
export async function held(manager: EntityManager, id: string, sql: string, values: unknown[]): Promise<void> {
  if (rowsOf(await manager.query(sql, values)).length === 0) throw new JobLost(id);
}
