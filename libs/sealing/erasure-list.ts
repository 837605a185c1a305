import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { NotACheckpoint, readNote, type SigningKey, signedNote, signersOf } from '../checkpoints/index.js';
import { type Erasure, ErasureRepository, nothingRepeated, type RepeatedErasures } from '../persistence/index.js';
import type { SecondStore } from './second-store.js';

/** A list in the store is not one that this installation wrote, or is not there: nothing of it, and after it, is carried out. */
export class ErasureListRefused extends Error {
  readonly code = 'erasure-list-refused';
  readonly kind = 'conflict';
  readonly details: { list: number; what: string; remedy: string };

  constructor(list: number, what: string) {
    super(`list ${list} of erasures cannot be carried out: ${what}`);
    this.name = 'ErasureListRefused';
    this.details = {
      list,
      what,
      remedy:
        'Give the newest lists and the key that signed them (PAIZHAO_OTHER_CHECKPOINT_KEYS), or repeat by hand what they name.',
    };
  }
}

export interface ErasureListDeps {
  dataSource: DataSource;
  /** The current one first: it signs, and signs anew what older ones signed. Lists of any of them are carried out. */
  keys: readonly [SigningKey, ...SigningKey[]];
  /** The lists by their numbers. */
  lists: SecondStore;
  /** Milliseconds since 1970. */
  clock: () => number;
}

const format = 'paizhao-erasures';
/** As many as a note of 16,384 characters takes. */
const mostOfList = 250;
/** As many are signed anew before the sealer has its turn. */
const mostAtOnce = 200;
/** Shanghai has no summer time. */
const shanghaiMs = 8 * 3_600_000;

/**
 * What was erased, kept outside the database as well: signed lists of ids, beside the checkpoints. A database that is
 * restored from an older backup finds lists there that it does not know, and erases what they name again.
 */
export class ErasureList {
  private compared = false;
  /** The lists from here down to the first one bear, or may bear, an older key; null before that is known. */
  private oldUpTo: number | null = null;

  constructor(private readonly deps: ErasureListDeps) {}

  /**
   * First what the store knows and the database does not, once in a process and before anything is written; then the
   * other way round. Only where nobody else does it.
   * @throws ErasureListRefused where what was erased here is kept in the store all the same; FileStoreUnavailable
   */
  async keepUp(): Promise<RepeatedErasures> {
    const repository = new ErasureRepository(this.deps.dataSource.manager);
    const repeated = nothingRepeated();
    for (let waiting = await repository.unlisted(mostOfList); !this.compared || waiting.length > 0; ) {
      add(repeated, await this.repeatOrKeepBehind());
      if (!this.compared) await this.fill();
      this.compared = true;
      waiting = await repository.unlisted(mostOfList);
      if (waiting.length > 0) await this.write((await repository.newestList()) + 1, waiting);
      waiting = await repository.unlisted(mostOfList);
    }
    await this.signAnew();
    return repeated;
  }

  /**
   * Only what lists name that the database does not know: of a copy, in which nothing is written.
   * @throws ErasureListRefused also where it ends before what the database knows; FileStoreUnavailable
   */
  async carryOut(): Promise<RepeatedErasures> {
    const newest = await new ErasureRepository(this.deps.dataSource.manager).newestList();
    if (newest > 0 && (await this.deps.lists.read(newest)) === null)
      throw new ErasureListRefused(newest, 'it is not there, and the database knows it');
    return this.repeat();
  }

  private async repeatOrKeepBehind(): Promise<RepeatedErasures> {
    try {
      return await this.repeat();
    } catch (error) {
      if (error instanceof ErasureListRefused) await this.keepBehind(error.details.list);
      throw error;
    }
  }

  /**
   * Behind lists that cannot be carried out, what was erased here and is not there yet. The database does not know it as
   * listed until they are, and it with them.
   */
  private async keepBehind(refused: number): Promise<void> {
    const { dataSource, lists } = this.deps;
    const held = new Set<string>();
    let next = refused;
    for (let bytes = await lists.read(next); bytes !== null; bytes = await lists.read(next)) {
      for (const erasure of this.ours(next, bytes)) held.add(lineOf(erasure));
      next += 1;
    }
    const unlisted = await new ErasureRepository(dataSource.manager).unlisted(null);
    const waiting = unlisted.filter((each) => !held.has(lineOf(each)));
    for (let from = 0; from < waiting.length; from += mostOfList, next += 1)
      await this.keep(next, waiting.slice(from, from + mostOfList));
  }

  /** What a list names; nothing where it is not one of ours. */
  private ours(list: number, bytes: Buffer): Erasure[] {
    try {
      return this.understood(list, bytes.toString('utf8'));
    } catch (error) {
      if (error instanceof ErasureListRefused) return [];
      throw error;
    }
  }

