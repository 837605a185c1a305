import type { EntrySpan } from '../../../libs/sealing/index.js';

/** As many as people read; scripts get all. */
const mostShown = 200;

/** Entries that were sealed and are gone, a line for each stretch of a stream. */
export function spansInLines(lost: readonly EntrySpan[]): string[] {
  const shown = lost
    .slice(0, mostShown)
    .map(({ stream, from, upto }) => `  ${stream} ${from}${upto > from ? `-${upto}` : ''}`);
  return lost.length > mostShown ? [...shown, '  … (--json)'] : shown;
}
