export * from './config.js';
export * from './demanded.js';
export * from './running-stack.js';
export { version } from './version.js';
