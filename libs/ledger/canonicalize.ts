/**
 * RFC 8785 (JSON Canonicalization Scheme): the one text of a JSON value, whatever the order in which its object was
 * built. Members are sorted by UTF-16 code units; numbers and strings are written as ECMAScript writes them.
 * A member whose value is `undefined` is left out, as JSON does. Throws `NotCanonical` for what JSON cannot hold, and for
 * what is nested deeper than anything that is written: a stranger's file may be nested so that the stack does not hold it.
 */
export function canonicalize(value: unknown): string {
  return written(value, 0);
}

const deepest = 1_000;

function written(value: unknown, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (depth >= deepest) throw new NotCanonical(`it is nested deeper than ${deepest}`);
  if (Array.isArray(value)) return `[${value.map((each) => written(each, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return canonicalObject(value, depth + 1);
  throw new NotCanonical(`a ${typeof value} has no place in JSON`);
}

/** Whether the bytes are those of the value; what JSON cannot hold has none. */
export function isCanonical(value: unknown, bytes: Buffer): boolean {
  try {
    return bytes.equals(canonicalBytes(value));
  } catch (error) {
    if (error instanceof NotCanonical) return false;
    throw error;
  }
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

function canonicalObject(object: Record<string, unknown>, depth: number): string {
  const members: string[] = [];
  // The default order of Array.sort is by UTF-16 code units, which is what section 3.2.3 asks for.
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member !== undefined) members.push(`${canonicalString(key)}:${written(member, depth)}`);
  }
  return `{${members.join(',')}}`;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
