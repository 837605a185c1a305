export * from './connection.js';
export * from './errors.js';
export * from './gateway.js';
export * from './history-cost.js';
export * from './readiness.js';
export * from './search-attributes.js';
export * from './skip-time.js';
