import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { WriteEndpoint } from '../commands/command-answer.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { erasedPerson, type PersonErasureBody, personErasure } from '../schemas/privacy.js';
import { type ErasedPerson, ErasureService } from './erasure.service.js';

const personPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.owner] }) });

@ApiTags('people and access')
@Controller('people/:id')
export class ErasureController {
  constructor(private readonly erasures: ErasureService) {}

  @Post('erasure')
  @WriteEndpoint(
    'erase-person',
    'Erase the personal data of somebody who has left: for good, in old copies of the database too; what was done stays on record without a name',
    erasedPerson,
    200,
  )
  erase(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: personErasure }) body: PersonErasureBody,
  ): Promise<ErasedPerson> {
    return this.erasures.erasePerson(asker, id, body);
  }
}
