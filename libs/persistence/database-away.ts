/** Codes of Node, and of PostgreSQL for a server that starts, stops, breaks off or has no room. */
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '53300', '53400', '55P03', '57014'],
]);

/** Driver and TypeORM give some errors of a lost connection no code; the latter lets go of what a transaction ran on. */
const words =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|query runner (was )?already released/i;

/**
 * Whether a query failed because the server could not be reached, went away or did not answer in time, so that the
 * same may succeed later; whether it took effect is unknown.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (codes.has(code) || code.startsWith('08'))) return true;
  if (words.test(error.message)) return true;
  return within(error).some(isDatabaseAway);
}

/** Codes of PostgreSQL for what got into another transaction's way. */
const inTheWay = new Set(['40001', '40P01']);

/** Whether work that failed may succeed when it is done anew: the database was away, or another was in the way. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    isDatabaseAway(error) || inTheWay.has(String((error as { code?: unknown }).code)) || within(error).some(mayPass)
  );
}

/** The faults of which a fault is made. */
function within(error: Error): unknown[] {
  const { driverError, cause } = error as Error & { driverError?: unknown };
  const parts: unknown[] = error instanceof AggregateError ? error.errors : [driverError, cause];
  return parts.filter((each) => each !== error);
}
