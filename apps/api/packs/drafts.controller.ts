import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { type NoteRead, ReadNote, SensitiveRead } from '../access/sensitive-reads.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { type FilingPath, filingPath, type RequirementPath, requirementPath } from '../schemas/fields.js';
import { draftsAnswer, portalFormAnswer } from '../schemas/materials.js';
import { attachmentOf } from './attachment.js';
import { FilingPapers } from './filing-papers.js';

/** What is written for a filing from what is on record. It names persons, so it is read as files are. */
@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId')
export class DraftsController {
  constructor(private readonly papers: FilingPapers) {}

  @Get('drafts')
  @ReadEndpoint('read-material', 'Letters and forms that can be drafted, and what each lacks', draftsAnswer)
  async drafts(@Caller() caller: Principal, @Param({ schema: filingPath }) at: FilingPath): Promise<object> {
    return { licenseId: at.id, filingId: at.filingId, drafts: await this.papers.drafts(at, caller) };
  }

  @Get('drafts/:requirementId')
  @SensitiveRead('draft')
  @ReadEndpoint('read-material', 'A draft as a PDF in Chinese, to be checked, signed and sealed', {
    types: ['application/pdf'],
  })
  async draft(
    @Caller() caller: Principal,
    @Param({ schema: requirementPath }) { requirementId, ...at }: RequirementPath,
    @ReadNote() noteRead: NoteRead,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, title, missing, lacking } = await this.papers.draft(at, requirementId, caller);
    await noteRead();
    response
      .set('Content-Type', 'application/pdf')
      .set('Content-Disposition', attachmentOf(`${requirementId}.pdf`, `${title}（草稿）.pdf`))
      .set('Content-Security-Policy', "default-src 'none'; sandbox")
      .set('Draft-Missing', missing.map(({ field }) => field).join(', '))
      .set('Draft-Lacking-Characters', lacking.map(({ codePoint }) => codePoint).join(', '))
      .send(bytes);
  }

  @Get('portal-form')
  @SensitiveRead('portal-form')
  @ReadEndpoint('read-material', "The fields of the portal's form, filled in as far as is on record", portalFormAnswer)
  async portalForm(@Caller() caller: Principal, @Param({ schema: filingPath }) at: FilingPath): Promise<object> {
    return { licenseId: at.id, filingId: at.filingId, ...(await this.papers.portalForm(at, caller)) };
  }
}
