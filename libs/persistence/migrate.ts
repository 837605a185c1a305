import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { createMigrationDataSource, schema } from './data-source.js';

const appRole = 'paizhao_app';
const ledgerRole = 'paizhao_ledger';

/** Key of the advisory lock under which one process migrates a database while others wait. */
const migrationLock = 0x7061697a;

export interface MigrateOptions {
  /** DATABASE_URL of the product's own role: its password becomes the role's. Without it nobody can log in as that role. */
  appUrl?: string;
  onStep?: (step: string) => void;
}

/**
 * Brings the database up to date: roles, schema, migrations. Safe to run from several processes at once (they take
 * turns) and again at any time. Returns the names of the migrations that ran.
 */
export async function migrate(adminUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const lock = new Client({ connectionString: adminUrl, application_name: 'paizhao-migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureRoles(lock, options.appUrl);
    await lock.query(`create schema if not exists ${schema}`);
    return await runMigrations(adminUrl, options.onStep);
  } finally {
    await lock.end();
  }
}

/** Takes the newest migration back. For development and for the test that every `down` works. */
export async function revertLast(adminUrl: string): Promise<void> {
  const source = createMigrationDataSource(adminUrl);
  await source.initialize();
  try {
    await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
}

/** Statements by which the entities differ from the migrated database; empty when they agree. */
export async function schemaDrift(adminUrl: string): Promise<string[]> {
  const source = createMigrationDataSource(adminUrl);
  await source.initialize();
  try {
    const pending = await source.driver.createSchemaBuilder().log();
    return pending.upQueries.map((statement) => statement.query);
  } finally {
    await source.destroy();
  }
}

async function runMigrations(adminUrl: string, onStep?: (step: string) => void): Promise<string[]> {
  const source = createMigrationDataSource(adminUrl);
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    for (const migration of ran) onStep?.(migration.name);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Roles belong to the whole cluster, so another database's migration may create them at the same moment. */
async function ensureRoles(admin: Client, appUrl: string | undefined): Promise<void> {
  await createRole(admin, ledgerRole, 'nologin');
  await createRole(admin, appRole, 'login');
  const membership = await admin.query<{ superuser: boolean }>(
    'select rolsuper as superuser from pg_roles where rolname = current_user',
  );
  if (!membership.rows[0]?.superuser) await retryConcurrent(() => admin.query(`grant ${ledgerRole} to current_user`));
  if (appUrl !== undefined) await ensurePassword(admin, appUrl);
}

async function ensurePassword(admin: Client, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  if (decodeURIComponent(username) !== appRole) {
    throw new Error(`DATABASE_URL must log in as ${appRole}, not as ${username || 'nobody'}.`);
  }
  if (await canLogIn(appUrl)) return;
  const verifier = scramVerifier(decodeURIComponent(password));
  await retryConcurrent(() => admin.query(`alter role ${appRole} login password '${verifier}'`));
}

async function createRole(admin: Client, role: string, login: 'login' | 'nologin'): Promise<void> {
  await admin.query(`
    do $$ begin
      create role ${role} ${login};
    exception when duplicate_object or unique_violation then
      null; -- another database of this cluster was first
    end $$`);
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, application_name: 'paizhao-migrate' });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01, 28000: wrong or no password. Everything else is not about the password.
    if (error instanceof DatabaseError && (error.code === '28P01' || error.code === '28000')) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** PostgreSQL answers XX000 "tuple concurrently updated" when two sessions change one role at once. */
async function retryConcurrent(change: () => Promise<unknown>, attempts = 20): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change();
      return;
    } catch (error) {
      const concurrent = error instanceof DatabaseError && error.message.includes('concurrently updated');
      if (!concurrent || attempt === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40));
    }
  }
}

/** The verifier PostgreSQL stores (RFC 5803), so that the password itself never stands in a statement or its log. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256')
    .update(createHmac('sha256', salted).update('Client Key').digest())
    .digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
