import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { originalsOf, type Principal } from '../../../libs/domain/index.js';
import { PersonNotFound } from '../../../libs/persistence/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService, type Drafting } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { PersonService } from '../people/person.service.js';
import { LicenseReader } from '../runtime/license-reader.js';

import { type LicensePath, licensePath, type RequirementPath, requirementPath } from '../schemas/fields.js';
import * as bodies from '../schemas/filing.js';
import { originalsAnswer } from '../schemas/materials.js';

type HandOver = z.output<typeof bodies.originalHandOver>;

/** Where the originals of a filing's papers are. */
@ApiTags('filings')
@Controller('licenses/:id')
export class OriginalsController {
  constructor(
    private readonly commands: CommandService,
    private readonly people: PersonService,
    private readonly licenses: LicenseReader,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('originals')
  @ReadEndpoint('read-licenses', 'Where the originals of all filings are; those that are out first', originalsAnswer)
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    return this.disclosure.to(caller, { licenseId: id, originals: originalsOf(state, context.today) });
  }

  @Post('filings/:filingId/originals/:requirementId/hand-over')
  @CommandEndpoint('record-original', 'Record who has the original of a paper, or where it is, and when it is due back')
  handOver(
    @AskedBy() asker: Asker,
    @Param({ schema: requirementPath }) { id, filingId, requirementId }: RequirementPath,
    @Body({ schema: bodies.originalHandOver }) body: HandOver,
  ): Promise<CommandAnswer> {
    const { handedOverOn, dueBackOn } = body;
    const asked = { act: 'hand-over-original' as const, filingId, requirementId, ...body };
    return this.commands.run(asker, id, asked, async (drafting) => {
      const holder = await this.holderOf(body.holder, drafting);
      return {
        type: 'hand-over-original',
        validOn: handedOverOn,
        data: { filingId, requirementId, holder, handedOverOn, dueBackOn },
      };
    });
  }

  @Post('filings/:filingId/originals/:requirementId/showing')
  @CommandEndpoint('record-original', "Record that an original was shown at the authority's window")
  show(
    @AskedBy() asker: Asker,
    @Param({ schema: requirementPath }) { id, filingId, requirementId }: RequirementPath,
    @Body({ schema: bodies.originalShowing }) { shownOn }: z.output<typeof bodies.originalShowing>,
  ): Promise<CommandAnswer> {
    const data = { filingId, requirementId, shownOn };
    return this.commands.record(asker, id, 'record-original-shown', shownOn, data);
  }

  @Post('filings/:filingId/originals/:requirementId/return')
  @CommandEndpoint('record-original', 'Record that an original came back; also after the filing has ended')
  takeBack(
    @AskedBy() asker: Asker,
    @Param({ schema: requirementPath }) { id, filingId, requirementId }: RequirementPath,
    @Body({ schema: bodies.originalReturn }) { returnedOn }: z.output<typeof bodies.originalReturn>,
  ): Promise<CommandAnswer> {
    const data = { filingId, requirementId, returnedOn };
    return this.commands.record(asker, id, 'record-original-return', returnedOn, data);
  }

  @Post('filings/:filingId/originals/:requirementId/correction')
  @CommandEndpoint(
    'record-original',
    'Propose to take back a showing or a return that was entered by mistake; a second person approves it as a correction of `shownOn` or `returnedOn`',
  )
  correct(
    @AskedBy() asker: Asker,
    @Param({ schema: requirementPath }) { id, filingId, requirementId }: RequirementPath,
    @Body({ schema: bodies.originalCorrection }) body: z.output<typeof bodies.originalCorrection>,
  ): Promise<CommandAnswer> {
    const { mistaken, reason, validOn } = body;
    const asked = { act: 'correct-original' as const, filingId, requirementId, ...body };
    return this.commands.run(asker, id, asked, async ({ today, text }) => ({
      type: 'correct-original',
      validOn: validOn ?? today,
      data: { filingId, requirementId, mistaken, reason: await text(reason) },
    }));
  }

  /** Persons are named by their ids; of a place the record holds a reference only. @throws PersonNotFound */
  private async holderOf(holder: HandOver['holder'], { manager, text }: Drafting) {
    if ('place' in holder) return { place: await text(holder.place) };
    if (!(await this.people.exists(manager, holder.person))) throw new PersonNotFound(holder.person, '/holder/person');
    return holder;
  }
}
