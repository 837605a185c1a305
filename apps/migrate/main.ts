import { demanded, loadConfig } from '../../libs/config/index.js';
import { migrate } from '../../libs/persistence/migrate.js';

/** Brings the database at DATABASE_ADMIN_URL up to date, then ends: one process, before api and worker start. */
async function main(): Promise<void> {
  const { database } = loadConfig();
  const adminUrl = demanded(database.adminUrl, 'DATABASE_ADMIN_URL');
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const ran = await migrate(adminUrl.reveal(), { appUrl: database.url.reveal(), onStep: say });
  say(ran.length === 0 ? 'The database was up to date.' : `${ran.length} migrations ran.`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
