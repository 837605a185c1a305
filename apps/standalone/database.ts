import { Client } from 'pg';
import { migrate } from '../../libs/persistence/migrate.js';

const name = 'paizhao';

export interface LocalDatabase {
  /** For migrations, and for whoever must look behind the product's back. */
  superuserUrl: string;
  /** What api and worker use. */
  appUrl: string;
}

/** Creates the product's database on the local server when it is missing, and migrates it. */
export async function prepareDatabase(serverUrl: string, appPassword: string): Promise<LocalDatabase> {
  const database = await createDatabase(serverUrl, appPassword);
  await migrate(database.superuserUrl, { appUrl: database.appUrl });
  return database;
}

/** Creates the product's database on the local server when it is missing; what it holds is not touched. */
export async function createDatabase(serverUrl: string, appPassword: string): Promise<LocalDatabase> {
  const superuserUrl = withDatabase(serverUrl);
  const appUrl = new URL(superuserUrl);
  appUrl.username = 'paizhao_app';
  appUrl.password = encodeURIComponent(appPassword);
  await createIfMissing(serverUrl);
  return { superuserUrl, appUrl: appUrl.href };
}

function withDatabase(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function createIfMissing(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}
