import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { emptyDatabase, type TestDatabase } from './stack.js';

const home = join(__dirname, '..', 'replay', 'installations');

/** What a release's own build left behind after a short story; made by `scripts/record-installation.mjs`. */
export interface StoredInstallation {
  release: string;
  dataKey: string;
  tokens: Record<'officer' | 'approver' | 'auditor', string>;
  licenses: Record<'filed' | 'preparing' | 'held' | 'late' | 'ended' | 'simulated', string>;
  /** Encrypted files in base64, by their paths. */
  files: Record<string, string>;
}

export const storedReleases = (): string[] => readdirSync(home).sort();

export function storedInstallation(release: string): StoredInstallation {
  return JSON.parse(readFileSync(join(home, release, 'installation.json'), 'utf8'));
}

/** A database as that release kept it: its schema, its rows. Drop it in `afterAll`. */
export async function restoredDatabase(release: string): Promise<TestDatabase> {
  const database = await emptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const part of ['schema.sql', 'data.sql']) await client.query(readFileSync(join(home, release, part), 'utf8'));
  } finally {
    await client.end();
  }
  return database;
}

export function restoreFiles({ files }: StoredInstallation, folder: string): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(content, 'base64'));
  }
}
