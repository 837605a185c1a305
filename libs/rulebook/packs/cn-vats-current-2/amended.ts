import type { Rule } from '../../pack.js';

/** Older rules, those of the same id replaced by the newer ones in their place; wholly new ones follow. */
export function amended<R extends Rule>(older: R[], newer: R[]): R[] {
  const inPlace = older.flatMap((rule) => {
    const own = newer.filter(({ id }) => id === rule.id);
    return own.length > 0 ? own : [rule];
  });
  return [...inPlace, ...newer.filter(({ id }) => !older.some((rule) => rule.id === id))];
}
