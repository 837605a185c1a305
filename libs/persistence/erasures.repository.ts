import type { EntityManager } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import { PersonErasureRepository } from './person-erasure.repository.js';
import { eraseTexts } from './private-texts.repository.js';
import { eraseFiles } from './stored-files.repository.js';

/** Somebody, a text or a file whose key was destroyed; an id and nothing else. */
export interface Erasure {
  kind: 'person' | 'text' | 'file';
  subject: string;
}

/** What had come back with a restored database, and went again. */
export interface RepeatedErasures {
  people: number;
  texts: number;
  files: number;
  /** People who are erased, and of whom the database says that they have not left. */
  stillActive: string[];
}

export const nothingRepeated = (): RepeatedErasures => ({ people: 0, texts: 0, files: 0, stillActive: [] });

/** What was erased, and on which of the lists outside the database it stands: 1, 2, 3 … */
export class ErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  async newestList(): Promise<number> {
    const rows = (await this.manager.query(
      'select coalesce(max(list_number), 0)::float8 as number from paizhao.erasures',
    )) as { number: number }[];
    return rows[0]?.number ?? 0;
  }

  /** What stands on no list yet, oldest first; with the ids under which it is noted. `limit`: null for all of it. */
  async unlisted(limit: number | null): Promise<(Erasure & { id: string })[]> {
    return (await this.manager.query(
      'select id, kind, subject from paizhao.erasures where list_number is null order by id limit $1',
      [limit],
    )) as (Erasure & { id: string })[];
  }

  /** What stands on a list. */
  async on(list: number): Promise<Erasure[]> {
    return (await this.manager.query(
      'select distinct kind, subject from paizhao.erasures where list_number = $1 order by kind, subject',
      [list],
    )) as Erasure[];
  }

  async listed(ids: readonly string[], list: number): Promise<void> {
    await this.manager.query('update paizhao.erasures set list_number = $2 where id = any($1::bigint[])', [ids, list]);
  }

  /** Call within a transaction. Erases again what a list names and this database did not know to be erased. */
  async repeat(list: number, erasures: readonly Erasure[], act: Act): Promise<RepeatedErasures> {
    await lockHead(this.manager, houseStream);
    const fresh = await this.noteAs(list, erasures);
    const people: string[] = [];
    for (const { kind, subject } of fresh)
      if (kind === 'person' && (await new PersonErasureRepository(this.manager).repeat(subject, act.now)))
        people.push(subject);
    const texts = await this.storedTexts(subjectsOf('text', fresh));
    await eraseTexts(this.manager, texts);
    const files = await this.storedFiles(subjectsOf('file', fresh));
    await eraseFiles(this.manager, files);
    await this.standOn(list, erasures);
    const repeated = { people, texts, files };
    if (people.length + texts.length + files.length > 0) await this.record(list, repeated, act);
    return {
      people: people.length,
      texts: texts.length,
      files: files.length,
      stillActive: await this.active(people),
    };
  }

  /** All of them stand on the list from now on; given back are those of which nothing was noted. */
  private async noteAs(list: number, erasures: readonly Erasure[]): Promise<Erasure[]> {
    const [kinds, subjects] = [erasures.map(({ kind }) => kind), erasures.map(({ subject }) => subject)];
    const known = (await this.manager.query(
      'select distinct kind, subject from paizhao.erasures where subject = any($1::uuid[])',
      [subjects],
    )) as Erasure[];
    await this.manager.query(
      `insert into paizhao.erasures (kind, subject, list_number) select *, $3 from unnest($1::text[], $2::uuid[])`,
      [kinds, subjects, list],
    );
    return erasures.filter((each) => !known.some((one) => one.kind === each.kind && one.subject === each.subject));
  }

  /** What was noted without a list: before it was read, or while it was carried out. */
  private async standOn(list: number, erasures: readonly Erasure[]): Promise<void> {
    await this.manager.query(
      'update paizhao.erasures set list_number = $2 where list_number is null and subject = any($1::uuid[])',
      [erasures.map(({ subject }) => subject), list],
    );
  }

  private async storedTexts(ids: readonly string[]): Promise<string[]> {
    const rows = (await this.manager.query(
      'select id from paizhao.private_texts where id = any($1::uuid[]) order by 1',
      [ids],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  private async storedFiles(ids: readonly string[]): Promise<string[]> {
    const rows = (await this.manager.query(
      'select id from paizhao.files where erased_at is null and id = any($1::uuid[]) order by 1',
      [ids],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  private async active(people: readonly string[]): Promise<string[]> {
    const rows = (await this.manager.query(
      'select id from paizhao.people where active and id = any($1::uuid[]) order by 1',
      [people],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** `files` since v 2. */
  private async record(
    list: number,
    repeated: Record<'people' | 'texts' | 'files', string[]>,
    act: Act,
  ): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    const { actor, commandId, now, validOn } = act;
    const data = { list, ...repeated };
    await append(this.manager, houseStream, head, now, [
      { type: 'erasures-repeated', v: 2, validOn, actor, commandId, data },
    ]);
  }
}

const subjectsOf = (kind: Erasure['kind'], erasures: readonly Erasure[]): string[] =>
  erasures.filter((each) => each.kind === kind).map(({ subject }) => subject);
