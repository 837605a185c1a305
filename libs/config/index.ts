export {
  type Config,
  loadConfig,
  loadConfigOrExit,
} from './config.js';
export * from './demanded.js';
export * from './running-stack.js';
export * from './temporal-config.js';
export { version } from './version.js';
