/** Tables as files: read within limits, written so that nothing in them runs. Knows nothing of licenses. */
export { byteOrderMark, csvLine } from './csv/write.js';
export { readTable } from './read-table.js';
export * from './table.js';
export * from './xlsx/write.js';
