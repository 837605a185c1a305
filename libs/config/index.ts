export * from './config.js';
export { Secret } from './secret.js';
export { version } from './version.js';
