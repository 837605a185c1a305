import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  agenda,
  folding,
  type LicenseState,
  licenseStatus,
  type Principal,
  plannedRungs,
} from '../../../libs/domain/index.js';
import { LicenseRepository, type LicenseViewEntity, SnapshotRepository } from '../../../libs/persistence/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { agendaAnswer, licenseAnswer, portfolioAnswer } from '../schemas/answers.js';
import { civilDate, type LicensePath, licensePath, uuid } from '../schemas/fields.js';
import { Succession } from './succession.js';

const statuses = [
  'preparing',
  'submitted',
  'correction',
  'in-review',
  'granted',
  'refused',
  'valid',
  'renewal-due',
  'renewal-pending',
  'window-missed',
  'deemed-renewed',
  'termination-pending',
  'suspended',
  'revoked',
  'expired',
  'cancelled',
  'closed',
] as const;

const filter = z.strictObject({
  companyId: uuid.optional(),
  status: z.enum(statuses).optional(),
  person: uuid.optional().meta({ description: 'Owner, deputy or manager' }),
  needsAttention: z.enum(['true', 'false']).optional(),
  dueBy: civilDate.optional().meta({ description: "The company's next duty falls on or before this day" }),
  after: uuid.optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

@ApiTags('licenses')
@Controller('licenses')
export class LicensesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly disclosure: Disclosure,
    private readonly succession: Succession,
  ) {}

  @Get()
  @ReadEndpoint('read-licenses', 'The portfolio, page by page', portfolioAnswer)
  async list(
    @Caller() { scopes }: Principal,
    @Query({ schema: filter }) { needsAttention, ...given }: z.output<typeof filter>,
  ): Promise<object> {
    const asked = { ...given, ...(needsAttention === undefined ? {} : { needsAttention: needsAttention === 'true' }) };
    const rows = await new LicenseRepository(this.dataSource.manager).list({ ...asked, scopes });
    const next = rows.length === given.limit ? (rows.at(-1)?.licenseId ?? null) : null;
    return { licenses: rows.map(line), next };
  }

  @Get(':id')
  @ReadEndpoint('read-licenses', 'A license as it stands', licenseAnswer)
  async one(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    const snapshot = await new SnapshotRepository(this.dataSource.manager, folding).find(id);
    const wakeUp = snapshot?.wakeAt ? { at: snapshot.wakeAt, why: snapshot.wakeWhy } : null;
    return this.disclosure.to(caller, {
      ...told(state, licenseStatus(state, context.today)),
      followedBy: await this.succession.followersOf(state),
      today: context.today,
      wakeUp,
    });
  }

  @Get(':id/agenda')
  @ReadEndpoint(
    'read-licenses',
    'What is due, each date with its proof, and the reminders planned for it',
    agendaAnswer,
  )
  async agenda(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    const rungs = plannedRungs(state, context);
    const obligations = agenda(state, context).map((obligation) => ({
      ...obligation,
      planned: rungs
        .filter(({ obligationId }) => obligationId === obligation.id)
        .map(({ rung, day, at }) => ({ rung, day, at })),
    }));
    return {
      licenseId: id,
      seq: state.seq,
      today: context.today,
      simulated: state.simulated,
      pins: state.pins,
      obligations,
    };
  }
}

/** The folded state as callers see it: lists instead of maps, and the one-word status. */
function told({ filings, attention, ...state }: LicenseState, status: string): object {
  return { ...state, status, needsAttention: attention.length > 0, attention, filings: Object.values(filings) };
}

function line(view: LicenseViewEntity): object {
  const { licenseId, seq, companyId, companyName, serviceTypes, coverage, authority, status, statusOn, filings } = view;
  const { permitNumber, permitLastDay, nextObligation, nextDate, safeDay, needsAttention, simulated, ended } = view;
  const duty = nextObligation === null ? null : { obligationId: nextObligation, date: nextDate, safeDay };
  const permit = permitNumber === null ? null : { number: permitNumber, lastDay: permitLastDay };
  return {
    licenseId,
    seq,
    companyId,
    companyName,
    serviceTypes,
    coverage,
    authority,
    status,
    statusOn,
    filings,
    permit,
    duty,
    needsAttention,
    simulated,
    ended,
  };
}
