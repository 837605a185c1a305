import type { PlainStore } from '../documents/index.js';

/** Where every checkpoint is kept beside the database, out of reach of whoever can change that one. */
export interface SecondStore {
  /** The record of a checkpoint as it was kept; null where there is none. @throws FileStoreUnavailable */
  read(number: number): Promise<Buffer | null>;
  /** @throws FileStoreUnavailable */
  keep(number: number, record: Buffer): Promise<void>;
}

/** By their numbers; the last two digits come first, since a store makes its folders of the first two characters. */
export const recordName = (number: number): string =>
  `${String(number % 100).padStart(2, '0')}-${String(number).padStart(12, '0')}.jsonl`;

/** Lists of erasures lie beside the checkpoints, under names of their own. */
export const erasureLists = (store: PlainStore): SecondStore => {
  const name = (number: number) => `er-${String(number).padStart(12, '0')}.txt`;
  return { read: (number) => store.read(name(number)), keep: (number, list) => store.keep(name(number), list) };
};

export const secondStore = (store: PlainStore): SecondStore => ({
  read: (number) => store.read(recordName(number)),
  keep: (number, record) => store.keep(recordName(number), record),
});
