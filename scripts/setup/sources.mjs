import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

const FOLDERS = [
  'apps',
  'workflows',
  'activities',
  'libs',
  'test/bench',
  'test/chaos/run',
  'test/stack',
  'test/s3',
  'test/tamper',
];
const CONFIGURATION = [
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/setup/build.mjs',
  'scripts/setup/bundle.mjs',
];

/** Every file the build reads, in a stable order, as paths from the checkout. Specs are not among them. */
export function sourceFiles() {
  const found = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    walk(join(root, folder)),
  );
  return found
    .map((file) => relative(root, file))
    .filter((file) => !/\.spec\.ts$/.test(file))
    .sort();
}

/** Changes when, and only when, the build would give something else. */
export function sourceHash() {
  const hash = createHash('sha256');
  for (const file of [...CONFIGURATION, ...sourceFiles()]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() ? [path] : [];
  });
}
