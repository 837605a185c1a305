import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Principal, proposable } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { correctionsAnswer } from '../schemas/answers.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import * as bodies from '../schemas/license.js';

/** Mistaken entries: the entry stays, a new one names it, and two persons answer for that. */
@ApiTags('licenses')
@Controller('licenses/:id/corrections')
export class CorrectionsController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
  ) {}

  @Get()
  @ReadEndpoint('read-licenses', 'Days on record that may be corrected, and corrections that wait', correctionsAnswer)
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    return {
      licenseId: id,
      entries: proposable(state).map(({ seq, member, value }) => ({ seq, member, value })),
      proposed: Object.values(state.proposedCorrections),
    };
  }

  @Post()
  @CommandEndpoint('propose-correction', 'Say that an entry names a wrong day')
  propose(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.correctionProposal }) body: z.output<typeof bodies.correctionProposal>,
  ): Promise<CommandAnswer> {
    const { validOn, ...data } = body;
    return this.commands.run(asker, id, { act: 'propose-correction', ...body }, async ({ today, text }) => ({
      type: 'propose-correction',
      validOn: validOn ?? today,
      data: { ...data, reason: await text(data.reason) },
    }));
  }

  @Post('approval')
  @CommandEndpoint('approve-correction', 'Agree, as a second person: from here on the corrected day holds')
  approve(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.correctionApproval }) { validOn, ...data }: z.output<typeof bodies.correctionApproval>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'approve-correction', validOn, data);
  }
}
