import { DomainError } from '../errors.js';

/**
 * Runs every check, so that all that is wrong can be mended at once.
 * @throws DomainError the first refusal; where there are several, `details.errors` names each of them
 */
export function checkAll(checks: readonly (() => unknown)[]): void {
  const refusals = checks.flatMap((check) => refusalOf(check));
  const [first, ...others] = refusals;
  if (!first) return;
  if (others.length === 0) throw first;
  const errors = refusals.flatMap(({ code, message, details: { pointer = '', remedy = '', errors: several } }) => {
    return several ?? [{ pointer, code, message, remedy }];
  });
  throw new DomainError(first.code, first.kind, first.message, { ...first.details, errors });
}

/** What the parts make, in their order, where none of them refuses. @throws DomainError as `checkAll` does */
export function allOf<T>(parts: readonly (() => T[])[]): T[] {
  const made: T[] = [];
  checkAll(parts.map((part) => () => made.push(...part())));
  return made;
}

function refusalOf(check: () => unknown): DomainError[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [error];
    throw error;
  }
}
