/**
 * RFC 8785 (JSON Canonicalization Scheme): the one text of a JSON value, whatever the order in which its object was
 * built. Members are sorted by UTF-16 code units; numbers and strings are written as ECMAScript writes them.
 * A member whose value is `undefined` is left out, as JSON does. Throws `NotCanonical` for what JSON cannot hold.
 */
export function canonicalize(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalize).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return canonicalObject(value);
  throw new NotCanonical(`a ${typeof value} has no place in JSON`);
}

export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalize(value), 'utf8');
}

export class NotCanonical extends Error {
  constructor(reason: string) {
    super(`The value has no canonical JSON form: ${reason}.`);
    this.name = 'NotCanonical';
  }
}

function canonicalString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new NotCanonical('a string holds half of a surrogate pair');
  return JSON.stringify(text);
}

function canonicalNumber(number: number): string {
  if (!Number.isFinite(number)) throw new NotCanonical(`${number} is not a JSON number`);
  return JSON.stringify(number);
}

function canonicalObject(object: Record<string, unknown>): string {
  const members: string[] = [];
  // The default order of Array.sort is by UTF-16 code units, which is what section 3.2.3 asks for.
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) members.push(`${canonicalString(key)}:${canonicalize(member)}`);
  }
  return `{${members.join(',')}}`;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
