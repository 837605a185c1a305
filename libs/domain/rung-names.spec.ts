import { publishedPacks } from '../rulebook/index.js';
import { rungInWords } from './rung-names.js';

const keys = publishedPacks.flatMap(({ ladders }) =>
  ladders.flatMap(({ rungs, repeats }) => [...rungs.map(({ key }) => key), ...repeats.map(({ key }) => `${key}-3`)]),
);
const rungs = [...new Set([...keys, 'prepare', 'date-moved'])];

describe('a rung in words', () => {
  it.each(rungs)('%s of the packs has a name in both languages', (key) => {
    for (const language of ['zh', 'en'] as const) {
      expect(rungInWords(key, language)).not.toBe(key);
      expect(rungInWords(key, language)).not.toMatch(/null|NaN/);
    }
  });

  it.each([
    ['S', '安全日当天', 'on the safe day'],
    ['S-1', '安全日前1天', '1 day before the safe day'],
    ['S-30', '安全日前30天', '30 days before the safe day'],
    ['january-1', '年报开始报送', 'reports may be filed'],
    ['weekly-3', '逾期，每周提醒（第3次）', 'late, weekly reminder (no. 3)'],
    [
      'undelivered/S-7',
      '安全日前7天，原收件人未能收到',
      '7 days before the safe day, not delivered to whom it was for',
    ],
    ['drum', 'drum', 'drum'],
    ['toString', 'toString', 'toString'],
  ])('%s', (key, zh, en) => {
    expect([rungInWords(key, 'zh'), rungInWords(key, 'en')]).toEqual([zh, en]);
  });
});
