import { execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperatorProblem } from './operator-problem.js';

/** PostgreSQL refuses to run as root, so root lends it another user. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Where root keeps what the server's user could not reach inside root's own folders. */
const REACHABLE = '/var/lib/paizhao';

/** The user that PostgreSQL runs as; undefined when it can be the current one. Creates `postgres` when root has none. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp('postgres') ?? create('postgres');
}

function lookUp(name: string): ServerUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // id fails when there is no such user
  }
}

function create(name: string): ServerUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name], {
      stdio: 'ignore',
    });
  } catch {
    // no useradd, or no right to: the look-up below finds out
  }
  const user = lookUp(name);
  if (user) return user;
  throw new OperatorProblem(
    'no-server-user',
    `PostgreSQL does not run as root, and the user "${name}" could not be created.`,
    `Create a user "${name}", or run Paizhao as an ordinary user.`,
  );
}

/** True when this user may pass through every folder down to `path` and, for a file, run it. */
export function canReach(path: string, user: ServerUser): boolean {
  for (let place = realpathSync(path); ; place = dirname(place)) {
    const { mode, uid, gid } = statSync(place);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** The PostgreSQL programs as the server's user can run them: in place, or copied once to where it can. */
export function reachablePrograms(native: string, version: string, user: ServerUser | undefined): string {
  if (!user || canReach(join(native, 'bin', 'postgres'), user)) return native;
  const copy = join(REACHABLE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const fresh = `${copy}.new-${process.pid}`;
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', fresh]);
  if (existsSync(copy)) rmSync(fresh, { recursive: true });
  else renameSync(fresh, copy);
  return copy;
}

/**
 * Makes `folder` one that the server's user owns and reaches. Where root's own folders bar the way (a home or a
 * temporary folder of mode 0700), the real folder stands under /var/lib/paizhao and `folder` is a link to it.
 * Returns the real folder.
 */
export function handOver(folder: string, user: ServerUser | undefined): string {
  if (!existsSync(folder)) {
    const parent = dirname(folder);
    mkdirSync(parent, { recursive: true });
    rmSync(folder, { force: true }); // a link whose target was cleared away
    if (!user || canReach(parent, user)) mkdirSync(folder, { mode: 0o700 });
    else symlinkSync(placeElsewhere(folder), folder);
  }
  if (user) chownSync(folder, user.uid, user.gid);
  return realpathSync(folder);
}

/** A new name each time, for a checkout may be moved or copied with its link; the note says whose it was. */
function placeElsewhere(folder: string): string {
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  const place = mkdtempSync(join(REACHABLE, `${basename(folder)}-`));
  writeFileSync(`${place}.of`, folder);
  return place;
}

/** Removes a folder that was handed over, wherever it really is. */
export function removeHandedOver(folder: string): void {
  if (!existsSync(folder)) return;
  const real = realpathSync(folder);
  rmSync(real, { recursive: true, force: true });
  rmSync(`${real}.of`, { force: true });
  rmSync(folder, { recursive: true, force: true });
}
