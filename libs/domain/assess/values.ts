/** Values that several parts of a request hold; what is wrong with them goes to the complaints. */
import { type CivilDate, isCivilDate } from '../../calendar/index.js';
import type { Law } from '../../rulebook/index.js';
import type { Complaints } from './complaints.js';

export function dateAt(errors: Complaints, pointer: string, input: unknown): CivilDate | null {
  if (isCivilDate(input)) return input;
  errors.add(pointer, 'invalid-date', `${shown(input)} is not a date.`, 'Write an existing day as YYYY-MM-DD.');
  return null;
}

export function moneyAt(errors: Complaints, pointer: string, input: unknown, remedy: string): number {
  const money = errors.number(pointer, input, 0, Number.MAX_SAFE_INTEGER, remedy);
  if (Number.isInteger(money)) return money;
  errors.add(pointer, 'not-whole', `${money} is not a whole number of yuan.`, remedy);
  return 0;
}

export function provinceAt(law: Law, errors: Complaints, pointer: string, input: unknown): string {
  const known = provinceCodes(law);
  if (typeof input === 'string' && known.includes(input)) return input;
  errors.add(
    pointer,
    'unknown-province',
    `No province has the code ${shown(input)}.`,
    `Use one of: ${known.join(', ')}.`,
  );
  return '';
}

const provinceCodes = (law: Law): string[] =>
  law.pack.authorities.filter(({ province }) => province !== null).map(({ code }) => code);

/** A value as given, cut at 40 characters. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
