import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { licenseStream } from '../../../libs/ledger/streams.js';
import { eventIdFor } from '../../../libs/ledger/uuid5.js';
import {
  type ChangeCursor,
  type ChangeEntry,
  ChangeRepository,
  type ChangesAsked,
} from '../../../libs/persistence/index.js';
import { Caller, principalName } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { goneWith, OpenStreams } from '../http/open-streams.js';
import { changePlace, cursorOf } from '../portfolio/cursor.js';
import { several } from '../portfolio/portfolio-filter.js';
import { wholeNumberOr } from '../schemas/fields.js';

const changesQuery = z.strictObject({
  after: changePlace.optional(),
  from: z
    .enum(['start', 'end'])
    .default('start')
    .meta({ description: 'Where a reader begins who has no place yet; `end`: with what happens from now on' }),
  limit: wholeNumberOr(200, 1, 500),
  wait: wholeNumberOr(0, 0, 25, { description: 'Seconds to wait for something new before an empty page is answered' }),
  type: several(z.string().regex(/^[a-z-]{1,60}$/)).meta({
    description: 'Types of entries, as in the history; any of them',
    examples: ['permit-issued'],
  }),
});

const change = z.object({
  id: z.uuid().meta({ description: 'The same whenever the entry is told' }),
  type: z.string().meta({ examples: ['license.permit_issued'] }),
  timestamp: z.string().meta({ format: 'date-time' }),
  data: z.object({
    licenseId: z.uuid(),
    companyId: z.uuid(),
    seq: z.int(),
    event: z.string(),
    validOn: z.string().meta({ format: 'date' }),
    recordedAt: z.string().meta({ format: 'date-time' }),
    simulated: z.boolean(),
  }),
});

export const changesAnswer = z
  .object({
    changes: z.array(change),
    next: z.string().meta({ description: 'Give it as `after`: it is the place up to which you have heard' }),
    more: z.boolean().meta({ description: 'Whether there is more to be had at once' }),
  })
  .meta({ id: 'Changes' });

type Changes = z.output<typeof changesAnswer>;

const lookEveryMs = 500;

/** What happens to licenses, in one order, for programs that keep up with it. */
@ApiTags('in and out')
@Controller('changes')
export class ChangesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly streams: OpenStreams,
  ) {}

  @Get()
  @ReadEndpoint(
    'read-changes',
    'Entries of all licenses that you may see, in one order, from a place on',
    changesAnswer,
  )
  async list(
    @Caller() caller: Principal,
    @Query({ schema: changesQuery }) { after, from, limit, wait, type }: z.output<typeof changesQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Changes> {
    const { scopes, period } = caller;
    const feed = new ChangeRepository(this.dataSource.manager);
    const begin = after ?? (from === 'end' ? await endOf(feed) : { place: 0, seq: 0 });
    const look = (place: ChangeCursor): Promise<Page> =>
      pageOf(feed, { after: place, limit, scopes, period, types: type ?? null });
    const found = await look(begin);
    if (found.changes.length > 0 || wait === 0) return answerOf(found);
    const waiting = (over: AbortSignal): Promise<Page> => waited(found, wait, look, over);
    return answerOf(await this.streams.hold(principalName(caller), goneWith(response), waiting));
  }
}

interface Page {
  changes: ChangeEntry[];
  upto: ChangeCursor;
  more: boolean;
}

async function endOf(feed: ChangeRepository): Promise<ChangeCursor> {
  while ((await feed.order()) > 0);
  return feed.end();
}

async function pageOf(feed: ChangeRepository, asked: ChangesAsked): Promise<Page> {
  const placed = await feed.order();
  const { changes, upto } = await feed.page(asked);
  const more = changes.length === asked.limit || placed > 0 || upto.place < (await feed.end()).place;
  return { changes, upto, more };
}

/** Looks again until there is something, the time is over, or nobody listens any more. */
async function waited(
  first: Page,
  seconds: number,
  look: (place: ChangeCursor) => Promise<Page>,
  over: AbortSignal,
): Promise<Page> {
  const until = performance.now() + seconds * 1_000;
  let found = first;
  while (found.changes.length === 0 && !over.aborted && performance.now() < until) {
    if (!found.more) await pause(lookEveryMs, undefined, { signal: over, ref: false }).catch(() => undefined);
    found = await look(found.upto);
  }
  return found;
}

const answerOf = ({ changes, upto: { place, seq }, more }: Page): Changes => ({
  changes: changes.map(told),
  next: cursorOf(null, String(place), String(seq)),
  more,
});

/** The body of a webhook's message, with an id of the entry in place of one of the message. */
function told({ place: _, ...data }: ChangeEntry): z.output<typeof change> {
  const { licenseId, companyId, seq, type: event, validOn, recordedAt, simulated } = data;
  return {
    id: eventIdFor(licenseStream(licenseId), seq),
    type: `license.${event.replaceAll('-', '_')}`,
    timestamp: recordedAt,
    data: { licenseId, companyId, seq, event, validOn, recordedAt, simulated },
  };
}
