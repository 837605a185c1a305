import fc from 'fast-check';
import { authorityOfPermit, checkPermitNumber, checkUscc } from './identifiers.js';
import { latestPack, publishedPacks } from './packs.js';

describe('checkUscc', () => {
  it.each([
    '91350100M000100Y43',
    '914403001922038216',
    '9144030071526726XG',
    '91330100799655058B',
    '91110000802100433B',
  ])('takes %s', (code) => {
    expect(checkUscc(code)).toEqual({ valid: true, severity: 'ok', reason: null, message: null, normalized: code });
  });

  it.each([
    '91350100m000100y43',
    ' 9135 0100 M000 100Y 43 ',
    '９１３５０１００Ｍ０００１００Ｙ４３',
    '91350100-M000100Y4-3',
  ])('reads %s and says that it rewrote it', (text) => {
    expect(checkUscc(text)).toMatchObject({
      valid: true,
      severity: 'ok',
      reason: 'normalized',
      normalized: '91350100M000100Y43',
    });
  });

  it.each([
    ['', 'length', 'error'],
    ['91350100M000100Y4', 'length', 'error'],
    ['91350100M000100Y433', 'length', 'error'],
    ['91350100M000100I43', 'alphabet', 'error'],
    ['91350100M000100漢43', 'alphabet', 'error'],
    ['9135A100M000100Y43', 'region-digits', 'error'],
    ['91350100M000100Y44', 'check-character', 'warning'],
  ])('%s: %s, %s', (text, reason, severity) => {
    expect(checkUscc(text)).toMatchObject({
      valid: false,
      severity,
      reason,
      message: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it('says what is wrong, and after it that the text was rewritten', () => {
    const fault = { zh: expect.not.stringContaining('规范写法'), en: expect.not.stringContaining('Rewritten') };
    expect(checkUscc('91350100M000100Y44')).toMatchObject({ message: fault, normalized: '91350100M000100Y44' });
    const { message } = checkUscc('91350100M000100Y44');
    expect(checkUscc('91350100m000100y44').message).toEqual({
      zh: `${message?.zh}已统一为规范写法。`,
      en: `${message?.en} Rewritten in the usual form.`,
    });
  });

  it('weighs each place by three to the power of it, modulo 31', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (let place = 0; place < 17; place++) {
      const body = `${'0'.repeat(place)}1${'0'.repeat(16 - place)}`;
      const check = alphabet[(31 - (3 ** place % 31)) % 31];
      expect(checkUscc(`${body}${check}`).valid).toBe(true);
    }
  });

  it('gives every body one check character out of the alphabet, a remainder of 0 included', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const body = fc.tuple(
      fc.constantFrom('91', '92', 'Y1'),
      fc.stringMatching(/^\d{6}$/),
      fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
    );
    fc.assert(
      fc.property(body, ([kind, region, rest]) => {
        const fitting = [...alphabet].filter((check) => checkUscc(`${kind}${region}${rest.join('')}${check}`).valid);
        expect(fitting).toHaveLength(1);
      }),
    );
  });
});

describe('checkPermitNumber', () => {
  const law = { pack: latestPack };

  it.each([
    'B2-20040851',
    'B1-20262247',
    'A2.B1.B2-20090001',
    '合字B2-20160011',
    '沪B2-20150021',
    '川B2-20260779',
    '粤B2-20090059号',
    'B2-2004-0851',
  ])('takes %s', (number) => {
    expect(checkPermitNumber(law, number)).toMatchObject({ valid: true, severity: 'ok', normalized: number });
  });

  it.each([
    ['粤B2-20090059-5', 'site-filing-number'],
    ['粤ICP备05012345号-1', 'site-filing-number'],
    ['京ICP证030173号', 'old-form'],
    ['秦B2-20150021', 'unexpected-prefix'],
    ['B3-20150021', 'unusual-form'],
    ['沪B2-1234', 'unusual-form'],
    ['none', 'unusual-form'],
  ])('warns of %s: %s', (number, reason) => {
    expect(checkPermitNumber(law, number)).toMatchObject({
      valid: false,
      severity: 'warning',
      reason,
      message: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) },
      normalized: number.toUpperCase(),
    });
  });

  it('reads the hyphens of every script', () => {
    for (const hyphen of ['-', '‐', '‑', '–', '—', '−', '－']) {
      expect(checkPermitNumber(law, `沪B2${hyphen}20150021`)).toMatchObject({
        valid: true,
        normalized: '沪B2-20150021',
      });
    }
  });

  it('finds the authority by the prefix, however the number is spaced', () => {
    expect(authorityOfPermit(latestPack, ' 沪 B2-20150021 ')).toBe('sh');
    expect(authorityOfPermit(latestPack, '秦B2-20150021')).toBeNull();
    expect(authorityOfPermit(latestPack, 'none')).toBeNull();
  });

  it('knows the other numbers only by a pack that describes them', () => {
    const [first] = publishedPacks;
    expect(first && checkPermitNumber({ pack: first }, '粤B2-20090059-5').reason).toBe('unusual-form');
  });

  it('says that it rewrote a number after what is wrong with it', () => {
    expect(checkPermitNumber(law, '秦b2-20150021').message).toEqual({
      zh: '编号前缀不属于任何已知的发证机关，请核对。已统一为规范写法。',
      en: 'No known authority uses this prefix; compare it with the permit. Rewritten in the usual form.',
    });
  });

  it('refuses nothing but nothing', () => {
    expect(checkPermitNumber(law, ' 　')).toMatchObject({ valid: false, severity: 'error', reason: 'empty' });
  });

  it('reads full-width and lower-case numbers', () => {
    expect(checkPermitNumber(law, '沪ｂ２－２０１５００２１')).toMatchObject({
      valid: true,
      reason: 'normalized',
      normalized: '沪B2-20150021',
    });
  });

  it.each([
    ['沪B2-20150021', 'sh'],
    ['B2-20040851', 'MIIT'],
    ['合字B2-20160011', 'MIIT'],
    ['黔B2-20210001', 'gz'],
    ['贵B2-20210001', 'gz'],
    ['秦B2-20150021', null],
    ['none', null],
  ])('finds who issued %s: %s', (number, authority) => {
    expect(authorityOfPermit(latestPack, number)).toBe(authority);
  });
});
