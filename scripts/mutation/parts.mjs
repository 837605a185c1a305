/**
 * What one run of Stryker changes. It writes its results when it ends, so a large folder goes in parts: each can be
 * stopped, gone on with, or asked alone.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

/** Of a folder in parts, the files of its top level go by their first letter. */
const LETTERS = ['a-c', 'd-o', 'p-z'];

/** Specs and lists of exports; data is locked by hash, not mutated. */
const NEVER = [
  '!libs/**/*.spec.ts',
  '!libs/**/index.ts',
  '!libs/calendar/tables/**',
  '!libs/rulebook/packs/**',
  '!libs/rulebook/guides/**',
];

const whole = (folder) => ({ name: folder, mutate: [`${folder}/**/*.ts`, ...NEVER] });

/** Each folder of a folder in parts, with the file of its name beside it, and then what stands beside them. */
function partsOf(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  return [
    ...folders.map((each) => ({ name: each, mutate: [`${each}/**/*.ts`, `${each}.ts`, ...NEVER] })),
    ...LETTERS.map((letters) => ({
      name: `${folder}/${letters}`,
      mutate: [`${folder}/[${letters}]*.ts`, ...folders.map((each) => `!${each}.ts`), ...NEVER],
    })),
  ];
}

/** The folders of the core, each with its parts. */
export const CORE = {
  'libs/calendar': [whole('libs/calendar')],
  'libs/rulebook': [whole('libs/rulebook')],
  'libs/domain': partsOf('libs/domain'),
};

/** What an argument names: a folder of the core, a part of one, or a file. Nothing where it names none. */
export function partsNamed(name) {
  const parts = Object.values(CORE).flat();
  if (CORE[name]) return CORE[name];
  const known = parts.filter((part) => part.name === name);
  const isFile = /^libs\/(calendar|rulebook|domain)\/.+\.ts$/.test(name) && existsSync(join(root, name));
  return known.length > 0 || !isFile ? known : [{ name, mutate: [name] }];
}

/** Where the results of a part stand, without the end of their names. */
export function resultsOf(part) {
  return `.paizhao/mutation/${part.name.replaceAll('/', '-')}`;
}
