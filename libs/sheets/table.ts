import { InvalidInput } from '../domain/errors.js';

/** A civil date as a sheet holds it: a number with the look of a day. */
export interface SheetDay {
  /** `YYYY-MM-DD`. */
  day: string;
}

export type Cell = string | number | boolean | SheetDay | null;

export type SheetFormat = 'csv' | 'xlsx';

/** The first sheet of a workbook, or a CSV file: rows from the first on, each as long as its last filled cell. */
export interface Table {
  format: SheetFormat;
  rows: Cell[][];
}

/** What a sheet may hold at most. Of a workbook they are checked before anything is parsed, of CSV while it is. */
export interface SheetLimits {
  /** Of the file as it comes. */
  bytes: number;
  /** Of everything in the archive, unpacked. */
  unpackedBytes: number;
  rows: number;
  columns: number;
  /** In all of a workbook's XML, opening and closing. */
  tags: number;
  /** Of all texts together: one text may stand for many cells. */
  characters: number;
}

export const sheetLimits: SheetLimits = {
  bytes: 10 * 1_048_576,
  unpackedBytes: 64 * 1_048_576,
  rows: 10_000,
  columns: 50,
  tags: 4_000_000,
  characters: 10 * 1_048_576,
};

/** People put a title above their table: no more rows of it than these. */
export const furthestHeading = 10;

/** Longer than any cell that says something here. */
export const longestText = 4_000;

export const isDay = (cell: Cell): cell is SheetDay => typeof cell === 'object' && cell !== null;

/** What a cell shows. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  return isDay(cell) ? cell.day : String(cell);
}

/** `A1`: how people and programs name a cell. Both count from 0. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

export class SheetTooLarge extends InvalidInput {
  constructor(what: 'bytes' | 'unpacked bytes' | 'rows' | 'columns' | 'tags' | 'characters', most: number) {
    super('sheet-too-large', `the sheet has more than ${most} ${what}`, {
      pointer: '/file',
      what,
      most,
      remedy: 'Split it into several sheets.',
    });
  }
}

export class SheetUnreadable extends InvalidInput {
  constructor(why: string) {
    super('sheet-unreadable', `the sheet cannot be read: ${why}`, {
      pointer: '/file',
      remedy: 'Save it anew as .xlsx, or as CSV in UTF-8 or GB18030.',
    });
  }
}
