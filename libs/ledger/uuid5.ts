import { createHash } from 'node:crypto';

/** Root of every name-based id of this product; it never changes. */
export const paizhaoNamespace = '7a1f0a9e-3c54-5a0e-9d0b-6f2b8f6f5c11';

/**
 * UUID version 5 (RFC 9562 section 5.5): the same names in the same order always give the same id. Several names are
 * joined by a line feed, which none of them may contain.
 */
export function uuid5(namespace: string, ...names: string[]): string {
  const hash = createHash('sha1').update(uuidBytes(namespace)).update(names.join('\n'), 'utf8').digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** A retried creation with the same key by the same principal is the same license. */
export const licenseIdFor = (principal: string, idempotencyKey: string): string =>
  uuid5(paizhaoNamespace, 'license', principal, idempotencyKey);

export const companyIdFor = (principal: string, idempotencyKey: string): string =>
  uuid5(paizhaoNamespace, 'company', principal, idempotencyKey);

/** Id of a command that a principal sends to one license (or company, by its id). */
export const commandIdFor = (principal: string, subjectId: string, idempotencyKey: string): string =>
  uuid5(paizhaoNamespace, 'command', principal, subjectId, idempotencyKey);

/** Id of an event of a company's or the house's stream, by which the fan-out carries it. */
export const eventIdFor = (stream: string, seq: number): string =>
  uuid5(paizhaoNamespace, 'event', stream, String(seq));

/** Id of the command by which one event reaches one license. */
export const fanOutCommandId = (eventId: string, licenseId: string): string =>
  uuid5(paizhaoNamespace, 'fan-out', eventId, licenseId);

function uuidBytes(uuid: string): Buffer {
  const hex = uuid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new TypeError('The namespace of a name-based id must be a UUID.');
  return Buffer.from(hex, 'hex');
}
