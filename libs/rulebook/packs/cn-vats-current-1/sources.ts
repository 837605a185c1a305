import type { RulePack } from '../../pack.js';

const read = { zh: '已读全文', en: 'full text read' };
const excerpts = { zh: '仅读到部分条文或转载', en: 'only some articles or reprints could be read' };
const secondhand = { zh: '转引自其他资料', en: 'known through other publications' };

/** The keys that citations use. `how` says what was read, so that nobody takes a reprint for the official text. */
export const sources: RulePack['sources'] = {
  TR: {
    kind: 'regulation',
    title: { zh: '中华人民共和国电信条例（2016年修订）', en: 'Telecommunications Regulations (2016 revision)' },
    inForceFrom: '2016-02-06',
    how: read,
  },
  ALL: {
    kind: 'law',
    title: { zh: '中华人民共和国行政许可法（2019年修正）', en: 'Administrative Licensing Law (2019 amendment)' },
    inForceFrom: '2019-04-23',
    how: read,
  },
  CC: { kind: 'law', title: { zh: '中华人民共和国民法典', en: 'Civil Code' }, inForceFrom: '2021-01-01', how: read },
  ARL: {
    kind: 'law',
    title: { zh: '中华人民共和国行政复议法', en: 'Administrative Reconsideration Law' },
    inForceFrom: '2024-01-01',
    how: read,
  },
  APL: {
    kind: 'law',
    title: { zh: '中华人民共和国行政诉讼法', en: 'Administrative Litigation Law' },
    inForceFrom: '2017-07-01',
    how: read,
  },
  O42: {
    kind: 'measures',
    title: {
      zh: '电信业务经营许可管理办法（工业和信息化部令第42号）',
      en: 'Measures on Telecom Business Permits (MIIT Order 42)',
    },
    inForceFrom: '2017-09-01',
    how: excerpts,
  },
  O5: {
    kind: 'measures',
    title: {
      zh: '电信业务经营许可管理办法（工业和信息化部令第5号，已废止）',
      en: 'Measures on Telecom Business Permits of 2009 (MIIT Order 5, replaced)',
    },
    inForceFrom: '2009-04-10',
    how: excerpts,
  },
  CAT: {
    kind: 'notice',
    title: { zh: '电信业务分类目录（2015年版）', en: 'Catalogue of Telecom Services (2015 edition)' },
    inForceFrom: '2016-03-01',
    how: excerpts,
  },
  PG: {
    kind: 'guide',
    title: { zh: '各省通信管理局办事指南', en: 'Guides of the provincial communications administrations' },
    inForceFrom: null,
    how: excerpts,
  },
  N99: {
    kind: 'notice',
    title: {
      zh: '工信部政法函〔2020〕99号（取消证明事项）',
      en: 'MIIT letter 99 of 2020 on papers no longer asked for',
    },
    inForceFrom: '2020-05-11',
    how: read,
  },
  N81: {
    kind: 'notice',
    title: { zh: '工信部信管〔2020〕81号（呼叫中心业务管理）', en: 'MIIT notice 81 of 2020 on call centers' },
    inForceFrom: null,
    how: secondhand,
  },
  N321: {
    kind: 'notice',
    title: { zh: '工信部信管〔2017〕321号（年报制度）', en: 'MIIT notice 321 of 2017 on annual reports' },
    inForceFrom: null,
    how: excerpts,
  },
  FI: {
    kind: 'regulation',
    title: {
      zh: '外商投资电信企业管理规定及外商投资准入负面清单',
      en: 'Rules on foreign-invested telecom enterprises, and the negative lists',
    },
    inForceFrom: '2022-05-01',
    how: excerpts,
  },
  FTZ: {
    kind: 'notice',
    title: {
      zh: '自由贸易试验区增值电信业务试点（2014年、2019年）',
      en: 'Free-trade-zone pilots for value-added services (2014, 2019)',
    },
    inForceFrom: null,
    how: excerpts,
  },
  AG: {
    kind: 'agency',
    title: { zh: '代办机构网页', en: 'Web pages of filing agents' },
    inForceFrom: null,
    how: secondhand,
  },
  HOUSE: {
    kind: 'house',
    title: { zh: '本产品的默认做法', en: 'Defaults of this product' },
    inForceFrom: null,
    how: { zh: '非法律规定', en: 'not law' },
  },
};

/** The measures of 2017 took force on this day; nothing of this pack is claimed for an earlier one. */
export const since2017 = { validFrom: '2017-09-01', validTo: null } as const;
