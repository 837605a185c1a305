import type { Block } from '../blocks.js';
import { beijingTime, grouped, type Telling } from '../telling.js';

/** What a verdict rests on, and how to come to one's own. */
export function* check({ content, say }: Telling): Iterable<Block> {
  const { checkpoint, continues, checkpoints, streams } = content.proof;
  const words = say.check;
  yield { heading: words.heading, level: 2 };
  if (checkpoint === null) yield { text: words.neverSealed, as: 'warning' };
  else {
    yield { text: words.sealed };
    yield {
      facts: [
        [words.facts.checkpoint, words.numbered(checkpoint.number)],
        [words.facts.sealedAt, beijingTime(checkpoint.sealedAt)],
        [words.facts.fingerprint, [{ text: checkpoint.fingerprint, as: 'hash' }]],
        [words.facts.size, words.leaves(grouped(checkpoint.size))],
        [words.facts.root, [{ text: checkpoint.root, as: 'hash' }]],
        [words.facts.origin, [{ text: checkpoint.origin, as: 'hash' }]],
        [words.facts.checkpoints, String(checkpoints)],
      ],
    };
  }
  if (continues) {
    const { origin, size, kept, gone, sealedAt } = continues;
    const [ended, first, lost] = [size, kept, gone].map(grouped) as [string, string, string];
    yield { text: words.continues(beijingTime(sealedAt), origin, ended, first, lost), as: 'warning' };
  }
  yield {
    caption: words.streams.caption,
    columns: [
      { title: words.streams.columns.stream, share: 7 },
      { title: words.streams.columns.entries, share: 1.2 },
      { title: words.streams.columns.unanchored, share: 1.6 },
    ],
    rows: streams.map(({ stream, file, head, entries, unanchored }) => [
      [
        `${words.stream(stream.split('/')[0] ?? stream)}${say.brackets(file)}`,
        { text: stream, as: 'hash' },
        { text: head, as: 'hash' },
      ],
      grouped(entries),
      grouped(unanchored),
    ]),
    none: words.streams.none,
  };
  if (checkpoint) yield { text: words.window(streams.reduce((sum, { unanchored }) => sum + unanchored, 0)) };
  yield { heading: words.howTo, level: 3 };
  yield { steps: words.steps(checkpoint !== null) };
}
