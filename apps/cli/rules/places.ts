/** Where in a source a rule stands, in the reader's language: packs hold it as people cite it in English. */
import type { Language } from '../command.js';

export function placeInWords(article: string, language: Language): string {
  if (language === 'en') return article;
  return article
    .split('; ')
    .map((part) => part.split(', ').map(wordOf))
    .map(inChinese)
    .join('；');
}

/** `art. 32(4), 82` → 第32条(4)、第82条; a source before it stays as it is. */
function inChinese(words: string[]): string {
  const article = /^(.*?)\barts?\. (.*)$/.exec(words[0] ?? '');
  if (!article) return words.join('、');
  const [, before = '', first = ''] = article;
  return before + [first, ...words.slice(1)].map((number) => number.replace(/^(\d+)/, '第$1条')).join('、');
}

const wordOf = (place: string): string => places[place] ?? place;

const places: Readonly<Record<string, string>> = {
  'portal checklist': '办事系统材料清单',
  'form checklists': '表单清单',
  'cure month': '补救期',
  'permits seen': '所见许可证',
  'papers no longer asked for': '取消的材料',
  'papers that may follow': '可容缺材料',
  reminders: '提醒',
  'registration outside the province': '注册地不在该省',
  'receipt on a rest day': '休息日收件',
  'end of an expert review': '专家评审的末日',
  'pilot of 2019-12-04': '2019年12月4日试点',
  'Shanghai pilot 2014': '上海2014年试点',
  'local guides on B24': '各地B24指南',
  'guides on B24': 'B24说明',
  'annual report practice': '年报实务',
  'annual report notices': '年报通知',
  'annual report of a permit that ends': '即将届满许可证的年报',
  'acceptance and outbound calls': '受理和外呼',
  Tianjin: '天津',
  Jilin: '吉林',
  'Negative List 2019 and 2024': '2019年和2024年负面清单',
  'rules of 2022': '2022年规定',
};
