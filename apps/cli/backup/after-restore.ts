import type { DataSource } from 'typeorm';
import type { Config } from '../../../libs/config/index.js';
import { FileStoreUnavailable, openPlainStore } from '../../../libs/documents/index.js';
import { createDataSource, type RepeatedErasures, underSealingLock } from '../../../libs/persistence/index.js';
import {
  type Audit,
  ErasureList,
  ErasureListRefused,
  erasureLists,
  erasureListsOf,
  signingKeysOf,
} from '../../../libs/sealing/index.js';
import { UsageError } from '../command.js';
import { auditedInstallation } from '../commands/checkpoints-verify.js';

/** What was found out and done once the database was back, before anybody works with it. */
export interface AfterRestore {
  /** The restored ledger against what was sealed of it, and where that was read; null where the store does not answer. */
  checkpoints: (Audit & { where: string; intact: boolean; ownKey: boolean }) | null;
  /** Null where no list of erasures is configured, or none that can be carried out. */
  erasures: RepeatedErasures | null;
  /** What could not be done; the database is restored all the same. */
  undone: string[];
}

/** @param erasures folder with lists of erasures; null for the second store of checkpoints */
export async function afterRestore(
  config: Config,
  { erasures, progress }: { erasures: string | null; progress: (line: string) => void },
): Promise<AfterRestore> {
  const undone: string[] = [];
  const tried = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof FileStoreUnavailable) && !(error instanceof ErasureListRefused)) throw error;
      undone.push(error.message);
      return null;
    }
  };
  const repeated = await tried(() => repeatedErasures(config, erasures));
  return { erasures: repeated, checkpoints: await tried(() => compared(config, progress)), undone };
}

async function compared(config: Config, progress: (line: string) => void): Promise<AfterRestore['checkpoints']> {
  const { result, where } = await auditedInstallation(config, null, { trusted: null, known: [] }, progress);
  const ours = signingKeysOf(config.checkpoints)?.map((key) => key.as('paizhao').fingerprint) ?? [];
  const ownKey = result.fingerprint !== null && ours.includes(result.fingerprint);
  return { ...result, where, intact: result.findings.length === 0, ownKey };
}

/** What the lists name is erased again first: until then it can be read. */
async function repeatedErasures(config: Config, folder: string | null): Promise<RepeatedErasures | null> {
  const keys = signingKeysOf(config.checkpoints);
  const lists =
    folder === null ? erasureListsOf(config.checkpoints) : erasureLists(openPlainStore({ directory: folder }));
  if (folder !== null && !keys)
    throw new UsageError(
      'missing-argument',
      'restore: --erasures needs PAIZHAO_CHECKPOINT_KEY, which signed the lists',
    );
  if (!keys || !lists) return null;
  const dataSource: DataSource = await createDataSource({
    url: config.database.url.reveal(),
    poolSize: 3,
    applicationName: 'paizhao-restore',
  }).initialize();
  try {
    let repeated: RepeatedErasures | null = null;
    await underSealingLock(dataSource, async () => {
      repeated = await new ErasureList({ dataSource, keys, lists, clock: Date.now }).keepUp();
    });
    return repeated;
  } finally {
    await dataSource.destroy();
  }
}
