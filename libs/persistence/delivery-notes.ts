import type { EntityManager } from 'typeorm';
import type { Delivery } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { deliveryStream } from '../ledger/streams.js';
import type { HeartbeatState, OutboxEntity } from './entities/index.js';

/** When something is sent: the license's time (UTC instant) and its civil day. */
export interface SendTime {
  now: string;
  validOn: string;
}

/**
 * Puts on record, in the license's delivery stream, what became of a message. Call it in the transaction that changes
 * the message's row.
 * @param carriedBy key of the digest that carries it
 */
export async function note(
  manager: EntityManager,
  message: Pick<OutboxEntity, 'key' | 'licenseId' | 'seq'>,
  time: SendTime,
  type: string,
  data: object,
  carriedBy: string | null = null,
): Promise<void> {
  const stream = deliveryStream(message.licenseId);
  const head = await lockHead(manager, stream);
  await append(manager, stream, head, time.now, [
    {
      type,
      v: carriedBy === null ? 1 : 2,
      validOn: time.validOn,
      actor: { kind: 'system', id: 'send' },
      commandId: `send:${message.seq}`,
      data: { key: message.key, ...(carriedBy === null ? {} : { message: carriedBy }), ...data },
    },
  ]);
}

/** What is on record of a mail that belongs to no license, after an attempt. */
export function letterStateAfter(delivery: Delivery): HeartbeatState {
  switch (delivery.outcome) {
    case 'accepted':
      return 'sent';
    case 'refused':
      return delivery.permanent ? 'failed' : 'queued';
    case 'lost':
      return delivery.handedOver ? 'uncertain' : 'queued';
    default:
      return delivery satisfies never;
  }
}

/**
 * Servers like to repeat the recipient in their answer. A word is looked at from its beginning only, and no more than
 * the beginning of an answer: it may be anybody's, and of any length.
 */
export function scrubbed(answer: string): string {
  return answer
    .slice(0, 5_000)
    .replace(/"[^"\n]{0,64}"@[^\s<>"',;:()[\]]+/g, '…')
    .replace(/(?<![^\s<>"',;:()[\]])[^\s<>"',;:()[\]]+@[^\s<>"',;:()[\]]+/g, '…')
    .slice(0, 500)
    .replace(unstorable, '');
}

/** Neither PostgreSQL nor canonical JSON holds a NUL or half of a pair; other control characters say nothing. */
const unstorable = /(?![\t\n])[\p{Cc}\p{Surrogate}]/gu;
