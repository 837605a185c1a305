import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { type FileAnswer, KnownAgain, ReadEndpoint } from '../commands/command-answer.js';
import { isKnown } from '../http/answer-headers.js';
import { sendBytes } from '../http/send-file.js';
import { tagOf } from '../http/versions.js';
import { inOrder, queryFields } from '../portfolio/portfolio-filter.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { type ApiOptions, OPTIONS } from '../runtime/runtime.js';
import { answeredAt } from './answered.js';
import { type AskedQuestion, AskedQuestions } from './asked-questions.js';
import { LicenseList, type ListQuestion } from './license-list.js';
import { PositionUnknown } from './past-streams.js';
import { canonicalAddress, positions, settled, times } from './question.js';

const asked = inOrder(
  z.strictObject({
    ...times,
    at: positions(1).meta({ examples: ['120'] }),
    skipped: z
      .literal('present')
      .optional()
      .meta({
        description:
          'Licenses whose time was skipped are told as of their own newest entry, and of its day where `validOn` is the day of `knownOn`; as an answer names it that was asked without `knownOn`',
        examples: ['present'],
      }),
    ...queryFields,
    slackFrom: queryFields.slackFrom.meta({
      description: 'Days from the day asked about to the last safe day of what pressed most, at least; below 0: passed',
    }),
  }),
);
type Asked = z.output<typeof asked>;

/** As the description shows it: what was asked, a license shortened, how far it has come, the end. */
const listed: FileAnswer = {
  types: ['text/plain'],
  headers: ['Link'],
  example: [
    '{"question":{"canonical":"/as-of/licenses?validOn=…&knownOn=…&at=120","validOn":"…","knownOn":"…","place":120,"total":2}}',
    '{"license":{"licenseId":"…","seq":12,"companyName":"…","status":"in-review","slack":12,"ended":false,"state":"/licenses/…/state?validOn=…&knownOn=…"}}',
    '{"progress":{"done":2,"total":2}}',
    '{"end":{"licenses":1,"sha256":"5f…"}}\n',
  ].join('\n'),
};

/** Lists as of two times. */
@ApiTags('audit')
@Controller('as-of')
export class LicenseListController {
  constructor(
    private readonly lists: LicenseList,
    private readonly questions: AskedQuestions,
    private readonly clock: LicenseClock,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get('licenses')
  @TakesReason()
  @KnownAgain()
  @ReadEndpoint(
    'read-state',
    'The licenses as they were on a day and as they were known at a moment: lines of JSON with the progress, ordered by id',
    listed,
  )
  async list(
    @Caller() caller: Principal,
    @Query({ schema: asked }) query: Asked,
    @Reason() reason: string | null,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const question = await this.questionOf(query, caller);
    const { canonical } = answeredAt(response, question);
    const tag = tagOf(null, this.hashOf(canonical, caller));
    response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' }).vary('Authorization');
    await this.questions.record(caller, onRecord(question), reason);
    if (isKnown(request.get('if-none-match'), tag)) {
      response.status(304).end();
      return;
    }
    await this.lists.send(question, caller, (lines) => {
      response.type('text/plain; charset=utf-8');
      return sendBytes(response, lines);
    });
  }

  /** Where no time is given it is the wall's, and that of each license whose time was skipped its own. */
  private async questionOf(
    { at, validOn, knownOn, skipped, ...conditions }: Asked,
    caller: Principal,
  ): Promise<ListQuestion> {
    const newest = await this.lists.end(caller.scopes);
    const present = this.clock.now(0, knownOn === undefined ? null : newest.ahead).now;
    const asOf = settled({ validOn, knownOn }, present, caller);
    const skippedAtPresent = skipped !== undefined || (knownOn === undefined && newest.ahead !== null);
    const place = at?.[0] ?? newest.place;
    if (place > newest.place) throw new PositionUnknown('the change feed', place, newest.place);
    const question = { ...asOf, place, skippedAtPresent, conditions };
    return { ...question, canonical: addressOf(question) };
  }

  /** What the bytes depend on: the question, what of it the caller may see, and the release that answers. */
  private hashOf(canonical: string, { scopes, period }: Principal): string {
    const parts = [canonical, JSON.stringify({ scopes, period }), this.options.version];
    return createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22);
  }
}

function addressOf({ conditions, ...question }: Omit<ListQuestion, 'canonical'>): string {
  const { validOn, knownOn, place, skippedAtPresent } = question;
  const inText = Object.entries(conditions).map(([name, value]) => [
    name,
    Array.isArray(value) ? value : String(value),
  ]);
  return canonicalAddress('/as-of/licenses', {
    ...{ validOn, knownOn, at: String(place), skipped: skippedAtPresent ? 'present' : undefined },
    ...Object.fromEntries(inText),
  });
}

/** What somebody looks for is text of a person: kept as such, and not in the address that is on record. */
function onRecord({ conditions: { q, ...conditions }, ...question }: ListQuestion): AskedQuestion {
  const address = addressOf({ ...question, conditions });
  return { question: 'licenses', subject: null, address, search: q ?? null };
}
