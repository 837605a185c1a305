import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { formatInstant, parseInstant } from '../../../libs/calendar/index.js';
import type { Principal } from '../../../libs/domain/index.js';
import type { CalendarFeedEntity } from '../../../libs/persistence/index.js';
import { AskedBy, type Asker, Caller, Public } from '../access/access.decorators.js';
import { fileContent, KnownAgain, Problems, ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { isKnown, MadeAt } from '../http/answer-headers.js';
import { authority } from '../portfolio/portfolio-filter.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';
import { exampleValues } from '../schemas/example-values.js';
import { nothing, uuid } from '../schemas/fields.js';
import { FeedCalendar } from './feed-calendar.js';
import { FeedsService } from './feeds.service.js';

const filter = {
  person: uuid.nullable().default(null).meta({ description: 'Owner, deputy or manager' }),
  owner: uuid.nullable().default(null),
  companyId: uuid.nullable().default(null),
  authority: authority.nullable().default(null).meta({ description: 'MIIT, or the code of a province such as sh' }),
  view: uuid.nullable().default(null).meta({ description: 'A saved view of yours, or a shared one' }),
};

const newFeed = z
  .strictObject({
    language: z.enum(['zh', 'en']).default('zh').meta({ description: 'Language of the events' }),
    ...filter,
    expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .meta({
    id: 'NewFeed',
    description: 'Shows the licenses that meet every condition given; all of them where none is',
    examples: [{ language: 'zh', person: exampleValues.owner }],
  });

const issued = z
  .object({ feedId: z.uuid(), url: z.string().meta({ description: 'Whoever has it can read the calendar' }) })
  .meta({ id: 'IssuedFeed' });

const feed = z
  .object({
    feedId: z.uuid(),
    personId: z.uuid().meta({ description: 'Who made it' }),
    language: z.enum(['zh', 'en']),
    person: z.uuid().nullable(),
    owner: z.uuid().nullable(),
    companyId: z.uuid().nullable(),
    authority: z.string().nullable(),
    view: z.uuid().nullable(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    lastUsedOn: z.string().nullable().meta({ description: 'Day on which it was last fetched' }),
  })
  .meta({ id: 'Feed' });

const feedPath = z.strictObject({ id: uuid });
const tokenPath = z.strictObject({ token: z.string() });

/** Dates for calendar programs. */
@ApiTags('calendar feeds')
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly calendar: FeedCalendar,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Post()
  @MadeAt('/feeds')
  @WriteEndpoint('create-feed', 'Make a calendar of dates; its address is shown this once and never again', issued)
  async issue(
    @AskedBy() asker: Asker,
    @Body({ schema: newFeed }) { expiresAt, ...asked }: z.output<typeof newFeed>,
  ): Promise<z.output<typeof issued>> {
    const until = expiresAt === null ? null : formatInstant(parseInstant(expiresAt));
    const { feedId, token } = await this.feeds.issue(asker, { ...asked, expiresAt: until });
    return { feedId, url: `${this.options.publicUrl}/feeds/${token}.ics` };
  }

  @Get()
  @ReadEndpoint('read-feeds', 'Your calendars; an administrator sees everybody’s', z.object({ feeds: z.array(feed) }))
  async list(@Caller() caller: Principal): Promise<{ feeds: z.output<typeof feed>[] }> {
    return { feeds: (await this.feeds.list(caller)).map(told) };
  }

  @Post(':id/revocation')
  @WriteEndpoint('revoke-feed', 'Revoke a calendar: its address answers no more', z.object({ feedId: z.uuid() }), 200)
  revoke(
    @AskedBy() asker: Asker,
    @Param({ schema: feedPath }) { id }: z.output<typeof feedPath>,
    @Body({ schema: nothing }) _: z.output<typeof nothing>,
  ): Promise<{ feedId: string }> {
    return this.feeds.revoke(asker, id);
  }

  /** Programs send no login: the address is the key. They ask often, and mostly nothing has changed. */
  @Get(':token.ics')
  @Public()
  @ApiOperation({ summary: 'The calendar itself (RFC 5545), by its address alone' })
  @ApiResponse({
    status: 200,
    description: 'All-day events: the safe day of each open obligation',
    content: fileContent({
      types: ['text/calendar'],
      example: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR\r\n',
    }),
  })
  @KnownAgain()
  @Problems()
  async fetch(
    @Param({ schema: tokenPath }) { token }: z.output<typeof tokenPath>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = await this.feeds.byToken(token);
    const contents = await this.calendar.contents(asked);
    response.set({ ETag: contents.etag, 'Cache-Control': 'private, max-age=300' });
    if (isKnown(request.get('if-none-match'), contents.etag)) {
      response.status(304).end();
      return;
    }
    const text = await this.calendar.text(asked, contents);
    response
      .type('text/calendar; charset=utf-8')
      .set('Content-Disposition', 'inline; filename="paizhao.ics"')
      .send(text);
  }
}

function told({ id: feedId, storedAt: createdAt, ...row }: CalendarFeedEntity): z.output<typeof feed> {
  const { personId, language, person, owner, companyId, authority, view, expiresAt, revokedAt, lastUsedOn } = row;
  const shows = { person, owner, companyId, authority, view };
  return { feedId, personId, language, ...shows, createdAt, expiresAt, revokedAt, lastUsedOn };
}
