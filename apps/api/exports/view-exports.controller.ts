import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { type JobStarted, jobStarted } from '../jobs/job-shapes.js';
import { uuid } from '../schemas/fields.js';
import { viewExportBody } from './export-shapes.js';
import { ExportsService } from './exports.service.js';

const viewPath = z.strictObject({ id: uuid });

/** A saved view as a file, by the address of the view. */
@ApiTags('in and out')
@Controller('views/:id/exports')
export class ViewExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @MadeAt('/jobs/{jobId}')
  @TakesReason()
  @WriteEndpoint('export-licenses', 'Export what meets a view now as CSV, XLSX or PDF; as POST /exports', jobStarted)
  begin(
    @AskedBy() asker: Asker,
    @Param({ schema: viewPath }) { id: viewId }: z.output<typeof viewPath>,
    @Body({ schema: viewExportBody }) body: z.output<typeof viewExportBody>,
    @Reason() reason: string | null,
  ): Promise<JobStarted> {
    return this.exports.begin(asker, { ...body, viewId, filter: {} }, reason);
  }
}
