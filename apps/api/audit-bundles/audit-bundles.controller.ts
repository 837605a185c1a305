import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { sendBytes } from '../http/send-file.js';
import { civilDate, type LicensePath, licensePath } from '../schemas/fields.js';
import { AuditBundles } from './audit-bundles.service.js';

const asked = z.strictObject({
  from: civilDate.meta({ description: 'The first day that deadlines, messages, files and reports cover' }),
  to: civilDate.meta({ description: 'The last one' }),
  files: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: 'With the files of these days, and names and reasons in the reports: personal data' }),
});

/** What an auditor is handed about a license, to be verified without this server. */
@ApiTags('audit')
@Controller('licenses/:id')
export class AuditBundlesController {
  constructor(private readonly bundles: AuditBundles) {}

  @Get('audit-bundle')
  @TakesReason()
  @ReadEndpoint(
    'export-audit-bundle',
    'The audit bundle of the license as a ZIP: whole chains, checkpoints and proofs, law, documents, dates, messages, reports (paizhao verify)',
    { types: ['application/zip'] },
  )
  async bundle(
    @Caller() caller: Principal,
    @Param({ schema: licensePath }) { id: licenseId }: LicensePath,
    @Query({ schema: asked }) { from, to, files }: z.output<typeof asked>,
    @Reason() reason: string | null,
    @Res() response: Response,
  ): Promise<void> {
    await this.bundles.send(caller, { licenseId, from, to, files }, reason, (bytes) => {
      response
        .set('Content-Type', 'application/zip')
        .set('Content-Disposition', `attachment; filename="paizhao-audit-${licenseId}-${from}-${to}.zip"`)
        .set('Content-Security-Policy', "default-src 'none'; sandbox");
      return sendBytes(response, bytes);
    });
  }
}
