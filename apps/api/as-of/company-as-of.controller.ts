import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type AsOf, companyAsOf, NotFound, type Principal } from '../../../libs/domain/index.js';
import { companyWords, toldEntry } from '../../../libs/history/index.js';
import { CompanyRepository } from '../../../libs/persistence/index.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { withinPeriod } from '../access/period.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { knownCompanyAnswer } from '../schemas/as-of.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { answeredAt } from './answered.js';
import { AskedQuestions } from './asked-questions.js';
import { PastStreams } from './past-streams.js';
import { canonicalAddress, positions, settled, times } from './question.js';

const companyPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.company] }) });
const asked = z.strictObject({ ...times, at: positions(2).meta({ examples: ['3.33'] }) });

/** A company as of two times. */
@ApiTags('audit')
@Controller('companies/:id')
export class CompanyAsOfController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly streams: PastStreams,
    private readonly questions: AskedQuestions,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('state')
  @TakesReason()
  @ReadEndpoint(
    'read-state',
    'The company as it was on a day and as it was known at a moment: its facts, the entries that tell them, who could see it',
    knownCompanyAnswer,
  )
  async state(
    @Caller() caller: Principal,
    @Param({ schema: companyPath }) { id }: z.output<typeof companyPath>,
    @Query({ schema: asked }) { at, ...query }: z.output<typeof asked>,
    @Reason() reason: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { recordedAt } = await new CompanyRepository(this.dataSource.manager).get(id);
    const asOf = settled(query, this.clock.now(0, recordedAt).now, caller);
    const { entries, couldSee, position } = await this.streams.company(id, asOf.knownOn, at, caller);
    const past = companyAsOf(entries, asOf);
    if (!past) throw new NoCompanyYet(asOf);
    const canonical = canonicalAddress(`/companies/${id}/state`, { ...asOf, at: position.at });
    await this.questions.record(caller, { question: 'company', subject: id, address: canonical }, reason);
    const { facts } = past;
    const told = withinPeriod(caller, past.entries).map((entry) => toldEntry(entry, companyWords));
    const licenses = canonicalAddress('/as-of/licenses', { ...asOf, companyId: id });
    const seq = past.entries.at(-1)?.seq ?? 0;
    const answer = { companyId: id, ...asOf, canonical, position, seq, facts, entries: told, licenses, couldSee };
    return answeredAt(response, await this.disclosure.to(caller, answer));
  }
}

export class NoCompanyYet extends NotFound {
  constructor({ validOn, knownOn }: AsOf) {
    super('not-known-yet', `nothing was on record at ${knownOn} that was true on ${validOn}`, {
      validOn,
      until: knownOn,
      remedy: 'Ask for a later moment.',
    });
  }
}
