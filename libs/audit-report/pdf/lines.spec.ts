import fc from 'fast-check';
import { linesOf } from './lines.js';

/** Chinese takes two columns, all else one. */
const advance = (character: string) => ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1);
const lines = (text: string, width: number) => linesOf(text, width, advance);

describe('linesOf', () => {
  it.each<[string, string, number, string[]]>([
    ['leaves alone what fits', '许可证 B2', 20, ['许可证 B2']],
    ['is one empty line of nothing', '', 20, ['']],
    ['keeps given ends of lines', '甲\n\n乙', 20, ['甲', '', '乙']],
    ['breaks Chinese after any character', '增值电信业务', 8, ['增值电信', '业务']],
    ['begins no line with a closing mark', '增值电信，业务。', 8, ['增值电', '信，业', '务。']],
    ['ends no line with an opening mark', '见《办法》', 4, ['见', '《办', '法》']],
    ['breaks other text at spaces', 'the permit ends', 10, ['the permit', 'ends']],
    ['breaks after a slash', 'delivery/0123', 11, ['delivery/', '0123']],
    ['leaves a day whole', 'on 2026-11-26 it', 11, ['on', '2026-11-26', 'it']],
    ['breaks between Chinese and other text', '许可证B2-20261234', 13, ['许可证', 'B2-20261234']],
    ['tears what is longer than a line', '0123456789ab', 5, ['01234', '56789', 'ab']],
    ['goes on after a torn word', '0123456 ab cd', 5, ['01234', '56 ab', 'cd']],
  ])('%s', (_rule, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it('loses nothing but spaces, and no line is too long', () => {
    const character = fc.constantFrom(...'许可证，。（）ab1 /-');
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 60 }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const found = lines(text, width);
        expect(found.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of found)
          expect([...line].reduce((sum, one) => sum + advance(one), 0)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
