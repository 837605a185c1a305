import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { type AsOf, changesBetween, type LicenseEntry, type Principal } from '../../../libs/domain/index.js';
import type { Envelope } from '../../../libs/ledger/envelope.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { type ToldEntry, toldEntry } from '../history/told-entry.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { licenseChangesAnswer } from '../schemas/as-of.js';
import { exampleValues } from '../schemas/example-values.js';
import { civilDate, type LicensePath, licensePath } from '../schemas/fields.js';
import { answeredAt } from './answered.js';
import { AskedQuestions, Reason, TakesReason } from './asked-questions.js';
import { LicensesAsOf, type LookedBack, type SentNotice } from './licenses-as-of.js';
import { canonicalAddress, positions, settled, times } from './question.js';

const knownOn = (side: string, description: string) =>
  times.knownOn.meta({ description: `${side}: ${description}`, examples: [exampleValues.today] });

const asked = z
  .strictObject({
    from: civilDate.meta({ description: 'What was true on this day …' }),
    to: civilDate.meta({ description: '… and what on this one' }),
    fromKnownOn: knownOn('The earlier one', 'as known then (a day or an instant); at the end of `from` if left out'),
    toKnownOn: knownOn('The later one', 'as known then (a day or an instant); at the end of `to` if left out'),
    at: positions(3).meta({ examples: ['12.4.33'] }),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['from'],
    error: 'the window ends before it begins',
    params: { code: 'window-reversed', remedy: 'Give a first day that does not lie after the second one.' },
  });
type Asked = z.output<typeof asked>;

/** What changed of a license between two days, who did it, and why. */
@ApiTags('audit')
@Controller('licenses/:id')
export class LicenseChangesController {
  constructor(
    private readonly licenses: LicenseReader,
    private readonly past: LicensesAsOf,
    private readonly questions: AskedQuestions,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('state-changes')
  @TakesReason()
  @ReadEndpoint(
    'read-state',
    'What changed between two days: entries with actors and reasons, facts, dates, messages',
    licenseChangesAnswer,
  )
  async changes(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Query({ schema: asked }) query: Asked,
    @Reason() reason: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { context } = await this.licenses.at(id, caller);
    const { from, to, at } = query;
    const [earlier, later] = [
      settled({ validOn: from, knownOn: query.fromKnownOn ?? from }, context.now, caller),
      settled({ validOn: to, knownOn: query.toKnownOn ?? to }, context.now, caller),
    ];
    const [before, after] = await this.past.both(id, [earlier, later], at, caller);
    const canonical = canonicalOf(id, earlier, later, after);
    await this.questions.record(caller, { question: 'license-changes', subject: id, address: canonical }, reason);
    const { came, went, facts, obligations } = changesBetween(before && standpoint(before), standpoint(after));
    const answer = {
      licenseId: id,
      from: earlier,
      to: later,
      canonical,
      position: after.position,
      simulated: after.past.state.simulated,
      entries: came.map(told),
      withdrawn: went.map(told),
      facts,
      obligations,
      notices: newsOf(before, after),
    };
    return answeredAt(response, await this.disclosure.to(caller, answer));
  }
}

function canonicalOf(id: string, from: AsOf, to: AsOf, { position: { at } }: LookedBack): string {
  return canonicalAddress(`/licenses/${id}/state-changes`, {
    ...{ from: from.validOn, fromKnownOn: from.knownOn, to: to.validOn, toKnownOn: to.knownOn },
    at,
  });
}

const standpoint = ({ past, agenda, asOf }: LookedBack) => ({ past, agenda, today: asOf.validOn });

/** The stream's own rows, as they were read. */
const told = (entry: LicenseEntry): ToldEntry => toldEntry(entry as unknown as Envelope);

function newsOf(before: LookedBack | null, after: LookedBack): SentNotice[] {
  const known = new Set(before?.notices.map(({ key, state }) => `${key} ${state}`));
  return after.notices.filter(({ key, state }) => !known.has(`${key} ${state}`));
}
