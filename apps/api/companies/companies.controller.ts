import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import type { CompanyEntity } from '../../../libs/persistence/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { MadeAt } from '../http/answer-headers.js';
import { TakesVersion } from '../http/versions.js';
import { cursorOf, namePlace } from '../portfolio/cursor.js';
import * as answers from '../schemas/answers.js';
import {
  type CompanyFactBody,
  type CompanyFactsBody,
  type CompanyFlagBody,
  companyFactBody,
  companyFacts,
  companyFlagBody,
} from '../schemas/company.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid, wholeNumberOr } from '../schemas/fields.js';
import { type CompanyFactAnswer, CompanyService } from './company.service.js';

const companyPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.company] }) });

const page = z.strictObject({
  after: namePlace.optional(),
  limit: wholeNumberOr(200, 1, 500),
});

@ApiTags('companies')
@Controller('companies')
export class CompaniesController {
  constructor(
    private readonly companies: CompanyService,
    private readonly disclosure: Disclosure,
  ) {}

  @Post()
  @MadeAt('/companies/{companyId}')
  @WriteEndpoint('create-company', 'Register a company that holds or wants a permit', answers.companyRegistered)
  register(
    @AskedBy() asker: Asker,
    @Body({ schema: companyFacts }) body: CompanyFactsBody,
  ): Promise<{ companyId: string; seq: number }> {
    return this.companies.register(asker, body);
  }

  @Get()
  @ReadEndpoint('read-companies', 'All companies, by name', answers.companiesAnswer)
  async list(
    @Caller() { scopes }: Principal,
    @Query({ schema: page }) { after, limit }: z.output<typeof page>,
  ): Promise<z.output<typeof answers.companiesAnswer>> {
    const found = await this.companies.page(scopes, after ?? null, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const next = found.length > limit && last ? cursorOf(last.sortedAs, last.id) : null;
    return { companies: shown.map(({ sortedAs: _, ...company }) => company), next };
  }

  @Get(':id')
  @ReadEndpoint('read-companies', "A company's facts as they are known now", answers.companyAnswer)
  async one(
    @Caller() caller: Principal,
    @Param({ schema: companyPath }) { id }: z.output<typeof companyPath>,
  ): Promise<object> {
    return this.disclosure.to(caller, told(await this.companies.find(id)));
  }

  @Post(':id/facts')
  @MadeAt('/companies/{companyId}')
  @TakesVersion()
  @WriteEndpoint(
    'record-company-fact',
    'Record a changed fact: it opens duties on every license of the company',
    answers.companyFactRecorded,
  )
  recordFact(
    @AskedBy() asker: Asker,
    @Param({ schema: companyPath }) { id }: z.output<typeof companyPath>,
    @Body({ schema: companyFactBody }) body: CompanyFactBody,
  ): Promise<CompanyFactAnswer> {
    return this.companies.recordFact(asker, id, body);
  }

  @Post(':id/flags')
  @MadeAt('/companies/{companyId}')
  @TakesVersion()
  @WriteEndpoint(
    'record-authority-act',
    'Record that the company was put on, or taken from, a list; every license of it is told',
    answers.companyFactRecorded,
  )
  recordFlag(
    @AskedBy() asker: Asker,
    @Param({ schema: companyPath }) { id }: z.output<typeof companyPath>,
    @Body({ schema: companyFlagBody }) body: CompanyFlagBody,
  ): Promise<CompanyFactAnswer> {
    return this.companies.recordFlag(asker, id, body);
  }
}

const told = ({ id, seq, facts, recordedAt }: CompanyEntity): object => ({ id, seq, facts, recordedAt });
