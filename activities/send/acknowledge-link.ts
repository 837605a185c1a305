import type { NewLink, OutboxEntity } from '../../libs/persistence/index.js';

const lifeMs = 60 * 86_400_000;

/** The link by which the recipient of a message acknowledges it, and what is kept of it: it lives for sixty days. */
export function acknowledgeLink(
  { key }: OutboxEntity,
  token: string,
  publicUrl: string,
  now: string,
): { url: string; link: NewLink } {
  const expiresAt = new Date(Date.parse(now) + lifeMs).toISOString();
  return { url: `${publicUrl}/acknowledge/${token}`, link: { token, outboxKey: key, expiresAt } };
}
