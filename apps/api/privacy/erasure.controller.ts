import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskedBy, type Asker } from '../access/access.decorators.js';
import { CommandEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { exampleValues } from '../schemas/example-values.js';
import { type LicensePath, licensePath, uuid } from '../schemas/fields.js';
import * as bodies from '../schemas/privacy.js';
import {
  type CompanyTextsErased,
  type ErasedPerson,
  ErasureService,
  type HouseTextsErased,
} from './erasure.service.js';

const personPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.owner] }) });
const companyPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.company] }) });

/** The end of personal data. */
@ApiTags('personal data')
@Controller()
export class ErasureController {
  constructor(private readonly erasures: ErasureService) {}

  @Post('people/:id/erasure')
  @WriteEndpoint(
    'erase-person',
    'Erase the personal data of somebody who has left: for good, also in old copies of the database that do not hold its key; what was done stays on record, without a name',
    bodies.erasedPerson,
    200,
  )
  erasePerson(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: bodies.personErasure }) body: bodies.PersonErasureBody,
  ): Promise<ErasedPerson> {
    return this.erasures.erasePerson(asker, id, body);
  }

  @Post('licenses/:id/erasures')
  @CommandEndpoint(
    'erase-texts',
    'Erase what people wrote, names, or files (materials, scans), for good: the record keeps that something was there, and of a file its hash',
    200,
    bodies.erasedOfLicense,
  )
  eraseOfLicense(
    @AskedBy() asker: Asker,
    @Param({ schema: licensePath }) { id }: LicensePath,
    @Body({ schema: bodies.erasureOfLicense }) body: bodies.ErasureOfLicenseBody,
  ): Promise<bodies.ErasedOfLicense> {
    return this.erasures.eraseOfLicense(asker, id, body);
  }

  @Post('companies/:id/erasures')
  @WriteEndpoint(
    'erase-texts',
    'Erase the name of a former legal representative or shareholder, for good; not of those by whom the company is known while it has a license',
    bodies.companyTextsErased,
    200,
  )
  eraseTextsOfCompany(
    @AskedBy() asker: Asker,
    @Param({ schema: companyPath }) { id }: z.output<typeof companyPath>,
    @Body({ schema: bodies.textsErasure }) body: bodies.TextsErasureBody,
  ): Promise<CompanyTextsErased> {
    return this.erasures.eraseTextsOfCompany(asker, id, body);
  }

  @Post('house/erasures')
  @WriteEndpoint(
    'erase-house-texts',
    'Erase what people wrote for the house, for good: evidence of readings that are not in force, reasons of ladders, erasures and questions about the past',
    bodies.houseTextsErased,
    200,
  )
  eraseTextsOfHouse(
    @AskedBy() asker: Asker,
    @Body({ schema: bodies.textsErasure }) body: bodies.TextsErasureBody,
  ): Promise<HouseTextsErased> {
    return this.erasures.eraseTextsOfHouse(asker, body);
  }
}
