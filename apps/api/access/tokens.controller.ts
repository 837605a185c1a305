import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { formatInstant, parseInstant } from '../../../libs/calendar/index.js';
import { commandIdFor, paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  ApiTokenRepository,
  Cipher,
  CommandRepository,
  PersonNotFound,
  type TokenToIssue,
} from '../../../libs/persistence/index.js';
import { WriteEndpoint } from '../commands/command-answer.js';
import { PersonService } from '../people/person.service.js';
import { TokenAlreadyShown } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';
import { exampleValues } from '../schemas/example-values.js';
import { uuid } from '../schemas/fields.js';
import { AskedBy, type Asker, principalName } from './access.decorators.js';

const role = z.enum(['officer', 'approver', 'auditor', 'admin', 'postmaster']);

const newToken = z
  .strictObject({
    personId: uuid.nullable().default(null),
    integration: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .nullable()
      .default(null)
      .meta({ description: 'Name of a program, instead of a person' }),
    roles: z.array(role).min(1).max(4),
    expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .refine((token) => (token.personId === null) !== (token.integration === null), {
    path: ['personId'],
    error: 'a token belongs to a person or to an integration',
    params: { code: 'field-invalid', remedy: 'Give personId or integration, not both.' },
  })
  .refine(({ roles, personId }) => !roles.includes('postmaster') || (roles.length === 1 && personId === null), {
    path: ['roles'],
    error: 'a mail server hands in what came back, and does nothing else',
    params: { code: 'field-invalid', remedy: 'Give an integration of its own the role postmaster alone.' },
  })
  .meta({ id: 'NewToken', examples: [{ personId: exampleValues.owner, roles: ['officer'] }] });

const issued = z.object({ id: z.uuid(), token: z.string() }).meta({ id: 'IssuedToken' });

@ApiTags('people and access')
@Controller('tokens')
export class TokensController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly people: PersonService,
    private readonly clock: LicenseClock,
  ) {}

  @Post()
  @WriteEndpoint('issue-token', 'Issue a bearer token; it is shown this once and never again', issued)
  issue(
    @AskedBy() asker: Asker,
    @Body({ schema: newToken }) body: z.output<typeof newToken>,
  ): Promise<z.output<typeof issued>> {
    const principal = principalName(asker.caller);
    const { actor } = asker.caller;
    const id = uuid5(paizhaoNamespace, 'token', principal, asker.key);
    const commandId = commandIdFor(principal, id, asker.key);
    const { now, today } = this.clock.now();
    return this.dataSource.transaction(async (manager) => {
      const commands = new CommandRepository(manager);
      const fingerprint = this.cipher.fingerprint({ act: 'issue-token', ...body });
      const stored = await commands.store({
        id: commandId,
        subjectId: id,
        principal,
        actor,
        fingerprint,
        body: { type: 'issue-token' },
      });
      if (stored.reply) throw new TokenAlreadyShown(id);
      const bearer = await this.bearerOf(manager, body);
      const expiresAt = body.expiresAt === null ? null : formatInstant(parseInstant(body.expiresAt));
      const act = { actor, commandId, now, validOn: today };
      const token = await new ApiTokenRepository(manager).issue({ id, bearer, roles: body.roles, expiresAt }, act);
      await commands.reply(commandId, 0, { id });
      return { id, token };
    });
  }

  private async bearerOf(
    manager: EntityManager,
    { personId, integration }: z.output<typeof newToken>,
  ): Promise<TokenToIssue['bearer']> {
    if (personId === null) return { kind: 'integration', id: integration ?? '' };
    if (!(await this.people.exists(manager, personId))) throw new PersonNotFound(personId, '/personId');
    return { kind: 'person', id: personId };
  }
}
