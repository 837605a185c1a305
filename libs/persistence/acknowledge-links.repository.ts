import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AcknowledgeLinkEntity } from './entities/index.js';

/** A link before its message is kept. The token stands in the message alone. */
export interface NewLink {
  token: string;
  outboxKey: string;
  /** UTC instant, by the license's time. */
  expiresAt: string;
}

/** 256 random bits, in the alphabet of URLs. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Stores links by their tokens' hashes. Call it in the transaction that keeps the message. */
export async function putLinks(manager: EntityManager, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return;
  await manager.insert(
    AcknowledgeLinkEntity,
    links.map(({ token, outboxKey, expiresAt }) => ({ tokenHash: hashOf(token), outboxKey, expiresAt })),
  );
}

/** The one-use links in mails. */
export class AcknowledgeLinkRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Null for a token that nobody was given. */
  find(token: string): Promise<AcknowledgeLinkEntity | null> {
    return this.manager.findOneBy(AcknowledgeLinkEntity, { tokenHash: hashOf(token) });
  }

  /** Marks the link as used; the first use counts. */
  async use(token: string, now: string): Promise<void> {
    await this.manager.query(
      'update paizhao.acknowledge_links set used_at = $2 where token_hash = $1 and used_at is null',
      [hashOf(token), now],
    );
  }

  /** Removes what expired a month before `now` (UTC); until then a late visitor hears the same as of any other link. */
  async sweep(now: string): Promise<void> {
    await this.manager.query(
      `delete from paizhao.acknowledge_links where expires_at < $1::timestamptz - interval '30 days'`,
      [now],
    );
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest();
