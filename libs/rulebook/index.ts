/** The law as versioned data, and what can be asked of it. */
export * from './applicant.js';
export * from './clocks.js';
export * from './conditions.js';
export { eligibilityOf } from './eligibility.js';
export * from './errors.js';
export * from './facts.js';
export * from './findings.js';
export * from './identifiers.js';
export type * from './ladder.js';
export * from './ladders.js';
export type * from './law.js';
export type * from './pack.js';
export * from './packs.js';
export { exposure } from './penalties.js';
export type * from './proof.js';
export * from './requirements.js';
export { type Route, type RouteReading, route } from './routing.js';
export { inForce } from './rules.js';
