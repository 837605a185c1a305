import type { RulePack } from '../../pack.js';
import { sources as sourcesOf1 } from '../cn-vats-current-1/sources.js';

const secondhand = { zh: '转引自其他资料', en: 'known through other publications' };

/** The sources of version 1, with what was read of them since, and those that came with version 2. */
export const sources: RulePack['sources'] = {
  ...sourcesOf1,
  ALL: {
    kind: 'law',
    title: { zh: '中华人民共和国行政许可法（2019年修正）', en: 'Administrative Licensing Law (2019 amendment)' },
    inForceFrom: '2019-04-23',
    how: {
      zh: '已读2019年修正文本全文；所引条文未发现修正前后有变化',
      en: 'full text of 2019 read; no change was found in the articles cited since the text before it',
    },
  },
  ARL: {
    kind: 'law',
    title: { zh: '中华人民共和国行政复议法（2023年修订）', en: 'Administrative Reconsideration Law (2023 revision)' },
    inForceFrom: '2024-01-01',
    how: {
      zh: '已读修订文本全文；此前的六十日出自旧法第九条，未读原文',
      en: 'full text of the revision read; before it the sixty days stood in article 9 of the older law, which was not read',
    },
  },
  O42: {
    kind: 'measures',
    title: {
      zh: '电信业务经营许可管理办法（工业和信息化部令第42号）',
      en: 'Measures on Telecom Business Permits (MIIT Order 42)',
    },
    inForceFrom: '2017-09-01',
    how: {
      zh: '读到第一至四条、第五条开头（转载全文的开头），第二十七至三十一条（转载），第三十五至三十七条、第三十八条和第四十二条的前部（转载、新疆通信管理局权力清单）；第六条的条件读自各省办事指南；其余条号来自背景知识，未核实',
      en: 'read: articles 1 to 4 and the beginning of 5 (from reprints of the whole), 27 to 31 (reprints), 35 to 37, and the first parts of 38 and 42 (reprint, list of powers of the Xinjiang administration); the conditions of article 6 as provincial guides state them; other article numbers are background knowledge and not verified',
    },
  },
  O5: {
    kind: 'measures',
    title: {
      zh: '电信业务经营许可管理办法（工业和信息化部令第5号，已废止）',
      en: 'Measures on Telecom Business Permits of 2009 (MIIT Order 5, replaced)',
    },
    inForceFrom: '2009-04-10',
    how: {
      zh: '读到第一至四条、第五条开头，第十八、十九条（修订对照表）；其余条号未核实',
      en: 'read: articles 1 to 4, the beginning of 5, and 18 and 19 (from a comparison with the revision); other article numbers are not verified',
    },
  },
  CAT: {
    kind: 'notice',
    title: { zh: '电信业务分类目录（2015年版）', en: 'Catalogue of Telecom Services (2015 edition)' },
    inForceFrom: '2016-03-01',
    how: {
      zh: '读到B24的定义（转载）和各业务名称（各省办事指南）；2019年修订的内容和日期未核实',
      en: 'read: the definition of B24 (reprint) and the names of the types (provincial guides); what was amended in 2019, and on which day, is not verified',
    },
  },
  PG: {
    kind: 'guide',
    title: { zh: '各省通信管理局办事指南', en: 'Guides of the provincial communications administrations' },
    inForceFrom: null,
    how: {
      zh: '读到2026年6月收集的节录，其中有上海、广东2025年、广西2026年、河北2021年、湖北2020年、湖南2022年、陕西2021年、内蒙古2023年、山东2020年，及重庆2025年的年报通知',
      en: 'read: excerpts collected in June 2026, among them of Shanghai, Guangdong 2025, Guangxi 2026, Hebei 2021, Hubei 2020, Hunan 2022, Shaanxi 2021, Inner Mongolia 2023 and Shandong 2020, and the notice of Chongqing on the annual report, 2025',
    },
  },
  N99: {
    kind: 'notice',
    title: {
      zh: '工信部政法函〔2020〕99号（取消证明事项）',
      en: 'MIIT letter 99 of 2020 on papers no longer asked for',
    },
    inForceFrom: '2020-05-11',
    how: {
      zh: '读自维基文库的转载，未与官方文本核对',
      en: 'read in the copy of Wikisource, not compared with the official text',
    },
  },
  N81: {
    kind: 'notice',
    title: { zh: '工信部信管〔2020〕81号（呼叫中心业务管理）', en: 'MIIT notice 81 of 2020 on call centers' },
    inForceFrom: null,
    how: {
      zh: '读自2020年6月的新闻转述；全文未能读到，发布日不确定',
      en: 'read as retold by news of June 2020; not the whole text, and its day is not certain',
    },
  },
  FI: {
    kind: 'regulation',
    title: {
      zh: '外商投资电信企业管理规定（国务院令第752号）及外商投资准入负面清单',
      en: 'Rules on foreign-invested telecom enterprises (State Council Order 752), and the negative lists',
    },
    inForceFrom: '2022-05-01',
    how: {
      zh: '2022年文本读到第一至四条；修订要点和2021年7月1日取消单独审定意见读自律所和新闻介绍；负面清单读自介绍',
      en: 'of the text of 2022 articles 1 to 4; the main changes, and the end of the separate approval on July 1, 2021, from law firms and news; the negative lists from reports',
    },
  },
  PIL: {
    kind: 'notice',
    title: {
      zh: '增值电信业务扩大对外开放试点通告（通信函〔2024〕107号）',
      en: 'MIIT notice 107 of 2024 on pilots that open value-added services further',
    },
    inForceFrom: null,
    how: secondhand,
  },
  PEN: {
    kind: 'law',
    title: { zh: '中华人民共和国行政处罚法（2021年修订）', en: 'Administrative Penalty Law (2021 revision)' },
    inForceFrom: '2021-07-15',
    how: { zh: '已读所引条文', en: 'the article cited was read' },
  },
  PIPL: {
    kind: 'law',
    title: { zh: '中华人民共和国个人信息保护法', en: 'Personal Information Protection Law' },
    inForceFrom: '2021-11-01',
    how: { zh: '已读所引条文', en: 'the articles cited were read' },
  },
  CEPA: {
    kind: 'notice',
    title: {
      zh: '内地与香港、澳门关于建立更紧密经贸关系的安排',
      en: 'Closer economic partnership arrangements with Hong Kong and Macau',
    },
    inForceFrom: null,
    how: secondhand,
  },
  NUM: {
    kind: 'measures',
    title: {
      zh: '电信网码号资源管理办法（2003年第28号令，2014年修正）及各年码号年报通知',
      en: 'Measures on telecom numbering resources (Order 28 of 2003, amended 2014) and the notices of the yearly report',
    },
    inForceFrom: '2003-03-01',
    how: {
      zh: '读到吉林局2024年、四川局2026年的码号年报通知节录和第二十六条；办法全文未能读到',
      en: 'read: excerpts of the notices of Jilin (2024) and Sichuan (2026) on the yearly report, and article 26; not the whole text of the measures',
    },
  },
  L18: {
    kind: 'notice',
    title: {
      zh: '工业和信息化部关于做好电信业务经营不良名单和失信名单管理工作的通知（2018年）',
      en: 'MIIT notice of 2018 on the bad list and the dishonest list of telecom operators',
    },
    inForceFrom: null,
    how: {
      zh: '读到2018年3月16日新闻转述的不良名单部分；失信名单部分只读到开头',
      en: 'read as retold by news of March 16, 2018: the part on the bad list; of the dishonest list only the beginning',
    },
  },
};
