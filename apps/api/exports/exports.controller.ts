import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { OnceMade, ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { sendFile, sheetTypes } from '../http/send-file.js';
import { type JobPath, type JobStarted, jobPath, jobStarted } from '../jobs/job-shapes.js';
import { exportBody } from './export-shapes.js';
import { ExportsService } from './exports.service.js';

/** The portfolio as a file. */
@ApiTags('in and out')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @MadeAt('/jobs/{jobId}')
  @TakesReason()
  @WriteEndpoint(
    'export-licenses',
    'Export a view as CSV, XLSX or PDF; a job writes it, and it is on record',
    jobStarted,
  )
  async begin(
    @AskedBy() asker: Asker,
    @Body({ schema: exportBody }) body: z.output<typeof exportBody>,
    @Reason() reason: string | null,
  ): Promise<JobStarted> {
    return this.exports.begin(asker, body, reason);
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
