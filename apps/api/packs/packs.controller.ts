import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { type NoteRead, ReadNote, SensitiveRead } from '../access/sensitive-reads.js';
import { OnceMade, ReadEndpoint } from '../commands/command-answer.js';
import { sendBytes } from '../http/send-file.js';
import { type FilingPath, filingPath, type PackPath, packPath } from '../schemas/fields.js';
import { packsAnswer } from '../schemas/materials.js';
import { attachmentOf } from './attachment.js';
import { PacksService } from './packs.service.js';

/** Packs as they were signed off. */
@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId/packs')
export class PacksController {
  constructor(private readonly packs: PacksService) {}

  @Get()
  @ReadEndpoint(
    'read-licenses',
    'Every sign-off of the filing: by whom, for which materials, handed in or not',
    packsAnswer,
  )
  async list(@Caller() caller: Principal, @Param({ schema: filingPath }) at: FilingPath): Promise<object> {
    return { licenseId: at.id, filingId: at.filingId, packs: await this.packs.list(at, caller) };
  }

  @Get(':seq')
  @OnceMade()
  @SensitiveRead('pack')
  @ReadEndpoint('read-material', 'A signed pack as a ZIP archive: the same bytes whenever it is asked for', {
    types: ['application/zip'],
    headers: ['ETag'],
  })
  async archive(
    @Caller() caller: Principal,
    @Param({ schema: packPath }) { seq, ...at }: PackPath,
    @ReadNote() noteRead: NoteRead,
    @Res() response: Response,
  ): Promise<void> {
    const { sha256, bytes, content } = await this.packs.open(at, seq, caller);
    await noteRead();
    response
      .set('Content-Type', 'application/zip')
      .set('Content-Length', String(bytes))
      .set(
        'Content-Disposition',
        attachmentOf(`${at.filingId.replaceAll(':', '-')}-${seq}.zip`, `申报材料-${at.filingId}-${seq}.zip`),
      )
      .set('Content-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
      .set('ETag', `"${sha256}"`)
      .set('Content-Security-Policy', "default-src 'none'; sandbox");
    await sendBytes(response, content());
  }
}
