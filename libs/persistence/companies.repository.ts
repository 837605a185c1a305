import type { EntityManager } from 'typeorm';
import { Conflict, InvalidInput, NotFound } from '../domain/errors.js';
import type { CompanyChange, CompanyFacts, CreditFlag, ErasureOfTexts, Scope } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { companyStream } from '../ledger/streams.js';
import { eventIdFor } from '../ledger/uuid5.js';
import type { Act } from './act.js';
import { CompanyEntity } from './entities/index.js';
import { FanOutRepository } from './fan-out.repository.js';
import { Conditions } from './portfolio-conditions.js';
import { eraseTexts } from './private-texts.repository.js';
import { isUuid } from './uuid-shape.js';

export interface CompanyFactChange {
  companyId: string;
  /** Head of the company's stream as the caller knows it. */
  expectedSeq: number;
  /** Null for facts that open no duty, such as the city. */
  change: CompanyChange | null;
  facts: Partial<CompanyFacts>;
  /** Mail people whose dates move; undefined: only where it is one license. */
  notify?: boolean | undefined;
}

export interface CompanyFlagChange {
  companyId: string;
  expectedSeq: number;
  flag: CreditFlag;
  listed: boolean;
  /** What changes of the company's facts with it. */
  facts: Partial<CompanyFacts>;
  notify?: boolean | undefined;
}

/** A company among all of them. */
export type CompanyLine = Pick<CompanyEntity, 'id' | 'seq' | 'name' | 'uscc' | 'recordedAt'> & { sortedAs: string };

/** Where a page of them ended. */
export interface CompanyPlace {
  name: string;
  companyId: string;
}

/** As the index `companies_by_name` has it: by code point, whatever the database's own order is. */
const sortedName = 'left(c.name, 200) collate "C"';

/** As of an entry of the company's stream. */
export interface FactsOfCompany {
  company: CompanyFacts;
  companySeq: number;
}

export interface RecordedFact {
  seq: number;
  /** Names the fan-out that carries it. */
  eventId: string;
  /** Licenses that will hear of it. */
  licenseIds: string[];
  /** Whether people are mailed only because a date moved. */
  notify: boolean;
}

export class CompanyUnknown extends InvalidInput {
  constructor() {
    super('company-unknown', 'there is no such company', {
      pointer: '/companyId',
      remedy: 'Register the company first (POST /companies), or look at GET /companies.',
    });
  }
}

