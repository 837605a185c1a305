import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret of one endpoint, as it is shown: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

export interface SignedMessage {
  /** The same for every attempt, so that the receiver can tell a repeat. */
  id: string;
  /** Of the attempt. */
  seconds: number;
  body: string;
}

/**
 * The headers of a message by the Standard Webhooks specification 1.0.0. While a secret is being replaced there are
 * two of them, newest first, and as many signatures.
 */
export function webhookHeaders(
  { id, seconds, body }: SignedMessage,
  secrets: readonly string[],
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => signature(secret, `${id}.${seconds}.${body}`)).join(' '),
  };
}

function signature(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return `v1,${createHmac('sha256', key).update(content, 'utf8').digest('base64')}`;
}
