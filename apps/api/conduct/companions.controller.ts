import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { companionsOn } from '../../../libs/rulebook/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { mustBeNewCompanion } from '../licenses/companion-numbers.js';
import { LicenseReader } from '../runtime/license-reader.js';
import * as bodies from '../schemas/conduct.js';
import { companionsAnswer } from '../schemas/conduct-answers.js';
import { type CompanionPath, companionPath, type LicensePath, licensePath } from '../schemas/fields.js';
import { ruleTold } from './operations-told.js';

/** Certificates beside the permit, such as those of 95 and 96 numbers. */
@ApiTags('companions')
@Controller('licenses/:id/companions')
export class CompanionsController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
    private readonly disclosure: Disclosure,
  ) {}

  @Get()
  @ReadEndpoint('read-licenses', 'Certificates beside the permit, and the kinds that the rules know', companionsAnswer)
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    const rules = companionsOn(context.law, context.today);
    const companions = state.conduct.companions.map((companion) => {
      const rule = rules.find((known) => known.companion === companion.companion);
      return {
        ...companion,
        numberAsExpected: rule ? new RegExp(rule.numberPattern, 'u').test(companion.number) : null,
      };
    });
    const kinds = rules.map((rule) => ({ ...ruleTold(rule), companion: rule.companion, name: rule.name }));
    return this.disclosure.to(caller, { licenseId: id, seq: state.seq, companions, kinds });
  }

  @Post()
  @CommandEndpoint('record-companion', 'Record a certificate beside the permit; its renewal and reports become due')
  add(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.companion }) body: z.output<typeof bodies.companion>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'record-companion', ...body }, async ({ today, text, manager }) => {
      await mustBeNewCompanion(manager, id, body.number, '/number');
      const { validOn = today, ...data } = body;
      return { type: 'record-companion', validOn, data: { ...data, holder: await text(body.holder) } };
    });
  }

  @Post(':companionId/renewal')
  @CommandEndpoint('record-companion', 'Record the certificate that follows')
  renew(
    @AskedBy() asker: Asker,
    @Param({ schema: companionPath }) { id, companionId }: CompanionPath,
    @Body({ schema: bodies.companionRenewal }) { validOn, ...data }: z.output<typeof bodies.companionRenewal>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'renew-companion', validOn, { companionId, ...data });
  }

  @Post(':companionId/reports')
  @CommandEndpoint('record-companion', 'Record the yearly report on a number')
  report(
    @AskedBy() asker: Asker,
    @Param({ schema: companionPath }) { id, companionId }: CompanionPath,
    @Body({ schema: bodies.companionReport }) body: z.output<typeof bodies.companionReport>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'record-companion-report', body.filedOn, { companionId, ...body });
  }

  @Post(':companionId/end')
  @CommandEndpoint('record-companion', 'Record that a certificate is no longer used')
  end(
    @AskedBy() asker: Asker,
    @Param({ schema: companionPath }) { id, companionId }: CompanionPath,
    @Body({ schema: bodies.ending }) body: z.output<typeof bodies.ending>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'end-companion', body.endedOn, { companionId, ...body });
  }
}
