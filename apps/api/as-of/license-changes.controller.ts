import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { changesBetween, type LicenseEntry, type Principal } from '../../../libs/domain/index.js';
import { inWords, type ToldEntry, toldEntry } from '../../../libs/history/index.js';
import type { Envelope } from '../../../libs/ledger/envelope.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { withinPeriod } from '../access/period.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { licenseChangesAnswer } from '../schemas/as-of.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import { answeredAt } from './answered.js';
import { AskedQuestions } from './asked-questions.js';
import { askedAbout, LicensesAsOf, type LookedBack, type SentNotice } from './licenses-as-of.js';
import { bothSettled, canonicalOfChanges, twoTimes } from './question.js';

const asked = twoTimes(3, '12.4.33');
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
    const [earlier, later] = bothSettled(query, await this.licenses.now(id), caller);
    const [before, after] = await this.past.both(id, [earlier, later], query.at, caller);
    const canonical = canonicalOfChanges(`/licenses/${id}/state-changes`, [earlier, later], after.position.at);
    await this.questions.record(
      caller,
      { question: 'license-changes', ...askedAbout(after), address: canonical },
      reason,
    );
    const { came, went, facts, obligations } = changesBetween(before && standpoint(before), standpoint(after));
    const told = (entry: LicenseEntry) => toldByNames(entry, after.past.state.pins.pack);
    const answer = {
      licenseId: id,
      from: earlier,
      to: later,
      canonical,
      position: after.position,
      simulated: after.past.state.simulated,
      entries: withinPeriod(caller, came).map(told),
      withdrawn: withinPeriod(caller, went).map(told),
      facts,
      obligations,
      notices: newsOf(before, after),
    };
    return answeredAt(response, await this.disclosure.to(caller, answer));
  }
}

const standpoint = ({ past, agenda, asOf }: LookedBack) => ({ past, agenda, today: asOf.validOn });

/** The stream's own rows, as they were read. */
const toldByNames = (entry: LicenseEntry, packId: string): ToldEntry =>
  toldEntry(entry as unknown as Envelope, (each) => inWords(each, packId));

function newsOf(before: LookedBack | null, after: LookedBack): SentNotice[] {
  const known = new Set(before?.notices.map(({ key, state }) => `${key} ${state}`));
  return after.notices.filter(({ key, state }) => !known.has(`${key} ${state}`));
}
