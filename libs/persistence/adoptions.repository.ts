import { type EntityManager, LessThan } from 'typeorm';
import { Conflict, NotFound } from '../domain/errors.js';
import type { DateImpact, Scope } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import { AdoptionEntity, AdoptionImpactEntity, type AdoptionKind } from './entities/index.js';
import { withinScopes } from './within-scopes.js';

export interface NewAdoption {
  id: string;
  kind: AdoptionKind;
  version: string;
  /** Open licenses that pin another version. */
  licenses: number;
  impactHash: string;
  impacts: readonly LicenseImpact[];
}

export interface LicenseImpact {
  licenseId: string;
  dates: DateImpact[];
}

/** How far a confirmed adoption has come. */
export interface AdoptionProgress {
  pending: number;
  done: number;
  refused: { licenseId: string; code: string | null }[];
}

const rowsAtOnce = 500;

/** Versions of the law that the house adopts: proposed with their impact, confirmed by a second person. */
export class AdoptionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. @throws Conflict `adoption-already-proposed` */
  async propose({ impacts, ...adoption }: NewAdoption, by: string, act: Act): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    const open = await this.manager.findOneBy(AdoptionEntity, { kind: adoption.kind, state: 'proposed' });
    if (open) {
      throw new Conflict('adoption-already-proposed', `${open.version} is proposed and waits for a second person`, {
        adoptionId: open.id,
        remedy: 'Confirm or reject that one first.',
      });
    }
    const { id, kind, version, licenses, impactHash } = adoption;
    const data = { adoptionId: id, kind, version, licenses, moved: impacts.length, impactHash };
    await this.record('adoption-proposed', data, head, act);
    await this.manager.insert(AdoptionEntity, {
      ...adoption,
      moved: impacts.length,
      proposedBy: by,
      proposedSeq: head.seq + 1,
    });
    for (let from = 0; from < impacts.length; from += rowsAtOnce) {
      const rows = impacts.slice(from, from + rowsAtOnce).map((impact) => ({ adoptionId: id, ...impact }));
      await this.manager.insert(AdoptionImpactEntity, rows as never);
    }
  }

  /** The one that waits under this id. @throws NotFound `adoption-not-found`, Conflict `adoption-already-decided` */
  async proposed(id: string): Promise<AdoptionEntity> {
    const found = await this.manager.findOne(AdoptionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw notFound(id);
    if (found.state === 'proposed') return found;
    throw new Conflict('adoption-already-decided', `The adoption is ${found.state}`, {
      adoptionId: id,
      state: found.state,
      remedy: 'Propose a new one.',
    });
  }

  /**
   * Confirms: the event that the licenses will hear of. @returns the entry of the house's stream
   * @param eventIdOf gives the id of an entry's event
   */
  async confirm(
    adoption: AdoptionEntity,
    { by, perSecond }: { by: string; perSecond: number | null },
    act: Act,
    eventIdOf: (seq: number) => string,
  ): Promise<string> {
    const head = await lockHead(this.manager, houseStream);
    const { id, kind, version, proposedBy, impactHash } = adoption;
    await this.record(`${kind}-adopted`, { adoptionId: id, version, proposedBy, impactHash }, head, act);
    const eventId = eventIdOf(head.seq + 1);
    await this.manager.update(
      AdoptionEntity,
      { id },
      { state: 'confirmed', decidedBy: by, decidedSeq: head.seq + 1, eventId, perSecond },
    );
    return eventId;
  }

  async reject(adoption: AdoptionEntity, by: string, act: Act): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    await this.record('adoption-rejected', { adoptionId: adoption.id }, head, act);
    await this.manager.update(
      AdoptionEntity,
      { id: adoption.id },
      { state: 'rejected', decidedBy: by, decidedSeq: head.seq + 1 },
    );
  }

  /** @throws NotFound `adoption-not-found` */
  async get(id: string): Promise<AdoptionEntity> {
    const found = await this.manager.findOneBy(AdoptionEntity, { id });
    if (!found) throw notFound(id);
    return found;
  }

  /** Of each kind the version that the house confirmed last. */
  async adopted(): Promise<string[]> {
    const rows = (await this.manager.query(
      `select distinct on (kind) version from paizhao.adoptions where state = 'confirmed' order by kind, decided_seq desc`,
    )) as { version: string }[];
    return rows.map(({ version }) => version);
  }

  /** The newest first. `before`: only those proposed by older entries of the house. */
  page(before: number | null, limit: number): Promise<AdoptionEntity[]> {
    const where = before === null ? {} : { proposedSeq: LessThan(before) };
    return this.manager.find(AdoptionEntity, { where, order: { proposedSeq: 'DESC' }, take: limit });
  }

  /** Licenses within the scopes with a date that moves, in a stable order. */
  impacts(
    adoptionId: string,
    scopes: readonly Scope[],
    { after, limit }: { after: string | null; limit: number },
  ): Promise<LicenseImpact[]> {
    const { sql, values } = withinScopes('v', scopes, 4);
    const seen = `select from paizhao.license_view v where v.license_id = i.license_id and ${sql}`;
    return this.manager.query(
      `select i.license_id as "licenseId", i.dates from paizhao.adoption_impacts i
        where i.adoption_id = $1 and ($2::uuid is null or i.license_id > $2::uuid)
          ${scopes.length === 0 ? '' : `and exists (${seen})`}
        order by i.license_id limit $3`,
      [adoptionId, after, limit, ...values],
    );
  }

  /** Of the licenses within the scopes. */
  async progress(eventId: string, scopes: readonly Scope[]): Promise<AdoptionProgress> {
    const { sql, values } = withinScopes('v', scopes, 2);
    const seen = `select from paizhao.license_view v where v.license_id = f.license_id and ${sql}`;
    const carried = `paizhao.fan_out f where f.event_id = $1 ${scopes.length === 0 ? '' : `and exists (${seen})`}`;
    const [counts] = (await this.manager.query(
      `select count(*) filter (where f.state = 'pending')::integer as pending,
              count(*) filter (where f.state = 'done')::integer as done
         from ${carried}`,
      [eventId, ...values],
    )) as { pending: number; done: number }[];
    const refused = (await this.manager.query(
      `select f.license_id as "licenseId", f.refusal_code as code from ${carried} and f.state = 'refused'
        order by f.license_id limit 1000`,
      [eventId, ...values],
    )) as AdoptionProgress['refused'];
    return { pending: counts?.pending ?? 0, done: counts?.done ?? 0, refused };
  }

  private async record(
    type: string,
    data: object,
    head: Awaited<ReturnType<typeof lockHead>>,
    { actor, commandId, now, validOn }: Act,
  ): Promise<void> {
    await append(this.manager, houseStream, head, now, [{ type, v: 1, validOn, actor, commandId, data }]);
  }
}

function notFound(adoptionId: string): NotFound {
  return new NotFound('adoption-not-found', 'There is no such adoption', { adoptionId });
}
