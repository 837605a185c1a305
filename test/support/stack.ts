import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import pg from 'pg';

export interface TestDatabase {
  /** postgres://superuser:…@127.0.0.1:port/name */
  url: string;
  /** The same database as the product's own role; where the migrations have run. */
  appUrl: string;
  name: string;
  /** Closes every connection to it and drops it. */
  drop(): Promise<void>;
}

const MIGRATIONS = join(__dirname, '..', '..', 'libs', 'persistence', 'migrations');

/** The superuser's URL of the PostgreSQL that Jest's global set-up started; database `postgres`. */
export function postgresUrl(): string {
  return published('PAIZHAO_TEST_PG_URL');
}

/** host:port of the Temporal server that Jest's global set-up started. */
export function temporalAddress(): string {
  return published('PAIZHAO_TEST_TEMPORAL_ADDRESS');
}

/** The file that holds the workflow bundle, made once per test run. */
export function workflowBundle(): { codePath: string } {
  return { codePath: published('PAIZHAO_TEST_BUNDLE') };
}

/** A connection to the test server that no proxy setting can lead astray. Close it in `afterAll`. */
export function temporalConnection(): Promise<Connection> {
  return Connection.connect({ address: temporalAddress(), channelArgs: { 'grpc.enable_http_proxy': 0 } });
}

/**
 * A database of its own for one test file, copied from a template on which the migrations have run
 * (about 50 ms; the first caller of a run makes the template). Drop it in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  migrated ??= migratedTemplate().catch((error) => {
    migrated = undefined;
    throw error;
  });
  const template = await migrated;
  await withAdmin((admin) => admin.query(copied(name, template)));
  return { name, url: urlOf(name), appUrl: appUrlOf(name), drop: () => dropDatabase(name) };
}

/** An empty database, for what tests the migrations themselves. */
export const emptyDatabase = (): Promise<TestDatabase> => databaseLike('template1');

/** A database with all that is in another one, to which nobody is connected. */
export const copyOf = ({ name }: TestDatabase): Promise<TestDatabase> => databaseLike(name);

async function databaseLike(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withAdmin((admin) => admin.query(copied(name, template)));
  return { name, url: urlOf(name), appUrl: appUrlOf(name), drop: () => dropDatabase(name) };
}

/** File by file: by default every page of the template goes through the log as well. */
const copied = (name: string, template: string): string =>
  `create database ${name} template ${template} strategy file_copy`;

/** One process at a time: a template may not be copied while somebody is connected to it. */
const TEMPLATE_LOCK = 7_421_001;

let migrated: Promise<string> | undefined;

async function migratedTemplate(): Promise<string> {
  return withAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    try {
      return await foundOrMade(admin);
    } finally {
      await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    }
  });
}

async function foundOrMade(admin: pg.ClientBase): Promise<string> {
  const template = `template_${migrationsHash()}`;
  const found = await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [template]);
  if (found.rowCount === 0) {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.query(`create database ${template}`);
    const { migrate } = await import('../../libs/persistence/migrate.js');
    await migrate(urlOf(template), { appUrl: appUrlOf(template) });
    await admin.query(`alter database ${template} with is_template true`);
  }
  return template;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 12);
}

let administrators: pg.Pool | undefined;

/** Over one connection for all databases of a process, which keeps no process from ending. */
async function withAdmin<T>(work: (admin: pg.ClientBase) => Promise<T>): Promise<T> {
  administrators ??= administratorsOf(postgresUrl());
  const admin = await administrators.connect();
  try {
    return await work(admin);
  } finally {
    admin.release();
  }
}

function administratorsOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true });
  return pool.on('error', () => undefined); // at the end of a run the server ends first
}

async function dropDatabase(name: string): Promise<void> {
  await withAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
}

function urlOf(database: string): string {
  const url = new URL(postgresUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function appUrlOf(database: string): string {
  const url = new URL(urlOf(database));
  url.username = 'paizhao_app';
  url.password = 'app';
  return url.href;
}

function published(variable: string): string {
  const value = process.env[variable];
  if (!value)
    throw new Error(
      `${variable} is not set: run this file in the "server" project ("npx jest --selectProjects server …")`,
    );
  return value;
}
