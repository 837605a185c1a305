export * from './config.js';
export { Secret } from './secret.js';
