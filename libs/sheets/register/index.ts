export * from './columns.js';
export { conditionsInWords } from './conditions.js';
