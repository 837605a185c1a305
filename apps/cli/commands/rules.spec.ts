import { readFileSync } from 'node:fs';
import { latestPack } from '../../../libs/rulebook/index.js';
import { run, type World } from '../run.js';
import { commands } from './index.js';

const sample = 'docs/examples/hazardous-chemicals-permit.json';

/** `files` stand in for files of these names. */
function paizhao(line: string, files: Record<string, string> = {}) {
  const world: World = {
    entries: commands,
    version: '0',
    language: 'en',
    readText: (path) => files[path] ?? readFileSync(path, 'utf8'),
    installation: () => Promise.reject(new Error('rules join no installation')),
    progress: () => undefined,
  };
  return run(line.split(' '), world);
}
const answer = async (line: string) => JSON.parse((await paizhao(`${line} --json`)).out);

type Loose = Record<string, Record<string, unknown>[]>;

/** The sample pack, broken. */
function broken(change: (pack: Loose) => unknown): string {
  const pack = JSON.parse(readFileSync(sample, 'utf8')) as Loose;
  change(pack);
  return JSON.stringify(pack);
}

describe('paizhao rules list', () => {
  it('gives every rule with its basis, confidence and validity', async () => {
    const { pack, rules } = await answer('rules list');
    expect(pack).toBe(latestPack.id);
    expect(rules).toContainEqual({
      section: 'limits',
      id: 'limit.renewal',
      wording: { zh: expect.any(String), en: expect.any(String) },
      citation: { source: 'O42', article: expect.any(String) },
      confidence: expect.any(String),
      validFrom: '2017-09-01',
      validTo: null,
    });
  });

  it('can be narrowed to a confidence, and to a pack', async () => {
    const { rules } = await answer('rules list --confidence unverified --pack cn-vats-current@1');
    expect(rules.length).toBeGreaterThan(5);
    for (const { confidence } of rules) expect(confidence).toBe('unverified');
    expect((await answer(`rules list --pack ${sample}`)).rules).toHaveLength(8);
  });

  it('speaks both languages', async () => {
    expect((await paizhao('rules list --pack cn-vats-current@1')).out).toContain(
      'limit.renewal  [O42 art. 27; the text was read]  since 2017-09-01\n      Whoever goes on',
    );
    expect((await paizhao('rules list --pack cn-vats-current@1 --lang zh')).out).toContain(
      'limit.renewal  [O42 第二十七条；已读原文]  自 2017-09-01 起\n      需要继续经营的',
    );
  });
});

describe('paizhao rules show', () => {
  it('gives one rule whole, with the sources that it cites', async () => {
    const shown = await answer('rules show limit.renewal --pack cn-vats-current@1');
    expect(shown).toMatchObject({ pack: 'cn-vats-current@1', section: 'limits', rules: [{ id: 'limit.renewal' }] });
    expect(Object.keys(shown.sources)).toEqual(['ALL', 'O42']);
  });

  it.each([
    [
      'en',
      [
        'readings\n  ninety-days-before (default)',
        '= 90 days before the last day of validity',
        'duty of: the company',
        'when it passes: not renewed',
        'example: {"start":"2026-12-31","date":"2026-10-02","safeDay":"2026-09-30"}',
      ],
    ],
    ['zh', ['ninety-days-before（默认）', '= 有效期最后一日前 90 日', '由谁遵守：企业', '逾期后果：不予续期']],
  ])('shows readings and examples to people in %s', async (language, parts) => {
    const { out } = await paizhao(`rules show limit.renewal --pack cn-vats-current@1 --lang ${language}`);
    for (const part of parts) expect(out).toContain(part);
  });

  it.each([
    ['routing.foreign-invested', 'open to: registered in a free-trade zone: yes'],
    [
      'penalty.operating-without-permit',
      'fine: RMB 100,000–1,000,000, from an income of RMB 50,000 on 3–5 times the income',
    ],
    ['material.social-security-proof', 'not older than: 1 month'],
    ['office.sd-qingdao', 'applies to: '],
    ['number.permit', 'form: '],
    ['limit.validity', '= 5 years from the first day of validity; the anniversary ends them, on its eve'],
    ['limit.annual-report', '= 03-31 of the year'],
    ['limit.correction', '= the day printed in the notice'],
    ['ladder.renewal', 'reminders: S-180, '],
  ])('shows what %s says beyond its wording', async (id, part) => {
    expect((await paizhao(`rules show ${id} --pack cn-vats-current@1`)).out).toContain(part);
  });
});

