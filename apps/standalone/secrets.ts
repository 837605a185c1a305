import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LocalSecrets {
  /** Password of the product's database role. */
  databasePassword: string;
  /** 32 bytes, base64: encrypts personal data and files. Lost, they cannot be read again. */
  dataKey: string;
  /** Earlier ones that still open what was stored under them; put there by hand (docs/files.md). */
  otherDataKeys?: string[];
  /** 32 bytes, base64: signs the checkpoints over the ledger. */
  checkpointKey: string;
  /** Earlier ones, while they are exchanged; put there by hand (docs/ledger-format.md). */
  otherCheckpointKeys?: string[];
}

/** Made at the first start and kept in the data folder, readable by its owner only. */
export function keptSecrets(folder: string): LocalSecrets {
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    const fresh: LocalSecrets = {
      databasePassword: randomBytes(24).toString('base64url'),
      dataKey: randomBytes(32).toString('base64'),
      checkpointKey: randomBytes(32).toString('base64'),
    };
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
  }
  return withCheckpointKey(file, JSON.parse(readFileSync(file, 'utf8')));
}

/** A folder of before 0.5.0 has none. */
function withCheckpointKey(file: string, kept: LocalSecrets | Omit<LocalSecrets, 'checkpointKey'>): LocalSecrets {
  if ('checkpointKey' in kept) return kept;
  const all = { ...kept, checkpointKey: randomBytes(32).toString('base64') };
  writeFileSync(`${file}.new`, JSON.stringify(all), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return all;
}
