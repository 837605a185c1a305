import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { isMet, type Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import * as bodies from '../schemas/conduct.js';
import { conditionsAnswer, dutiesAnswer } from '../schemas/conduct-answers.js';
import {
  type ConditionPath,
  conditionPath,
  type DutyPath,
  dutyPath,
  type LicensePath,
  licensePath,
} from '../schemas/fields.js';
import { dutiesTold } from './duties-told.js';

/** What is kept up under a permit: standing duties and special conditions (特别规定事项). */
@ApiTags('duties')
@Controller('licenses/:id')
export class DutiesController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('duties')
  @ReadEndpoint('read-licenses', 'Standing duties of the license by rule, and when they were confirmed', dutiesAnswer)
  async duties(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    return this.disclosure.to(caller, dutiesTold(await this.licenses.at(id, caller)));
  }

  @Post('duties/:duty/confirmations')
  @CommandEndpoint('confirm-duty', 'Confirm that a standing duty is met, such as the display of the permit number')
  confirm(
    @AskedBy() asker: Asker,
    @Param({ schema: dutyPath }) { id, duty }: DutyPath,
    @Body({ schema: bodies.dutyConfirmation }) body: z.output<typeof bodies.dutyConfirmation>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'confirm-duty', duty, ...body }, async ({ optionalText }) => {
      const place = await optionalText(body.place);
      const evidence = await optionalText(body.evidence);
      return { type: 'confirm-duty', validOn: body.on, data: { duty, on: body.on, place, evidence } };
    });
  }

  @Get('conditions')
  @ReadEndpoint('read-licenses', 'Special conditions of the permit, and whether they are met', conditionsAnswer)
  async conditions(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    const { permit, conduct, seq } = state;
    const conditions = conduct.conditions.map((condition) => ({
      ...condition,
      met: condition.kind === 'standing' ? null : permit !== null && isMet(permit, condition),
    }));
    return this.disclosure.to(caller, { licenseId: id, seq, conditions });
  }

  @Post('conditions')
  @CommandEndpoint('record-authority-act', 'Record a special condition that the permit prints (特别规定事项)')
  condition(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.specialCondition }) body: z.output<typeof bodies.specialCondition>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'record-condition', ...body }, async ({ today, text }) => {
      const { validOn = today, ...data } = body;
      return { type: 'record-condition', validOn, data: { ...data, text: await text(body.text) } };
    });
  }

  @Post('conditions/:conditionId/fulfillment')
  @CommandEndpoint('record-operation', 'Record that a special condition was met, with its evidence')
  meet(
    @AskedBy() asker: Asker,
    @Param({ schema: conditionPath }) { id, conditionId }: ConditionPath,
    @Body({ schema: bodies.conditionMet }) body: z.output<typeof bodies.conditionMet>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'meet-condition', conditionId, ...body }, async ({ text }) => ({
      type: 'meet-condition',
      validOn: body.metOn,
      data: { conditionId, metOn: body.metOn, evidence: await text(body.evidence) },
    }));
  }
}
