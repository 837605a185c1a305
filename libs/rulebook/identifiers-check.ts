/** What every check of an identifier answers, and how all of them read what people type. */
import type { Bilingual } from './proof.js';

export type IdentifierReason =
  | 'normalized'
  | 'empty'
  | 'length'
  | 'alphabet'
  | 'region-digits'
  | 'check-character'
  | 'birth-date'
  | 'birth-in-future'
  | 'old-form'
  | 'site-filing-number'
  | 'unusual-form'
  | 'unexpected-prefix';

export interface IdentifierCheck {
  /** True exactly where the severity is `ok`. */
  valid: boolean;
  /** `warning`: unusual, but some real ones are; a person may go on. `error`: no such identifier exists. */
  severity: 'ok' | 'warning' | 'error';
  /** What is wrong; `normalized` where nothing is, but it was not written like this. */
  reason: IdentifierReason | null;
  message: Bilingual | null;
  normalized: string;
}

const rewritten: Bilingual = { zh: '已统一为规范写法。', en: 'Rewritten in the usual form.' };

export const empty: Bilingual = { zh: '没有填写。', en: 'Nothing was given.' };

/** Full-width letters and digits, and the hyphens of every script, to the plain ones. */
export function upright(text: string): string {
  return text.normalize('NFKC').replace(/[‐‑–—−]/g, '-');
}

export function accept(text: string, normalized: string): IdentifierCheck {
  const changed = text !== normalized;
  return {
    valid: true,
    severity: 'ok',
    reason: changed ? 'normalized' : null,
    message: changed ? rewritten : null,
    normalized,
  };
}

/** Answers with one fault; that the text was rewritten is said after it. */
export function refuse(
  text: string,
  normalized: string,
  [severity, reason, message]: readonly ['warning' | 'error', IdentifierReason, Bilingual],
): IdentifierCheck {
  const said =
    text === normalized ? message : { zh: `${message.zh}${rewritten.zh}`, en: `${message.en} ${rewritten.en}` };
  return { valid: false, severity, reason, message: said, normalized };
}