  private async repeat(): Promise<RepeatedErasures> {
    const { dataSource, lists } = this.deps;
    const all = nothingRepeated();
    for (let list = (await new ErasureRepository(dataSource.manager).newestList()) + 1; ; list += 1) {
      const bytes = await lists.read(list);
      if (bytes === null) return all;
      const erasures = this.understood(list, bytes.toString('utf8'));
      const act = this.act();
      add(all, await dataSource.transaction((manager) => new ErasureRepository(manager).repeat(list, erasures, act)));
    }
  }

  /** A store may be new: lists have no gaps, or nobody would find those behind one. */
  private async fill(): Promise<void> {
    const repository = new ErasureRepository(this.deps.dataSource.manager);
    const newest = await repository.newestList();
    let held = newest;
    while (held > 0 && (await this.deps.lists.read(held)) === null) held -= 1;
    for (let list = held + 1; list <= newest; list += 1) await this.keep(list, await repository.on(list));
  }

  /**
   * Once the key is exchanged every list gets the new one, so that the old one can be taken out: from the newest down to
   * the first, by which a later process sees whether all of them have it.
   */
  private async signAnew(): Promise<void> {
    const repository = new ErasureRepository(this.deps.dataSource.manager);
    const { lists, keys } = this.deps;
    this.oldUpTo ??= (await bearOlderKey(lists, keys[0])) ? await repository.newestList() : 0;
    const until = Math.max(this.oldUpTo - mostAtOnce, 0);
    for (; this.oldUpTo > until; this.oldUpTo -= 1)
      if (await bearsOlderKey(lists, this.oldUpTo, keys[0]))
        await this.keep(this.oldUpTo, await repository.on(this.oldUpTo));
  }

  private async write(list: number, erasures: readonly (Erasure & { id: string })[]): Promise<void> {
    await this.keep(list, erasures);
    const ids = erasures.map(({ id }) => id);
    await new ErasureRepository(this.deps.dataSource.manager).listed(ids, list);
  }

  private async keep(list: number, erasures: readonly Erasure[]): Promise<void> {
    const { keys, lists, clock } = this.deps;
    const lines = erasures.map((each) => `${lineOf(each)}\n`);
    const text = `${format}\n${list}\n${new Date(clock()).toISOString()}\n${lines.join('')}`;
    await lists.keep(list, Buffer.from(signedNote(text, format, [keys[0]]), 'utf8'));
  }

  private understood(list: number, note: string): Erasure[] {
    try {
      const signed = readNote(note);
      const ours = this.deps.keys.map((key) => key.as(format));
      if (signersOf(signed, ours).length === 0) throw new ErasureListRefused(list, 'no key of ours signed it');
      const [first, number, , ...lines] = signed.text.trimEnd().split('\n');
      if (first !== format || number !== String(list)) throw new ErasureListRefused(list, 'it is another list');
      return lines.map((line) => erasureOf(line) ?? refuse(list));
    } catch (error) {
      if (error instanceof NotACheckpoint) throw new ErasureListRefused(list, error.message);
      throw error;
    }
  }

  private act() {
    const now = this.deps.clock();
    return {
      actor: { kind: 'system' as const, id: 'restore' as const },
      commandId: randomUUID(),
      now: new Date(now).toISOString(),
      validOn: new Date(now + shanghaiMs).toISOString().slice(0, 10),
    };
  }
}

const lineOf = ({ kind, subject }: Erasure): string => `${kind} ${subject}`;

/** Whether lists are not signed by the current key yet: the one before is still needed. @throws FileStoreUnavailable */
export const bearOlderKey = (lists: SecondStore, current: SigningKey): Promise<boolean> =>
  bearsOlderKey(lists, 1, current);

async function bearsOlderKey(lists: SecondStore, list: number, current: SigningKey): Promise<boolean> {
  const bytes = await lists.read(list);
  try {
    return bytes !== null && signersOf(readNote(bytes.toString('utf8')), [current.as(format)]).length === 0;
  } catch (error) {
    if (error instanceof NotACheckpoint) return true;
    throw error;
  }
}

function refuse(list: number): never {
  throw new ErasureListRefused(list, 'a line of it names nothing');
}

function erasureOf(line: string): Erasure | null {
  const [, kind, subject] = /^(person|text|file) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(line) ?? [];
  return subject && (kind === 'person' || kind === 'text' || kind === 'file') ? { kind, subject } : null;
}

function add(all: RepeatedErasures, more: RepeatedErasures): void {
  all.people += more.people;
  all.texts += more.texts;
  all.files += more.files;
  all.stillActive.push(...more.stillActive);
}
