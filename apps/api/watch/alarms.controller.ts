import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AlarmRepository } from '../../../libs/persistence/index.js';
import { wordsOf } from '../../../libs/watch/index.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { alarmsAnswer } from '../schemas/answers.js';
import { uuid, wholeNumberOr } from '../schemas/fields.js';

const filter = z.strictObject({
  all: z.enum(['true', 'false']).default('false').meta({ description: 'Those that are over too, newest first' }),
  after: uuid.optional().meta({ description: '`next` of the page before' }),
  limit: wholeNumberOr(200, 1, 500),
});

@ApiTags('watch')
@Controller('alarms')
export class AlarmsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ReadEndpoint('read-alarms', 'What should not be so: silence, stuck work, and who was told how', alarmsAnswer)
  async list(@Query({ schema: filter }) { all, after, limit }: z.output<typeof filter>): Promise<object> {
    const page = { all: all === 'true', after: after ?? null, limit: limit + 1 };
    const found = await new AlarmRepository(this.dataSource.manager).list(page);
    const shown = found.slice(0, limit);
    const alarms = shown.map((row) => {
      const words = wordsOf(row.kind);
      return { ...row, words: words && { zh: words.zh, en: words.en }, runbook: `docs/runbook.md#${row.kind}` };
    });
    return { alarms, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }
}
