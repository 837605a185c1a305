import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { formatInstant, parseInstant } from '../../../libs/calendar/index.js';
import { InvalidInput, type Principal } from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  AccessGrantRepository,
  ApiTokenRepository,
  type Bearer,
  type KnownToken,
} from '../../../libs/persistence/index.js';
import { HouseDesk } from '../house/house-desk.js';
import { PersonService } from '../people/person.service.js';
import { TokenAlreadyShown } from '../problems/api-errors.js';
import type { NewToken } from '../schemas/access.js';
import { type Asker, principalName } from './access.decorators.js';
import { OwnAccess, TokenHidden, TokenNotFound } from './access-errors.js';
import { mustBeKnown } from './scope-check.js';

/** Bearer tokens: issued by administrators, each on the house's record; shown once. */
@Injectable()
export class TokensService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly people: PersonService,
  ) {}

  /** @throws PersonNotFound, PersonGone, ScopeUnknown, OwnAccess, `field-invalid` where it would be over already; TokenAlreadyShown where it was issued before */
  async issue(asker: Asker, body: NewToken): Promise<{ id: string; token: string }> {
    const id = uuid5(paizhaoNamespace, 'token', principalName(asker.caller), asker.key);
    const { roles, actions, scope, period } = body;
    const expiresAt = body.expiresAt === null ? null : formatInstant(parseInstant(body.expiresAt));
    let token: string | null = null;
    await this.desk.once(asker, { act: 'issue-token', subjectId: id, body }, async (manager, act) => {
      if (expiresAt !== null && expiresAt <= act.now) throw expiryPast();
      const bearer = await this.bearerOf(manager, body, asker.caller);
      await mustBeKnown(manager, scope, '/scope');
      const asked = { id, bearer, roles, actions, scope, period, expiresAt };
      token = await new ApiTokenRepository(manager).issue(asked, act);
      return { id };
    });
    if (token === null) throw new TokenAlreadyShown(id);
    return { id, token };
  }

  /** One's own, or everybody's for an administrator. */
  page(caller: Principal, after: { storedAt: string; id: string } | null, limit: number): Promise<KnownToken[]> {
    return new ApiTokenRepository(this.dataSource.manager).page(whoseTokens(caller), after, limit);
  }

  /** One's own, or anybody's for an administrator. @throws TokenNotFound */
  revoke(asker: Asker, id: string): Promise<{ id: string }> {
    const bearer = whoseTokens(asker.caller);
    return this.desk.once(asker, { act: 'revoke-token', subjectId: id, body: {} }, async (manager, act) => {
      if (await new ApiTokenRepository(manager).revoke(id, bearer, act)) return { id };
      throw bearer === null ? new TokenNotFound(id) : new TokenHidden(id);
    });
  }

  private async bearerOf(
    manager: EntityManager,
    { personId, integration, roles }: NewToken,
    { actor }: Principal,
  ): Promise<Bearer> {
    if (personId === null) return { kind: 'integration', id: integration ?? '' };
    await this.people.mustBeHere(manager, personId, '/personId');
    const grant = await new AccessGrantRepository(manager).find(personId);
    if (actor.id === personId && !roles.every((role) => grant.roles.includes(role))) throw new OwnAccess();
    return { kind: 'person', id: personId };
  }
}

const expiryPast = (): InvalidInput =>
  new InvalidInput('field-invalid', 'the token would be over before it is issued', {
    pointer: '/expiresAt',
    remedy: 'Give a moment that lies ahead; null for a token that does not expire.',
  });

/** Null for everybody's: an administrator of the whole house. */
function whoseTokens({ actor, roles, scopes }: Principal): Bearer | null {
  if (roles.includes('admin') && scopes.length === 0) return null;
  return actor as Bearer;
}
