import { parseArgs } from 'node:util';
import { shanghaiDay } from '../../libs/calendar/index.js';
import { type Config, demanded, loadConfigOrExit } from '../../libs/config/index.js';
import { issueFirstAdmin } from '../../libs/persistence/first-admin.js';
import { migrate } from '../../libs/persistence/migrate.js';

/**
 * Brings the database at DATABASE_ADMIN_URL up to date, then ends: one process, before api and worker start. With
 * `--first-admin` an installation without any token gets its first one, for an administrator, printed once.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'first-admin': { type: 'boolean', default: false } } });
  const config = loadConfigOrExit('DATABASE_ADMIN_URL');
  const adminUrl = demanded(config.database.adminUrl, 'DATABASE_ADMIN_URL');
  const appUrl = config.database.url.reveal();
  const ran = await migrate(adminUrl.reveal(), { appUrl, onStep: say });
  say(ran.length === 0 ? 'The database was up to date.' : `${ran.length} migrations ran.`);
  if (values['first-admin']) say(await firstAdmin(config));
}

async function firstAdmin({ database, dataKey }: Config): Promise<string> {
  const now = new Date().toISOString();
  const when = { now, validOn: shanghaiDay(now) };
  const token = await issueFirstAdmin(database.url.reveal(), dataKey.reveal(), when);
  return token === null
    ? 'There are tokens already; an administrator issues further ones with POST /tokens.'
    : `Admin token, shown this once: ${token}`;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
