import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { LicenseReader } from '../runtime/license-reader.js';
import * as bodies from '../schemas/conduct.js';
import { operationsAnswer } from '../schemas/conduct-answers.js';
import { type LicensePath, licensePath, type OperationPath, operationPath } from '../schemas/fields.js';
import { operationsTold } from './operations-told.js';

/** Where services run, and what it may cost to run one without a right. */
@ApiTags('operations')
@Controller('licenses/:id')
export class OperationsController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
  ) {}

  @Get('operations')
  @ReadEndpoint(
    'read-licenses',
    'Where services run, when they had no right to, and what that may cost by which rule',
    operationsAnswer,
  )
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    return operationsTold(await this.licenses.at(id, caller));
  }

  @Post('operations')
  @CommandEndpoint('record-operation', 'Record that a service runs in a province; without a right it raises an alarm')
  start(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.operationStart }) body: z.output<typeof bodies.operationStart>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'start-operation', ...body }, async ({ optionalText }) => ({
      type: 'start-operation',
      validOn: body.startedOn,
      data: { ...body, evidence: await optionalText(body.evidence) },
    }));
  }

  @Post('operations/:operationId/stop')
  @CommandEndpoint('record-operation', 'Record that a service stopped in a province')
  stop(
    @AskedBy() asker: Asker,
    @Param({ schema: operationPath }) { id, operationId }: OperationPath,
    @Body({ schema: bodies.operationStop }) body: z.output<typeof bodies.operationStop>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'stop-operation', operationId, ...body }, async ({ optionalText }) => ({
      type: 'stop-operation',
      validOn: body.stoppedOn,
      data: { operationId, ...body, evidence: await optionalText(body.evidence) },
    }));
  }

  @Post('operations/:operationId/correction')
  @CommandEndpoint(
    'correct-operation',
    'Propose other days of a service, or to take back what was entered by mistake; a second person approves it as a correction of `period`',
  )
  correct(
    @AskedBy() asker: Asker,
    @Param({ schema: operationPath }) { id, operationId }: OperationPath,
    @Body({ schema: bodies.operationCorrection }) body: z.output<typeof bodies.operationCorrection>,
  ): Promise<CommandAnswer> {
    const asked = { act: 'correct-operation', operationId, ...body } as const;
    return this.commands.run(asker, id, asked, async ({ today, text }) => ({
      type: 'correct-operation',
      validOn: body.validOn ?? today,
      data: { operationId, period: body.period, reason: await text(body.reason) },
    }));
  }

  @Post('income')
  @CommandEndpoint('record-operation', 'State what the license earned without a right to; the exposure follows it')
  income(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.income }) body: z.output<typeof bodies.income>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'state-income', ...body }, async ({ optionalText }) => ({
      type: 'state-income',
      validOn: body.asOf,
      data: { ...body, evidence: await optionalText(body.evidence) },
    }));
  }
}
