import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { coversDay, doneTasks, type Principal } from '../../../libs/domain/index.js';
import { inWords } from '../../../libs/history/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { LicenseLedger, recorded } from '../history/license-ledger.js';
import { NextPageBy } from '../http/answer-headers.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { type LicensePath, licensePath, wholeNumber, wholeNumberOr } from '../schemas/fields.js';

const page = z.strictObject({
  before: wholeNumber(1, Number.MAX_SAFE_INTEGER, {
    description: '`next` of the page before: only what was done by older entries',
    examples: [100],
  }).optional(),
  limit: wholeNumberOr(50, 1, 200),
});

const day = z.string().meta({ format: 'date' });

export const doneTasksAnswer = z
  .object({
    licenseId: z.uuid(),
    tasks: z.array(
      z.object({
        taskId: z.string().meta({ description: "The obligation's id, or that of an item of a correction" }),
        kind: z.string(),
        filingId: z.string().nullable(),
        period: z.string().nullable(),
        date: day.nullable(),
        seq: z.int().meta({ description: 'The entry by which it was done' }),
        type: z.string(),
        words: z.object({ zh: z.string(), en: z.string() }).nullable(),
        by: z.object({ kind: z.string(), id: z.string() }),
        on: day,
        recordedOn: day,
      }),
    ),
    next: z.int().nullable(),
  })
  .meta({ id: 'DoneTasks' });

/** What was to be done and is done: who did it, when, and by which entry. */
@ApiTags('portfolio')
@Controller('licenses/:id/done-tasks')
export class DoneTasksController {
  constructor(
    private readonly licenses: LicenseReader,
    private readonly ledger: LicenseLedger,
  ) {}

  @Get()
  @NextPageBy({ before: 'next' })
  @ReadEndpoint('read-history', 'Tasks that somebody has done, the newest first', doneTasksAnswer)
  async list(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Query({ schema: page }) { before, limit }: z.output<typeof page>,
  ): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    const envelopes = await this.ledger.events(id);
    const words = new Map(envelopes.map((envelope) => [envelope.seq, inWords(envelope, state.pins.pack)]));
    const done = doneTasks(id, envelopes.map(recorded))
      .filter(({ seq, recordedOn }) => (before === undefined || seq < before) && coversDay(caller.period, recordedOn))
      .reverse();
    const shown = wholeEntries(done, limit);
    const next = shown.length < done.length ? (shown.at(-1)?.seq ?? null) : null;
    return { licenseId: id, tasks: shown.map((task) => ({ ...task, words: words.get(task.seq) ?? null })), next };
  }
}

/** So many, and the rest of what the last entry did: a page ends between two entries. */
function wholeEntries<T extends { seq: number }>(tasks: readonly T[], limit: number): T[] {
  const last = tasks[limit - 1]?.seq;
  return tasks.filter(({ seq }, i) => i < limit || seq === last);
}
