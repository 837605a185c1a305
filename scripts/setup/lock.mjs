import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFolder } from './paths.mjs';
import { say } from './progress.mjs';

/**
 * Lets one set-up at a time work on this checkout; another one waits for it.
 * A lock whose holder was killed is taken over.
 */
export async function withSetupLock(work) {
  const file = join(dataFolder, 'setup.lock');
  mkdirSync(dataFolder, { recursive: true });
  let announced = false;
  while (!take(file)) {
    if (!announced) say('another command is setting this checkout up: waiting for it');
    announced = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderIsAlive(file)) rmSync(file, { force: true });
    return false;
  }
}

function holderIsAlive(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (!pid) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // alive, but another user's
  }
}
