export * from './config.js';
export { version } from './version.js';
