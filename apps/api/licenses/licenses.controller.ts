import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  agenda,
  folding,
  type LicenseState,
  licensedFor,
  licenseStatus,
  type Principal,
  plannedRungs,
} from '../../../libs/domain/index.js';
import { SnapshotRepository } from '../../../libs/persistence/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { agendaAnswer, licenseAnswer } from '../schemas/answers.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import { Succession } from './succession.js';

@ApiTags('licenses')
@Controller('licenses')
export class LicensesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly disclosure: Disclosure,
    private readonly succession: Succession,
  ) {}

  @Get(':id')
  @ReadEndpoint('read-licenses', 'A license as it stands', licenseAnswer)
  async one(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    const snapshot = await new SnapshotRepository(this.dataSource.manager, folding).find(id);
    const wakeUp = snapshot?.wakeAt ? { at: snapshot.wakeAt, why: snapshot.wakeWhy } : null;
    return this.disclosure.to(caller, {
      ...told(state, licenseStatus(state, context.today)),
      followedBy: await this.succession.followersOf(state, caller),
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

/** The folded state as callers see it: what the license is for, lists instead of maps, and the one-word status. */
function told({ filings, attention, ...state }: LicenseState, status: string): object {
  return {
    ...state,
    ...licensedFor(state),
    status,
    needsAttention: attention.length > 0,
    attention,
    filings: Object.values(filings),
  };
}
