import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AlarmRepository } from '../../../libs/persistence/index.js';
import { wordsOf } from '../../../libs/watch/index.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { alarmsAnswer } from '../schemas/answers.js';
import { wholeNumberOr } from '../schemas/fields.js';

const filter = z.strictObject({
  all: z.enum(['true', 'false']).default('false').meta({ description: 'Those that are over too, newest first' }),
  limit: wholeNumberOr(200, 1, 500),
});

@ApiTags('watch')
@Controller('alarms')
export class AlarmsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ReadEndpoint('read-alarms', 'What should not be so: silence, stuck work, and who was told how', alarmsAnswer)
  async list(@Query({ schema: filter }) { all, limit }: z.output<typeof filter>): Promise<object> {
    const rows = await new AlarmRepository(this.dataSource.manager).list({ all: all === 'true', limit });
    const alarms = rows.map((row) => {
      const words = wordsOf(row.kind);
      return { ...row, words: words && { zh: words.zh, en: words.en }, runbook: `docs/runbook.md#${row.kind}` };
    });
    return { alarms };
  }
}
