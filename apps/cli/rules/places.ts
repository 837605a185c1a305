/** Where in a source a rule stands, in the reader's language: packs hold it as people cite it in English. */
import type { Language } from '../command.js';

export function placeInWords(article: string, language: Language): string {
  if (language === 'en') return article;
  return article
    .split('; ')
    .map((part) => part.split(', ').map(inChinese).join('、'))
    .join('；');
}

/** `art. 32(4)` → 第32条(4), and so the bare numbers of an enumeration after it; a source before it stays as it is. */
function inChinese(place: string): string {
  return (places[place] ?? place)
    .replace(/\barts?\. /, '')
    .replace(/^([A-Z][A-Z0-9]* |)(\d{1,3})((?:\(\d+\))*)(?: to (\d+))?$/, articleOf);
}

const articleOf = (_: string, source: string, first: string, parts: string, last?: string): string =>
  source + (last === undefined ? `第${first}条${parts}` : `第${first}至${last}条`);

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
  'Negative List 2024': '2024年负面清单',
  'Negative List: e-commerce': '负面清单：电子商务',
  'free-trade-zone negative list 2018': '2018年自贸区负面清单',
  'rules of 2016': '2016年规定',
  'rules of 2022': '2022年规定',
  'rules until April 30': '旧规定（至2022年4月30日）',
  'pilot plan of 2024': '2024年试点方案',
  'pilots of 2014 and 2019': '2014年和2019年试点',
  'foreign pilots': '外资试点',
  'approval until June 30': '审定意见书（至2021年6月30日）',
  'number certificates': '码号使用证书',
  'bars and list exits': '禁止申请期和移出名单',
  validity: '有效期',
  renewal: '续期',
  capital: '注册资本',
  records: '留存',
  acceptance: '受理',
  'change forms: loss': '变更表单：遗失',
  'bad list': '不良名单',
  'dishonest list': '失信名单',
  'open questions': '未决问题',
  'papers that a statement replaces': '以声明代替的材料',
  'opening of service': '业务开通',
  'lines and numbers': '线路和号码',
  'outbound calls': '外呼',
  'annual report': '年报',
  'annual inspection': '年检',
  'unit of sixty days': '六十日的单位',
  'permit annex': '许可证附件',
  'annual report item on special conditions': '年报中的特别规定事项',
  'list of ten papers for a call center': '呼叫中心十项材料清单',
  'value-added telecom services': '增值电信业务',
  'renewal refused before expiry': '届满前不予续期',
  'service never opened': '业务从未开通',
  'authority silent': '主管部门未答复',
  'renewal still in correction at expiry': '届满时续期仍在补正',
  'deferred papers missing at grant': '准予时容缺材料仍缺',
  'shareholder change': '股东变化',
  'publication and spot checks': '公示和抽查',
};
