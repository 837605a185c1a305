import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type World } from '../run.js';
import { rehearse } from './rehearse.js';

const example = (name: string) => readFileSync(join(__dirname, '../../../docs/examples', name), 'utf8');
const plan = example('five-years.json');
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
    ['en', /^permit expected\s+2027-03-12 – 2027-04-16 \(provisional\)$/m, /^ {2}renewal\s+2031-06-13 – 2031-12-12/m],
    ['zh', /^预计取得许可证\s+2027-03-12 – 2027-04-16（暂定）$/m, /^ {2}续期申请\s+2031-06-13 – 2031-12-12/m],
  ])('answers people in %s', async (language, permit, renewal) => {
    const { out } = await paizhao(plan, '--lang', language);
    expect(out).toMatch(permit);
    expect(out).toMatch(renewal);
  });

  it('shows what a fuller plan brings', async () => {
    const { out } = await paizhao(example('five-years-late.json'));
    expect(out).toMatch(/^own experience\s+2 filings of this house: half by 2027-04-12, nine of ten by 2027-04-30$/m);
    expect(out).toMatch(/^to have it by 2027-06-01\s+begin by 2026-12-14, file by 2027-02-15$/m);
    expect(out).toMatch(/^until the permit\s+140 days, RMB 1,120,000$/m);
    expect(out).toContain('warning: annual report 2030: On the safe day 2030-03-29');
  });

  it('says everything that is wrong with a plan at once', async () => {
    const wrong = { ...(JSON.parse(plan) as object), serviceTypes: ['X'], plan: { startOn: '2026-02-30', until: 'x' } };
    const { exitCode, err } = await paizhao(JSON.stringify(wrong), '--json');
    expect(exitCode).toBe(2);
    const { errors } = (JSON.parse(err) as { error: { details: { errors: { pointer: string }[] } } }).error.details;
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/plan/startOn', '/plan/until', '/serviceTypes/0']);
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
