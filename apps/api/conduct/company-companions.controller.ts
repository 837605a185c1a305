import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { companyCompanionsAnswer } from '../schemas/conduct-answers.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { CompanyCompanions } from './company-companions.js';

const companyPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.company] }) });

@ApiTags('companions')
@Controller('companies/:id/companions')
export class CompanyCompanionsController {
  constructor(
    private readonly companions: CompanyCompanions,
    private readonly disclosure: Disclosure,
  ) {}

  @Get()
  @ReadEndpoint(
    'read-licenses',
    'Certificates beside the permits of a company, with what is due about each',
    companyCompanionsAnswer,
  )
  async list(
    @Caller() caller: Principal,
    @Param({ schema: companyPath }) { id }: z.output<typeof companyPath>,
  ): Promise<object> {
    const companions = await this.companions.list(id, caller);
    return this.disclosure.to(caller, { companyId: id, companions });
  }
}
