import { allRules, type Citation, publishedPacks } from '../../../libs/rulebook/index.js';
import { placeInWords } from './places.js';

describe('a place in a source', () => {
  it.each([
    ['O42', 'art. 27', '第二十七条', 'art. 27'],
    ['ALL', 'art. 32(4), 82', '第三十二条第（四）项、第八十二条', 'art. 32(4), 82'],
    ['TR', 'art. 7(3), 69', '第七条第三款、第六十九条', 'art. 7(3), 69'],
    [
      'ALL',
      'art. 50(2); O42 art. 27',
      '第五十条第二款；2017年许可管理办法第二十七条',
      'art. 50(2); Measures of 2017 art. 27',
    ],
    ['O42', 'art. 42 to 44', '第四十二至四十四条', 'art. 42 to 44'],
    ['O42', 'art. 6, 10, 19, 43 to 47', '第六条、第十条、第十九条、第四十三至四十七条', 'art. 6, 10, 19, 43 to 47'],
    ['CC', 'art. 110, 201 to 203', '第一百一十条、第二百零一至二百零三条', 'art. 110, 201 to 203'],
    ['O42', 'art. 6(4); PG SH', '第六条第（四）项；省局指南：上海', 'art. 6(4); provincial guides: Shanghai'],
    ['PG', 'HeB 2021, GX 2026', '河北2021年、广西2026年', 'Hebei 2021, Guangxi 2026'],
    ['PG', 'Tianjin, Jilin', '天津、吉林', 'Tianjin, Jilin'],
    ['PG', 'portal checklist; N81', '办事系统材料清单；2020年81号通知', 'portal checklist; notice 81 of 2020'],
    [
      'PG',
      'permit annex; annual report, O42 art. 35(5)',
      '许可证附件；年报、2017年许可管理办法第三十五条第（五）项',
      'permit annex; annual report, Measures of 2017 art. 35(5)',
    ],
    ['FI', 'rules until April 30, 2022', '旧规定（至2022年4月30日）', 'rules until April 30, 2022'],
    ['CAT', 'B24', 'B24', 'B24'],
  ])('%s %s → %s / %s', (source, article, zh, en) => {
    expect(placeInWords({ source, article }, 'zh')).toBe(zh);
    expect(placeInWords({ source, article }, 'en')).toBe(en);
  });

  /** Codes of service types and the arrangement with Hong Kong and Macau: the same in Chinese. */
  const sameInChinese = /B\d\d(-\d)?|CEPA/g;

  it.each(publishedPacks.map((pack) => [pack.id, pack] as const))('is read in Chinese throughout %s', (_, pack) => {
    const cited = new Set(allRules(pack).flatMap(({ rule }) => citationsIn(rule)));
    const places = [...cited].map((citation) => placeInWords(citation, 'zh'));
    expect(places.filter((place) => /[a-z]/i.test(place.replace(sameInChinese, '')))).toEqual([]);
  });
});

/** Of a rule, its readings, clauses and waivers. */
function citationsIn(part: unknown): Citation[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([member, value]) =>
    member === 'citation' ? [value as Citation] : citationsIn(value),
  );
}
