import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { Caller } from '../access/access.decorators.js';
import { Reason, TakesReason } from '../access/access-reason.js';
import { ReadEndpoint, SentInPieces } from '../commands/command-answer.js';
import { NextPageBy } from '../http/answer-headers.js';
import { sendBytes } from '../http/send-file.js';
import { accessPlace } from '../portfolio/cursor.js';
import { exampleValues } from '../schemas/example-values.js';
import { civilDate, uuid, wholeNumberOr } from '../schemas/fields.js';
import { type AccessAboutPerson, accessAboutPerson, personalData } from '../schemas/personal-data.js';
import { PersonalDataService } from './personal-data.service.js';

const personPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.owner] }) });
const window = z.strictObject({
  from: civilDate.optional().meta({ description: 'A month before the end where it is left out' }),
  until: civilDate.optional().meta({ description: 'Today where it is left out' }),
  before: accessPlace.optional(),
  limit: wholeNumberOr(200, 1, 500),
});

@ApiTags('personal data')
@Controller('people/:id')
export class PersonalDataController {
  constructor(private readonly data: PersonalDataService) {}

  @Get('personal-data')
  @TakesReason()
  @SentInPieces()
  @ReadEndpoint(
    'read-personal-data',
    'All that is kept about a person: for the person, or an administrator; who was given it is on record',
    personalData,
  )
  async give(
    @Caller() caller: Principal,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Reason() reason: string | null,
    @Res() response: Response,
  ): Promise<void> {
    const pieces = await this.data.give(caller, id, reason);
    response.type('application/json; charset=utf-8');
    await sendBytes(response, pieces);
  }

  @Get('access-records')
  @NextPageBy({ before: 'next' })
  @ReadEndpoint(
    'read-personal-data',
    'Who read, exported, asked or was denied what about a person, and why, the newest first: for the person, or an administrator',
    accessAboutPerson,
  )
  accessTo(
    @Caller() caller: Principal,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Query({ schema: window }) asked: z.output<typeof window>,
  ): Promise<AccessAboutPerson> {
    return this.data.accessTo(caller, id, asked);
  }
}
