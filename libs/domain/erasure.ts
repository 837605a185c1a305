import type { TextRef } from './company.js';
import { Conflict } from './errors.js';

/**
 * Why personal data is erased: the cases of PIPL article 47. The purpose is met or cannot be met; the period of keeping
 * has ended; consent is withdrawn; it was handled against the law; another law says so.
 */
export const erasureGrounds = [
  'purpose-met',
  'retention-ended',
  'consent-withdrawn',
  'unlawful-handling',
  'other-law',
] as const;

export type ErasureGround = (typeof erasureGrounds)[number];

/** Which texts go, and why; `reason` is null where the period of keeping has ended. */
export interface ErasureOfTexts {
  refs: string[];
  ground: ErasureGround;
  reason: TextRef | null;
}

/** The texts that a value on record refers to. */
export function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { ref, commitment } = value as Partial<TextRef>;
  if (typeof ref === 'string' && typeof commitment === 'string') return [ref];
  return Object.values(value).flatMap(textsOf);
}

/**
 * @param needed those of the texts
 * @param neededFor a filing's id, or `company` for what the authority knows the company by
 */
export function textNeeded(
  needed: readonly string[],
  neededFor: string,
  remedy = 'Wait until the filing is closed or the license has ended, or record other facts of the company first.',
): Conflict {
  return new Conflict('text-needed', 'A text is still needed', {
    pointer: '/refs',
    needed,
    neededFor,
    remedy,
  });
}
