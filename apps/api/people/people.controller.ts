import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Principal } from '../../../libs/domain/index.js';
import { AskedBy, type Asker, Caller } from '../access/access.decorators.js';
import { ReadEndpoint, WriteEndpoint } from '../commands/command-answer.js';
import { MadeAt } from '../http/answer-headers.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { PersonService } from './person.service.js';

const newPerson = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    mail: z.email().max(320),
    language: z.enum(['zh', 'en']).default('zh').meta({ description: 'Language of the mails' }),
  })
  .meta({ id: 'NewPerson', examples: [{ name: '示例三', mail: 'owner@example.com', language: 'zh' }] });

const person = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mail: z.string(),
    language: z.enum(['zh', 'en']),
    active: z.boolean(),
    failingSince: z.string().nullable().meta({
      format: 'date-time',
      description: 'Mail to this address comes back since then; null again once the address is changed',
    }),
    erasedAt: z.string().nullable().meta({
      format: 'date-time',
      description: 'Since then name and address are destroyed: the one reads “已删除 (erased)”, the other is empty',
    }),
  })
  .meta({ id: 'Person' });

const personPath = z.strictObject({ id: uuid.meta({ examples: [exampleValues.owner] }) });

@ApiTags('people and access')
@Controller('people')
export class PeopleController {
  constructor(private readonly people: PersonService) {}

  @Post()
  @MadeAt('/people/{personId}')
  @WriteEndpoint('create-person', 'Add a person: to act, or to be told', z.object({ personId: z.uuid() }))
  add(
    @AskedBy() asker: Asker,
    @Body({ schema: newPerson }) body: z.output<typeof newPerson>,
  ): Promise<{ personId: string }> {
    return this.people.add(asker, body);
  }

  @Get()
  @ReadEndpoint(
    'read-people',
    'Everybody, with names and mail addresses; within a scope, the people of its licenses',
    z.object({ people: z.array(person) }),
  )
  async list(@Caller() caller: Principal): Promise<{ people: z.output<typeof person>[] }> {
    return { people: await this.people.list(caller) };
  }

  @Get(':id')
  @ReadEndpoint('read-people', 'A person, with name and mail address', person)
  one(
    @Caller() caller: Principal,
    @Param({ schema: personPath }) { id }: z.output<typeof personPath>,
  ): Promise<z.output<typeof person>> {
    return this.people.find(caller, id);
  }
}
