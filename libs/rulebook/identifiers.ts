/**
 * Identifiers as people type them. They are normalized first (full-width characters, spaces, hyphens in a credit code,
 * lower case), and it is said when that changed something.
 */
import { accept, empty, type IdentifierCheck, refuse, upright } from './identifiers-check.js';
import type { Law } from './law.js';
import type { RulePack } from './pack.js';

/** GB 32100-2015: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the place, modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const usccFaults = {
  length: [
    'error',
    'length',
    { zh: '统一社会信用代码应为18位。', en: 'A unified social credit code has 18 characters.' },
  ],
  alphabet: [
    'error',
    'alphabet',
    {
      zh: '含有不允许的字符（不使用I、O、S、V、Z）。',
      en: 'It holds a character that is not allowed (I, O, S, V and Z are not used).',
    },
  ],
  region: ['error', 'region-digits', { zh: '第三至八位应为数字。', en: 'Places 3 to 8 are digits.' }],
  check: [
    'warning',
    'check-character',
    {
      zh: '校验码不符，请与营业执照核对；少数真实代码也不符。',
      en: 'The check character does not fit; compare it with the business license. A few real codes do not fit either.',
    },
  ],
} as const;

/**
 * Checks a unified social credit code 统一社会信用代码 (GB 32100-2015). A check character that does not fit is a
 * warning, since some registered codes have one; everything else that is wrong is an error.
 */
export function checkUscc(text: string): IdentifierCheck {
  const normalized = upright(text).replace(/[\s-]/g, '').toUpperCase();
  if (normalized.length !== 18) return refuse(text, normalized, usccFaults.length);
  const values = [...normalized].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return refuse(text, normalized, usccFaults.alphabet);
  if (!/\d{6}/.test(normalized.slice(2, 8))) return refuse(text, normalized, usccFaults.region);
  if (values[17] !== checkValue(values)) return refuse(text, normalized, usccFaults.check);
  return accept(text, normalized);
}

/** The outer modulo matters: without it a remainder of 0 would ask for a 32nd letter. */
function checkValue(values: number[]): number {
  const sum = weights.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  return (31 - (sum % 31)) % 31;
}

const permitFaults = {
  unusual: [
    'warning',
    'unusual-form',
    {
      zh: '与常见的许可证编号形式不同，请核对。',
      en: 'Not the usual form of a permit number; compare it with the permit.',
    },
  ],
  prefix: [
    'warning',
    'unexpected-prefix',
    {
      zh: '编号前缀不属于任何已知的发证机关，请核对。',
      en: 'No known authority uses this prefix; compare it with the permit.',
    },
  ],
} as const;

/** Checks the number of a telecom permit by the pack's forms; an unusual one is a warning, never an error. */
export function checkPermitNumber(law: Pick<Law, 'pack'>, text: string): IdentifierCheck {
  const normalized = upright(text).replace(/\s/g, '').toUpperCase();
  if (normalized === '') return refuse(text, normalized, ['error', 'empty', empty]);
  const form = law.pack.numbers.find(({ pattern }) => new RegExp(pattern, 'u').test(normalized));
  if (form?.number === 'permit') return accept(text, normalized);
  if (form) return refuse(text, normalized, ['warning', otherNumbers[form.number], form.wording]);
  const strange = numberPrefix(normalized) !== null && authorityOfPermit(law.pack, normalized) === null;
  return refuse(text, normalized, strange ? permitFaults.prefix : permitFaults.unusual);
}

const otherNumbers = { 'old-permit': 'old-form', 'site-filing': 'site-filing-number' } as const;

/** The code of the authority whose prefix a permit number bears; null where none is known. */
export function authorityOfPermit(pack: RulePack, number: string): string | null {
  const prefix = numberPrefix(upright(number).replace(/\s/g, ''));
  if (prefix === null) return null;
  return pack.authorities.find((authority) => authority.prefixes.includes(prefix))?.code ?? null;
}

/** What stands before the classes; null where there are no classes. */
function numberPrefix(number: string): string | null {
  return /(.*?)(?:A1|A2|B1|B2)/u.exec(number)?.[1] ?? null;
}
