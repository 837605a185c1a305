import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { checkCompany } from '../../../libs/domain/decide/company-checks.js';
import {
  type Actor,
  type CompanyFacts,
  coversCompany,
  DomainError,
  defaultWakeWindow,
  InvalidInput,
  latestPins,
  lawOf,
  markedFacts,
  mustBeAt,
  type Scope,
  type Shareholder,
} from '../../../libs/domain/index.js';
import { commandIdFor, companyIdFor } from '../../../libs/ledger/uuid5.js';
import {
  Cipher,
  CommandRepository,
  type CompanyEntity,
  type CompanyLine,
  type CompanyPlace,
  CompanyRepository,
  type FactsOfCompany,
  mayCarryOut,
  type RecordedFact,
} from '../../../libs/persistence/index.js';
import { checkUscc } from '../../../libs/rulebook/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { CompanyUnknownHidden } from '../access/access-errors.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { CommandInFlight } from '../problems/api-errors.js';
import { LicenseClock, type Moment } from '../runtime/license-clock.js';
import { type ApiOptions, ENGINE, type Engine, LOG, OPTIONS } from '../runtime/runtime.js';
import type { ChangedFactsBody, CompanyFactBody, CompanyFactsBody, CompanyFlagBody } from '../schemas/company.js';

export interface CompanyFactAnswer {
  companyId: string;
  seq: number;
  eventId: string;
  /** Licenses that will hear of it. */
  licenses: string[];
  /** Whether people are mailed only because a date moved. */
  notify: boolean;
}

/** The company at hand, locked in a transaction, and the act that is to be put on its record. */
interface Appending {
  manager: EntityManager;
  companies: CompanyRepository;
  company: CompanyEntity;
  act: { actor: Actor; commandId: string; now: string };
  moment: Moment;
}

