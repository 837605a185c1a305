import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { type RegisterColumnKey, registerColumns } from '../../../libs/sheets/register/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { OnceMade, ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { sendFile, sheetTypes } from '../http/send-file.js';
import { type JobPath, type JobStarted, jobPath, jobStarted } from '../jobs/job-shapes.js';
import { keptFilter } from '../portfolio/portfolio-filter.js';
import { uuid } from '../schemas/fields.js';
import { ExportsService } from './exports.service.js';

const exportBody = z
  .strictObject({
    format: z.enum(['csv', 'xlsx', 'pdf']).meta({ description: 'pdf: a register in Chinese, ready to print' }),
    language: z.enum(['zh', 'en']).default('zh').meta({ description: 'Of headings and words; a pdf is in Chinese' }),
    viewId: uuid.nullable().default(null).meta({ description: 'A saved view of yours, or a shared one' }),
    filter: keptFilter.prefault({}),
    columns: z
      .array(z.enum(registerColumns as [RegisterColumnKey, ...RegisterColumnKey[]]))
      .min(1)
      .max(registerColumns.length)
      .refine((columns) => new Set(columns).size === columns.length, { error: 'a column stands twice' })
      .nullable()
      .default(null)
      .meta({ description: 'In this order; all of them where it is left out, for a pdf those that fit' }),
  })
  .refine(({ viewId, filter }) => viewId === null || Object.keys(filter).length === 0, {
    path: ['filter'],
    error: 'a view brings its own conditions',
    params: { code: 'field-invalid', remedy: 'Give viewId or filter, not both.' },
  })
  .meta({ id: 'NewExport', examples: [{ format: 'xlsx', language: 'zh', filter: { slackTo: 30 } }] });

/** The portfolio as a file. */
@ApiTags('in and out')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @MadeAt('/jobs/{jobId}')
  @WriteEndpoint(
    'export-licenses',
    'Export a view as CSV, XLSX or PDF; a job writes it, and it is on record',
    jobStarted,
  )
  async begin(
    @AskedBy() asker: Asker,
    @Body({ schema: exportBody }) body: z.output<typeof exportBody>,
  ): Promise<JobStarted> {
    return this.exports.begin(asker, body);
  }

  @Get(':id/sheet')
  @OnceMade()
  @ReadEndpoint('export-licenses', 'The file, once its job is done; kept for a week', {
    types: Object.values(sheetTypes),
  })
  async sheet(
    @Caller() caller: Principal,
    @Param({ schema: jobPath }) { id }: JobPath,
    @Res() response: Response,
  ): Promise<void> {
    const { format, bytes } = await this.exports.finished(caller, id);
    await sendFile(response, bytes, `paizhao-licenses-${id}.${format}`);
  }
}
