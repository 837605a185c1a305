import { Body, Controller, Get, Param, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { allowedMediaTypes } from '../../../libs/documents/index.js';
import type { LicenseEventData, Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { type NoteRead, ReadNote, SensitiveRead } from '../access/sensitive-reads.js';
import { type CommandAnswer, CommandEndpoint, OnceMade, ReadEndpoint } from '../commands/command-answer.js';
import { LicenseLedger } from '../history/license-ledger.js';
import { MadeAt } from '../http/answer-headers.js';
import { TakesForm } from '../http/media-type.guard.js';
import { FileMissing } from '../problems/api-errors.js';
import { parsed } from '../problems/validation.js';
import { type FilingPath, filingPath, type MaterialPath, materialPath } from '../schemas/fields.js';
import { materialForm } from '../schemas/filing.js';
import type { UploadedDocument } from './document-storage.js';
import { MaterialsService } from './materials.service.js';
import { UploadInterceptor } from './upload.interceptor.js';

@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId/materials')
export class MaterialsController {
  constructor(
    private readonly materials: MaterialsService,
    private readonly ledger: LicenseLedger,
  ) {}

  @Post()
  @MadeAt('/licenses/{id}/filings/{filingId}/requirements')
  @CommandEndpoint('supply-material', 'Supply a material: a PDF, Word document, PNG or JPEG of at most 5 MB', 201)
  @TakesForm()
  @UseInterceptors(UploadInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'requirementId'],
      properties: {
        requirementId: { type: 'string', example: 'application-form' },
        issuedOn: { type: 'string', format: 'date', description: 'Needed where the age of the paper is limited' },
        reason: { type: 'string', description: 'Why an older version is replaced: needed from version 2 on' },
        sealed: { type: 'boolean', description: 'Bears the seal of the company' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async supply(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) at: FilingPath,
    @UploadedFile() file: UploadedDocument | undefined,
    @Body() form: unknown,
  ): Promise<CommandAnswer & { material: LicenseEventData['material-supplied'] | null }> {
    if (!file) throw new FileMissing();
    const answer = await this.materials.supply(asker, at, parsed(materialForm, form), file.document);
    const supplied = answer.events.find(({ type }) => type === 'material-supplied');
    const event = supplied ? await this.ledger.event(at.id, supplied.seq) : null;
    return { ...answer, material: event ? (event.data as LicenseEventData['material-supplied']) : null };
  }

  @Get(':materialId/content')
  @OnceMade()
  @SensitiveRead('material')
  @ReadEndpoint('read-material', 'The bytes of one version', { types: Object.keys(allowedMediaTypes) })
  async content(
    @Caller() caller: Principal,
    @Param({ schema: materialPath }) at: MaterialPath,
    @ReadNote() noteRead: NoteRead,
    @Res() response: Response,
  ): Promise<void> {
    const { material, requirementId, bytes } = await this.materials.content(at, caller);
    await noteRead();
    const ending = allowedMediaTypes[material.mediaType]?.[0] ?? 'bin';
    response
      .set('Content-Type', material.mediaType)
      .set('Content-Disposition', `attachment; filename="${requirementId}-v${material.version}.${ending}"`)
      .set('Content-Digest', `sha-256=:${Buffer.from(material.sha256, 'hex').toString('base64')}:`)
      .set('Content-Security-Policy', "default-src 'none'; sandbox")
      .send(bytes);
  }
}
