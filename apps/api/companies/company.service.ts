import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { checkCompany } from '../../../libs/domain/decide/company-checks.js';
import {
  type CompanyFacts,
  DomainError,
  defaultWakeWindow,
  InvalidInput,
  latestPins,
  lawOf,
  type Shareholder,
} from '../../../libs/domain/index.js';
import { commandIdFor, companyIdFor } from '../../../libs/ledger/uuid5.js';
import { Cipher, CommandRepository, type CompanyEntity, CompanyRepository } from '../../../libs/persistence/index.js';
import { checkUscc } from '../../../libs/rulebook/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { LicenseClock, type Moment } from '../runtime/license-clock.js';
import { type ApiOptions, ENGINE, type Engine, LOG, OPTIONS } from '../runtime/runtime.js';
import type { ChangedFactsBody, CompanyFactBody, CompanyFactsBody } from '../schemas/company.js';

export interface CompanyFactAnswer {
  companyId: string;
  seq: number;
  eventId: string;
  /** Licenses that will hear of it. */
  licenses: string[];
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
    const answer = await this.appendFact(asker, companyId, body);
    // The rows are on record: should the start fail, IdleFanOuts does it a minute later.
    await this.engine.gateway.startFanOut(answer.eventId, this.options.fanOutPerSecond).catch((error: unknown) => {
      this.log.warn({ eventId: answer.eventId, err: error }, 'fan-out not started');
    });
    return answer;
  }

  async find(companyId: string): Promise<CompanyEntity> {
    return new CompanyRepository(this.dataSource.manager).get(companyId);
  }

  list(): Promise<CompanyEntity[]> {
    return new CompanyRepository(this.dataSource.manager).list();
  }

  /** The facts with which a license begins. @throws InvalidInput `company-unknown`, pointing at `/companyId` */
  async factsOf(manager: EntityManager, companyId: string): Promise<{ company: CompanyFacts; companySeq: number }> {
    const company = await new CompanyRepository(manager).find(companyId);
    if (company) return { company: company.facts, companySeq: company.seq };
    throw new InvalidInput('company-unknown', 'there is no such company', {
      pointer: '/companyId',
      remedy: 'Register the company first (POST /companies), or look at GET /companies.',
    });
  }

  private appendFact(asker: Asker, companyId: string, body: CompanyFactBody): Promise<CompanyFactAnswer> {
    const principal = principalName(asker.caller);
    const { actor } = asker.caller;
    const id = commandIdFor(principal, companyId, asker.key);
    return this.dataSource.transaction(async (manager) => {
      const commands = new CommandRepository(manager);
      const companies = new CompanyRepository(manager);
      const moment = this.clock.now(await simulatedOffset(manager, companyId));
      const company = await companies.get(companyId);
      const fingerprint = this.cipher.fingerprint({ act: 'record-company-fact', ...body });
      const stored = await commands.store({
        id,
        subjectId: companyId,
        principal,
        actor,
        fingerprint,
        body: { type: 'record-company-fact' },
      });
      if (stored.reply) return stored.reply as unknown as CompanyFactAnswer;
      const validOn = body.validOn ?? moment.today;
      if (validOn > moment.today) throw dayAhead(validOn, moment);
      const facts = await this.sealed(manager, companyId, body.facts, moment);
      check({ ...company.facts, ...facts }, moment, '/facts');
      const recorded = await companies.recordFact(
        { companyId, expectedSeq: company.seq, change: body.change, facts },
        { actor, commandId: id, now: moment.now, validOn },
      );
      const answer = { companyId, seq: recorded.seq, eventId: recorded.eventId, licenses: recorded.licenseIds };
      await commands.reply(id, recorded.seq, answer);
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

function dayAhead(validOn: string, { today }: Moment): InvalidInput {
  return new InvalidInput('date-in-future', `validOn ${validOn} lies after today, ${today}`, {
    pointer: '/validOn',
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
