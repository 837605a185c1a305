import type { EntityManager } from 'typeorm';
import { type AccessEntry, AccessNoteRepository } from './access-notes.repository.js';
import type { Cipher } from './cipher.js';
import { partsOfTraces, type TracesOfPerson, type TracesPart } from './personal-data-parts.js';
import { SavedViewRepository } from './saved-views.repository.js';

/** `$2`: key of the last line of the page before, null for the first page; `$3`: lines. */
function pageSql({ columns, from, key }: TracesPart): string {
  const own = key.map(([expression]) => expression).join(', ');
  const last = key.map(([, type], index) => `($2::text[])[${index + 1}]::${type}`).join(', ');
  return `select to_jsonb(line) - '#' as line, line."#" as key from (
            select ${columns}, array[${key.map(([expression]) => `(${expression})::text`).join(', ')}] as "#"
              from ${from} and ($2::text[] is null or (${own}) > (${last})) order by ${own} limit $3) line`;
}

const linesAtOnce = 1_000;
/** Streams of days that one question looks through, for whatever stands on them. */
const daysAtOnce = 7;

/** All that the product keeps about a person, as PIPL article 45 gives everybody a right to know. */
export class PersonalDataRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** One part, page by page, however much of it there is. */
  async *pages<P extends keyof TracesOfPerson>(
    part: P,
    personId: string,
    atOnce = linesAtOnce,
  ): AsyncGenerator<TracesOfPerson[P]> {
    const sql = pageSql(partsOfTraces[part]);
    for (let last: string[] | null = null; ; ) {
      const rows = (await this.manager.query(sql, [personId, last, atOnce])) as { line: object; key: string[] }[];
      if (rows.length > 0) yield rows.map(({ line }) => line) as TracesOfPerson[P];
      const end = rows.at(-1);
      if (!end || rows.length < atOnce) return;
      last = end.key;
    }
  }

  /** What the person read, exported, asked, was denied, or is said to have done, oldest first and page by page. */
  async *reads(personId: string, atOnce = linesAtOnce): AsyncGenerator<AccessEntry[]> {
    const notes = new AccessNoteRepository(this.manager);
    let days = await notes.days();
    for (let after = 0; days.length > 0; ) {
      const asked = days.slice(0, daysAtOnce);
      const page = await notes.find({ days: asked, after, limit: atOnce, by: personId });
      if (page.length > 0) yield page;
      const end = page.length < atOnce ? undefined : page.at(-1);
      days = end ? days.slice(days.indexOf(end.day)) : days.slice(daysAtOnce);
      after = end?.seq ?? 0;
    }
  }

  async viewsOf(personId: string) {
    const own = await new SavedViewRepository(this.manager).list({ personId, ownOnly: true }, this.cipher);
    return own.map(({ id, name, filter, shared, changedAt }) => ({ id, name, filter, shared, changedAt }));
  }
}
