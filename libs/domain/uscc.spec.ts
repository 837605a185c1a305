import { isUscc } from './uscc.js';

describe('isUscc', () => {
  it.each(['91350100M000100Y43', '91110000802100433B', '9144030071526726XG'])('takes %s, whose check character fits', (code) => {
    expect(isUscc(code)).toBe(true);
  });

  it.each([
    ['a wrong check character', '91350100M000100Y44'],
    ['two characters exchanged', '91350100M000010Y43'],
    ['17 characters', '91350100M000100Y4'],
    ['a letter outside the alphabet', '9135010OM000100Y43'],
    ['lower case', '91350100m000100y43'],
    ['nothing', ''],
  ])('refuses %s', (_what, code) => {
    expect(isUscc(code)).toBe(false);
  });
});