/** Companies: their streams, appended here with an expected sequence number, and the table derived from them. */
export class CompanyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. @throws `company-exists` for a second company with the same code */
  async register(id: string, facts: CompanyFacts, act: Act): Promise<CompanyEntity> {
    const stream = companyStream(id);
    const head = await lockHead(this.manager, stream);
    if (head.seq > 0) return this.get(id);
    const { actor, commandId, now, validOn } = act;
    const inserted = (await this.manager.query(
      `insert into paizhao.companies (id, seq, name, uscc, facts, recorded_at) values ($1, 1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [id, facts.name, facts.uscc, JSON.stringify(facts), now],
    )) as unknown[];
    if (inserted.length === 0) throw await this.exists(facts.uscc);
    await append(this.manager, stream, head, now, [
      { type: 'company-registered', v: 1, validOn, actor, commandId, data: { facts } },
    ]);
    return this.get(id);
  }

  /**
   * Records a changed fact and, in the same transaction (the caller's), what every license of the company must hear.
   * @throws `company-not-found`, `company-changed-meanwhile`
   */
  async recordFact(change: CompanyFactChange, act: Act): Promise<RecordedFact> {
    const data = { change: change.change, facts: change.facts };
    return this.record(change, { type: 'company-fact-recorded', data, facts: change.facts }, act, (told) => ({
      type: 'record-company-fact',
      validOn: act.validOn,
      data: { ...data, ...told },
    }));
  }

  /** As `recordFact`, for a mark that the authorities set on the company or took from it on `act.validOn`. */
  async recordFlag(change: CompanyFlagChange, act: Act): Promise<RecordedFact> {
    const { flag, listed } = change;
    const data = { flag, on: act.validOn };
    const type = flagEvents[listed ? 'listed' : 'cleared'];
    return this.record(change, { type, data, facts: change.facts }, act, (told) => ({
      type: 'record-flag',
      validOn: act.validOn,
      data: { ...data, listed, ...told },
    }));
  }

  /** The company, as it is until the transaction ends, and whether a license of it has not ended. @throws `company-not-found` */
  async lock(companyId: string): Promise<{ company: CompanyEntity; licensed: boolean }> {
    await lockHead(this.manager, companyStream(companyId));
    const company = await this.get(companyId);
    return { company, licensed: (await this.licensesConcerned(companyId)).length > 0 };
  }

  /** Destroys texts about the company, and says so on its stream. Call within a transaction. */
  async eraseTexts(
    companyId: string,
    erasure: ErasureOfTexts,
    { actor, commandId, now, validOn }: Act,
  ): Promise<number> {
    const stream = companyStream(companyId);
    const head = await lockHead(this.manager, stream);
    const data = { what: 'texts', ...erasure };
    const [event] = await append(this.manager, stream, head, now, [
      { type: 'erased', v: 1, validOn, actor, commandId, data },
    ]);
    await eraseTexts(this.manager, erasure.refs);
    const seq = head.seq + 1;
    await this.manager.update(CompanyEntity, { id: companyId }, { seq, recordedAt: event?.recordedAt ?? now });
    return seq;
  }

  private async record(
    change: Pick<CompanyFactChange, 'companyId' | 'expectedSeq' | 'notify'>,
    told: { type: string; data: object; facts: Partial<CompanyFacts> },
    act: Act,
    command: (told: { companySeq: number; notify: boolean }) => Record<string, unknown>,
  ): Promise<RecordedFact> {
    const stream = companyStream(change.companyId);
    const head = await lockHead(this.manager, stream);
    const company = await this.get(change.companyId);
    if (head.seq !== change.expectedSeq) throw changedMeanwhile(change, head.seq);
    const { actor, commandId, now, validOn } = act;
    const [event] = await append(this.manager, stream, head, now, [
      { type: told.type, v: 1, validOn, actor, commandId, data: told.data },
    ]);
    const seq = head.seq + 1;
    const facts: CompanyFacts = { ...company.facts, ...told.facts };
    await this.manager.update(
      CompanyEntity,
      { id: change.companyId },
      { seq, facts: facts as never, name: facts.name, uscc: facts.uscc, recordedAt: event?.recordedAt ?? now },
    );
    const eventId = eventIdFor(stream, seq);
    const licenseIds = await this.licensesConcerned(change.companyId);
    const notify = change.notify ?? licenseIds.length <= 1;
    await new FanOutRepository(this.manager).spread(eventId, licenseIds, command({ companySeq: seq, notify }));
    return { seq, eventId, licenseIds, notify };
  }

  /** @throws `company-not-found` */
  async get(id: string): Promise<CompanyEntity> {
    const company = await this.find(id);
    if (!company) throw new NotFound('company-not-found', 'There is no such company.', { companyId: id });
    return company;
  }

  /** The facts with which a license begins. @throws CompanyUnknown */
  async factsOf(companyId: string): Promise<FactsOfCompany> {
    const company = isUuid(companyId) ? await this.find(companyId) : null;
    if (company) return { company: company.facts, companySeq: company.seq };
    throw new CompanyUnknown();
  }

  find(id: string): Promise<CompanyEntity | null> {
    return this.manager.findOneBy(CompanyEntity, { id });
  }

  /** By their ids. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = (await this.manager.query('select id, name from paizhao.companies where id = any($1::uuid[])', [
      ids,
    ])) as { id: string; name: string }[];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Those that each of the scopes covers, by name. A name counts as far as an index can hold it. */
  page(scopes: readonly Scope[], after: CompanyPlace | null, limit: number): Promise<CompanyLine[]> {
    const conditions = new Conditions();
    for (const { companies } of scopes) conditions.add(`c.id = any(${conditions.bind(companies)}::uuid[])`);
    if (after) {
      const [name, id] = [conditions.bind(after.name), conditions.bind(after.companyId)];
      conditions.add(`(${sortedName}, c.id) > (${name}, ${id}::uuid)`);
    }
    return this.manager.query(
      `select c.id, c.seq, c.name, c.uscc, paizhao.instant(c.recorded_at) as "recordedAt", ${sortedName} as "sortedAs"
         from paizhao.companies c where ${conditions.where}
        order by ${sortedName}, c.id limit ${conditions.bind(limit)}`,
      conditions.values,
    );
  }

  private async licensesConcerned(companyId: string): Promise<string[]> {
    const rows = (await this.manager.query(
      'select license_id from paizhao.license_view where company_id = $1 and not ended order by license_id',
      [companyId],
    )) as { license_id: string }[];
    return rows.map((row) => row.license_id);
  }

  private async exists(uscc: string): Promise<Conflict> {
    const other = await this.manager.findOneBy(CompanyEntity, { uscc });
    return new Conflict('company-exists', 'A company with this unified social credit code is registered already.', {
      companyId: other?.id,
      pointer: '/uscc',
      remedy: 'Use the company that is there, or record what changed.',
    });
  }
}

const flagEvents = { listed: 'company-flag-listed', cleared: 'company-flag-cleared' } as const;

function changedMeanwhile(change: Pick<CompanyFactChange, 'companyId' | 'expectedSeq'>, seq: number): Conflict {
  return new Conflict('company-changed-meanwhile', 'The company was changed by somebody else meanwhile.', {
    companyId: change.companyId,
    expected: change.expectedSeq,
    actual: seq,
    remedy: 'Read the company again and repeat what is still to be changed.',
  });
}
