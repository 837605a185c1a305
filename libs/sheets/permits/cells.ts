import { type CivilDate, fromEpochDay, isCivilDate } from '../../calendar/index.js';
import { type Cell, isDay, textOf } from '../table.js';

/** What is wrong with a cell: a code of the problem catalog. */
export type CellFault =
  | 'cell-missing'
  | 'text-not-storable'
  | 'cell-too-long'
  | 'invalid-date'
  | 'cell-digits-lost'
  | 'cell-number-invalid'
  | 'cell-percent-ambiguous'
  | 'cell-list-invalid'
  | 'invalid-uscc'
  | 'unknown-province'
  | 'unknown-service-type';

/** What a cell means. `readAs`: said where that is not what it shows. */
export type Read<T> = { value: T; readAs?: string } | { fault: CellFault };

/** As people type: full-width digits, letters and signs are the plain ones; spaces at the ends are none. */
export const plain = (cell: Cell): string => textOf(cell).normalize('NFKC').trim();

/** Says that there is nothing, where an empty cell would mean that nobody knows. */
export const isNone = (text: string): boolean => /^(无|没有|none|-|—|\/)$/i.test(text);

const dayForms = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Serial numbers of days from 1954 to 2119: what a day becomes in a cell without the look of one. */
const serialDays = { from: 20_000, to: 80_000, epoch: -25_569 };

/** A civil day, as it is, in the forms that are usual in China, or as Excel's number of the day. */
export function readDay(cell: Cell): Read<CivilDate> {
  if (isDay(cell)) return isCivilDate(cell.day) ? { value: cell.day } : { fault: 'invalid-date' };
  const text = arabic(plain(cell));
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : null;
  if (serial !== null && serial >= serialDays.from && serial <= serialDays.to)
    return said(fromEpochDay(serial + serialDays.epoch), cell);
  const [, year, month = '', day = ''] = dayForms.map((form) => form.exec(text)).find(Boolean) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? said(date, cell) : { fault: 'invalid-date' };
}

const digits: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 二〇二六年十二月三十一日 → 2026年12月31日. */
function arabic(text: string): string {
  if (!/[〇○零一二三四五六七八九十]/.test(text)) return text;
  return text
    .replaceAll(
      /([一二三四五六七八九]?)十([一二三四五六七八九]?)/g,
      (_, tens: string, ones: string) => `${digits[tens] ?? '1'}${digits[ones] ?? '0'}`,
    )
    .replaceAll(/[〇○零一二三四五六七八九]/g, (numeral) => digits[numeral] ?? numeral);
}

const yuanOf: Readonly<Record<string, number>> = {
  元: 1,
  万: 10_000,
  万元: 10_000,
  亿: 100_000_000,
  亿元: 100_000_000,
};

/** Money in whole yuan; without a unit it is meant in 万元, as the heading says. */
export function readYuan(cell: Cell): Read<number> {
  const text = plain(cell)
    .replace(/^(人民币|RMB|CNY|¥)\s*/i, '')
    .replaceAll(/[,\s]/g, '');
  const [, amount = '', unit = '万元'] = /^(\d{1,12}(?:\.\d+)?)(元|万元?|亿元?)?$/.exec(text) ?? [];
  const yuan = Number(amount) * (yuanOf[unit] ?? 1);
  const whole = Math.round(yuan);
  if (amount === '' || Math.abs(yuan - whole) > 1e-4 || whole > Number.MAX_SAFE_INTEGER)
    return { fault: 'cell-number-invalid' };
  return { value: whole, readAs: `${whole} 元` };
}

/** Percent. A number between 0 and 1 may be meant either way, and nobody guesses: 50 % in Excel is 0.5. */
export function readPercent(cell: Cell): Read<number> {
  const [, number = '', sign] = /^(\d{1,3}(?:\.\d+)?)\s*(%)?$/.exec(plain(cell)) ?? [];
  const value = Number(number);
  if (number === '' || value > 100) return { fault: 'cell-number-invalid' };
  if (sign === undefined && value > 0 && value <= 1) return { fault: 'cell-percent-ambiguous' };
  return { value, readAs: `${value}%` };
}

const mostYears = 50;

/** Years, one by one or from … to …: `2022、2023`, `2022-2025`. */
export function readYears(cell: Cell): Read<string[]> {
  const text = plain(cell).replaceAll('年', '');
  if (isNone(text)) return { value: [] };
  const years: string[] = [];
  for (const part of text.split(/[,;、\s]+/).filter(Boolean)) {
    const [, from = '', to = from] = /^(\d{4})(?:(?:-|~|至|到)(\d{4}))?$/.exec(part) ?? [];
    if (from === '' || to < from || Number(to) - Number(from) >= mostYears) return { fault: 'cell-list-invalid' };
    for (let year = Number(from); year <= Number(to); year += 1) years.push(String(year));
  }
  const value = [...new Set(years)].sort();
  return value.length > mostYears ? { fault: 'cell-list-invalid' } : { value, readAs: value.join(', ') };
}

export interface OpenedService {
  serviceType: string;
  openedOn: CivilDate | null;
}

/** Types that were opened, each with its day where it is known: `B24 2022-01-01; B25`. */
export function readOpened(cell: Cell, typeOf: (text: string) => string | null): Read<OpenedService[]> {
  const text = plain(cell);
  if (isNone(text)) return { value: [] };
  const value: OpenedService[] = [];
  for (const part of text
    .split(/[;、\n]+|,(?=\s*[A-Za-z])/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, name = '', day = ''] = /^([A-Za-z]\d+(?:-\d)?|\p{Script=Han}+?业务)[\s:(]*(.*?)\)?$/u.exec(part) ?? [];
    const serviceType = typeOf(name);
    if (serviceType === null) return { fault: 'unknown-service-type' };
    const openedOn = day === '' ? { value: null } : readDay(day);
    if ('fault' in openedOn) return openedOn;
    value.push({ serviceType, openedOn: openedOn.value });
  }
  return { value, readAs: value.map(({ serviceType, openedOn }) => `${serviceType} ${openedOn ?? '?'}`).join('; ') };
}

/** What was read is said where the cell shows something else. */
export function said<T extends string>(value: T, cell: Cell): Read<T> {
  return textOf(cell) === value ? { value } : { value, readAs: value };
}
