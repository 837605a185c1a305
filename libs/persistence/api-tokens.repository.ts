import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor, Limits, Role } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import { AccessGrantRepository, columnsOf, grantHolds, limitsOf } from './access-grants.repository.js';
import type { Act } from './act.js';
import { ApiTokenEntity } from './entities/index.js';

/** With which every token of the house begins. */
export const tokenPrefix = 'pz_';

export type Bearer = Extract<Actor, { kind: 'person' | 'integration' }>;

export interface TokenToIssue extends Partial<Limits> {
  id: string;
  bearer: Bearer;
  roles: Role[];
  /** Names of acts to which the token is limited; left out or null: all that its roles may do. */
  actions?: string[] | null;
  /** UTC instant, or null for a token that does not expire. */
  expiresAt: string | null;
}

/** A token without its secret. */
export interface KnownToken extends Limits {
  id: string;
  bearer: Bearer;
  roles: Role[];
  actions: string[] | null;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** Who asks, with which limits: a person's own, and the token's. */
export interface Presented {
  actor: Bearer;
  roles: Role[];
  actions: string[] | null;
  limits: Limits[];
}

/** By a token of the house; when it was last used (UTC), as far as that was written. */
export interface PresentedToken extends Presented {
  tokenId: string;
  lastUsedAt: string | null;
}

/**
 * A person's grant, as the columns of a row. None: of an integration, and of a person to whom an API before 0.4.0 gave a
 * token after the migration had run; then what the token says holds.
 */
const grantColumns = `
  g.roles as "grantedRoles", g.companies as "grantedCompanies", g.licenses as "grantedLicenses",
  to_char(g.known_from, 'YYYY-MM-DD') as "grantedFrom", to_char(g.known_until, 'YYYY-MM-DD') as "grantedUntil"`;

const isThere = (person: string): string =>
  `not exists (select from paizhao.people p where p.id = ${person} and not p.active)`;

const tokenSql = `
  select t.id, t.person_id as "personId", t.integration, t.roles, t.actions, t.companies, t.licenses,
         to_char(t.known_from, 'YYYY-MM-DD') as "knownFrom", to_char(t.known_until, 'YYYY-MM-DD') as "knownUntil",
         paizhao.instant(t.last_used_at) as "lastUsedAt", ${grantColumns}
    from paizhao.api_tokens t left join paizhao.access_grants g on g.person_id = t.person_id
   where t.hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $3)
     and ${grantHolds('$2')} and ${isThere('t.person_id')}`;

const identitySql = `
  select i.person_id as "personId", ${grantColumns}
    from paizhao.identities i join paizhao.access_grants g on g.person_id = i.person_id
   where i.fingerprint = $1 and ${grantHolds('$2')} and ${isThere('i.person_id')}`;

/** Bearer tokens: prefix and 32 random bytes, of which only the SHA-256 is stored. */
export class ApiTokenRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Call within a transaction. Gives the token's text, for the only time. A token cannot do what its person may not: the
   * person is given the roles that it names, and who has none yet the limits of the token with them.
   */
  async issue(token: TokenToIssue, act: Act): Promise<string> {
    const secret = tokenPrefix + randomBytes(32).toString('base64url');
    const { id, bearer, roles, expiresAt, actions = null, scope = null, period = null } = token;
    if (bearer.kind === 'person')
      await new AccessGrantRepository(this.manager).give(bearer.id, roles, { scope, period }, act);
    const head = await lockHead(this.manager, houseStream);
    await this.manager.insert(ApiTokenEntity, {
      id,
      hash: hashOf(secret),
      personId: bearer.kind === 'person' ? bearer.id : null,
      integration: bearer.kind === 'integration' ? bearer.id : null,
      roles,
      actions,
      ...columnsOf({ scope, period }),
      expiresAt,
    });
    const data = { tokenId: id, bearer, roles, expiresAt, actions, scope, period };
    await this.note(head, act, { type: 'token-issued', v: 2, data });
    return secret;
  }

  /** Call within a transaction. `bearer`: only a token of that one. False where there is none that is not revoked. */
  async revoke(id: string, bearer: Bearer | null, act: Act): Promise<boolean> {
    const head = await lockHead(this.manager, houseStream);
    const mine = bearer && { [bearer.kind === 'person' ? 'personId' : 'integration']: bearer.id };
    const query = this.manager.createQueryBuilder().update(ApiTokenEntity).set({ revokedAt: act.now });
    const result = await query
      .where({ id, ...mine })
      .andWhere('revoked_at is null')
      .execute();
    if (!result.affected) return false;
    await this.note(head, act, { type: 'token-revoked', v: 1, data: { tokenId: id } });
    return true;
  }

