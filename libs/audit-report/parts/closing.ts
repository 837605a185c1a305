import type { Block } from '../blocks.js';
import { grouped, type Telling } from '../telling.js';

/** Who is behind the marks: to be told last, when all of them have been met. */
export function* people({ content, say, people: met }: Telling): Iterable<Block> {
  const { heading, named, unnamed, table } = say.people;
  yield { heading, level: 2 };
  yield { text: Object.keys(content.people).length > 0 ? named : unnamed };
  yield {
    caption: table.caption,
    columns: [
      { title: table.columns.mark, share: 1.5 },
      { title: table.columns.who, share: 2.5 },
      { title: table.columns.id, share: 5 },
    ],
    rows: met.all().map(({ mark, name, id }) => [mark, name ?? say.nothing, [{ text: id, as: 'hash' }]]),
    none: table.none,
  };
}

export function* files({ content, say }: Telling): Iterable<Block> {
  const { heading, lead, table } = say.files;
  yield { heading, level: 2 };
  yield { text: lead };
  yield {
    caption: table.caption,
    columns: [
      { title: table.columns.name, share: 16 },
      { title: table.columns.bytes, share: 5.5 },
      { title: table.columns.sha256, share: 28 },
    ],
    rows: content.files.map(({ name, bytes, sha256 }) => [
      [{ text: name, as: 'hash' }],
      grouped(bytes),
      [{ text: sha256, as: 'hash' }],
    ]),
    none: table.none,
  };
}
