import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentLaw } from '../law.js';
import { run, type World } from '../run.js';
import { assess } from './assess.js';
import { withIds } from './documented-ids.js';

const profile = readFileSync(join(__dirname, '../../../docs/examples/shanghai-call-center.json'), 'utf8');
const world = (text: string): World => ({
  entries: [{ name: 'assess', load: async () => assess }],
  version: '0',
  language: 'en',
  readText: () => text,
  installation: () => Promise.reject(new Error('assess joins no installation')),
  progress: () => undefined,
});
const paizhao = (text: string, ...words: string[]) => run(['assess', 'profile.json', ...words], world(text));

describe('paizhao assess', () => {
  it('answers scripts with the whole assessment', async () => {
    const { exitCode, out } = await paizhao(profile, '--json', '--today', '2026-11-22');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      needed: 'yes',
      types: ['B24'],
      authority: 'sh',
      office: 'sh',
      capitalFloor: 1_000_000,
      capitalMet: true,
      eligible: true,
      earliestFiling: '2026-11-23',
    });
  });

  it.each([
    [
      'en',
      'authority: Shanghai Communications Administration  [TR art. 9]',
      'stale on the planned day, fresh until 2026-12-20',
    ],
    ['zh', '主管部门：上海市通信管理局  [TR 第九条]', '计划申报日已过期，有效至 2026-12-20'],
  ])('answers people in %s, each line with its article', async (language, authority, stale) => {
    const { out } = await paizhao(profile, '--today', '2026-11-22', '--lang', language);
    expect(out.split('\n')[1]).toBe(authority);
    expect(out).toContain(stale);
  });

  it.each([
    ['offshore-call-center', 'permit needed: yes: B24-1, B24-2', '是否需要许可：是，种类：B24-1、B24-2'],
    ['platform-abroad', 'permit needed: no', '是否需要许可：否'],
  ])('says first whether a permit is needed: %s', async (file, en, zh) => {
    const text = readFileSync(join(__dirname, `../../../docs/examples/${file}.json`), 'utf8');
    expect((await paizhao(text)).out.split('\n')[0]).toBe(en);
    expect((await paizhao(text, '--lang', 'zh')).out.split('\n')[0]).toBe(zh);
  });

  it('shows other readings, bars and what was rewritten', async () => {
    const company = { province: 'SH', registeredCapital: 1_000_000, foreignShare: 0 };
    const asked = {
      company: { ...company, bars: [{ kind: 'fraud', decidedOn: '2025-06-10' }] },
      service: { for: 'own-users' },
      coverage: { kind: 'province', provinces: ['sh'] },
      today: '2026-03-02',
    };
    const { out } = await paizhao(JSON.stringify(asked));
    expect(out).toContain('permit needed: ask the authority: B24-1');
    expect(out).toContain('    also read: One reading: the catalogue speaks of service on the order of others');
    expect(out).toContain('  bar for permit got by deceit, decided 2025-06-10: up to 2028-06-10');
    expect(out).toContain('  rewritten: /company/province → sh');
    expect(out).toContain('earliest filing day: 2028-06-12 (Monday)');
  });

  it('takes the day from the file, or from the clock', async () => {
    const dated = JSON.stringify({ ...(JSON.parse(profile) as object), today: '2026-10-01', materials: [] });
    expect(JSON.parse((await paizhao(dated, '--json')).out)).toMatchObject({ earliestFiling: '2026-10-08' });
    const undated = JSON.stringify({ ...(JSON.parse(profile) as object), today: null, plannedOn: null });
    expect((await paizhao(undated, '--json')).exitCode).toBe(0);
  });

  it.each([
    ['{', [], 'the profile is not JSON'],
    ['[]', [], 'the profile is not a JSON object'],
    [
      JSON.stringify({ ...(JSON.parse(profile) as object), service: { users: ['domestic'] } }),
      [],
      '/service/users This value is not known. Use one of: domestic, overseas, both.',
    ],
    ['{"today":1,"today":2}', [], 'the profile: a key stands twice in one object: "today"'],
    [`${'['.repeat(200)}${']'.repeat(200)}`, [], 'the profile: nested more than 100 levels deep'],
    [
      '{}',
      [],
      '3 faults: /company This is missing. /serviceTypes No service type is asked for. /coverage This is missing.',
    ],
    [profile, ['--today', '2026-02-30'], '--today: "2026-02-30" is not a date'],
  ])('refuses %.2s %j in one line', async (text, more, message) => {
    const outcome = await paizhao(text, ...more);
    expect(outcome).toMatchObject({ exitCode: 2, out: '', err: expect.stringContaining(message) });
    expect(outcome.err).not.toContain('\n');
  });
});

describe('docs/cli.md', () => {
  const page = readFileSync(join(__dirname, '../../../docs/cli.md'), 'utf8');

  it('lists every id', () => {
    expect(page.match(/<!-- ids of (assess|the other commands):/g)).toHaveLength(2);
    expect(withIds(page, currentLaw.pack)).toBe(page);
  });
});
