import { addressOf, textOf } from '../../../libs/sheets/index.js';
import { columnTexts, type Finding, type RowResult } from '../../../libs/sheets/permits/index.js';
import type { Language } from '../http/language.js';
import { wordingOf } from '../problems/catalog.js';
import type { ImportedSheet } from './imports.service.js';

/** A finding as people and programs read it. */
export interface ToldFinding {
  row: number;
  cell: string | null;
  column: string | null;
  code: string | null;
  level: 'problem' | 'unusual' | 'reading';
  detail: string;
  remedy: string | null;
}

/** Rows after a row, as the sheet numbers them, with all that there is to say of them. */
export function findingsPage(
  sheet: ImportedSheet,
  { after, limit }: { after: number; limit: number },
  language: Language,
): { rows: (Omit<RowResult, 'row'> & { row: number })[]; findings: ToldFinding[]; next: number | null } {
  const { rows, findings } = sheet.report;
  const coming = rows.filter(({ row }) => row + 1 > after);
  const page = coming.slice(0, limit);
  const last = page.length < coming.length ? (page.at(-1)?.row ?? 0) + 1 : null;
  return {
    rows: page.map(({ row, ...rest }) => ({ row: row + 1, ...rest })),
    findings: findings
      .filter(({ row }) => row + 1 > after && (last === null || row + 1 <= last))
      .map((finding) => inWords(finding, sheet, language)),
    next: last,
  };
}

/** In Chinese the catalog's words; in English also what the core said of this very value. */
export function inWords(finding: Finding, { table, layout }: ImportedSheet, language: Language): ToldFinding {
  const { row, column, code, detail, unusual } = finding;
  const at = column === null ? undefined : layout.columns.get(column);
  const shows = at === undefined ? '' : textOf(table.rows[row]?.[at] ?? null);
  const wording = code === null || unusual ? null : wordingOf(code);
  const title = wording?.title[language] ?? '';
  const said = language === 'en' && detail !== '' ? detail : title;
  return {
    row: row + 1,
    cell: at === undefined ? null : addressOf(row, at),
    column: column === null ? null : columnTexts[column].heading[language],
    code,
    level: unusual ? 'unusual' : wording ? 'problem' : 'reading',
    detail: wording ? said + quoted(shows, language) : (unusual?.[language] ?? detail),
    remedy: wording?.remedy[language] ?? null,
  };
}

function quoted(shows: string, language: Language): string {
  if (shows === '') return '';
  const short = shows.length > 40 ? `${shows.slice(0, 40)}…` : shows;
  // What cannot be stored is shown as what it is: no character.
  const text = short.replaceAll(/[\0\p{Surrogate}]/gu, '\u{FFFD}');
  return language === 'zh' ? `（“${text}”）` : ` ("${text}")`;
}

/** One line of a cell of the returned sheet. */
export function lineOf({ column, detail, remedy }: ToldFinding, language: Language): string {
  const head = column === null ? '' : language === 'zh' ? `【${column}】` : `${column}: `;
  if (remedy === null) return `${head}${detail}`;
  return language === 'zh' ? `${head}${detail}。${remedy}` : `${head}${detail}. ${remedy}`;
}
