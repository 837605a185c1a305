import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type AttentionReason, coversLicense, type Place, type Principal } from '../../../libs/domain/index.js';
import { licenseIdFor } from '../../../libs/ledger/uuid5.js';
import { AskedBy, type Asker, principalName } from '../access/access.decorators.js';
import { CompanyUnknownHidden } from '../access/access-errors.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint } from '../commands/command-answer.js';
import { CompanyService } from '../companies/company.service.js';
import { UntoldNews } from '../house/untold-news.js';
import { MadeAt } from '../http/answer-headers.js';
import { PersonService } from '../people/person.service.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import * as bodies from '../schemas/license.js';
import { mustBeNewNumber } from './permit-numbers.js';
import { Succession } from './succession.js';

@ApiTags('licenses')
@Controller('licenses')
export class LicenseCommandsController {
  constructor(
    private readonly commands: CommandService,
    private readonly companies: CompanyService,
    private readonly people: PersonService,
    private readonly news: UntoldNews,
    private readonly succession: Succession,
  ) {}

  @Post()
  @MadeAt('/licenses/{licenseId}')
  @CommandEndpoint('open-license', 'Open a license: from here on it is prepared, followed and kept', 201)
  async open(
    @AskedBy() asker: Asker,
    @Body({ schema: bodies.openLicense }) body: z.output<typeof bodies.openLicense>,
  ): Promise<CommandAnswer> {
    const licenseId = licenseIdFor(principalName(asker.caller), asker.key);
    mustSee(asker.caller, { licenseId, companyId: body.companyId });
    const answer = await this.commands.run(
      asker,
      licenseId,
      { act: 'open-license', ...body },
      async ({ today, pins, manager }) => {
        const facts = await this.companies.factsOf(manager, body.companyId, asker.caller.scopes);
        await this.people.mustKnow(manager, body.people);
        await this.succession.mustFit(manager, body, asker.caller);
        const { validOn, ...data } = body;
        return { type: 'open-license', validOn: validOn ?? today, data: { ...data, ...facts, pins } };
      },
    );
    await this.news.tellOpened(licenseId);
    return answer;
  }

  @Post('registrations')
  @MadeAt('/licenses/{licenseId}')
  @CommandEndpoint('register-permit', 'Register a permit that is already held, with what is known of its past', 201)
  async register(
    @AskedBy() asker: Asker,
    @Body({ schema: bodies.registerPermit }) body: z.output<typeof bodies.registerPermit>,
  ): Promise<CommandAnswer> {
    const licenseId = licenseIdFor(principalName(asker.caller), asker.key);
    mustSee(asker.caller, { licenseId, companyId: body.companyId });
    const answer = await this.commands.run(
      asker,
      licenseId,
      { act: 'register-permit', ...body },
      async ({ today, pins, manager }) => {
        const facts = await this.companies.factsOf(manager, body.companyId, asker.caller.scopes);
        await this.people.mustKnow(manager, body.people);
        const place = { companyId: body.companyId, licenseId, follows: null };
        await mustBeNewNumber(manager, place, body.permit.number, asker.caller.scopes);
        const { validOn, ...data } = body;
        return { type: 'register-permit', validOn: validOn ?? today, data: { ...data, ...facts, pins } };
      },
    );
    await this.news.tellOpened(licenseId);
    return answer;
  }

  @Post(':id/people')
  @CommandEndpoint('assign-people', 'Name owner, deputy and manager anew')
  async assign(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.assignPeople }) body: z.output<typeof bodies.assignPeople>,
  ): Promise<CommandAnswer> {
    const answer = await this.commands.run(asker, id, { act: 'assign-people', ...body }, async ({ today, manager }) => {
      await this.people.mustKnow(manager, body.people);
      return { type: 'assign-people', validOn: body.validOn ?? today, data: { people: body.people } };
    });
    await this.news.tellReminding(id);
    return answer;
  }

  @Post(':id/services')
  @CommandEndpoint('open-service', 'Record that a service was opened: once per type, the proof for its renewal')
  openService(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.openService }) body: z.output<typeof bodies.openService>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'open-service', ...body }, async ({ optionalText }) => ({
      type: 'open-service',
      validOn: body.openedOn,
      data: { ...body, evidence: await optionalText(body.evidence) },
    }));
  }

  @Post(':id/permit-end')
  @CommandEndpoint(
    'decide-permit-end',
    'Decide which end of the permit holds, where print and computation differ, or where the authority turned a renewal down that its silence had brought: the end of the term before, or that of the renewal',
  )
  decidePermitEnd(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.decidePermitEnd }) body: z.output<typeof bodies.decidePermitEnd>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'decide-permit-end', ...body }, async ({ today, text }) => ({
      type: 'decide-permit-end',
      validOn: body.validOn ?? today,
      data: { lastDay: body.lastDay, reason: await text(body.reason) },
    }));
  }

  @Post(':id/suspension')
  @CommandEndpoint('record-authority-act', 'Record an order to stop (停业整顿)')
  suspend(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.suspension }) body: z.output<typeof bodies.suspension>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'record-suspension', body.from, body);
  }

  @Post(':id/suspension-end')
  @CommandEndpoint('record-authority-act', 'Record that the order to stop was lifted')
  liftSuspension(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.suspensionEnd }) body: z.output<typeof bodies.suspensionEnd>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'lift-suspension', body.on, body);
  }

  @Post(':id/flags')
  @CommandEndpoint(
    'record-authority-act',
    'Record that the company was put on, or taken from, a list of the authorities',
  )
  flag(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.creditFlag }) body: z.output<typeof bodies.creditFlag>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'record-flag', body.on, body);
  }

  @Post(':id/closure')
  @CommandEndpoint('close-license', 'Close the matter: nothing is due any more')
  close(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.closeLicense }) body: z.output<typeof bodies.closeLicense>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'close-license', ...body }, async ({ today, text }) => ({
      type: 'close-license',
      validOn: body.validOn ?? today,
      data: { reason: await text(body.reason) },
    }));
  }

  @Post(':id/attention-clearances')
  @CommandEndpoint('clear-attention', 'Say that a person has looked')
  clearAttention(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.attentionClearance }) { validOn, ...data }: z.output<typeof bodies.attentionClearance>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'clear-attention', validOn, {
      ...data,
      reason: data.reason as AttentionReason,
    });
  }
}

/** A repeated request is answered before anything is looked up, and the scope may have been narrowed since. */
function mustSee({ scopes }: Principal, license: Place): void {
  if (!coversLicense(scopes, license)) throw new CompanyUnknownHidden();
}
