import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Principal, TextRef } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { LicenseReader } from '../runtime/license-reader.js';
import * as bodies from '../schemas/conduct.js';
import { inspectionsAnswer } from '../schemas/conduct-answers.js';
import {
  type FilingPath,
  filingPath,
  type InspectionPath,
  inspectionPath,
  type LicensePath,
  licensePath,
} from '../schemas/fields.js';
import { dutyTold } from './duties-told.js';

/** Looks of the authority at the business, and the answers to them. */
@ApiTags('inspections')
@Controller('licenses/:id')
export class InspectionsController {
  constructor(
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('inspections')
  @ReadEndpoint('read-licenses', 'Inspections with findings and answers, and site visits', inspectionsAnswer)
  async list(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state, context } = await this.licenses.at(id, caller);
    const { inspections, siteVisits } = state.conduct;
    const siteVisitRule = dutyTold(context, 'site-visit');
    return this.disclosure.to(caller, { licenseId: id, seq: state.seq, inspections, siteVisits, siteVisitRule });
  }

  @Post('inspections/announcements')
  @CommandEndpoint('record-authority-act', 'Record that an inspection was announced')
  announce(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.inspectionAnnouncement }) body: z.output<typeof bodies.inspectionAnnouncement>,
  ): Promise<CommandAnswer> {
    return this.commands.record(asker, id, 'announce-inspection', body.announcedOn, body);
  }

  @Post('inspections')
  @CommandEndpoint(
    'record-authority-act',
    'Record that an inspection was held, what it found, and until when to answer',
  )
  hold(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.inspection }) body: z.output<typeof bodies.inspection>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'record-inspection', ...body }, async ({ text }) => {
      const findings: TextRef[] = [];
      for (const finding of body.findings) findings.push(await text(finding));
      return { type: 'record-inspection', validOn: body.heldOn, data: { ...body, findings } };
    });
  }

  @Post('inspections/:inspectionId/answer')
  @CommandEndpoint('record-operation', 'Record that an inspection was answered')
  answer(
    @AskedBy() asker: Asker,
    @Param({ schema: inspectionPath }) { id, inspectionId }: InspectionPath,
    @Body({ schema: bodies.inspectionAnswer }) body: z.output<typeof bodies.inspectionAnswer>,
  ): Promise<CommandAnswer> {
    const asked = { act: 'answer-inspection', inspectionId, ...body } as const;
    return this.commands.run(asker, id, asked, async ({ optionalText }) => ({
      type: 'answer-inspection',
      validOn: body.answeredOn,
      data: { inspectionId, ...body, text: await optionalText(body.text) },
    }));
  }

  @Post('filings/:filingId/site-visits')
  @CommandEndpoint('record-authority-act', 'Note a site visit during acceptance or review; no clock stands still')
  visit(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: bodies.siteVisit }) body: z.output<typeof bodies.siteVisit>,
  ): Promise<CommandAnswer> {
    return this.commands.run(asker, id, { act: 'note-site-visit', filingId, ...body }, async ({ optionalText }) => ({
      type: 'note-site-visit',
      validOn: body.on,
      data: { filingId, ...body, note: await optionalText(body.note) },
    }));
  }
}
