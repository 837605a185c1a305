export {
  type ColumnKey,
  type ColumnText,
  columnKeys,
  columnTexts,
  problemsHeading,
  readAsHeading,
  resultHeading,
} from './columns.js';
export type * from './findings.js';
export { isData, isOurs, type Layout, layoutOf } from './layout.js';
export { columnOfPointer, readRow, type SheetLaw, type SheetPermit } from './read-row.js';
