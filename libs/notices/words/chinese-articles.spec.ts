import { chineseArticles } from './chinese-articles.js';

describe('an article in a Chinese mail', () => {
  it.each([
    ['art. 28', '第28条'],
    ['art. 32(4)', '第32条(4)'],
    ['art. 44, 82', '第44条、第82条'],
    ['art. 42 to 44', '第42至44条'],
    ['art. 6, 13, 28 to 30', '第6条、第13条、第28至30条'],
    ['art. 35; N321', '第35条；N321'],
    ['art. 44; ALL art. 69, 79', '第44条；ALL 第69条、第79条'],
    ['B24', 'B24'],
    ['cure month', ''],
    ['portal checklist; N81', 'N81'],
  ])('%s is cited as “%s”', (cited, chinese) => {
    expect(chineseArticles(cited)).toBe(chinese);
  });
});
