/**
 * An error for the log. A database error repeats values of its statement, in its message too: of it only the state,
 * the constraint and the place remain.
 */
export function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: `thrown: ${typeof error}` };
  const { name, message, stack = '', cause } = error;
  const { code, constraint } = ofDriver(error);
  const place = stack.split('\n').filter((line) => line.startsWith('    at '));
  const fromDatabase = 'driverError' in error || isSqlState(code);
  return {
    name,
    message: fromDatabase ? 'the database refused a statement' : message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: place.join('\n'),
    ...(cause === undefined || fromDatabase ? {} : { cause: safeError(cause) }),
  };
}

type Driver = { code?: unknown; constraint?: unknown };

function ofDriver(error: Error): Driver {
  return ((error as { driverError?: Driver }).driverError ?? error) as Driver;
}

const isSqlState = (code: unknown): boolean => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
