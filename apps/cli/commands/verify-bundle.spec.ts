import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logCases } from '../../../test/tamper/cases/checkpoints.js';
import { partCases } from '../../../test/tamper/cases/parts.js';
import { strangerCases } from '../../../test/tamper/cases/strangers.js';
import { differencesOfProduct } from '../../../test/tamper/run/expected.js';
import {
  aBundle,
  anExplanation,
  type Bundle,
  continued,
  sealings,
  sealingsContinued,
  withManifest,
  zipped,
} from '../../../test/tamper/sample/bundle.js';
import { company, entriesOf } from '../../../test/tamper/sample/entries.js';
import { fingerprintOf, type Sealing, worldOf } from '../../../test/tamper/sample/world.js';
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
let successor: Bundle;
beforeAll(async () => {
  const explanation = anExplanation();
  sample = await aBundle(explanation);
  successor = await aBundle(explanation, { sealings: sealingsContinued(), checkpoints: [5, 6] });
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

  it('says in plain words that the log took the place of another one, anchored or not', async () => {
    writeFileSync(path, await zipped(successor.files));
    const { origin, root, size, kept, gone } = continued.continues;
    for (const words of [[], ['--key', fingerprintOf('second')]]) {
      const { exitCode, out } = await paizhao(...words, '--json');
      expect([exitCode, JSON.parse(out).continues]).toEqual([
        0,
        { origin, root: root.toString('hex'), size, kept, gone },
      ]);
    }
    expect((await paizhao()).out).toContain(
      `NOTE: this log took the place of another one (${origin}, which ended with`,
    );
    expect((await paizhao()).out).toContain('4 sealed entries are gone. Ask why.');
    expect((await paizhao('--lang', 'zh')).out).toContain('该日志封存过的记录中有 4 条已不存在');
  });

  it('says nothing of the kind of the first log there was', async () => {
    expect(JSON.parse((await paizhao('--json')).out).continues).toBeNull();
    expect((await paizhao()).out).not.toContain('took the place');
  });

  it('tells a checkpoint of the log before from one that was tampered with', async () => {
    writeFileSync(path, await zipped(successor.files));
    writeFileSync(mail, sample.world.points[3]?.note ?? '');
    const { exitCode, out } = await paizhao('--checkpoint', mail);
    expect(exitCode).toBe(1);
    expect(out).toContain('proofs.json predecessor: the checkpoint given is of another log');
    expect(out).toContain(`the bundle of ${continued.origin}, which took its place`);
    expect(out).not.toContain('does not hold');
    expect((await paizhao('--checkpoint', mail, '--lang', 'zh')).out).toContain('所给检查点属于另一份日志');
  });

  it('compares nothing with a checkpoint that is newer, and does not pass for having done so', async () => {
    writeFileSync(path, await zipped((await aBundle(anExplanation(), { checkpoints: [1, 2, 3] })).files));
    writeFileSync(mail, sample.world.points[3]?.note ?? '');
    const { exitCode, out } = await paizhao('--key', fingerprintOf('second'), '--checkpoint', mail);
    expect(exitCode).toBe(3);
    expect(out).toContain('NOT COMPARED');
    expect(out).toContain('bring a mail not younger than the bundle’s newest, or ask for a bundle made later');
    expect(out).not.toContain('BROKEN');
    expect((await paizhao('--checkpoint', mail, '--lang', 'zh')).out).toContain('无从比对');
  });

  it('takes a checkpoint as any system saves it', async () => {
    const note = sample.world.points[1]?.note ?? '';
    for (const saved of [note.replaceAll('\n', '\r\n'), `\ufeff${note}`, `\ufeff\r\n${note}\n\n`]) {
      writeFileSync(mail, saved);
      expect((await paizhao('--checkpoint', mail)).out).toMatch(/^anchored: /);
    }
  });

  it('is anchored by nothing that came with it', async () => {
    const { exitCode, out } = await paizhao('--json');
    expect([exitCode, JSON.parse(out)]).toMatchObject([
      0,
      { verdict: 'consistent-not-anchored', findings: [], window: { entries: 3 } },
    ]);
    expect((await paizhao('--lang', 'zh')).out).toContain('自相一致，未锚定');
  });

  it('says so where no checkpoint is over an entry of the license yet, whatever is brought', async () => {
    const [, , , last] = sealings;
    const elsewhere = { ...last, entries: { [company]: 3 }, names: 'first', signs: ['first'] } as Sealing;
    const young = await aBundle(anExplanation(), {
      sealings: [{ ...elsewhere, sealedAt: '2026-11-20T03:00:00.000Z' }],
      checkpoints: [1],
    });
    writeFileSync(path, await zipped(young.files));
    const { exitCode, out } = await paizhao('--key', fingerprintOf('first'));
    expect(exitCode).toBe(0);
    expect(out).toContain('no checkpoint in the bundle is over any entry of the license');
    expect((await paizhao('--lang', 'zh')).out).toContain('没有任何检查点封存过该许可证的记录');
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

  const points = [sealings, sealingsContinued()].flatMap((log) => worldOf(entriesOf(), log).points);
  const all = [...partCases, ...logCases, ...strangerCases].map((each) => [each.what, each] as const);
  it.each(all)('finds and names %s', async (_what, each) => {
    const { key, checkpoint } = each.brought ?? {};
    writeFileSync(mail, points.find(({ number }) => number === checkpoint)?.note ?? '');
    const brought = [...(key ? ['--key', fingerprintOf(key)] : []), ...(checkpoint ? ['--checkpoint', mail] : [])];
    const files = new Map(sample.files);
    await each.forge({ ...sample, files });
    writeFileSync(path, await zipped(each.ofManifest ? files : withManifest(files)));
    const { findings } = JSON.parse((await paizhao(...brought, '--json')).out) as {
      findings: { kind: string; file: string; seq?: number; field?: string }[];
    };
    const places = findings.map(({ kind, file, seq, field }) =>
      [kind, file, seq || undefined, field].filter((part) => part !== undefined).join(' '),
    );
    expect(differencesOfProduct([...new Set(places)], each.found, false)).toEqual([]);
  });
});
