import type { TextRef } from './company.js';
import { Conflict, InvalidInput } from './errors.js';

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

/** What stays on record of a file that was erased. */
export interface ErasedFile {
  /** Of a material or a scan. */
  id: string;
  sha256: string;
  bytes: number;
  mediaType: string;
}

/** As of texts; a file is named by the id of its material or scan. */
export interface ErasureOfFiles {
  files: string[];
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

/**
 * @param needed those of the files
 * @param neededFor a filing's id, or `license` for papers of the authority
 */
export function fileNeeded(needed: readonly string[], neededFor: string): Conflict {
  return new Conflict('file-needed', 'A file is still needed', {
    pointer: '/files',
    needed,
    neededFor,
    remedy:
      neededFor === 'license'
        ? 'Tie a better scan to the entry in its place first, or wait until the license has ended.'
        : 'Supply another version in its place before it is signed for, or wait until the filing is closed.',
  });
}

/** @param missing those of the files that were asked for */
export function fileNotFound(missing: readonly string[]): InvalidInput {
  return new InvalidInput('file-not-found', 'the license has no such material or scan, or it was erased', {
    pointer: '/files',
    missing,
    remedy: 'Look at the filings (`materialId`) and at GET /licenses/:id/papers (`scanId`).',
  });
}
