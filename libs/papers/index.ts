export { type FinishedPaper, type LackingCharacter, Paper, type PaperOptions, type TextStyle } from './paper.js';
export type { PaperTable } from './table.js';
