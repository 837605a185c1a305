import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { SigningKey } from '../checkpoints/index.js';
import { type Bucket, openPlainStore, type PlainStore } from '../documents/index.js';
import { SealingRepository, underSealingLock } from '../persistence/index.js';
import { ErasureList } from './erasure-list.js';
import { keepGathering, keepSealing } from './seal-loop.js';
import { Sealer } from './sealer.js';
import { erasureLists, type SecondStore, secondStore } from './second-store.js';

/** What a process was given to seal with. */
export interface GivenCheckpoints {
  key: { reveal(): Buffer } | null;
  otherKeys: { reveal(): readonly Buffer[] };
  directory: string | null;
  bucket: (Omit<Bucket, 'secretKey'> & { secretKey: { reveal(): string } }) | null;
}

type GivenPlace = Pick<GivenCheckpoints, 'directory' | 'bucket'>;

/** Null where the checkpoints stand in the database only. */
export function secondStoreOf(place: GivenPlace): SecondStore | null {
  const store = placeOf(place);
  return store && secondStore(store);
}

/** Null where what was erased is kept nowhere else. */
export function erasureListsOf(place: GivenPlace): SecondStore | null {
  const store = placeOf(place);
  return store && erasureLists(store);
}

function placeOf({ directory, bucket }: GivenPlace): PlainStore | null {
  if (bucket) return openPlainStore({ bucket: { ...bucket, secretKey: bucket.secretKey.reveal() } });
  return directory === null ? null : openPlainStore({ directory });
}

/** The current one first; null where nothing is sealed. */
export function signingKeysOf({
  key,
  otherKeys,
}: Pick<GivenCheckpoints, 'key' | 'otherKeys'>): [SigningKey, ...SigningKey[]] | null {
  return key && [new SigningKey(key.reveal()), ...otherKeys.reveal().map((other) => new SigningKey(other))];
}

export interface SealingParts {
  dataSource: DataSource;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** This process's part of the sealing, until it is stopped. */
export function startSealing(given: GivenCheckpoints, parts: SealingParts): { stop(): Promise<void> } {
  const keys = signingKeysOf(given);
  if (keys) {
    const lists = erasureListsOf(given);
    const erasures = lists && new ErasureList({ ...parts, keys, lists, clock: Date.now });
    return keepSealing(new Sealer({ ...parts, keys, store: secondStoreOf(given), erasures, clock: Date.now }));
  }
  parts.log.warn('nothing is sealed: PAIZHAO_CHECKPOINT_KEY is not set');
  return keepGathering(() => gatheredNotes(parts));
}

/** Nobody takes the notes away where nothing is sealed; they must not become ever more. */
async function gatheredNotes({ dataSource, log }: SealingParts): Promise<void> {
  try {
    await underSealingLock(dataSource, () => new SealingRepository(dataSource.manager).gatherNotes());
  } catch (error) {
    log.error({ error: Object(error).name, code: Object(error).code }, 'notes could not be gathered');
  }
}
