export * from './actor.js';
export * from './commands.js';
export * from './company.js';
export * from './context.js';
export * from './errors.js';
export * from './events.js';
export * from './license.js';
export * from './obligation.js';
