import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Principal, Role } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import { ApiTokenEntity } from './entities/index.js';

const prefix = 'pz_';

export interface TokenToIssue {
  id: string;
  bearer: { kind: 'person'; id: string } | { kind: 'integration'; id: string };
  roles: Role[];
  /** UTC instant, or null for a token that does not expire. */
  expiresAt: string | null;
}

/** Bearer tokens: prefix and 32 random bytes, of which only the SHA-256 is stored. */
export class ApiTokenRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. Gives the token's text, for the only time. */
  async issue(token: TokenToIssue, act: Act): Promise<string> {
    const secret = prefix + randomBytes(32).toString('base64url');
    const head = await lockHead(this.manager, houseStream);
    await this.manager.insert(ApiTokenEntity, {
      id: token.id,
      hash: hashOf(secret),
      personId: token.bearer.kind === 'person' ? token.bearer.id : null,
      integration: token.bearer.kind === 'integration' ? token.bearer.id : null,
      roles: token.roles,
      expiresAt: token.expiresAt,
    });
    const { id, ...data } = token;
    await this.note(head, act, 'token-issued', { tokenId: id, ...data });
    return secret;
  }

  /** Call within a transaction. False where there is no such token or it is revoked already. */
  async revoke(id: string, act: Act): Promise<boolean> {
    const head = await lockHead(this.manager, houseStream);
    const result = await this.manager
      .createQueryBuilder()
      .update(ApiTokenEntity)
      .set({ revokedAt: act.now })
      .where('id = :id and revoked_at is null', { id })
      .execute();
    if (!result.affected) return false;
    await this.note(head, act, 'token-revoked', { tokenId: id });
    return true;
  }

  /** Who bears the token at `now` (wall clock, UTC); null for an unknown, expired or revoked one, and once its person has left. */
  async principalOf(secret: string, now: string): Promise<Principal | null> {
    if (!secret.startsWith(prefix)) return null;
    const rows = (await this.manager.query(
      `select person_id, integration, roles from paizhao.api_tokens
        where hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)
          and not exists (select 1 from paizhao.people p where p.id = person_id and not p.active)`,
      [hashOf(secret), now],
    )) as { person_id: string | null; integration: string | null; roles: Role[] }[];
    const row = rows[0];
    if (!row) return null;
    if (row.person_id !== null) return { actor: { kind: 'person', id: row.person_id }, roles: row.roles };
    return { actor: { kind: 'integration', id: row.integration ?? '' }, roles: row.roles };
  }

  /** Whether any token was ever issued: the first start makes one for the administrator. */
  async any(): Promise<boolean> {
    return (await this.manager.count(ApiTokenEntity, { take: 1 })) > 0;
  }

  private async note(head: Awaited<ReturnType<typeof lockHead>>, act: Act, type: string, data: object): Promise<void> {
    const { actor, commandId, now, validOn } = act;
    await append(this.manager, houseStream, head, now, [{ type, v: 1, validOn, actor, commandId, data }]);
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
