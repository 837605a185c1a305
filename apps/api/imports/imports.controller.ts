import { Body, Controller, Get, Param, Post, Query, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { OnceMade, ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { languageOf } from '../http/language.js';
import { TakesForm } from '../http/media-type.guard.js';
import { sendFile, sheetTypes } from '../http/send-file.js';
import { findingsAnswer, type JobPath, type JobStarted, jobPath, jobStarted } from '../jobs/job-shapes.js';
import { FileMissing } from '../problems/api-errors.js';
import { parsed } from '../problems/validation.js';
import { findingsPage } from './finding-words.js';
import { findingsQuery, importForm, importFormShown, templateQuery } from './import-shapes.js';
import { ImportsService } from './imports.service.js';
import { returnedSheet } from './returned-sheet.js';
import { SheetUpload } from './sheet-upload.js';
import { template } from './template.js';

/** Permits that are held already, many at once, from a sheet. */
@ApiTags('in and out')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Post()
  @MadeAt('/jobs/{jobId}')
  @WriteEndpoint('import-permits', 'Import a sheet of permits, or try it; a job does it', jobStarted)
  @TakesForm()
  @UseInterceptors(SheetUpload)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: importFormShown })
  async begin(
    @AskedBy() asker: Asker,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() form: unknown,
  ): Promise<JobStarted> {
    if (!file) throw new FileMissing();
    return this.imports.begin(asker, file.buffer, parsed(importForm, { ...(form as object) }));
  }

  @Get('template')
  @ReadEndpoint('import-permits', 'An empty sheet with headings, notes and an example', {
    types: Object.values(sheetTypes),
  })
  async template(
    @Query({ schema: templateQuery }) { format, language }: z.output<typeof templateQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, template(format, language ?? languageOf(request)), `paizhao-import.${format}`);
  }

  @Get(':id/sheet')
  @OnceMade()
  @ReadEndpoint('import-permits', 'The sheet as it came, with what there is to say of each cell', {
    types: Object.values(sheetTypes),
  })
  async sheet(
    @Caller() caller: Principal,
    @Param({ schema: jobPath }) { id }: JobPath,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const language = languageOf(request);
    const { ending, chunks } = await this.imports.made(caller, id, async (sheet) => ({
      ending: sheet.table.format,
      chunks: await gathered(returnedSheet(sheet, language)),
    }));
    await sendFile(response, chunks, `paizhao-import-${id}.${ending}`);
  }

  @Get(':id/findings')
  @OnceMade()
  @ReadEndpoint(
    'import-permits',
    'What became of each row, and what there is to say of its cells, in the order of rows',
    findingsAnswer,
  )
  async findings(
    @Caller() caller: Principal,
    @Param({ schema: jobPath }) { id }: JobPath,
    @Query({ schema: findingsQuery }) asked: z.output<typeof findingsQuery>,
    @Req() request: Request,
  ): Promise<z.output<typeof findingsAnswer>> {
    const language = languageOf(request);
    return this.imports.made(caller, id, (sheet) => ({ jobId: id, ...findingsPage(sheet, asked, language) }));
  }
}

async function gathered(chunks: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}
