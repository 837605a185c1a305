import { run, type World } from '../run.js';
import { checkId } from './check-id.js';

const world: World = {
  entries: [{ name: 'check-id', load: async () => checkId }],
  version: '0',
  language: 'en',
  readText: () => '',
  installation: () => Promise.reject(new Error('check-id joins no installation')),
  progress: () => undefined,
};
const paizhao = (...words: string[]) => run(['check-id', ...words], world);
const answer = async (...words: string[]) => JSON.parse((await paizhao(...words, '--json')).out) as unknown;
const number = '11010519491231002X';

describe('paizhao check-id', () => {
  it('answers scripts with four fields', async () => {
    expect(await answer('uscc', '91350100M000100Y43')).toEqual({
      valid: true,
      severity: 'ok',
      reason: null,
      normalised: '91350100M000100Y43',
    });
    expect(await answer('uscc', '91350100 m000 100Y 43')).toEqual({
      valid: true,
      severity: 'ok',
      reason: { code: 'normalized', zh: '已统一为规范写法。', en: 'Rewritten in the usual form.' },
      normalised: '91350100M000100Y43',
    });
  });

  it.each([
    ['uscc', '91350100M000100Y44', false, 'warning', 'check-character'],
    ['uscc', '91350100M000100I43', false, 'error', 'alphabet'],
    ['permit', '沪B2-20150021', true, 'ok', undefined],
    ['permit', '京ICP证030173号', false, 'warning', 'old-form'],
    ['permit', '粤B2-20090059-5', false, 'warning', 'site-filing-number'],
    ['permit', '秦B2-20150021', false, 'warning', 'unexpected-prefix'],
    ['resident-id', number, true, 'ok', undefined],
    ['resident-id', '110105491231002', false, 'error', 'old-form'],
    ['resident-id', '110105194912310021', false, 'error', 'check-character'],
  ])('%s %s: valid %p, %s, %s', async (kind, value, valid, severity, code) => {
    const said = (await answer(kind, value)) as { reason: { code: string } | null };
    expect(said).toMatchObject({ valid, severity });
    expect(said.reason?.code).toBe(code);
  });

  it('takes the day of the question for a birth date', async () => {
    expect(await answer('resident-id', number, '--today', '1949-12-30')).toMatchObject({
      reason: { code: 'birth-in-future' },
    });
    expect(await answer('resident-id', number, '--today', '1949-12-31')).toMatchObject({ valid: true });
    expect((await paizhao('resident-id', number, '--today', '1949-12-32')).err).toContain('--today: "1949-12-32"');
  });

  it.each([
    ['en', 'well formed: **************002X'],
    ['zh', '写法无误：**************002X'],
  ])('hides a resident identity number from who looks on, in %s', async (language, text) => {
    expect((await paizhao('resident-id', number.toLowerCase(), '--lang', language)).out).toContain(text);
  });

  it.each([
    ['no kind', [number]],
    ['another kind', ['passport', number]],
    ['two words that want quotes', ['resident-id', '110105', '19491231002X']],
    ['a leading hyphen', ['resident-id', '-110105', '19491231002X']],
    ['an option that is none', ['resident-id', number, `--${number}`]],
  ])('refuses %s without repeating what was typed', async (_, words) => {
    for (const more of [[], ['--json']]) {
      const { exitCode, out, err } = await paizhao(...words, ...more);
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
      expect(err).toMatch(/check-id: /);
      expect(err).not.toMatch(/110105|1949/);
    }
  });
});
