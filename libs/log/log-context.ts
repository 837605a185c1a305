import { AsyncLocalStorage } from 'node:async_hooks';

/** What a piece of work is about. Every line that is logged within it carries these ids. */
export interface LogContext {
  requestId?: string;
  licenseId?: string;
  commandId?: string;
}

const contexts = new AsyncLocalStorage<LogContext>();

/** Does the work as part of this context; ids may be added to it by `addToLogContext` meanwhile. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return contexts.run(context, work);
}

export function addToLogContext(ids: LogContext): void {
  Object.assign(contexts.getStore() ?? {}, ids);
}

export function logContext(): LogContext {
  return contexts.getStore() ?? {};
}
