import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type World } from '../run.js';
import { compare } from './compare.js';

const world: World = {
  entries: [{ name: 'compare', load: async () => compare }],
  version: '0',
  language: 'en',
  readText: (path) =>
    path === 'broken.json' ? '{' : readFileSync(join(__dirname, '../../../docs/examples', path), 'utf8'),
  installation: () => Promise.reject(new Error('compare joins no installation')),
  progress: () => undefined,
};
const paizhao = (...words: string[]) => run(['compare', ...words], world);

describe('paizhao compare', () => {
  it('answers scripts with what differs', async () => {
    const { exitCode, out } = await paizhao('five-years.json', 'five-years-late.json', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      issuedOn: { a: '2027-03-12', b: '2027-04-12' },
      acts: expect.arrayContaining([expect.objectContaining({ kind: 'renewal', count: 1, movedDays: 31 })]),
    });
  });

  it.each([
    ['en', /^permit\s+2027-03-12\s+2027-04-12$/m, '31 days later'],
    ['zh', /^取得许可证\s+2027-03-12\s+2027-04-12$/m, '晚31天'],
  ])('answers people in %s', async (language, permit, moved) => {
    const { out } = await paizhao('five-years.json', 'five-years-late.json', '--lang', language);
    expect(out).toMatch(permit);
    expect(out).toContain(moved);
  });

  it('says that nothing differs', async () => {
    const { out } = await paizhao('five-years.json', 'five-years.json');
    expect(out.match(/^ {2}none$/gm)).toHaveLength(2);
  });

  it('names what is wrong with both plans', async () => {
    const { err } = await paizhao('shanghai-call-center.json', 'timeline.json', '--json');
    const { details } = (JSON.parse(err) as { error: { details: { errors: { pointer: string }[] } } }).error;
    expect(new Set(details.errors.map(({ pointer }) => pointer.slice(0, 2)))).toEqual(new Set(['/a', '/b']));
    expect((await paizhao('shanghai-call-center.json', 'timeline.json')).err).toMatch(/^paizhao: a: .* b: /);
  });

  it.each([
    ['one plan only', ['five-years.json'], 'missing-argument'],
    ['what is no JSON', ['five-years.json', 'broken.json'], 'invalid-json'],
    ['what is no plan', ['five-years.json', 'shanghai-call-center.json'], 'invalid-profile'],
  ])('refuses %s', async (_case, files, code) => {
    const { exitCode, err } = await paizhao(...files, '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ error: { code } });
  });
});
