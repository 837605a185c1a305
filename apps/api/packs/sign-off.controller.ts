import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint } from '../commands/command-answer.js';
import { type FilingPath, filingPath } from '../schemas/fields.js';
import { signOff } from '../schemas/filing.js';
import { PacksService } from './packs.service.js';

/** The sign-off of a pack, with which its archive is put together for good. */
@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId')
export class SignOffController {
  constructor(
    private readonly commands: CommandService,
    private readonly packs: PacksService,
  ) {}

  @Post('sign-off')
  @CommandEndpoint('sign-off-pack', 'Sign the pack of materials off; never by a person who prepared it')
  async signOff(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) at: FilingPath,
    @Body({ schema: signOff }) { validOn, ...data }: z.output<typeof signOff>,
  ): Promise<CommandAnswer> {
    const { filingId } = at;
    const answer = await this.commands.record(asker, at.id, 'sign-off-pack', validOn, { filingId, ...data });
    const signed = answer.events.find(({ type }) => type === 'pack-signed-off');
    if (signed) await this.packs.keepSoon(at, signed.seq, asker.caller);
    return answer;
  }
}