describe('paizhao rules diff', () => {
  it('finds nothing between a pack and itself', async () => {
    expect(await answer('rules diff cn-vats-current@1 cn-vats-current@1')).toEqual({
      from: 'cn-vats-current@1',
      to: 'cn-vats-current@1',
      added: [],
      removed: [],
      changed: [],
    });
    expect((await paizhao(`rules diff ${sample} ${sample} --lang zh`)).out).toBe('没有区别');
  });

  it('tells added, removed and changed rules apart, member by member', async () => {
    const after = broken((pack) => {
      const [first, second] = pack.requirements ?? [];
      pack.requirements = [
        { ...first, id: 'material.a-new-one', requirement: 'a-new-one' },
        { ...second, freshness: null },
      ];
      Object.assign(pack.limits?.[0] ?? {}, { confidence: 'secondary', otherReadings: [] });
    });
    const changes = await paizhao(`rules diff ${sample} after.json --json`, { 'after.json': after });
    expect(JSON.parse(changes.out)).toMatchObject({
      added: [{ id: 'material.a-new-one', section: 'requirements' }],
      removed: [{ id: 'material.application-form', section: 'requirements' }],
      changed: [
        {
          id: 'material.foreign-shareholding-tree',
          section: 'requirements',
          members: [{ member: 'freshness', from: { length: 1, unit: 'month' }, to: null }],
        },
        {
          id: 'limit.completeness',
          section: 'limits',
          members: [
            { member: 'confidence', from: 'verified', to: 'secondary' },
            { member: 'otherReadings', to: [] },
          ],
        },
      ],
    });
    const { out } = await paizhao(`rules diff ${sample} after.json`, { 'after.json': after });
    expect(out.split('\n')).toEqual([
      '+ added material.a-new-one',
      '- removed material.application-form',
      '~ changed material.foreign-shareholding-tree',
      '    freshness: {"length":1,"unit":"month"} → null',
      '~ changed limit.completeness',
      '    confidence: "verified" → "secondary"',
      '    otherReadings: – → []',
    ]);
  });
});

describe('paizhao rules check', () => {
  it('accepts a pack of another field, with its examples', async () => {
    expect(await answer(`rules check ${sample}`)).toEqual({
      pack: 'sample-hazardous-chemicals@1',
      title: { zh: '样例数据：危险化学品经营许可', en: 'Sample data: permits to deal in hazardous chemicals' },
      rules: 8,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await paizhao(`rules check ${sample} --lang zh`)).out).toMatch(/合格，8 条规则/);
  });

  it.each<[string, string, [path: string, message: RegExp][]]>([
    ['no JSON', '{', [['', /not JSON/]]],
    ['no object', '[]', [['', /expected object/]]],
    ['too much', ' '.repeat(4_000_001), [['', /longer than 4000000 characters/]]],
    ['an unknown field', broken((pack) => Object.assign(pack, { colour: 'red' })), [['', /unknown field colour/]]],
    [
      'a missing citation',
      broken((pack) => Reflect.deleteProperty(pack.limits?.[1] ?? {}, 'citation')),
      [['limits[1].citation', /is missing/]],
    ],
    [
      'a condition over an unknown fact',
      broken((pack) => Object.assign(pack.requirements?.[0] ?? {}, { when: { eq: ['weather', 'fine'] } })),
      [['requirements[0].when.eq[0]', /not a fact/]],
    ],
    [
      'overlapping validity and a failing example at once',
      broken((pack) => {
        pack.requirements?.push({ ...pack.requirements[0] });
        Object.assign(pack.penalties?.[0] ?? {}, { examples: [{ income: 0, from: 1, to: 200_000 }] });
      }),
      [
        ['requirements[2].validFrom', /overlaps in time with requirements\[0\]/],
        ['penalties[0].examples[0].from', /says 1, the rule gives 100000/],
      ],
    ],
  ])('refuses %s with file and path', async (_, text, expected) => {
    const refused = await paizhao('rules check my.json --json', { 'my.json': text });
    expect(refused).toMatchObject({ exitCode: 2, out: '' });
    const { code, details } = JSON.parse(refused.err).error;
    expect(code).toBe('invalid-law-file');
    expect(details.defects).toEqual(
      expected.map(([path, message]) => ({ file: 'my.json', path, message: expect.stringMatching(message) })),
    );
    const plain = await paizhao('rules check my.json', { 'my.json': text });
    expect(plain.err.split('\n')).toHaveLength(1);
    for (const [path] of expected) expect(plain.err).toContain(path === '' ? 'my.json' : `my.json ${path}`);
  });
});

describe('bad input', () => {
  it.each([
    ['rules', 'rules: say what'],
    ['rules show', '<id> is missing'],
    ['rules show limit.renwal', 'has no rule "limit.renwal"; near it: limit.renewal, '],
    ['rules list --pack cn-vats-current@9', 'there is no rule pack "cn-vats-current@9": one of cn-vats-current@1, '],
    ['rules list --confidence sure', 'expected verified, secondary or unverified'],
    ['rules diff cn-vats-current@1', '<b> is missing'],
  ])('%s ends with exit code 2 and one line', async (line, message) => {
    const outcome = await paizhao(line);
    expect(outcome).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) });
    expect(outcome.err).not.toContain('\n');
  });
});
