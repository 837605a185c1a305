export * from './handlers.js';
export * from './ids.js';
export * from './messages.js';
