import type { Block } from './blocks.js';
import { check } from './parts/check.js';
import { files, people } from './parts/closing.js';
import { deadlines } from './parts/deadlines.js';
import { documents } from './parts/documents.js';
import { history } from './parts/history.js';
import { law } from './parts/law.js';
import { license } from './parts/license.js';
import { opening } from './parts/opening.js';
import { reminders } from './parts/reminders.js';
import type { Telling } from './telling.js';

const parts = [check, license, deadlines, history, reminders, documents, law, people, files];

/** The whole report, from top to bottom, its parts numbered. */
export function* reportOf(telling: Telling): Iterable<Block> {
  yield* opening(telling);
  for (const index of parts.keys()) yield* partOf(index, telling);
}

/** What its parts are called, without what stands in them. */
export function headingsOf(telling: Telling): string[] {
  return [...parts.keys()].flatMap((index) => {
    const [first] = partOf(index, telling);
    return first && 'heading' in first ? [first.heading] : [];
  });
}

/** Each part begins with its heading. */
function* partOf(index: number, telling: Telling): Iterable<Block> {
  for (const block of parts[index]?.(telling) ?? []) {
    if ('heading' in block && block.level === 2) yield { ...block, heading: `${index + 1}　${block.heading}` };
    else yield block;
  }
}
