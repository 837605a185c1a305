export {
  type ColumnKey,
  columnKeys,
  columnTexts,
  problemsHeading,
  readAsHeading,
  resultHeading,
} from './columns.js';
export * from './findings.js';
export { isData, isOurs, type Layout, layoutOf } from './layout.js';
export { columnOfPointer, rowReader, type SheetLaw, type SheetPermit } from './read-row.js';
