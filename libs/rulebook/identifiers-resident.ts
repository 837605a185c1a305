/** The number of a resident identity card 公民身份号码 (GB 11643): six digits of a region, eight of the birth date. */
import { type CivilDate, isCivilDate } from '../calendar/index.js';
import { accept, empty, type IdentifierCheck, refuse, upright } from './identifiers-check.js';

/** The provinces of GB/T 2260 by their two digits; 71, 81 and 82 of Taiwan, Hong Kong and Macau, 83 of their residents. */
const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91';

/** 2 to the power of the place counted from the end, modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** By the sum of the weighted digits, modulo 11. */
const checkCharacters = '10X98765432';

const faults = {
  empty: ['error', 'empty', empty],
  old: [
    'error',
    'old-form',
    {
      zh: '15位是旧式号码，请填写现行身份证上的18位号码。',
      en: 'Fifteen digits are the old form; take the 18 characters of the present card.',
    },
  ],
  length: ['error', 'length', { zh: '公民身份号码应为18位。', en: 'A resident identity number has 18 characters.' }],
  alphabet: [
    'error',
    'alphabet',
    {
      zh: '前17位应为数字，最后一位为数字或X。',
      en: 'The first 17 characters are digits, the last one is a digit or X.',
    },
  ],
  region: [
    'error',
    'region-digits',
    { zh: '前两位不是任何省份的代码。', en: 'The first two digits are those of no province.' },
  ],
  birth: [
    'error',
    'birth-date',
    { zh: '第七至十四位不是一个存在的日期。', en: 'Places 7 to 14 are not a day that exists.' },
  ],
  future: ['error', 'birth-in-future', { zh: '出生日期晚于今天。', en: 'The birth date lies in the future.' }],
  check: [
    'error',
    'check-character',
    {
      zh: '校验码不符，请与身份证核对。',
      en: 'The check character does not fit; compare it with the card.',
    },
  ],
} as const;

/**
 * Checks a resident identity number; whether it was ever given to somebody cannot be known from it.
 * The answer holds the number: it is for the person who typed it, never for a log.
 * @param today the civil day on which it is asked
 */
export function checkResidentId(text: string, today: CivilDate): IdentifierCheck {
  const normalized = upright(text).replace(/[\s-]/g, '').toUpperCase();
  const fault = faultOf(normalized, today);
  return fault ? refuse(text, normalized, fault) : accept(text, normalized);
}

function faultOf(number: string, today: CivilDate) {
  if (number === '') return faults.empty;
  if (/^\d{15}$/.test(number)) return faults.old;
  if (number.length !== 18) return faults.length;
  if (!/\d{17}[\dX]/.test(number)) return faults.alphabet;
  if (!provinces.split(' ').includes(number.slice(0, 2))) return faults.region;
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCivilDate(born)) return faults.birth;
  if (born > today) return faults.future;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return number[17] === checkCharacters[sum % 11] ? null : faults.check;
}
