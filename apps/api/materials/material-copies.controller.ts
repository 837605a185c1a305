import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { type CommandAnswer, CommandEndpoint, ReadEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { type FilingPath, filingPath, uuid, wholeNumberOr } from '../schemas/fields.js';
import { materialCopy } from '../schemas/filing.js';
import { MaterialCopies } from './material-copies.js';

const day = z.string().meta({ format: 'date' });

const documentsAnswer = z
  .object({
    documents: z.array(
      z.object({
        licenseId: z.uuid(),
        filingId: z.string(),
        requirementId: z.string(),
        materialId: z.string(),
        version: z.int(),
        sha256: z.string(),
        bytes: z.int(),
        mediaType: z.string(),
        issuedOn: day.nullable(),
        sealed: z.boolean().nullable(),
        suppliedOn: day,
      }),
    ),
    next: z.uuid().nullable().meta({ description: 'Where the next page begins; null on the last one' }),
  })
  .meta({ id: 'KnownDocuments' });

const mostLicenses = 50;
const documentsQuery = z.strictObject({
  after: uuid.optional().meta({ description: '`next` of the page before' }),
  licenses: wholeNumberOr(mostLicenses, 1, mostLicenses, { description: 'Documents of how many licenses at a time' }),
});

/** Documents that are there already. */
@ApiTags('filings')
@Controller('licenses/:id/filings/:filingId')
export class MaterialCopiesController {
  constructor(private readonly copies: MaterialCopies) {}

  @Get('documents')
  @ReadEndpoint(
    'read-material',
    'Documents of the company that can be supplied again, some licenses at a time: the newest first, each content once',
    documentsAnswer,
  )
  async known(
    @Caller() caller: Principal,
    @Param({ schema: filingPath }) at: FilingPath,
    @Query({ schema: documentsQuery }) { after, licenses }: z.output<typeof documentsQuery>,
  ): Promise<z.output<typeof documentsAnswer>> {
    return this.copies.known(at, { after: after ?? null, licenses }, caller);
  }

  @Post('materials/copies')
  @MadeAt('/licenses/{id}/filings/{filingId}/requirements')
  @CommandEndpoint('supply-material', 'Supply a document that the company has on record, without another upload', 201)
  copy(
    @AskedBy() asker: Asker,
    @Param({ schema: filingPath }) at: FilingPath,
    @Body({ schema: materialCopy }) body: z.output<typeof materialCopy>,
  ): Promise<CommandAnswer> {
    return this.copies.supply(asker, at, body);
  }
}
