import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { companyAsOf, companyChangesBetween, type Principal } from '../../../libs/domain/index.js';
import { companyWords, toldEntry } from '../../../libs/history/index.js';
import { CompanyRepository } from '../../../libs/persistence/index.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { withinPeriod } from '../access/period.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { companyChangesAnswer } from '../schemas/as-of.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { answeredAt } from './answered.js';
import { AskedQuestions } from './asked-questions.js';
import { NoCompanyYet } from './company-as-of.controller.js';
import { PastStreams } from './past-streams.js';
import { bothSettled, canonicalOfChanges, laterKnown, twoTimes } from './question.js';

const companyPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.company] }) });
const asked = twoTimes(2, '3.33');

/** What changed of a company between two days, who did it, and why. */
@ApiTags('audit')
@Controller('companies/:id')
export class CompanyChangesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: LicenseClock,
    private readonly streams: PastStreams,
    private readonly questions: AskedQuestions,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('state-changes')
  @TakesReason()
  @ReadEndpoint(
    'read-state',
    'What changed of a company between two days: entries with actors and reasons, facts',
    companyChangesAnswer,
  )
  async changes(
    @Caller() caller: Principal,
    @Param({ schema: companyPath }) { id }: z.output<typeof companyPath>,
    @Query({ schema: asked }) query: z.output<typeof asked>,
    @Reason() reason: string | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { recordedAt } = await new CompanyRepository(this.dataSource.manager).get(id);
    const both = bothSettled(query, this.clock.now(0, recordedAt).now, caller);
    const [from, to] = both;
    const { entries, position } = await this.streams.company(id, laterKnown(both), query.at, caller);
    const after = companyAsOf(entries, to);
    if (!after) throw new NoCompanyYet(to);
    const canonical = canonicalOfChanges(`/companies/${id}/state-changes`, both, position.at);
    await this.questions.record(caller, { question: 'company-changes', subject: id, address: canonical }, reason);
    const { came, went, facts } = companyChangesBetween(companyAsOf(entries, from), after);
    const told = (of: typeof came) => withinPeriod(caller, of).map((entry) => toldEntry(entry, companyWords));
    const answer = { companyId: id, from, to, canonical, position, entries: told(came), withdrawn: told(went), facts };
    return answeredAt(response, await this.disclosure.to(caller, answer));
  }
}
