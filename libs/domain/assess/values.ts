/** Values that several parts of a request hold; what is wrong with them goes to the complaints. */
import { type CivilDate, isCivilDate } from '../../calendar/index.js';
import type { Law } from '../../rulebook/index.js';
import { type Complaints, said } from './complaints.js';

/** No calendar and no rule here is older. */
const firstDay = '2007-01-01';

export function dateAt(
  errors: Complaints,
  pointer: string,
  input: unknown,
  remedy = `Give a day from ${firstDay} on.`,
): CivilDate | null {
  if (isCivilDate(input)) {
    if (input >= firstDay) return input;
    errors.add(pointer, 'date-before-2007', `${input} lies before 2007.`, remedy);
    return null;
  }
  const message = said(input, `${shown(input)} is not a date.`);
  errors.add(pointer, 'invalid-date', message, 'Write an existing day as YYYY-MM-DD.');
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
  const province = knownAs(errors, pointer, input, known);
  if (province !== null) return province;
  errors.add(
    pointer,
    'unknown-province',
    said(input, `No province has the code ${shown(input)}.`),
    `Use one of: ${known.join(', ')}.`,
  );
  return '';
}

/** An identifier of a list as people type it: in other case, with spaces, in full width; null where it is not of the list. */
export function knownAs(errors: Complaints, pointer: string, input: unknown, known: readonly string[]): string | null {
  if (typeof input !== 'string') return null;
  const plain = input.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const value = known.find((each) => each.toLowerCase() === plain) ?? null;
  if (value !== null && value !== input) errors.normalised.push({ pointer, value });
  return value;
}

/** Host codes of all provinces. */
export const provinceCodes = (law: Law): string[] =>
  law.pack.authorities.filter(({ province }) => province !== null).map(({ code }) => code);

/** A value as given, cut at 40 characters. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
