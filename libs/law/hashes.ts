import { createHash } from 'node:crypto';
import type { CalendarTable } from '../calendar/index.js';
import { canonicalBytes } from '../ledger/canonicalize.js';
import type { RulePack } from '../rulebook/index.js';

/** SHA-256 of a pack or a calendar in its canonical form (RFC 8785): the same wherever it came from. */
export function lawHash(law: RulePack | CalendarTable): string {
  return createHash('sha256').update(canonicalBytes(law)).digest('hex');
}