/** Companies: their streams are written here, in one transaction, and every license of theirs is told. */
@Injectable()
export class CompanyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly texts: PrivateTexts,
    private readonly cipher: Cipher,
    private readonly clock: LicenseClock,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(OPTIONS) private readonly options: ApiOptions,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The same key by the same principal is the same company. */
  async register(asker: Asker, body: CompanyFactsBody): Promise<{ companyId: string; seq: number }> {
    const principal = principalName(asker.caller);
    const { actor } = asker.caller;
    const companyId = companyIdFor(principal, asker.key);
    const commandId = commandIdFor(principal, companyId, asker.key);
    const moment = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      if (!(await mayCarryOut(manager, commandId))) throw new CommandInFlight();
      const commands = new CommandRepository(manager);
      const fingerprint = this.cipher.fingerprint({ act: 'create-company', ...body });
      const stored = await commands.store({
        id: commandId,
        subjectId: companyId,
        principal,
        actor,
        fingerprint,
        body: { type: 'create-company' },
      });
      if (stored.reply) return;
      const sealed = await this.sealed(manager, companyId, body, moment);
      const facts = { ...body, ...sealed, uscc: checkUscc(body.uscc).normalized } as CompanyFacts;
      check(facts, moment, '');
      await new CompanyRepository(manager).register(companyId, facts, {
        actor,
        commandId,
        now: moment.now,
        validOn: moment.today,
      });
      await commands.reply(commandId, 1, { companyId, seq: 1 });
    });
    return { companyId, seq: 1 };
  }

  /** Records what changed, and tells every license of the company. */
  async recordFact(asker: Asker, companyId: string, body: CompanyFactBody): Promise<CompanyFactAnswer> {
    const answer = await this.append(
      asker,
      companyId,
      'record-company-fact',
      body,
      async ({ manager, companies, company, act, moment }) => {
        const validOn = body.validOn ?? moment.today;
        if (validOn > moment.today) throw dayAhead('validOn', validOn, moment);
        const facts = await this.sealed(manager, companyId, body.facts, moment);
        check({ ...company.facts, ...facts }, moment, '/facts');
        return companies.recordFact(
          { companyId, expectedSeq: company.seq, change: body.change, facts, notify: body.notify },
          { ...act, validOn },
        );
      },
    );
    await this.spreadSoon(answer.eventId);
    return answer;
  }

  /** Records that the authorities put the company on a list, or took it off, and tells every license of it. */
  async recordFlag(asker: Asker, companyId: string, body: CompanyFlagBody): Promise<CompanyFactAnswer> {
    const answer = await this.append(
      asker,
      companyId,
      'record-flag',
      body,
      async ({ companies, company, act, moment }) => {
        const { flag, listed, on } = body;
        if (on > moment.today) throw dayAhead('on', on, moment);
        const facts = markedFacts(company.facts, flag, listed, on);
        const change = { companyId, expectedSeq: company.seq, flag, listed, facts, notify: body.notify };
        return companies.recordFlag(change, { ...act, validOn: on });
      },
    );
    await this.spreadSoon(answer.eventId);
    return answer;
  }

  async find(companyId: string): Promise<CompanyEntity> {
    return new CompanyRepository(this.dataSource.manager).get(companyId);
  }

  page(scopes: readonly Scope[], after: CompanyPlace | null, limit: number): Promise<CompanyLine[]> {
    return new CompanyRepository(this.dataSource.manager).page(scopes, after, limit);
  }

  /**
   * The facts with which a license begins. @throws CompanyUnknown, pointing at `/companyId`
   * @param scopes those of the caller
   */
  async factsOf(manager: EntityManager, companyId: string, scopes: readonly Scope[]): Promise<FactsOfCompany> {
    const facts = await new CompanyRepository(manager).factsOf(companyId);
    if (!coversCompany(scopes, companyId)) throw new CompanyUnknownHidden();
    return facts;
  }

  /** The rows are on record: should the start fail, IdleFanOuts does it a minute later. */
  private async spreadSoon(eventId: string): Promise<void> {
    await this.engine.gateway.startFanOut(eventId, this.options.fanOutPerSecond).catch((error: unknown) => {
      this.log.warn({ eventId, err: error }, 'fan-out not started');
    });
  }

  /** One entry of the company's stream, once per key; what it says is the caller's. */
  private append(
    asker: Asker,
    companyId: string,
    type: 'record-company-fact' | 'record-flag',
    body: object,
    entry: (at: Appending) => Promise<RecordedFact>,
  ): Promise<CompanyFactAnswer> {
    const principal = principalName(asker.caller);
    const { actor } = asker.caller;
    const id = commandIdFor(principal, companyId, asker.key);
    return this.dataSource.transaction(async (manager) => {
      if (!(await mayCarryOut(manager, id))) throw new CommandInFlight();
      const commands = new CommandRepository(manager);
      const companies = new CompanyRepository(manager);
      const moment = this.clock.now(await simulatedOffset(manager, companyId));
      const company = await companies.get(companyId);
      const fingerprint = this.cipher.fingerprint({ act: type, ...body });
      const stored = await commands.store({ id, subjectId: companyId, principal, actor, fingerprint, body: { type } });
      if (stored.reply) return stored.reply as unknown as CompanyFactAnswer;
      mustBeAt(company.seq, asker.expected);
      const act = { actor, commandId: id, now: moment.now };
      const recorded = await entry({ manager, companies, company, act, moment });
      const { seq, eventId, licenseIds: licenses, notify } = recorded;
      const answer = { companyId, seq, eventId, licenses, notify };
      await commands.reply(id, seq, answer);
      return answer;
    });
  }

  /** Names of persons are put aside and claimed at once: the event that refers to them is in the same transaction. */
  private async sealed(
    manager: EntityManager,
    companyId: string,
    body: ChangedFactsBody | CompanyFactsBody,
    { now }: Moment,
  ): Promise<Partial<CompanyFacts>> {
    const texts = this.texts.within(manager);
    const { legalRepresentative, shareholders, ...plain } = body;
    const facts: Partial<CompanyFacts> = { ...plain };
    if (legalRepresentative !== undefined) {
      facts.legalRepresentative = legalRepresentative === null ? null : await texts.add(companyId, legalRepresentative);
    }
    if (shareholders) {
      const sealed: Shareholder[] = [];
      for (const holder of shareholders) {
        sealed.push({
          ...holder,
          name: holder.kind === 'natural-person' ? await texts.add(companyId, holder.name) : holder.name,
        });
      }
      facts.shareholders = sealed;
    }
    await this.texts.claim(manager, facts, now);
    return facts;
  }
}

/** The core's own check, with its pointers turned to the request's body. */
function check(facts: CompanyFacts, { now, today }: Moment, below: string): void {
  try {
    checkCompany(facts, today, {
      law: lawOf(latestPins),
      now,
      today,
      actor: { kind: 'system', id: 'bootstrap' },
      wakeWindow: defaultWakeWindow,
    });
  } catch (error) {
    if (!(error instanceof DomainError) || typeof error.details.pointer !== 'string') throw error;
    const pointer = error.details.pointer.replace(/^\/company/, below);
    throw new DomainError(error.code, error.kind, error.message, { ...error.details, pointer });
  }
}

function dayAhead(field: 'validOn' | 'on', day: string, { today }: Moment): InvalidInput {
  return new InvalidInput('date-in-future', `${field} ${day} lies after today, ${today}`, {
    pointer: `/${field}`,
    remedy: 'Record an act on the day on which it happened, or later.',
  });
}

/** A company has no clock of its own: it is as far ahead as the farthest of its simulated licenses; 0 in production. */
async function simulatedOffset(manager: EntityManager, companyId: string): Promise<number> {
  const rows = (await manager.query(
    `select coalesce(max(clock_offset_ms), 0)::text as ahead
       from paizhao.snapshots join paizhao.license_view using (license_id) where company_id = $1`,
    [companyId],
  )) as { ahead: string }[];
  return Number(rows[0]?.ahead ?? 0);
}
