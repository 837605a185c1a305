import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partCases } from '../../../test/tamper/cases/parts.js';
import { differencesOfProduct } from '../../../test/tamper/run/expected.js';
import { aBundle, type Bundle, withManifest, zipped } from '../../../test/tamper/sample/bundle.js';
import { fingerprintOf } from '../../../test/tamper/sample/world.js';
import { run, type World } from '../run.js';
import { commands } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const [path, mail] = [join(folder, 'bundle.zip'), join(folder, 'monday.txt')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world: World = {
  entries: commands,
  version: '0',
  language: 'en',
  readText: (file) => readFileSync(file, 'utf8'),
  installation: () => Promise.reject(new Error('verify joins no installation')),
  progress: () => undefined,
};
const paizhao = (...words: string[]) => run(['verify', path, ...words], world);

let sample: Bundle;
beforeAll(async () => {
  const { out } = await run(['explain', 'validity', '2021-03-15', '--json'], world);
  sample = await aBundle((JSON.parse(out) as { explanations: object[] }).explanations[0] as object);
});
beforeEach(async () => writeFileSync(path, await zipped(sample.files)));

describe('paizhao verify of an audit bundle', () => {
  it('says by what it is anchored, and how long the window is', async () => {
    const { exitCode, out } = await paizhao('--key', fingerprintOf('second'));
    expect(exitCode).toBe(0);
    expect(out).toContain('anchored: license/0b24c0de-0000-5000-8000-000000000001');
    expect(out).toContain('10 entries, 2 of them unanchored');
    expect(out).toContain('unanchored window: 3 entries from 2026-11-24T03:00:00.000Z to 2026-11-27T00:00:00.000Z');
    writeFileSync(mail, sample.world.points[1]?.note ?? '');
    expect((await paizhao('--checkpoint', mail, '--lang', 'zh')).out).toContain('完整，已锚定：');
  });

  it('is anchored by nothing that came with it', async () => {
    const { exitCode, out } = await paizhao('--json');
    expect([exitCode, JSON.parse(out)]).toMatchObject([
      0,
      { verdict: 'consistent-not-anchored', findings: [], window: { entries: 3 } },
    ]);
    expect((await paizhao('--lang', 'zh')).out).toContain('自相一致，未锚定');
  });

  it('names another key', async () => {
    const { exitCode, out } = await paizhao('--key', fingerprintOf('forger'));
    expect(exitCode).toBe(1);
    expect(out).toContain('proofs.json: another key');
  });

  it.each([
    ['a key that is none', ['--key', 'abc'], 'invalid-option'],
    ['a checkpoint that is none', ['--checkpoint', '<bundle>'], 'not-a-checkpoint'],
  ])('refuses %s', async (_what, words, code) => {
    writeFileSync(mail, 'no checkpoint');
    const { exitCode, err } = await paizhao(...words.map((word) => word.replace('<bundle>', mail)), '--json');
    expect([exitCode, JSON.parse(err).error.code]).toEqual([2, code]);
  });

  it('refuses a key for an exported history, and a ZIP that cannot be read', async () => {
    writeFileSync(path, '{}\n');
    expect(JSON.parse((await paizhao('--key', fingerprintOf('first'), '--json')).err).error.code).toBe('not-a-bundle');
    writeFileSync(path, 'PK, trust me');
    expect(JSON.parse((await paizhao('--json')).err).error.code).toBe('not-an-archive');
  });

  it.each(partCases.map((each) => [each.what, each] as const))('finds and names %s', async (_what, each) => {
    const files = new Map(sample.files);
    await each.forge({ ...sample, files });
    writeFileSync(path, await zipped(each.ofManifest ? files : withManifest(files)));
    const { findings } = JSON.parse((await paizhao('--json')).out) as {
      findings: { kind: string; file: string; seq?: number; field?: string }[];
    };
    const places = findings.map(({ kind, file, seq, field }) =>
      [kind, file, seq || undefined, field].filter((part) => part !== undefined).join(' '),
    );
    expect(differencesOfProduct([...new Set(places)], each.found, false)).toEqual([]);
  });
});
