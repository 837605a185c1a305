import { Body, Controller, Get, Param, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { allowedMediaTypes } from '../../../libs/documents/index.js';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { type NoteRead, ReadNote, SensitiveRead } from '../access/sensitive-reads.js';
import {
  type CommandAnswer,
  CommandEndpoint,
  OnceMade,
  ReadEndpoint,
  WriteEndpoint,
} from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { MadeAt } from '../http/answer-headers.js';
import { TakesForm } from '../http/media-type.guard.js';
import type { UploadedDocument } from '../materials/document-storage.js';
import { UploadInterceptor } from '../materials/upload.interceptor.js';
import { FileMissing } from '../problems/api-errors.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { type FilingPath, filingPath, type LicensePath, licensePath } from '../schemas/fields.js';
import {
  type PaperPath,
  paperPath,
  papersAnswer,
  type ScanPath,
  scanPath,
  scanStored,
  scanTie,
} from '../schemas/papers.js';
import { FilingsService } from './filings.service.js';
import { papersTold } from './papers-told.js';
import { type ScanStored, ScansService } from './scans.service.js';

/** What the authority gave: receipts, notices, decisions, permits, with their numbers, days and images. */
@ApiTags('filings')
@Controller('licenses/:id')
export class PapersController {
  constructor(
    private readonly licenses: LicenseReader,
    private readonly filings: FilingsService,
    private readonly scans: ScansService,
    private readonly disclosure: Disclosure,
  ) {}

  @Get('papers')
  @ReadEndpoint('read-licenses', "The authority's papers, in the order of their entry", papersAnswer)
  async ofLicense(@Caller() caller: Principal, @Param({ schema: licensePath }) { id }: LicensePath): Promise<object> {
    const { state } = await this.licenses.at(id, caller);
    return this.disclosure.to(caller, { licenseId: id, seq: state.seq, papers: papersTold(state) });
  }

  @Get('filings/:filingId/papers')
  @ReadEndpoint('read-licenses', "The authority's papers about one filing", papersAnswer)
  async ofFiling(
    @Caller() caller: Principal,
    @Param({ schema: filingPath }) { id, filingId }: FilingPath,
  ): Promise<object> {
    const { state } = await this.filings.find(id, filingId, caller);
    return this.disclosure.to(caller, { licenseId: id, seq: state.seq, papers: papersTold(state, filingId) });
  }

  @Post('scans')
  @MadeAt('/licenses/{id}/papers')
  @WriteEndpoint('attach-scan', 'Upload the image of a paper; it is kept once an entry is tied to it', scanStored)
  @TakesForm()
  @UseInterceptors(UploadInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  upload(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @UploadedFile() file: UploadedDocument | undefined,
  ): Promise<ScanStored> {
    if (!file) throw new FileMissing();
    return this.scans.store(asker, id, file.document);
  }

  @Post('papers/:seq/scans')
  @CommandEndpoint('attach-scan', 'Tie an uploaded image to the entry of the paper that it shows')
  attach(
    @AskedBy() asker: Asker,
    @Param({ schema: paperPath }) { id, seq }: PaperPath,
    @Body({ schema: scanTie }) body: z.output<typeof scanTie>,
  ): Promise<CommandAnswer> {
    return this.scans.tie(asker, id, seq, body);
  }

  @Get('papers/:seq/scans/:scanId/content')
  @OnceMade()
  @SensitiveRead('scan')
  @ReadEndpoint('read-scan', 'The bytes of an image', { types: Object.keys(allowedMediaTypes) })
  async content(
    @Caller() caller: Principal,
    @Param({ schema: scanPath }) at: ScanPath,
    @ReadNote() noteRead: NoteRead,
    @Res() response: Response,
  ): Promise<void> {
    const { scan, bytes } = await this.scans.content(at, caller);
    await noteRead();
    const ending = allowedMediaTypes[scan.mediaType]?.[0] ?? 'bin';
    response
      .set('Content-Type', scan.mediaType)
      .set('Content-Disposition', `attachment; filename="entry-${at.seq}-scan-${scan.seq}.${ending}"`)
      .set('Content-Digest', `sha-256=:${Buffer.from(scan.sha256, 'hex').toString('base64')}:`)
      .set('Content-Security-Policy', "default-src 'none'; sandbox")
      .send(bytes);
  }
}
