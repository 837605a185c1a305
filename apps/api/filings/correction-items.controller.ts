import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Filing, itemsByRound, type Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { type FilingPath, filingPath } from '../schemas/fields.js';
import { correctionItemsAnswer, type ItemPath, itemAnswer, itemPassing, itemPath } from '../schemas/papers.js';
import { FilingsService } from './filings.service.js';

/** The points of correction notices: what was sent back, what answers it, who did that and when. */
@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId/correction-items')
export class CorrectionItemsController {
  constructor(
    private readonly commands: CommandService,
    private readonly filings: FilingsService,
    private readonly disclosure: Disclosure,
  ) {}

  @Get()
  @ReadEndpoint('read-licenses', 'What the authority asked for, round by round, and its answers', correctionItemsAnswer)
  async list(
    @Caller() caller: Principal,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
  ): Promise<object> {
    const { filing } = await this.filings.find(id, filingId, caller);
    return this.disclosure.to(caller, { licenseId: id, filingId, rounds: roundsOf(filing) });
  }

  @Post(':itemId/answer')
  @CommandEndpoint('answer-correction', 'Answer an item that names no material in words')
  answer(
    @AskedBy() asker: Asker,
    @Param({ schema: itemPath }) { id, ...item }: ItemPath,
    @Body({ schema: itemAnswer }) body: z.output<typeof itemAnswer>,
  ): Promise<CommandAnswer> {
    const asked = { act: 'answer-correction-item' as const, ...item, ...body };
    return this.commands.run(asker, id, asked, async ({ today, text }) => ({
      type: 'answer-correction-item',
      validOn: body.validOn ?? today,
      data: { ...item, text: await text(body.text) },
    }));
  }

  @Post(':itemId/passing-over')
  @CommandEndpoint('answer-correction', 'Come again without an answer to an item, for a reason')
  passOver(
    @AskedBy() asker: Asker,
    @Param({ schema: itemPath }) { id, ...item }: ItemPath,
    @Body({ schema: itemPassing }) body: z.output<typeof itemPassing>,
  ): Promise<CommandAnswer> {
    const asked = { act: 'pass-over-correction-item' as const, ...item, ...body };
    return this.commands.run(asker, id, asked, async ({ today, text }) => ({
      type: 'pass-over-correction-item',
      validOn: body.validOn ?? today,
      data: { ...item, reason: await text(body.reason) },
    }));
  }
}

function roundsOf(filing: Filing): object[] {
  return itemsByRound(filing).flatMap(({ round, items }) => {
    const correction = filing.rounds.find((each) => each.round === round)?.correction;
    if (!correction) return [];
    const { noticedOn, dueOn, number } = correction;
    return [{ round, noticedOn, dueOn, number, items }];
  });
}
