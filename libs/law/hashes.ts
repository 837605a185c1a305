import { createHash } from 'node:crypto';
import type { CalendarTable } from '../calendar/index.js';
import { knownTables } from '../domain/index.js';
import { canonicalBytes } from '../ledger/canonicalize.js';
import { knownPacks, type RulePack } from '../rulebook/index.js';

/** A law is never changed once it is here, and its hash is asked for at every look at a process's health. */
const hashes = new WeakMap<RulePack | CalendarTable, string>();

/** SHA-256 of a pack or a calendar in its canonical form (RFC 8785): the same wherever it came from. */
export function lawHash(law: RulePack | CalendarTable): string {
  const known = hashes.get(law);
  if (known !== undefined) return known;
  const hash = sha256(law);
  hashes.set(law, hash);
  return hash;
}

/** One version of the law that is here. */
export interface HashedLaw {
  id: string;
  hash: string;
}

/** All law that this process has, and one digest of it: processes with the same digest compute the same dates. */
export interface LawHere {
  packs: HashedLaw[];
  calendars: HashedLaw[];
  digest: string;
}

export function lawHere(): LawHere {
  const hashed = (laws: readonly (RulePack | CalendarTable)[]) =>
    laws.map((law) => ({ id: law.id, hash: lawHash(law) }));
  const law = { packs: hashed(knownPacks()), calendars: hashed(knownTables()) };
  return { ...law, digest: sha256(law) };
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalBytes(value)).digest('hex');
}
