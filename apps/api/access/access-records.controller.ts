import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { instantAt } from '../../../libs/calendar/index.js';
import type { Principal } from '../../../libs/domain/index.js';
import { readStream } from '../../../libs/ledger/append.js';
import { type Envelope, openBody } from '../../../libs/ledger/envelope.js';
import { accessStream } from '../../../libs/ledger/streams.js';
import type { RecordedQuestion } from '../as-of/asked-questions.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { Disclosure } from '../commands/disclosure.js';
import { accessRecordsAnswer } from '../schemas/access.js';
import { civilDate } from '../schemas/fields.js';
import { Caller } from './access.decorators.js';
import type { RecordedDenial } from './access-records.js';
import { mustCover } from './period.js';
import type { RecordedRead } from './sensitive-reads.js';

const page = z.strictObject({
  day: civilDate,
  after: z.coerce.number().int().min(0).default(0).meta({ description: '`next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

@ApiTags('people and access')
@Controller('access-records')
export class AccessRecordsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly disclosure: Disclosure,
  ) {}

  @Get()
  @ReadEndpoint(
    'read-access-records',
    'What was denied on a day, to whom, why and how often, who exported what, who read papers that show persons (written every few seconds), and who asked what about the past',
    accessRecordsAnswer,
  )
  async list(
    @Caller() caller: Principal,
    @Query({ schema: page }) { day, after, limit }: z.output<typeof page>,
  ): Promise<object> {
    mustCover(caller, instantAt(day, '12:00'));
    const rows = await readStream(this.dataSource, accessStream(day), after, limit);
    const records = await this.disclosure.to(
      caller,
      rows.map(({ body }) => told(openBody(body))),
    );
    return { day, records, next: records.length === limit ? (records.at(-1)?.seq ?? null) : null };
  }
}

/**
 * A denial, an export, a read, a question about the past, or what is kept about somebody; of types of a newer release
 * only that something is there.
 */
function told({ seq, recordedAt, type, actor, data }: Envelope): { seq: number } & Record<string, unknown> {
  switch (type) {
    case 'access-denied':
      return { seq, recordedAt, kind: 'denied', ...(data as RecordedDenial) };
    case 'licenses-exported':
      return { seq, recordedAt, kind: 'exported', who: actor, ...(data as object) };
    case 'papers-read':
      return { seq, recordedAt, kind: 'read', ...(data as RecordedRead) };
    case 'as-of-asked':
      return { seq, recordedAt, kind: 'asked', who: actor, ...(data as RecordedQuestion) };
    case 'personal-data-exported':
      return { seq, recordedAt, kind: 'personal-data', who: actor, ...(data as object) };
    default:
      return { seq, recordedAt, kind: type, who: actor };
  }
}
