import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { type Checkpoint, readCheckpoint, readNote } from '../../../libs/checkpoints/index.js';
import type { Config } from '../../../libs/config/index.js';
import { documentStoreOf, noFileKeys, openPlainStore } from '../../../libs/documents/index.js';
import {
  CheckpointRepository,
  createDataSource,
  type RepeatedErasures,
  StoredFileRepository,
  underSealingLock,
} from '../../../libs/persistence/index.js';
import {
  type Audit,
  ErasureList,
  erasureLists,
  erasureListsOf,
  goesOn,
  heldAgainst,
  Mirror,
  originOf,
  SealRefused,
  secondStoreOf,
  signingKeysOf,
} from '../../../libs/sealing/index.js';
import { UsageError } from '../command.js';
import { auditedInstallation } from '../commands/checkpoints-verify.js';

/** What was found out and done once the database was back, before anybody works with it. */
export interface AfterRestore {
  /** The restored ledger against what was sealed of it, and where that was read; null where that could not be done. */
  checkpoints: (Audit & { where: string; intact: boolean; ownKey: boolean }) | null;
  /** Whether the log of checkpoints goes on under its name: nothing that was signed later is missing here. */
  sealing: 'goes-on' | 'rests';
  /** Null where no list of erasures is configured, or none that can be carried out. */
  erasures: RepeatedErasures | null;
  /** What could not be done; the database is restored all the same. */
  undone: string[];
}

export interface AfterWish {
  /** Folder with lists of erasures, which is only read; null for the second store of checkpoints. */
  erasures: string | null;
  /** The newest checkpoint that somebody was mailed. */
  mailed: Checkpoint | null;
  progress: (line: string) => void;
}

/**
 * Whether the lists can be read that are asked for, before anything is restored.
 * @throws UsageError `missing-argument`, `no-erasure-lists`
 */
export async function mustHaveLists(config: Config, folder: string | null): Promise<void> {
  if (folder === null) return;
  if (!signingKeysOf(config.checkpoints))
    throw new UsageError(
      'missing-argument',
      'restore: --erasures needs PAIZHAO_CHECKPOINT_KEY, which signed the lists',
    );
  if (!existsSync(folder) || (await erasureLists(openPlainStore({ directory: folder })).read(1)) === null)
    throw new UsageError(
      'no-erasure-lists',
      `restore: there is no list of erasures (er/er-000000000001.txt) in ${folder}; leave --erasures out where nothing was ever erased`,
    );
}

/** Whatever fails here is in the answer: the database is there, and nobody can restore it a second time. */
export async function afterRestore(config: Config, wish: AfterWish): Promise<AfterRestore> {
  const undone: string[] = [];
  const tried = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      const { message, details } = error as Error & { details?: { remedy?: unknown } };
      undone.push(details?.remedy ? `${message}. ${details.remedy}` : message);
      return null;
    }
  };
  const erasures = await tried(() => within(config, (dataSource) => repeatedErasures(dataSource, config, wish)));
  await tried(() => within(config, (dataSource) => takenAway(dataSource, config)));
  const checkpoints = await tried(() => compared(config, wish));
  const awake = await tried(() => within(config, (dataSource) => isAwake(dataSource, config, wish)));
  return { erasures, checkpoints, sealing: awake ? 'goes-on' : 'rests', undone };
}

async function compared(config: Config, { mailed, progress }: AfterWish): Promise<AfterRestore['checkpoints']> {
  const known = mailed ? [mailed] : [];
  const { result, where } = await auditedInstallation(config, null, { trusted: null, known }, progress);
  const ours = signingKeysOf(config.checkpoints)?.map((key) => key.as('paizhao').fingerprint) ?? [];
  const ownKey = result.fingerprint !== null && ours.includes(result.fingerprint);
  return { ...result, where, intact: result.findings.length === 0, ownKey };
}

async function isAwake({ manager }: DataSource, { checkpoints }: Config, { mailed }: AfterWish): Promise<boolean> {
  const repository = new CheckpointRepository(manager);
  const store = secondStoreOf(checkpoints);
  const mirror = store && new Mirror(store, repository);
  const newest = await repository.newest();
  if (newest === null) {
    const [current] = signingKeysOf(checkpoints) ?? [];
    return !current || goesOn(manager, { origin: originOf(current), number: 0 }, mirror);
  }
  const end = readCheckpoint(readNote(newest.note).text);
  if (mailed) await heldAgainst(manager, mailed, end);
  try {
    return await goesOn(manager, { origin: end.origin, number: newest.number }, mirror);
  } catch (error) {
    if (error instanceof SealRefused) return false; // the comparison names it
    throw error;
  }
}

/** What the lists name is erased again first: until then it can be read. */
async function repeatedErasures(
  dataSource: DataSource,
  { checkpoints }: Config,
  { erasures: folder }: AfterWish,
): Promise<RepeatedErasures | null> {
  const keys = signingKeysOf(checkpoints);
  const lists = folder === null ? erasureListsOf(checkpoints) : erasureLists(openPlainStore({ directory: folder }));
  if (!keys || !lists) return null;
  let repeated: RepeatedErasures | null = null;
  await underSealingLock(dataSource, async () => {
    const list = new ErasureList({ dataSource, keys, lists, clock: Date.now });
    repeated = await (folder === null ? list.keepUp() : list.carryOut());
  });
  return repeated;
}

/** What the backup brought back of files that were erased. */
async function takenAway({ manager }: DataSource, config: Config): Promise<void> {
  const store = documentStoreOf(config, noFileKeys);
  if (store) await new StoredFileRepository(manager).takeAwayErased((key) => store.remove(key));
}

async function within<T>(config: Config, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const dataSource = await createDataSource({
    url: config.database.url.reveal(),
    poolSize: 3,
    applicationName: 'paizhao-restore',
  }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
