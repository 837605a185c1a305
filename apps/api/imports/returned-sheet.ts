import {
  byteOrderMark,
  type Cell,
  csvLine,
  type Look,
  type ShownCell,
  shown,
  writeXlsx,
} from '../../../libs/sheets/index.js';
import {
  columnTexts,
  type Finding,
  isOurs,
  isProblem,
  problemsHeading,
  type RowResult,
  readAsHeading,
  resultHeading,
} from '../../../libs/sheets/permits/index.js';
import type { Language } from '../http/language.js';
import { inWords, lineOf } from './finding-words.js';
import type { ImportedSheet } from './imports.service.js';

/**
 * The sheet as it came, in the format in which it came, with what there is to say beside each row; in a workbook the
 * cells that are wrong are marked. Corrected, it can be sent again as it is: what stands here is not read.
 */
export function returnedSheet(sheet: ImportedSheet, language: Language): AsyncIterable<Buffer> {
  const rows = [...rowsOf(sheet, language)];
  return sheet.table.format === 'csv' ? csvOf(rows) : xlsxOf(rows, sheet, language);
}

async function* csvOf(rows: readonly ShownCell[][]): AsyncGenerator<Buffer> {
  yield byteOrderMark;
  for (const row of rows) yield csvLine(row.map(({ cell }) => cell));
}

function xlsxOf(rows: readonly ShownCell[][], { layout }: ImportedSheet, language: Language): AsyncGenerator<Buffer> {
  const width = Math.max(...rows.map(({ length }) => length));
  const known = new Map([...layout.columns].map(([key, column]) => [column, columnTexts[key].width]));
  return writeXlsx({
    name: { zh: '导入结果', en: 'Import' }[language],
    columns: Array.from({ length: width }, (_, column) => ({
      width: known.get(column) ?? 40,
      text: known.has(column),
    })),
    headingRows: layout.headingRow + 1,
    rows,
  });
}

function* rowsOf(sheet: ImportedSheet, language: Language): Generator<ShownCell[]> {
  const { table, layout, report } = sheet;
  const { headingRow, columns } = layout;
  const headings = table.rows[headingRow] ?? [];
  const kept = headings.map((cell, column) => ({ cell, column })).filter(({ cell }) => cell === null || !isOurs(cell));
  const width = kept.length;
  const findings = byRow(report.findings);
  const results = new Map(report.rows.map((result) => [result.row, result]));
  for (const [row, cells] of table.rows.entries()) {
    const own = findings.get(row) ?? [];
    const wrong = new Set(own.filter(isProblem).flatMap(({ column }) => (column ? [columns.get(column)] : [])));
    const look = (column: number): Look => (row === headingRow ? 'heading' : wrong.has(column) ? 'fault' : 'plain');
    const asItCame = kept.map(({ column }) => shown(cells[column] ?? null, look(column)));
    const beside = row === headingRow ? besideHeadings(language) : besideRow(own, results.get(row), sheet, language);
    yield [...asItCame.slice(0, width), ...beside];
  }
}

const besideHeadings = (language: Language): ShownCell[] =>
  [resultHeading, problemsHeading, readAsHeading].map((words) => shown(words[language], 'heading'));

function besideRow(
  findings: readonly Finding[],
  result: RowResult | undefined,
  sheet: ImportedSheet,
  language: Language,
): ShownCell[] {
  const lines = (chosen: readonly Finding[]): Cell =>
    chosen.length === 0 ? null : chosen.map((each) => lineOf(inWords(each, sheet, language), language)).join('\n');
  const problems = lines(findings.filter(({ code }) => code !== null));
  const readings = lines(findings.filter(({ code }) => code === null));
  return [
    shown(result ? resultText(result, language) : null),
    shown(problems, findings.some(isProblem) ? 'fault' : 'plain'),
    shown(readings),
  ];
}

const outcomes: Record<RowResult['outcome'], Record<Language, string>> = {
  new: { zh: '可以导入', en: 'would be imported' },
  imported: { zh: '已导入', en: 'imported' },
  'on-record': { zh: '已登记，未改动', en: 'on record already, left as it is' },
  refused: { zh: '未导入', en: 'not imported' },
};

const resultText = ({ outcome, licenseId }: RowResult, language: Language): string =>
  [outcomes[outcome][language], licenseId ?? ''].filter(Boolean).join(' ');

function byRow(findings: readonly Finding[]): Map<number, Finding[]> {
  const rows = new Map<number, Finding[]>();
  for (const finding of findings) rows.set(finding.row, [...(rows.get(finding.row) ?? []), finding]);
  return rows;
}
