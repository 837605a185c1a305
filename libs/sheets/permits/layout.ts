import { InvalidInput } from '../../domain/errors.js';
import { addressOf, type Cell, furthestHeading, type Table, textOf } from '../table.js';
import {
  type ColumnKey,
  columnKeys,
  columnOf,
  columnTexts,
  headingForm,
  problemsHeading,
  readAsHeading,
  resultHeading,
} from './columns.js';

/** Where what stands in a sheet of permits. Rows and columns count from 0. */
export interface Layout {
  headingRow: number;
  columns: ReadonlyMap<ColumnKey, number>;
}

/** Columns without which no row says which permit it is. */
const required = columnKeys.filter((key) => columnTexts[key].required);

/**
 * Finds the headings, of either language.
 * @throws InvalidInput `sheet-headings-wrong`, with all that is wrong with them
 */
export function layoutOf({ rows }: Table): Layout {
  const headingRow = rows.slice(0, furthestHeading).findIndex((row) => row.filter(isKnown).length >= 2);
  const headings = rows[headingRow] ?? [];
  const columns = new Map<ColumnKey, number>();
  const twice: string[] = [];
  const unknown: string[] = [];
  headings.forEach((cell, index) => {
    const key = columnOf(textOf(cell));
    if (key === null) unknown.push(...(isOurs(cell) ? [] : [addressOf(headingRow, index)]));
    else if (columns.has(key)) twice.push(addressOf(headingRow, index));
    else columns.set(key, index);
  });
  const missing = required.filter((key) => !columns.has(key)).map((key) => columnTexts[key].heading);
  if (missing.length > 0 || twice.length > 0 || unknown.length > 0)
    throw new SheetHeadingsWrong({ missing, twice, unknown });
  return { headingRow, columns };
}

const isKnown = (cell: Cell): boolean => columnOf(textOf(cell)) !== null;

/** Nothing, or what the product itself wrote beside a sheet that it gave back. */
export function isOurs(cell: Cell): boolean {
  const ours = [problemsHeading, readAsHeading, resultHeading].flatMap(({ zh, en }) => [zh, en].map(headingForm));
  return cell === null || ours.includes(headingForm(textOf(cell)));
}

/** Whether a row is a permit: not empty, and not one that explains or shows how to fill the sheet. */
export function isData(row: readonly Cell[], { columns }: Layout): boolean {
  const remark = textOf(row[columns.get('remark') ?? -1] ?? null).normalize('NFKC');
  if (/^\s*(说明|示例|note|example)/i.test(remark)) return false;
  return [...columns].some(([key, column]) => key !== 'remark' && (row[column] ?? null) !== null);
}

class SheetHeadingsWrong extends InvalidInput {
  constructor(wrong: { missing: Record<'zh' | 'en', string>[]; twice: string[]; unknown: string[] }) {
    super('sheet-headings-wrong', 'the headings of the sheet are not those of the template', {
      pointer: '/file',
      ...wrong,
      remedy:
        'Use the headings of the template (GET /imports/template), in Chinese or English; leave no other column in.',
    });
  }
}
