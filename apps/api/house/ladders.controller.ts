import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { choosableKinds, defaultOffsets, latestPins, lawOf, type Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { MadeAt } from '../http/answer-headers.js';
import { NeedsVersion } from '../http/versions.js';
import { laddersAnswer } from '../schemas/law.js';
import { chosenLadder } from '../schemas/reminding.js';
import { RemindingService } from './reminding.service.js';

const chosen = z.object({ kind: z.string(), houseSeq: z.int() });

/** On which days before the safe day this house reminds of a kind of obligation. */
@ApiTags('notices')
@Controller('ladders')
export class LaddersController {
  constructor(
    private readonly reminding: RemindingService,
    private readonly disclosure: Disclosure,
  ) {}

  @Post()
  @MadeAt('/ladders')
  @NeedsVersion()
  @WriteEndpoint(
    'choose-house-ladder',
    'Choose the days of reminding before the safe day, for a kind of obligation; null goes back to the default. Licenses are told at the set rate',
    chosen,
  )
  choose(
    @AskedBy() asker: Asker,
    @Body({ schema: chosenLadder }) { kind, offsets, reason }: z.output<typeof chosenLadder>,
  ): Promise<z.output<typeof chosen>> {
    return this.reminding.chooseLadder(asker, { kind, offsets, reason });
  }

  @Get()
  @ReadEndpoint(
    'read-house-law',
    'For each kind with a safe day: the days of the rules, and those that the house chose',
    laddersAnswer,
  )
  async list(@Caller() caller: Principal): Promise<object> {
    const law = lawOf(latestPins);
    const { version, rows } = await this.reminding.ladders();
    const ladders = choosableKinds(law).map((kind) => {
      const row = rows.find((each) => each.kind === kind);
      const choice = row && {
        offsets: row.offsets,
        reason: row.reason,
        chosenBy: row.chosenBy,
        houseSeq: row.houseSeq,
      };
      return { kind, default: defaultOffsets(law, kind), chosen: choice ?? null };
    });
    return this.disclosure.to(caller, { version, ladders });
  }
}
