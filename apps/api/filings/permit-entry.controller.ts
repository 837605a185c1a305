import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { LicenseCommandData, Principal, TextRef } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { mustBeNewNumber } from '../licenses/permit-numbers.js';
import { Succession } from '../licenses/succession.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { type FilingPath, filingPath } from '../schemas/fields.js';
import { permitIssue, permitPreview, permitPreviewAnswer } from '../schemas/permit-entry.js';
import { PermitPreviews } from './permit-previews.js';
import { ScansService } from './scans.service.js';

/** The permit of a granted filing, as printed. */
@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId/permit')
export class PermitEntryController {
  constructor(
    private readonly commands: CommandService,
    private readonly succession: Succession,
    private readonly scans: ScansService,
    private readonly previews: PermitPreviews,
    private readonly licenses: LicenseReader,
  ) {}

  @Post()
  @CommandEndpoint('record-permit', 'Enter the permit of a granted filing, as printed')
  async enter(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: permitIssue }) { scans, ...body }: z.output<typeof permitIssue>,
  ): Promise<CommandAnswer> {
    const answer = await this.scans.withEntry(asker, id, scans, (beside) =>
      this.commands.run(
        asker,
        id,
        { act: 'record-permit', filingId, ...body, ...beside },
        async ({ text, manager }) => {
          const { state } = await this.licenses.at(id, asker.caller);
          await mustBeNewNumber(manager, state, body.permit.number, asker.caller.scopes);
          const data = await entryOf(filingId, body, text);
          return { type: 'record-permit', validOn: body.issuedOn, data };
        },
      ),
    );
    await this.succession.afterIssue(asker, id, answer, body.issuedOn);
    return answer;
  }

  @Post('preview')
  @ReadEndpoint(
    'record-permit',
    'All that is unusual about a permit or otherwise than computed or filed; enters nothing',
    permitPreviewAnswer,
  )
  preview(
    @Caller() caller: Principal,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
    @Body({ schema: permitPreview }) body: z.output<typeof permitPreview>,
  ): Promise<object> {
    return this.previews.of(id, caller, (text) => entryOf(filingId, body, text));
  }
}

type EntryBody = z.output<typeof permitPreview>;

async function entryOf(
  filingId: string,
  { permit, issuedOn, form, settled, conditions }: EntryBody,
  text: (value: string) => Promise<TextRef>,
): Promise<LicenseCommandData['record-permit']> {
  const asked = [];
  for (const condition of conditions) asked.push({ ...condition, text: await text(condition.text) });
  const reason = settled && { differences: settled.differences, reason: await text(settled.reason) };
  return { filingId, permit, issuedOn, form, settled: reason, conditions: asked };
}
