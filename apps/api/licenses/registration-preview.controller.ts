import { randomUUID } from 'node:crypto';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { decide, heldPermitFindings, type LicenseCommand, type Principal } from '../../../libs/domain/index.js';
import { route } from '../../../libs/rulebook/index.js';
import { Caller } from '../access/access.decorators.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { asFarAsKnown, outcome, refusalsOf } from '../commands/preview-outcome.js';
import { CompanyService } from '../companies/company.service.js';
import { PersonService } from '../people/person.service.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { registerPermit } from '../schemas/license.js';
import { registrationPreviewAnswer } from '../schemas/permit-entry.js';
import { mustBeNewNumber } from './permit-numbers.js';

/** What registering a permit that is already held would come to. */
@ApiTags('licenses')
@Controller('licenses/registrations/preview')
export class RegistrationPreviewController {
  constructor(
    private readonly licenses: LicenseReader,
    private readonly companies: CompanyService,
    private readonly people: PersonService,
    private readonly dataSource: DataSource,
  ) {}

  @Post()
  @ReadEndpoint(
    'register-permit',
    'All that is unusual about a permit that is already held or otherwise than computed; registers nothing',
    registrationPreviewAnswer,
  )
  async preview(
    @Caller() caller: Principal,
    @Body({ schema: registerPermit }) { validOn, ...body }: z.output<typeof registerPermit>,
  ): Promise<object> {
    const { manager } = this.dataSource;
    const { companyId, permit } = body;
    const licenseId = randomUUID();
    const facts = await this.companies.factsOf(manager, companyId, caller.scopes);
    await this.people.mustKnow(manager, body.people);
    const { context } = await this.licenses.forCommand(manager, licenseId, caller);
    const { law, today } = context;
    const on = validOn ?? today;
    const pins = { pack: law.pack.id, calendar: law.calendar.id };
    const command: LicenseCommand = { type: 'register-permit', validOn: on, data: { ...body, ...facts, pins } };
    const findings = asFarAsKnown(() => {
      const { serviceTypes, coverage } = permit;
      const { authority } = route(law, { serviceTypes, coverage, company: facts.company, on });
      return heldPermitFindings(authority, permit, law);
    });
    const { events, refusals } = outcome(() => decide(null, command, context));
    const place = { companyId, licenseId, follows: null };
    const taken = await mustBeNewNumber(manager, place, permit.number, caller.scopes).then(() => [], refusalsOf);
    const all = [...taken, ...refusals];
    return { findings, refusals: all, events: all.length === 0 ? events : [] };
  }
}
