import type { DataSource } from 'typeorm';
import { createDataSource } from '../../libs/persistence/index.js';
import { type FoldingOptions, liveAndFolded } from '../stack/folding.js';

/**
 * What stands beside the ledger is what the ledger says: every license is folded anew, and its snapshot, view,
 * obligations and planned rungs are compared with that, each license at one moment. Every story on a database ends
 * with it.
 */
export async function expectLiveIsFolded(source: DataSource, options: FoldingOptions = {}): Promise<void> {
  for await (const { licenseId, live, folded } of liveAndFolded(source, options))
    expect({ licenseId, ...live }).toEqual({ licenseId, ...folded });
}

/** The same, through a connection of its own. */
export async function expectDatabaseIsFolded(url: string, options: FoldingOptions = {}): Promise<void> {
  const source = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    await expectLiveIsFolded(source, options);
  } finally {
    await source.destroy();
  }
}
