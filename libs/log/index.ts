export { addToLogContext, type LogContext, withLogContext } from './log-context.js';
export { createLogger } from './logger.js';
