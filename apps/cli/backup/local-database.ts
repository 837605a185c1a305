import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase } from '../../standalone/database.js';
import { startPostgres } from '../../standalone/postgres.js';
import { keptSecrets } from '../../standalone/secrets.js';
import { Supervisor } from '../../standalone/supervise.js';
import { UsageError } from '../command.js';

/**
 * Runs PostgreSQL in the data folder of a local stack that does not run itself, for as long as the work takes; gives the
 * variables by which its parts are found. The folder may be empty but for the `secrets.json` of the installation, whose
 * data key no backup holds.
 * @throws UsageError `data-key-needed`, OperatorProblem
 */
export async function withLocalDatabase<T>(
  folder: string,
  work: (environment: Record<string, string>) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(folder, 'secrets.json')))
    throw new UsageError(
      'data-key-needed',
      `restore: there is no secrets.json in ${folder}: put the one of the installation there first, it holds the data key`,
    );
  const supervisor = await Supervisor.claim(folder);
  supervisor.stopOnSignals(1);
  try {
    const secrets = keptSecrets(folder);
    const { url } = await startPostgres(supervisor, { folder: join(folder, 'postgres') });
    const { superuserUrl, appUrl } = await createDatabase(url, secrets.databasePassword);
    return await work({
      DATABASE_URL: appUrl,
      DATABASE_ADMIN_URL: superuserUrl,
      PAIZHAO_DATA_KEY: secrets.dataKey,
      PAIZHAO_OTHER_DATA_KEYS: (secrets.otherDataKeys ?? []).join(','),
      PAIZHAO_CHECKPOINT_KEY: secrets.checkpointKey,
      PAIZHAO_OTHER_CHECKPOINT_KEYS: (secrets.otherCheckpointKeys ?? []).join(','),
      CHECKPOINTS_DIR: join(folder, 'checkpoints'),
      FILES_DIR: join(folder, 'files'),
    });
  } finally {
    await supervisor.stop();
  }
}
