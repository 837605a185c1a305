import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { LicenseReader } from '../runtime/license-reader.js';
import * as bodies from '../schemas/conduct.js';
import { subsidiariesAnswer } from '../schemas/conduct-answers.js';
import { type LicensePath, licensePath, type SubsidiaryPath, subsidiaryPath } from '../schemas/fields.js';
import { dutyTold } from './duties-told.js';

/** Companies that use the permit with the issuer's approval. */
@ApiTags('subsidiaries')
@Controller('licenses/:id/subsidiaries')
export class SubsidiariesController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
  ) {}

  @Get()
  @ReadEndpoint('read-licenses', 'Authorized subsidiaries, and the rule about them', subsidiariesAnswer)
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    const { subsidiaries } = state.conduct;
    return { licenseId: id, seq: state.seq, subsidiaries, rule: dutyTold(context, 'authorized-subsidiaries') };
  }

  @Post()
  @CommandEndpoint('record-authority-act', 'Record a subsidiary that the issuer approved')
  authorize(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.subsidiary }) body: z.output<typeof bodies.subsidiary>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'authorize-subsidiary', body.approvedOn, body);
  }

  @Post(':subsidiaryId/end')
  @CommandEndpoint('record-authority-act', 'Record that the authorization of a subsidiary ended')
  end(
    @AskedBy() asker: Asker,
    @Param({ schema: subsidiaryPath }) { id, subsidiaryId }: SubsidiaryPath,
    @Body({ schema: bodies.ending }) body: z.output<typeof bodies.ending>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'end-subsidiary', body.endedOn, { subsidiaryId, ...body });
  }
}
