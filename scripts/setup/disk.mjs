import { statfsSync } from 'node:fs';
import { SetupProblem } from './problem.mjs';

/** Refuses before the work begins, since a disk that fills up midway leaves files cut short. */
export function checkRoom(folder, megabytes, what) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free >= megabytes) return;
  throw Object.assign(
    new SetupProblem(
      `The disk is too full for ${what}: ${free} MB are free, ${megabytes} MB are needed.`,
      `Free some room on the disk of ${folder} and start again.`,
    ),
    { final: true },
  );
}
