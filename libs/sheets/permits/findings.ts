import type { ColumnKey } from './columns.js';

/** What there is to say of a cell, or of a row as a whole. Rows count from 0, as the sheet has them. */
export interface Finding {
  row: number;
  /** Null for the row as a whole. */
  column: ColumnKey | null;
  /** Code of a problem, or of what looks unusual; null where the cell was understood, but shows something else. */
  code: string | null;
  /** What is wrong, in English; what the cell was read as. */
  detail: string;
  /** Of what looks unusual. Such a finding keeps no row out. */
  unusual?: Record<'zh' | 'en', string>;
}

export const isProblem = ({ code, unusual }: Finding): boolean => code !== null && unusual === undefined;

export type RowOutcome = 'new' | 'imported' | 'on-record' | 'refused';

export interface RowResult {
  row: number;
  outcome: RowOutcome;
  /** Null where there is none (yet). */
  licenseId: string | null;
}

/** What an import, or its trial, has found and done. */
export interface SheetReport {
  findings: Finding[];
  rows: RowResult[];
}
