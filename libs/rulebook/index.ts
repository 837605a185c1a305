/** The law as versioned data, and what can be asked of it. */
export * from './clocks.js';
export * from './conditions.js';
export * from './errors.js';
export * from './facts.js';
export type * from './ladder.js';
export * from './ladders.js';
export type * from './law.js';
export type * from './pack.js';
export * from './packs.js';
export type * from './proof.js';
export { allRules, inForce, ruleOn } from './rules.js';
