import { forms } from './forms.js';
import { letters, statements } from './letters.js';
import type { Wording } from './wording.js';

export type { Block, Signer, Wording } from './wording.js';

/** All letters and forms that can be drafted. */
export const wordings: readonly Wording[] = [...forms, ...letters, ...statements];

const byRequirement = new Map(
  wordings.flatMap((wording) => wording.requirements.map((requirement) => [requirement, wording] as const)),
);

/** Null where the paper is no letter or form: a certificate, a contract, a plan. */
export function wordingFor(requirement: string): Wording | null {
  return byRequirement.get(requirement) ?? null;
}
