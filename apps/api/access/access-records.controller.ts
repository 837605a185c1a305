import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { instantAt } from '../../../libs/calendar/index.js';
import type { Principal } from '../../../libs/domain/index.js';
import { AccessNoteRepository } from '../../../libs/persistence/index.js';
import { ReadEndpoint } from '../commands/command-answer.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { NextPageBy } from '../http/answer-headers.js';
import { accessRecordsAnswer } from '../schemas/access.js';
import { exampleValues } from '../schemas/example-values.js';
import { civilDate, uuid, wholeNumberOr } from '../schemas/fields.js';
import { Caller } from './access.decorators.js';
import { daysBetweenBoth } from './days-asked.js';
import { mustCover } from './period.js';
import { toldAccess } from './told-access.js';

const page = z.strictObject({
  day: civilDate,
  until: civilDate.optional().meta({ description: 'Last day, of 92 at most; `day` alone where it is left out' }),
  by: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Id of the person or program that did it', examples: [exampleValues.owner] }),
  about: uuid.optional().meta({
    description: 'Id of a person whom it concerns, as far as that is known',
    examples: [exampleValues.owner],
  }),
  licenseId: uuid.optional().meta({ examples: [exampleValues.license] }),
  after: wholeNumberOr(0, 0, Number.MAX_SAFE_INTEGER, {
    description: '`next` of the page before; where that names `nextDay`, take it for `day` as well',
  }),
  limit: wholeNumberOr(200, 1, 500),
});

@ApiTags('people and access')
@Controller('access-records')
export class AccessRecordsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly texts: PrivateTexts,
  ) {}

  @Get()
  @NextPageBy({ after: 'next', day: 'nextDay' })
  @ReadEndpoint(
    'read-access-records',
    'What was denied on a day, to whom, why and how often, who exported what, who read papers that show persons (written every few seconds), and who asked what about the past',
    accessRecordsAnswer,
  )
  async list(
    @Caller() caller: Principal,
    @Query({ schema: page }) { day, until = day, after, limit, ...conditions }: z.output<typeof page>,
  ): Promise<object> {
    const days = daysBetweenBoth(day, until, '/day');
    for (const each of [day, until]) mustCover(caller, instantAt(each, '12:00'));
    const notes = new AccessNoteRepository(this.dataSource.manager);
    const found = await notes.find({ days, after, limit, ...conditions });
    // Why somebody looked is written for those who may read this record.
    const records = await this.texts.reveal(found.map(toldAccess));
    const last = records.length === limit ? records.at(-1) : undefined;
    return { day, until, records, next: last?.seq ?? null, nextDay: last?.day ?? null };
  }
}
