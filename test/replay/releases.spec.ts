import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** The releases that are out, by the headings of the changelog. */
const releases = [...readFileSync(join(root, 'CHANGELOG.md'), 'utf8').matchAll(/^## (\d+\.\d+\.\d+)\b/gm)].map(
  ([, release]) => release as string,
);

/** Whoever cuts a release stores what it leaves behind (docs/upgrading.md says how), so that every later code is tried on it. */
describe.each(['histories', 'ledgers', 'installations'])('of every release that is out there are %s', (kind) => {
  it.each(releases)('%s', (release) => {
    const folder = join(__dirname, kind, release);
    expect(existsSync(folder) ? readdirSync(folder).length : 0).toBeGreaterThan(0);
  });
});
