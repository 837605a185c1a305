import type { OpenQuestionRule } from '../../pack.js';
import { question } from './open-questions.js';

/** What the sources leave open about who needs which permit, of whom, with which papers. */
export const questionsOfScope: OpenQuestionRule[] = [
  question('own-users-only', {
    wording: {
      zh: '仅服务本公司用户的客服中心是否需要许可？',
      en: 'Does a call center for the company’s own users alone need a permit?',
    },
    untilAnswered: { zh: '答“询问主管部门”，两种理解并列。', en: 'The answer is “ask”, with both readings.' },
    citation: { source: 'CAT', article: 'B24' },
    touches: ['service-type.B24', 'scope.own-users-only', 'scope.own-users-abroad'],
    ask: ['authority'],
  }),
  question('offshore-call-center', {
    wording: {
      zh: '离岸呼叫中心业务现在如何申请？2011年二十一城市试点是否仍有效？',
      en: 'How is an offshore call center applied for now, and does the pilot of 2011 in 21 cities still run?',
    },
    untilAnswered: { zh: '不作肯定答复，先向主管部门确认。', en: 'Never a clear yes: the authority is asked first.' },
    citation: { source: 'PG', article: 'IM 2023, HuN 2022' },
    touches: ['service-type.B24-2', 'scope.offshore-call-center', 'scope.offshore-asked-for'],
    ask: ['authority', 'MIIT'],
  }),
  question('outside-the-definitions', {
    wording: {
      zh: '平台在境外而用户在境内，或者用户在境外而委托单位在境内，属于哪一种业务，是否需要许可？',
      en: 'A platform abroad for users at home, or users abroad of clients at home: which type is it, and does it need a permit?',
    },
    untilAnswered: { zh: '答“询问主管部门”。', en: 'The answer is “ask”.' },
    citation: { source: 'CAT', article: 'B24-1, B24-2' },
    touches: ['scope.platform-abroad', 'scope.users-abroad-of-clients-at-home'],
    ask: ['authority', 'MIIT'],
  }),
  question('foreign-share-in-one-province', {
    wording: {
      zh: '外商投资企业只在一个省经营，注册资本最低一百万元还是一千万元？由部还是省审批？',
      en: 'For a foreign-invested company in one province: is the floor RMB 1 million or 10, and who decides?',
    },
    untilAnswered: { zh: '一百万元，由部审批，标为未核实。', en: 'RMB 1 million, decided by MIIT, marked unverified.' },
    citation: { source: 'O42', article: 'art. 6(4), 9(3)' },
    touches: ['capital.one-province-foreign-invested', 'routing.foreign-invested', 'duty.first-foreign-share'],
    ask: ['MIIT', 'lawyer'],
  }),
  question('time-for-foreign-investment', {
    wording: {
      zh: '2022年外商投资电信企业规定下的审查期限是多少？',
      en: 'How long is the review under the foreign-investment rules of 2022?',
    },
    untilAnswered: { zh: '按六十日的三种算法。', en: 'The sixty days in their three counts.' },
    citation: { source: 'FI', article: 'rules of 2022' },
    touches: ['limit.review'],
    ask: ['MIIT', 'lawyer'],
  }),
  question('free-trade-zone-pilots', {
    wording: {
      zh: '2014年上海自贸区试点和2019年告知承诺试点是否仍在执行？',
      en: 'Do the Shanghai pilot of 2014 and the notification-and-commitment pilot of 2019 still run?',
    },
    untilAnswered: { zh: '作为另一途径列出，不作默认。', en: 'They are shown as other routes, never as the default.' },
    citation: { source: 'FTZ', article: 'pilots of 2014 and 2019' },
    touches: [
      'routing.foreign-invested',
      'eligibility.notification-commitment-pilot',
      'material.notification-commitment',
    ],
    ask: ['authority', 'MIIT'],
  }),
  question('foreign-caps', {
    wording: {
      zh: '各业务现行外资比例，以及2024年试点的业务和区域范围？',
      en: 'What are the foreign caps of each type now, and which types and areas does the pilot of 2024 cover?',
    },
    untilAnswered: {
      zh: '按表列比例；试点作为另一理解列出。',
      en: 'The caps of the table; the pilot is shown as another reading.',
    },
    citation: { source: 'FI', article: 'Negative List 2024' },
    touches: [
      ...['B11', 'B12', 'B13', 'B14', 'B21', 'B22', 'B23', 'B25', 'B26'].map((code) => `service-type.${code}`),
      'foreign-share.opening-pilot',
      'foreign-share.cepa',
      'eligibility.hong-kong-macau',
    ],
    ask: ['MIIT', 'lawyer'],
  }),
  question('registered-elsewhere', {
    wording: {
      zh: '在注册地以外的省份经营，向哪个局申请？',
      en: 'Which administration decides when the service is outside the province of registration?',
    },
    untilAnswered: { zh: '按覆盖范围，并提示先确认。', en: 'That of the coverage, with a warning to ask first.' },
    touches: ['routing.one-province', 'eligibility.registered-elsewhere'],
    ask: ['authority'],
  }),
  question('main-investor', {
    wording: {
      zh: '失信名单条件中的“主要出资者”指谁？',
      en: 'Who is a “main investor” where the dishonest list is asked about?',
    },
    untilAnswered: {
      zh: '第一大股东，以及持股不少于百分之三十的股东。',
      en: 'The largest holder, and every holder of at least 30 percent.',
    },
    citation: { source: 'O42', article: 'art. 6(6)' },
    touches: ['credit-list.dishonest', 'eligibility.dishonest-list-investor'],
    ask: ['authority', 'lawyer'],
  }),
  question('old-condition-of-three-years', {
    wording: {
      zh: '天津、吉林指南中“三年内无重大违法记录”的旧条件是否仍适用？',
      en: 'Does the old condition of three years without a violation, still in the guides of Tianjin and Jilin, apply?',
    },
    untilAnswered: { zh: '只作提示，不作拒绝。', en: 'It is a warning, not a refusal.' },
    citation: { source: 'PG', article: 'Tianjin, Jilin' },
    touches: ['eligibility.violation-record', 'eligibility.recent-penalty'],
    ask: ['authority'],
  }),
  question('plain-articles', {
    wording: {
      zh: '取消加盖档案章的章程后，是否仍须提交普通章程和信誉证明？',
      en: 'Now that sealed articles are abolished, are plain ones and evidence of reputation still handed in?',
    },
    untilAnswered: { zh: '列为可选，并注明存疑。', en: 'They are optional, with the doubt shown.' },
    citation: { source: 'O42', article: 'art. 8(4), 8(8)' },
    touches: [
      'material.articles-of-association',
      'material.reputation-evidence',
      'material.sealed-articles-of-association',
    ],
    ask: ['authority'],
  }),
  question('article-numbers', {
    wording: {
      zh: '2017年办法中未读到原文的条款（第六、八、九、十四、十六、十九、三十三、四十三至四十七条等）的条号和措辞？',
      en: 'What are the numbers and words of the articles of 2017 that were not read (6, 8, 9, 14, 16, 19, 33, 43 to 47 and others)?',
    },
    untilAnswered: {
      zh: '按背景知识标注条号，此类规则不标为已核实；第六条除外，其条件见于已读的办事指南。',
      en: 'Numbers are given from background knowledge, and such rules are not called verified, but for article 6, whose conditions stand in guides that were read.',
    },
    citation: { source: 'O42', article: 'art. 6, 8, 9, 14, 16, 19, 33, 43 to 47' },
    touches: [
      'limit.validity',
      'duty.display-permit-number',
      'duty.authorized-subsidiaries',
      'penalty.late-change',
      'penalty.permit-by-fraud',
      'penalty.operator-or-scope-changed',
    ],
    ask: ['lawyer'],
  }),
  question('successor-of-the-measures', {
    wording: {
      zh: '2017年办法是否已有修订或者后继办法？',
      en: 'Has a revision or a successor of the measures of 2017 come out?',
    },
    untilAnswered: {
      zh: '按2017年办法；2026年9月的清单仍列为有效。',
      en: 'The measures of 2017 hold; a list of September 2026 still names them as valid.',
    },
    citation: { source: 'O42', article: 'validity' },
    touches: ['limit.renewal', 'limit.annual-report', 'capital.nationwide', 'capital.one-province'],
    ask: ['MIIT', 'lawyer'],
  }),
  question('notice-numbers', {
    wording: {
      zh: '受理、补正、批准等文书的编号规则？',
      en: 'How are notices of acceptance, correction and grant numbered?',
    },
    untilAnswered: { zh: '编号自由填写，并附扫描件。', en: 'The number is free text, with a scan.' },
    touches: ['duty.receipt-in-writing', 'number.permit'],
    ask: ['authority'],
  }),
  question('number-certificates', {
    wording: {
      zh: '码号使用证书应在届满前多久续期？年报的三月三十一日是否每年不变？',
      en: 'How long before its end is a number certificate renewed, and is March 31 the day of its report in every year?',
    },
    untilAnswered: {
      zh: '与许可证相同：九十日前，三月三十一日。',
      en: 'As for the permit: ninety days ahead, and March 31.',
    },
    citation: { source: 'AG', article: 'number certificates' },
    touches: [
      'limit.number-certificate-renewal',
      'limit.number-certificate-report',
      'companion.number-certificate-95',
      'companion.number-certificate-96',
    ],
    ask: ['authority'],
  }),
  question('unseen-prefixes', {
    wording: {
      zh: '未见实例的许可证前缀是否如各省简称？陕西是否用“秦”？',
      en: 'Are prefixes of which no permit was seen the short names of the provinces, and does Shaanxi use 秦?',
    },
    untilAnswered: { zh: '按省份简称；其他前缀只作提示。', en: 'The short names; others get a warning only.' },
    citation: { source: 'PG', article: 'permits seen' },
    touches: ['number.permit', 'authority.shx', 'authority.gs', 'authority.gz', 'authority.yn'],
    ask: ['authority'],
  }),
];
