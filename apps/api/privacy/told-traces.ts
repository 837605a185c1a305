import type { AccessEntry, PersonalDataRepository, TracesOfPerson } from '../../../libs/persistence/index.js';
import { partsOfPerson } from '../../../libs/persistence/index.js';
import { accessWords } from '../access/access-words.js';
import type { PrivateTexts } from '../commands/private-texts.js';
import { textsWritten } from './written-texts.js';

type Pages<T> = AsyncIterable<readonly T[]>;
type Part<P extends keyof TracesOfPerson> = TracesOfPerson[P][number];

/** What refers to a text has the text, null once it was erased. */
type Worded<T> = T extends { ref: string }
  ? T & { text?: string | null }
  : { [K in keyof T]: T[K] extends object ? Worded<T[K]> : T[K] };

/** All that somebody left behind here, as pieces of JSON: no more of it is in memory than a page of a part. */
export class ToldTraces {
  constructor(
    private readonly kept: PersonalDataRepository,
    private readonly texts: PrivateTexts,
  ) {}

  /** Members of an object, each with a comma before it. */
  async *pieces(personId: string): AsyncGenerator<string> {
    for (const part of partsOfPerson) yield* member(part, this.part(part, personId));
    yield* member('reads', this.reads(this.kept.reads(personId)));
  }

  private part(part: keyof TracesOfPerson, personId: string): Pages<object> {
    if (part === 'comments') return this.comments(this.kept.pages(part, personId));
    if (part === 'acts') return this.acts(this.kept.pages(part, personId));
    return this.kept.pages(part, personId);
  }

  private async *comments(pages: Pages<Part<'comments'>>): AsyncGenerator<object[]> {
    for await (const page of pages)
      yield (await this.worded(page)).map(({ text, ...comment }) => ({ ...comment, text: text.text ?? null }));
  }

  private async *acts(pages: Pages<Part<'acts'>>): AsyncGenerator<object[]> {
    for await (const page of pages) {
      const acts = await this.worded(page.map(({ data, ...act }) => ({ ...act, texts: textsWritten(data) })));
      yield acts.map((act) => ({ ...act, texts: act.texts.map(({ at, text }) => ({ at, text: text ?? null })) }));
    }
  }

  private async *reads(pages: Pages<AccessEntry>): AsyncGenerator<object[]> {
    for await (const page of pages) yield await this.worded(page.map(toldToReader));
  }

  /** With each reference's text beside it. */
  private async worded<T extends object>(lines: readonly T[]): Promise<Worded<T>[]> {
    return (await this.texts.reveal(lines)) as Worded<T>[];
  }
}

async function* member(name: string, pages: Pages<object>): AsyncGenerator<string> {
  let between = `,${JSON.stringify(name)}:[`;
  for await (const page of pages) {
    yield between + page.map((line) => JSON.stringify(line)).join();
    between = ',';
  }
  yield between === ',' ? ']' : `${between}]`;
}

/** Whom else it concerned is not the reader's to be given. */
function toldToReader(entry: AccessEntry): object {
  const { day, seq, recordedAt, type, data } = entry;
  const { who: _who, people: _people, ...details } = data;
  return { day, seq, recordedAt, kind: type, words: accessWords(entry), details };
}
