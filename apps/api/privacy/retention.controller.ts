import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { NeedsVersion } from '../http/versions.js';
import {
  keptRetentionPeriod,
  type RetentionAnswer,
  retentionAnswer,
  retentionKind,
  retentionPeriod,
} from '../schemas/privacy.js';
import { RetentionService } from './retention.service.js';

const kindPath = z.strictObject({ kind: retentionKind.meta({ examples: ['messages'] }) });

@ApiTags('personal data')
@Controller('retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get('report')
  @ReadEndpoint(
    'read-retention',
    'How long what need not stay is kept, and what goes next, on which day',
    retentionAnswer,
  )
  report(): Promise<RetentionAnswer> {
    return this.retention.report();
  }

  @Put('periods/:kind')
  @NeedsVersion()
  @WriteEndpoint(
    'choose-retention',
    'Choose how long something is kept, in days; the version is that of `GET /retention/report`',
    keptRetentionPeriod,
    200,
  )
  choose(
    @AskedBy() asker: Asker,
    @Param({ schema: kindPath }) { kind }: z.output<typeof kindPath>,
    @Body({ schema: retentionPeriod }) { days }: z.output<typeof retentionPeriod>,
  ): Promise<z.output<typeof keptRetentionPeriod>> {
    return this.retention.choose(asker, kind, days);
  }
}