  /** The newest first; everybody's where no bearer is given. */
  async page(
    bearer: Bearer | null,
    after: { storedAt: string; id: string } | null,
    limit: number,
  ): Promise<KnownToken[]> {
    const mine = bearer && { [bearer.kind === 'person' ? 'personId' : 'integration']: bearer.id };
    const query = this.manager
      .createQueryBuilder(ApiTokenEntity, 't')
      .where(mine ?? {})
      .orderBy({ 't.storedAt': 'DESC', 't.id': 'DESC' })
      .limit(limit);
    if (after) query.andWhere('(t.storedAt, t.id) < (:storedAt::timestamptz, :id::uuid)', after);
    const rows = await query.getMany();
    return rows.map((row) => {
      const { id, roles, actions, storedAt: createdAt, expiresAt, revokedAt, lastUsedAt } = row;
      return {
        id,
        bearer: bearerOf(row),
        roles,
        actions,
        ...limitsOf(row),
        createdAt,
        expiresAt,
        revokedAt,
        lastUsedAt,
      };
    });
  }

  /**
   * Who bears the token at `now` (wall clock, UTC, with its civil day); null for an unknown, expired or revoked one, once
   * its person has left, and after the last day on which the person may do anything.
   */
  async presented(secret: string, { now, today }: { now: string; today: string }): Promise<PresentedToken | null> {
    if (!secret.startsWith(tokenPrefix)) return null;
    const rows = (await this.manager.query(tokenSql, [hashOf(secret), today, now])) as TokenRow[];
    const row = rows[0];
    if (!row) return null;
    const { id: tokenId, lastUsedAt, grantedRoles } = row;
    const roles = grantedRoles === null ? row.roles : row.roles.filter((role) => grantedRoles.includes(role));
    const limits = [limitsOf(row), ...(grantedRoles === null ? [] : [grantedLimits(row)])];
    return { actor: bearerOf(row), roles, actions: row.actions, limits, tokenId, lastUsedAt };
  }

  /** Whom an identity provider means; null where nobody is linked with that, or the person has left or may do nothing. */
  async identified(fingerprint: string, today: string): Promise<Presented | null> {
    const rows = (await this.manager.query(identitySql, [fingerprint, today])) as GrantedRow[];
    const row = rows[0];
    if (!row) return null;
    const actor = { kind: 'person' as const, id: row.personId ?? '' };
    return { actor, roles: row.grantedRoles ?? [], actions: null, limits: [grantedLimits(row)] };
  }

  /** Notes the use of a token (UTC). */
  async used(id: string, now: string): Promise<void> {
    await this.manager.query('update paizhao.api_tokens set last_used_at = $2 where id = $1', [id, now]);
  }

  /** Whether any token was ever issued: the first start makes one for the administrator. */
  async any(): Promise<boolean> {
    return (await this.manager.count(ApiTokenEntity, { take: 1 })) > 0;
  }

  private async note(
    head: Awaited<ReturnType<typeof lockHead>>,
    { actor, commandId, now, validOn }: Act,
    entry: { type: string; v: number; data: object },
  ): Promise<void> {
    await append(this.manager, houseStream, head, now, [{ ...entry, validOn, actor, commandId }]);
  }
}

interface GrantedRow {
  personId: string | null;
  grantedRoles: Role[] | null;
  grantedCompanies: string[] | null;
  grantedLicenses: string[] | null;
  grantedFrom: string | null;
  grantedUntil: string | null;
}

interface TokenRow extends GrantedRow {
  id: string;
  integration: string | null;
  roles: Role[];
  actions: string[] | null;
  companies: string[] | null;
  licenses: string[] | null;
  knownFrom: string | null;
  knownUntil: string | null;
  lastUsedAt: string | null;
}

const grantedLimits = (row: GrantedRow): Limits =>
  limitsOf({
    companies: row.grantedCompanies,
    licenses: row.grantedLicenses,
    knownFrom: row.grantedFrom,
    knownUntil: row.grantedUntil,
  });

function bearerOf({ personId, integration }: { personId: string | null; integration: string | null }): Bearer {
  return personId === null ? { kind: 'integration', id: integration ?? '' } : { kind: 'person', id: personId };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
