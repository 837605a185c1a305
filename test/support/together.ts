import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
const folders: Record<string, string[]> = require('./spec-folders.cjs');

/** No spec of a kind asks for more. */
const longestLimitMs = (kind: string): number => (kind === 'stories' ? 600_000 : 120_000);

/**
 * Runs a share of the specs of one kind one after the other in one realm, as if they were one file: what they test is
 * loaded once for all of them, and stays warm. There are as many shares as files like the one that calls; neighbors,
 * which load much the same, are in the same share.
 *
 * @param file the one that calls, in a folder named after the kind
 */
export function together(file: string): void {
  const kind = basename(dirname(file));
  const specs = (folders[kind] ?? []).flatMap(specsIn);
  const shares = specFiles(dirname(file));
  const share = shares.indexOf(basename(file));
  const from = (which: number): number => Math.round((specs.length * which) / shares.length);
  for (const spec of specs.slice(from(share), from(share + 1))) {
    describe(spec, () => {
      require(join(root, spec));
    });
  }
  jest.setTimeout(longestLimitMs(kind)); // one for all: Jest takes the last that was asked for
}

const specsIn = (folder: string): string[] => specFiles(join(root, folder)).map((file) => join(folder, file));

const specFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts'))
    .sort();
