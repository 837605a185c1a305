import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog, chapters } from './catalog.js';

const root = join(__dirname, '..', '..', '..');

/** How codes are written in this project; a new way of making errors needs a line here. */
const makers = [
  /\bsuper\([^'()]*'([a-z0-9-]+)',/g,
  /\bnew (?:InvalidInput|Conflict|Forbidden|NotFound|Unavailable|DomainError)\(\s*'([a-z0-9-]+)'/g,
  /\bcode(?::| =) '([a-z0-9-]+)'/g,
  /\btogether\(\s*\w+,\s*'([a-z0-9-]+)'/g,
  /\binvalid\(\s*'([a-z0-9-]+)'/g,
  /\bfault(?::|\([^()]*,) '([a-z]+-[a-z-]+)'/g,
  /\bfailure(?::| =) '([a-z0-9-]+)'/g,
  /\.add\([^,]+,\s*'([a-z0-9-]+)'/g,
  /\? '([a-z]+-[a-z-]+)' : '[a-z]+-[a-z-]+';/g,
  /\? '[a-z]+-[a-z-]+' : '([a-z]+-[a-z-]+)';/g,
];

/**
 * Codes of another kind: findings, reasons of days, identifiers, what keeps a process from starting at all, and what only
 * the command line meets (its words stand in apps/cli/fault-words.ts).
 */
const notErrors =
  /\/rulebook\/(packs|routing|eligibility|findings|identifiers|count)|\/calendar\/(reasons|tables)|\/config\/demanded|\/domain\/permit-review|\/problems\/catalog|\/docs\/sample-words|\/domain\/errors\.ts$|\/backup\/|\/unzip\/|\/checkpoints\/errors|\/sealing\/erasure-list/;

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !notErrors.test(file));
}

function codesInSource(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of ['libs', 'apps/api', 'activities'].flatMap((folder) => sources(join(root, folder)))) {
    const text = readFileSync(file, 'utf8');
    for (const maker of makers)
      for (const [, code] of text.matchAll(maker)) if (code) found.set(code, file.slice(root.length + 1));
  }
  return found;
}

describe('the problems', () => {
  const inSource = codesInSource();

  it('finds the codes at all', () => {
    expect(inSource.size).toBeGreaterThan(100);
    for (const code of [
      'invalid-date',
      'grant-before-acceptance',
      'file-too-large',
      'role-not-allowed',
      'record-unavailable',
    ]) {
      expect(inSource.has(code)).toBe(true);
    }
  });

  it('has words for every code of the source', () => {
    const missing = [...inSource]
      .filter(([code]) => !Object.hasOwn(catalog, code))
      .map(([code, file]) => `${code} (${file})`);
    expect(missing).toEqual([]);
  });

  it('has no words for codes that nobody uses', () => {
    expect(Object.keys(catalog).filter((code) => !inSource.has(code))).toEqual([]);
  });

  it('has each code in one chapter only', () => {
    const all = Object.values(chapters).flatMap((chapter) => Object.keys(chapter));
    expect(all.length).toBe(new Set(all).size);
  });

  it('lists exactly these in docs/problems.md', () => {
    const page = readFileSync(join(root, 'docs', 'problems.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const expected = Object.entries(catalog).map(
      ([code, { title, remedy }]) => `| \`${code}\` | ${title.zh} | ${title.en} | ${remedy.en} |`,
    );
    expect(rows.sort()).toEqual(expected.sort());
  });
});
