import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint } from '../commands/command-answer.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import * as bodies from '../schemas/license.js';

/** What people do about a notice or the duty behind it. */
@ApiTags('notices')
@Controller('licenses/:id')
export class NoticeCommandsController {
  constructor(private readonly commands: CommandService) {}

  @Post('acknowledgements')
  @CommandEndpoint('acknowledge-notice', 'Acknowledge a notice: its escalation stops, the next rung does not')
  acknowledge(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.acknowledgement }) { validOn, ...data }: z.output<typeof bodies.acknowledgement>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'acknowledge-notice', validOn, data);
  }

  @Post('snoozes')
  @CommandEndpoint('snooze-notice', 'Put a notice off, but not beyond the safe day')
  snooze(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.snooze }) { validOn, ...data }: z.output<typeof bodies.snooze>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'snooze-notice', validOn, data);
  }

  @Post('waivers')
  @CommandEndpoint('propose-waiver', 'Propose that a duty be waived; a second person decides')
  proposeWaiver(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.waiver }) body: z.output<typeof bodies.waiver>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'propose-waiver', ...body }, async ({ today, text }) => ({
      type: 'propose-waiver',
      validOn: body.validOn ?? today,
      data: { obligationId: body.obligationId, reason: await text(body.reason) },
    }));
  }

  @Post('waiver-approvals')
  @CommandEndpoint('approve-waiver', 'Approve a proposed waiver: the ladder of the duty ends')
  approveWaiver(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.waiverApproval }) { validOn, ...data }: z.output<typeof bodies.waiverApproval>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'approve-waiver', validOn, data);
  }

  @Post('operator-answers')
  @CommandEndpoint('answer-operator-question', 'Say whether the operator changes with a shareholder change')
  answerOperatorQuestion(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.operatorAnswer }) { validOn, ...data }: z.output<typeof bodies.operatorAnswer>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'answer-operator-question', validOn, data);
  }
}
