export { type Cover, type CoverFile, coverOf } from './cover.js';
export { type DraftOptions, draftOf, type MissingField, missingFrom } from './draft.js';
export {
  type FieldSource,
  type PaperFacts,
  type PaperField,
  paperFields,
  type ShareholderRow,
} from './fields.js';
export { type KnownNames, paperFactsOf } from './license-facts.js';
export { type FinishedPaper, type LackingCharacter, Paper, type PaperOptions, type TextStyle } from './paper.js';
export { type PortalField, type PortalForm, portalFormOf } from './portal-form.js';
export type { PaperTable } from './table.js';
export { type Wording, wordingFor, wordings } from './wordings/index.js';
