import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { NotACheckpoint, readNote, type SigningKey, signedNote, signersOf } from '../checkpoints/index.js';
import { type Erasure, ErasureRepository, nothingRepeated, type RepeatedErasures } from '../persistence/index.js';
import type { SecondStore } from './second-store.js';

/** A list in the store is not one that this installation wrote, or is not there: nothing of it, and after it, is carried out. */
export class ErasureListRefused extends Error {
  readonly code = 'erasure-list-refused';
  readonly kind = 'conflict';
  readonly details: { list: number; remedy: string };

  constructor(list: number, what: string) {
    super(`list ${list} of erasures cannot be carried out: ${what}`);
    this.name = 'ErasureListRefused';
    this.details = {
      list,
      remedy:
        'Give the newest lists and the key that signed them (PAIZHAO_OTHER_CHECKPOINT_KEYS), or repeat by hand what they name.',
    };
  }
}

export interface ErasureListDeps {
  dataSource: DataSource;
  /** The current one first: it signs. Lists of any of them are carried out. */
  keys: readonly [SigningKey, ...SigningKey[]];
  /** The lists by their numbers. */
  lists: SecondStore;
  /** Milliseconds since 1970. */
  clock: () => number;
}

const format = 'paizhao-erasures';
/** As many as a note of 16,384 characters takes. */
const mostOfList = 250;
/** Shanghai has no summer time. */
const shanghaiMs = 8 * 3_600_000;

/**
 * What was erased, kept outside the database as well: signed lists of ids, beside the checkpoints. A database that is
 * restored from an older backup finds lists there that it does not know, and erases what they name again.
 */
export class ErasureList {
  private compared = false;

  constructor(private readonly deps: ErasureListDeps) {}

  /**
   * First what the store knows and the database does not, once in a process and before anything is written; then the
   * other way round. Only where nobody else does it.
   * @throws ErasureListRefused, FileStoreUnavailable
   */
  async keepUp(): Promise<RepeatedErasures> {
    const repository = new ErasureRepository(this.deps.dataSource.manager);
    const repeated = nothingRepeated();
    for (let waiting = await repository.unlisted(mostOfList); !this.compared || waiting.length > 0; ) {
      add(repeated, await this.repeat());
      if (!this.compared) await this.fill();
      this.compared = true;
      waiting = await repository.unlisted(mostOfList);
      if (waiting.length > 0) await this.write((await repository.newestList()) + 1, waiting);
      waiting = await repository.unlisted(mostOfList);
    }
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

  private async write(list: number, erasures: readonly (Erasure & { id: string })[]): Promise<void> {
    await this.keep(list, erasures);
    const ids = erasures.map(({ id }) => id);
    await new ErasureRepository(this.deps.dataSource.manager).listed(ids, list);
  }

  private async keep(list: number, erasures: readonly Erasure[]): Promise<void> {
    const { keys, lists, clock } = this.deps;
    const lines = erasures.map(({ kind, subject }) => `${kind} ${subject}\n`);
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

function refuse(list: number): never {
  throw new ErasureListRefused(list, 'a line of it names nothing');
}

function erasureOf(line: string): Erasure | null {
  const [, kind, subject] = /^(person|text) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(line) ?? [];
  return subject && (kind === 'person' || kind === 'text') ? { kind, subject } : null;
}

function add(all: RepeatedErasures, more: RepeatedErasures): void {
  all.people += more.people;
  all.texts += more.texts;
  all.stillActive.push(...more.stillActive);
}
