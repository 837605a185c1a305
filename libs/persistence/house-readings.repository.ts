import type { EntityManager } from 'typeorm';
import { Conflict, NotFound } from '../domain/errors.js';
import type { ConfirmedReading, HouseScope, ProposedReading, TextRef } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import { HouseReadingEntity } from './entities/index.js';

/** Readings of unclear rules: the house's stream says who proposed and who confirmed, the table is derived from it. */
export class HouseReadingRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. @throws Conflict `reading-already-proposed` */
  async propose(id: string, proposed: ProposedReading, evidence: TextRef, by: string, act: Act): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    const [scopeKind, scopeOf] = columnsOf(proposed.scope);
    const { rule, reading } = proposed;
    const place = { rule, scopeKind, scopeOf };
    const open = await this.manager.findOneBy(HouseReadingEntity, { ...place, state: 'proposed' });
    if (open) {
      throw new Conflict(
        'reading-already-proposed',
        'A reading of this rule is proposed and waits for a second person',
        {
          readingId: open.id,
          remedy: 'Confirm or reject that one first.',
        },
      );
    }
    const { actor, commandId, now, validOn } = act;
    const data = { readingId: id, ...proposed, evidence };
    await append(this.manager, houseStream, head, now, [
      { type: 'reading-proposed', v: 1, validOn, actor, commandId, data },
    ]);
    await this.manager.insert(HouseReadingEntity, {
      id,
      ...place,
      reading,
      evidence: evidence as never,
      proposedBy: by,
      proposedSeq: head.seq + 1,
    });
  }

  /** The one that waits under this id. @throws NotFound `reading-not-found`, Conflict `reading-already-decided` */
  async proposed(id: string): Promise<HouseReadingEntity> {
    const found = await this.manager.findOne(HouseReadingEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!found) throw new NotFound('reading-not-found', 'There is no such reading', { readingId: id });
    if (found.state === 'proposed') return found;
    throw new Conflict('reading-already-decided', `The reading is ${found.state}`, {
      readingId: id,
      state: found.state,
      remedy: 'Propose a new reading.',
    });
  }

  /** Confirms or rejects. @returns the entry of the house's stream */
  async decide(reading: HouseReadingEntity, state: 'confirmed' | 'rejected', by: string, act: Act): Promise<number> {
    const head = await lockHead(this.manager, houseStream);
    const { rule, scopeKind, scopeOf } = reading;
    const { actor, commandId, now, validOn } = act;
    const data = { readingId: reading.id, proposedBy: reading.proposedBy };
    await append(this.manager, houseStream, head, now, [
      { type: `reading-${state}`, v: 1, validOn, actor, commandId, data },
    ]);
    if (state === 'confirmed') {
      const before = { rule, scopeKind, scopeOf, state: 'confirmed' as const };
      await this.manager.update(HouseReadingEntity, before, { state: 'superseded' });
    }
    const seq = head.seq + 1;
    await this.manager.update(HouseReadingEntity, { id: reading.id }, { state, decidedBy: by, decidedSeq: seq });
    return seq;
  }

  list(): Promise<HouseReadingEntity[]> {
    return this.manager.find(HouseReadingEntity, { order: { proposedSeq: 'ASC' } });
  }

  /** Open licenses without any reading of a rule that is settled for all, or for their authority. At most 1,000. */
  async unheard(): Promise<string[]> {
    const rows = (await this.manager.query(
      `select distinct v.license_id as "licenseId"
         from paizhao.house_readings r
         join paizhao.license_view v
           on not v.ended and (r.scope_kind = 'installation' or (r.scope_kind = 'authority' and r.scope_of = v.authority))
         join paizhao.snapshots s on s.license_id = v.license_id
        where r.state = 'confirmed' and r.reading is not null and s.state #> array['readings', r.rule] is null
        order by 1 limit 1000`,
    )) as { licenseId: string }[];
    return rows.map(({ licenseId }) => licenseId);
  }

  /** All that holds now. */
  async confirmed(): Promise<ConfirmedReading[]> {
    const rows = await this.manager.find(HouseReadingEntity, {
      where: { state: 'confirmed' },
      order: { decidedSeq: 'ASC' },
    });
    return rows.map((row) => ({
      rule: row.rule,
      reading: row.reading,
      scope: scopeOf(row),
      houseSeq: row.decidedSeq ?? 0,
    }));
  }
}

export function scopeOf({ scopeKind, scopeOf: of }: HouseReadingEntity): HouseScope {
  switch (scopeKind) {
    case 'installation':
      return { kind: 'installation' };
    case 'authority':
      return { kind: 'authority', authority: of };
    case 'license':
      return { kind: 'license', licenseId: of };
    default:
      return scopeKind satisfies never;
  }
}

function columnsOf(scope: HouseScope): [kind: HouseScope['kind'], of: string] {
  switch (scope.kind) {
    case 'installation':
      return ['installation', ''];
    case 'authority':
      return ['authority', scope.authority];
    case 'license':
      return ['license', scope.licenseId];
    default:
      return scope satisfies never;
  }
}
