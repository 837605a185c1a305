/**
 * Identifiers as people type them. They are normalized first (full-width characters, spaces, hyphens in a credit code,
 * lower case), and it is said when that changed something.
 */
import type { Law } from './law.js';
import type { RulePack } from './pack.js';
import type { Bilingual } from './proof.js';

export type IdentifierReason =
  | 'normalized'
  | 'length'
  | 'alphabet'
  | 'region-digits'
  | 'check-character'
  | 'unusual-form'
  | 'unexpected-prefix';

export interface IdentifierCheck {
  valid: boolean;
  /** `warning`: unusual, but some real ones are; a person may go on. */
  severity: 'ok' | 'warning' | 'error';
  reason: IdentifierReason | null;
  message: Bilingual | null;
  normalized: string;
}

const messages: Record<IdentifierReason, Bilingual> = {
  normalized: { zh: '已统一为规范写法。', en: 'Rewritten in the usual form.' },
  length: { zh: '统一社会信用代码应为18位。', en: 'A unified social credit code has 18 characters.' },
  alphabet: {
    zh: '含有不允许的字符（不使用I、O、S、V、Z）。',
    en: 'It holds a character that is not allowed (I, O, S, V and Z are not used).',
  },
  'region-digits': { zh: '第三至八位应为数字。', en: 'Places 3 to 8 are digits.' },
  'check-character': {
    zh: '校验码不符，请与营业执照核对；少数真实代码也不符。',
    en: 'The check character does not fit; compare it with the business license. A few real codes do not fit either.',
  },
  'unusual-form': {
    zh: '与常见的许可证编号形式不同，请核对。',
    en: 'Not the usual form of a permit number; compare it with the permit.',
  },
  'unexpected-prefix': {
    zh: '编号前缀不属于任何已知的发证机关，请核对。',
    en: 'No known authority uses this prefix; compare it with the permit.',
  },
};

/** GB 32100-2015: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the place, modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * Checks a unified social credit code 统一社会信用代码 (GB 32100-2015). A check character that does not fit is a
 * warning, since some registered codes have one; everything else that is wrong is an error.
 */
export function checkUscc(text: string): IdentifierCheck {
  const normalized = upright(text).replace(/[\s-]/g, '').toUpperCase();
  if (normalized.length !== 18) return refuse(normalized, 'error', 'length');
  const values = [...normalized].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return refuse(normalized, 'error', 'alphabet');
  if (!/^\d{6}$/.test(normalized.slice(2, 8))) return refuse(normalized, 'error', 'region-digits');
  if (values[17] !== checkValue(values)) return refuse(normalized, 'warning', 'check-character');
  return accept(text, normalized);
}

/** The outer modulo matters: without it a remainder of 0 would ask for a 32nd letter. */
function checkValue(values: number[]): number {
  const sum = weights.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return (31 - (sum % 31)) % 31;
}

/** Checks the number of a telecom permit by the pack's form; an unusual one is a warning, never an error. */
export function checkPermitNumber(law: Pick<Law, 'pack'>, text: string): IdentifierCheck {
  const normalized = upright(text).replace(/\s/g, '').toUpperCase();
  const form = law.pack.numbers.find((rule) => rule.number === 'permit');
  if (form && !new RegExp(form.pattern, 'u').test(normalized)) {
    const known = numberPrefix(normalized);
    const strange = known !== null && authorityOfPermit(law.pack, normalized) === null;
    return refuse(normalized, 'warning', strange ? 'unexpected-prefix' : 'unusual-form');
  }
  return accept(text, normalized);
}

/** The code of the authority whose prefix a permit number bears; null where none is known. */
export function authorityOfPermit(pack: RulePack, number: string): string | null {
  const prefix = numberPrefix(upright(number).replace(/\s/g, ''));
  if (prefix === null) return null;
  return pack.authorities.find((authority) => authority.prefixes.includes(prefix))?.code ?? null;
}

/** What stands before the classes; null where there are no classes. */
function numberPrefix(number: string): string | null {
  return /^(.*?)(?:A1|A2|B1|B2)/u.exec(number)?.[1] ?? null;
}

/** Full-width letters, digits and hyphens to the plain ones. */
function upright(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑–—−]/g, '-')
    .trim();
}

function accept(text: string, normalized: string): IdentifierCheck {
  const reason = text === normalized ? null : 'normalized';
  return { valid: true, severity: 'ok', reason, message: reason && messages[reason], normalized };
}

function refuse(normalized: string, severity: 'warning' | 'error', reason: IdentifierReason): IdentifierCheck {
  return { valid: false, severity, reason, message: messages[reason], normalized };
}
