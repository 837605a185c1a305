import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latestTable } from '../calendar/index.js';
import { latestPins, lawOf } from '../domain/index.js';
import { latestPack } from '../rulebook/index.js';
import { loadLawFolder } from './folder.js';
import { lawHash, lawHere } from './hashes.js';
import { type FileDefect, InvalidLawFileError } from './law-file.js';

const sample = readFileSync('docs/examples/hazardous-chemicals-permit.json', 'utf8');
const sampleId = 'sample-hazardous-chemicals@1';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paizhao-law-'));
  mkdirSync(join(folder, 'packs'));
  mkdirSync(join(folder, 'calendars'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: unknown): void =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
const changed = (text: string, change: Record<string, unknown>) => ({ ...JSON.parse(text), ...change });

/** Defects with the folder left out of their files. */
function defects(): FileDefect[] {
  try {
    loadLawFolder(folder);
  } catch (error) {
    if (!(error instanceof InvalidLawFileError)) throw error;
    return error.defects.map(({ file, ...defect }) => ({ file: file.slice(folder.length + 1), ...defect }));
  }
  throw new Error('accepted');
}

describe('a folder of law', () => {
  it.each<[string, string, unknown, string, RegExp]>([
    ['no JSON', 'packs/a.json', '{', '', /not JSON/],
    ['another kind of file', 'packs/a.yaml', 'id: x', '', /no .json file/],
    ['a folder by that name', 'packs/a.json/', null, '', /cannot be read \(EISDIR\)/],
    ['a pack of a wrong form', 'packs/a.json', changed(sample, { limits: 3 }), 'limits', /expected array/],
    [
      'another pack by an id that ships',
      'packs/a.json',
      changed(sample, { id: latestPack.id }),
      'id',
      /another cn-vats-current@\d is here already, with other content/,
    ],
    ['a calendar of a wrong form', 'calendars/a.json', { ...latestTable, days: [] }, '', /[Uu]nrecognized key/],
    [
      'a calendar whose days contradict each other',
      'calendars/a.json',
      { ...latestTable, id: 'cn-2026.77', years: [...latestTable.years, latestTable.years.at(-1)] },
      '',
      /is named twice/,
    ],
    [
      'another calendar by an id that ships',
      'calendars/a.json',
      { ...latestTable, covered: { ...latestTable.covered, from: '2016-01-01' }, years: latestTable.years.slice(-9) },
      'id',
      /is here already, with other content/,
    ],
  ])('is refused with %s, and the file named', (_, name, content, path, message) => {
    if (name.endsWith('/')) mkdirSync(join(folder, name));
    else put(name, content);
    expect(defects()).toEqual([{ file: name.replace(/\/$/, ''), path, message: expect.stringMatching(message) }]);
  });

  it('is refused with all defects of all files at once, and then nothing is brought', () => {
    put('packs/a.json', sample);
    put('packs/b.json', changed(sample, { title: { zh: '另一', en: 'another' } }));
    put('packs/c.json', '[]');
    put('calendars/a.json', '{}');
    const found = defects();
    expect(new Set(found.map(({ file }) => file))).toEqual(
      new Set(['calendars/a.json', 'packs/b.json', 'packs/c.json']),
    );
    expect(lawHere().packs.map(({ id }) => id)).not.toContain(sampleId);
  });

  it('is refused where it is not there', () => {
    expect(() => loadLawFolder(join(folder, 'nothing'))).toThrow(/nothing: is no folder/);
  });

  it('may be empty, or hold what ships, word for word', () => {
    loadLawFolder(folder);
    put('packs/current.json', latestPack);
    put('calendars/current.json', latestTable);
    put('packs/README.md', 'what is here');
    const before = lawHere();
    loadLawFolder(folder);
    expect(lawHere()).toEqual(before);
  });

  it('brings packs and calendars that licenses can pin, and the digest of the law changes', () => {
    const before = lawHere();
    put('packs/sample.json', sample);
    put('calendars/ours.json', { ...latestTable, id: 'cn-2026.77' });
    loadLawFolder(folder);
    const law = lawOf({ pack: sampleId, calendar: 'cn-2026.77' });
    expect(law.pack.limits).toHaveLength(3);
    expect(law.calendar.id).toBe('cn-2026.77');
    expect(lawOf(latestPins).pack).toBe(latestPack);

    const after = lawHere();
    expect(after.packs.at(-1)).toEqual({ id: sampleId, hash: lawHash(JSON.parse(sample)) });
    expect(after.calendars.map(({ id }) => id)).toContain('cn-2026.77');
    expect(after.digest).not.toBe(before.digest);
    loadLawFolder(folder); // again: nothing is new
    expect(lawHere()).toEqual(after);
  });
});

describe('the hash of a pack', () => {
  it('is the one of the lock file, whatever the order of its members', () => {
    const lock = JSON.parse(readFileSync('libs/rulebook/packs/lock.json', 'utf8')) as Record<string, string>;
    const [first] = lawHere().packs;
    expect(first).toEqual({ id: 'cn-vats-current@1', hash: lock['cn-vats-current@1'] });
  });
});
