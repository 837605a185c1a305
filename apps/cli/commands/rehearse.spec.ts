import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type World } from '../run.js';
import { rehearse } from './rehearse.js';

const plan = readFileSync(join(__dirname, '../../../docs/examples/five-years.json'), 'utf8');
const world = (text: string): World => ({
  entries: [{ name: 'rehearse', load: async () => rehearse }],
  version: '0',
  language: 'en',
  readText: () => text,
  installation: () => Promise.reject(new Error('rehearse joins no installation')),
  progress: () => undefined,
});
const paizhao = (text: string, ...words: string[]) => run(['rehearse', 'plan.json', ...words], world(text));

describe('paizhao rehearse', () => {
  it('answers scripts with the whole rehearsal', async () => {
    const { exitCode, out } = await paizhao(plan, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      authority: 'sh',
      predictedIssue: { from: '2027-03-12', to: '2027-04-16' },
      end: { status: 'valid' },
      staleMaterials: [{ requirementId: 'social-security-proof' }],
    });
  });

  it.each([
    ['en', 'permit expected: 2027-03-12 – 2027-04-16', 'renewal  2031-06-13 – 2031-12-12'],
    ['zh', '预计取得许可证：2027-03-12 – 2027-04-16', 'renewal  2031-06-13 – 2031-12-12'],
  ])('answers people in %s', async (language, permit, renewal) => {
    const { out } = await paizhao(plan, '--lang', language);
    expect(out).toContain(permit);
    expect(out).toContain(renewal);
  });

  it.each([
    ['no JSON', '{', 2],
    ['a plan without a start', JSON.stringify({ ...(JSON.parse(plan) as object), plan: {} }), 2],
  ])('refuses %s', async (_case, text, exitCode) => {
    const outcome = await paizhao(text);
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.err).not.toBe('');
  });
});
