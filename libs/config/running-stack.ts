import { readFileSync } from 'node:fs';
import { type Config, loadConfig } from './config.js';
import { ConfigurationError } from './demanded.js';

/** In the data folder of a local stack while it runs: the environment of its processes, readable by its owner only. */
const environmentFile = 'environment.json';

/**
 * The configuration for a command that joins an installation: of this environment where it names a database, else of
 * the stack that runs on this machine. `folder`: that stack's data folder; always asked where it is given.
 * @throws ConfigurationError
 */
export function loadConfigOfInstallation(folder: string | null, env: NodeJS.ProcessEnv = process.env): Config {
  if (folder === null && (env.DATABASE_URL || env.DATABASE_URL_FILE)) return loadConfig(env);
  return loadConfig(environmentIn(folder ?? `${env.PAIZHAO_DIR || '.paizhao'}/standalone`));
}

function environmentIn(folder: string): NodeJS.ProcessEnv {
  try {
    return JSON.parse(readFileSync(`${folder}/${environmentFile}`, 'utf8')) as NodeJS.ProcessEnv;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ConfigurationError([
      `DATABASE_URL: is needed, as for the worker; or else a stack that runs in ${folder} (npm start)`,
    ]);
  }
}
