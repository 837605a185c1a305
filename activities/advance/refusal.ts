import type { Refusal } from '../../libs/contracts/index.js';

const kinds: readonly string[] = [
  'not-found',
  'conflict',
  'invalid',
  'forbidden',
  'unavailable',
] satisfies Refusal['kind'][];

/**
 * A typed refusal of domain, rulebook or calendar as an answer; null for every other error (a lost connection, a
 * timeout, a defect), which must fail the activity instead.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const { code, kind, details } = error as Partial<Refusal>;
  if (typeof code !== 'string' || typeof details !== 'object' || !kinds.includes(String(kind))) return null;
  return { code, kind: kind as Refusal['kind'], message: error.message, details };
}
