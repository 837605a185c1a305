import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  type LicenseCommandData,
  type LicenseState,
  type Principal,
  proposable,
  proposedCorrections,
} from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService, type Drafting } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { correctionsAnswer } from '../schemas/answers.js';
import { type LicensePath, licensePath } from '../schemas/fields.js';
import * as bodies from '../schemas/license.js';
import { mustBeNewCompanion } from './companion-numbers.js';
import { mustBeNewNumber } from './permit-numbers.js';

/** Mistaken entries: the entry stays, a new one names it, and two persons answer for that. */
@ApiTags('licenses')
@Controller('licenses/:id/corrections')
export class CorrectionsController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
    private readonly disclosure: Disclosure,
  ) {}

  @Get()
  @ReadEndpoint(
    'read-licenses',
    'What may be corrected, corrections that wait for a second person, and those that hold',
    correctionsAnswer,
  )
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    return this.disclosure.to(caller, {
      licenseId: id,
      entries: proposable(state).map(({ seq, member, kind, value }) => ({ seq, member, kind, value })),
      proposed: proposedCorrections(state),
      made: state.corrected,
    });
  }

  @Post()
  @CommandEndpoint('propose-correction', 'Say that an entry is wrong, and what should stand there')
  propose(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.correctionProposal }) body: z.output<typeof bodies.correctionProposal>,
  ): Promise<CommandAnswer> {
    const { validOn, ...data } = body;
    return this.commands.run(asker, id, { act: 'propose-correction', ...body }, async (drafting) => {
      const { state } = await this.licenses.at(id, asker.caller);
      await mustBeNewInCompany(drafting.manager, state, data, asker.caller);
      return {
        type: 'propose-correction',
        validOn: validOn ?? drafting.today,
        data: { ...data, to: await putAside(data.to, drafting), reason: await drafting.text(data.reason) },
      };
    });
  }

  @Post('approval')
  @CommandEndpoint('approve-correction', 'Agree, as a second person: from here on what is corrected holds')
  approve(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.correctionApproval }) { validOn, ...data }: z.output<typeof bodies.correctionApproval>,
  ): Promise<CommandAnswer> {
    const asked = { act: 'approve-correction' as const, validOn: validOn ?? null, data };
    return this.commands.run(asker, id, asked, async (drafting) => {
      const { state } = await this.licenses.at(id, asker.caller);
      const proposed = Object.values(state.proposedCorrections).find(
        ({ seq, member }) => seq === data.seq && member === data.member,
      );
      // Another license may have come by the number since.
      if (proposed) await mustBeNewInCompany(drafting.manager, state, proposed, asker.caller, '/seq');
      return { type: 'approve-correction', validOn: validOn ?? drafting.today, data };
    });
  }
}

/** A corrected number is as new to the company as one that is entered. */
async function mustBeNewInCompany(
  manager: EntityManager,
  state: LicenseState,
  { seq, member, to }: { seq: number; member: string; to: unknown },
  { scopes }: Principal,
  pointer = '/to',
): Promise<void> {
  const type = state.papers.find((paper) => paper.seq === seq)?.type;
  if (typeof to !== 'string' || type === undefined) return;
  if (member === 'permit.number') await mustBeNewNumber(manager, state, to, scopes, pointer);
  if (member === 'number' && type === 'companion-recorded')
    await mustBeNewCompanion(manager, state.licenseId, to, pointer);
}

type Asked = z.output<typeof bodies.correctionProposal>['to'];

/** What people wrote in the items of a notice is put aside as any other text. */
async function putAside(
  to: Asked,
  { optionalText }: Drafting,
): Promise<LicenseCommandData['propose-correction']['to']> {
  if (!Array.isArray(to)) return to;
  const parts = [];
  for (const part of to) parts.push(typeof part === 'string' ? part : { ...part, text: await optionalText(part.text) });
  return parts as LicenseCommandData['propose-correction']['to'];
}
