export * from './columns.js';
export { type Conditions, conditionsInWords } from './conditions.js';
