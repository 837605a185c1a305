export * from './config.js';
export * from './running-stack.js';
export { version } from './version.js';
