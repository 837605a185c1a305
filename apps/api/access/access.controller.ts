import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { NeedsVersion } from '../http/versions.js';
import {
  type AccessOfPersonBody,
  accessOfPerson,
  identity,
  type KeptAccess,
  keptAccess,
  linkedIdentity,
  type OwnAccessAnswer,
  ownAccess,
} from '../schemas/access.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { AskedBy, type Asker, Caller } from './access.decorators.js';
import { AccessService } from './access.service.js';

const personPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.owner] }) });

/** Who may do what, of what, and until when. */
@ApiTags('people and access')
@Controller()
export class AccessController {
  constructor(private readonly access: AccessService) {}

  @Get('access')
  @ReadEndpoint('read-own-access', 'Who you are here, what you may do, and to what you are limited', ownAccess)
  own(@Caller() caller: Principal): Promise<OwnAccessAnswer> {
    return this.access.own(caller);
  }

  @Get('people/:id/access')
  @ReadEndpoint('read-access', 'What a person may do', keptAccess)
  read(@Param({ schema: personPath }) { id }: z.output<typeof personPath>): Promise<KeptAccess> {
    return this.access.read(id);
  }

  @Put('people/:id/access')
  @NeedsVersion()
  @WriteEndpoint(
    'grant-access',
    'Give and take roles, and limit a person to companies, licenses, a period; all of it; never one’s own',
    keptAccess,
    200,
  )
  change(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: accessOfPerson }) body: AccessOfPersonBody,
  ): Promise<KeptAccess> {
    return this.access.change(asker, id, body);
  }

  @Put('people/:id/identity')
  @NeedsVersion()
  @WriteEndpoint('grant-access', 'Link a person with what the identity provider calls them', linkedIdentity, 200)
  link(
    @AskedBy() asker: Asker,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
    @Body({ schema: identity }) { subject }: z.output<typeof identity>,
  ): Promise<{ personId: string; linked: boolean }> {
    return this.access.link(asker, id, subject);
  }
}
