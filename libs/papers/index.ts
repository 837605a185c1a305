export { Characters } from './characters.js';
export { type Cover, coverOf } from './cover.js';
export { draftOf, type MissingField, missingFrom } from './draft.js';
export type { PaperFacts } from './fields.js';
export { chineseFont } from './font.js';
export { paperFactsOf } from './license-facts.js';
export { type FinishedPaper, Paper, type PaperOptions } from './paper.js';
export { type PortalForm, portalFormOf } from './portal-form.js';
export { type Wording, wordingFor } from './wordings/index.js';
