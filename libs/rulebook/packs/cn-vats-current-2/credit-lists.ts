import type { CreditListRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

const fields: CreditListRule['fields'] = [
  { zh: '经营者名称', en: 'name of the operator' },
  { zh: '统一社会信用代码', en: 'unified social credit code' },
  { zh: '许可证编号', en: 'permit number' },
  { zh: '处理日期', en: 'day of the decision' },
  { zh: '列入事由', en: 'reason of the entry' },
  { zh: '列入单位', en: 'authority that made it' },
];

/** 不良名单: for reports that never came and for penalties. */
const badList: CreditListRule = {
  ...since2017,
  id: 'credit-list.bad',
  list: 'bad',
  name: { zh: '电信业务经营不良名单', en: 'list of bad telecom operators' },
  wording: {
    zh: '主管部门根据抽查、日常检查和处罚记录建立不良名单，定期更新并公示。',
    en: 'From spot checks, inspections and penalties the authorities keep a list of bad operators, brought up to date and published regularly.',
  },
  citation: { source: 'O42', article: 'art. 37' },
  confidence: 'verified',
  causes: [
    {
      id: 'annual-report-unfiled',
      wording: { zh: '限期内仍未报送年报。', en: 'The annual report was not filed even within the ordered time.' },
      citation: { source: 'O42', article: 'art. 38; L18' },
      confidence: 'verified',
    },
    {
      id: 'late-change-penalized',
      wording: {
        zh: '许可证载明信息变化，未按期办理变更而受处罚。',
        en: 'A penalty because a change of what the permit states was filed late.',
      },
      citation: { source: 'L18', article: 'bad list' },
      confidence: 'secondary',
    },
    {
      id: 'other-penalty',
      wording: {
        zh: '因年报、日常经营、网络与信息安全、停止经营时的善后等违法受处罚，且不直接列入失信名单。',
        en: 'Any other penalty, over the report, the business, security or the care for users at the end, unless it leads to the dishonest list.',
      },
      citation: { source: 'O42', article: 'art. 42; L18' },
      confidence: 'verified',
    },
  ],
  fields,
  entryLimit: 'limit.list-entry',
  exits: [
    {
      id: 'report-filed',
      wording: {
        zh: '因未报年报列入的，补报并经确认后移出。',
        en: 'Listed for a report that never came: off after filing it and the authority’s confirmation.',
      },
      citation: { source: 'O42', article: 'art. 38' },
      confidence: 'verified',
      limit: null,
    },
    {
      id: 'one-year-without-penalty',
      wording: {
        zh: '因处罚列入的，一年内未再受处罚后移出；年限未核实。',
        en: 'Listed for a penalty: off after a year without another; the year is not verified.',
      },
      citation: { source: 'O42', article: 'art. 42, 43' },
      confidence: 'unverified',
      limit: 'limit.bad-list-exit',
    },
  ],
  consequences: [
    {
      id: 'closer-supervision',
      wording: {
        zh: '重点监管，加强检查，不予守信激励。',
        en: 'Closer supervision, more inspections, no rewards for honesty.',
      },
      citation: { source: 'L18', article: 'bad list' },
      confidence: 'secondary',
    },
    {
      id: 'partners-look',
      wording: {
        zh: '电信企业在提供资源和接入时、同业在招投标时可将其作为考量因素。',
        en: 'Carriers weigh it when they give resources and access, and others may in their tenders.',
      },
      citation: { source: 'L18', article: 'bad list' },
      confidence: 'secondary',
    },
  ],
  examples: [
    { cause: 'annual-report-unfiled', listed: true },
    { cause: 'permit-revoked', listed: false },
  ],
};

/** 失信名单: for revoked permits and penalties that were not obeyed. It blocks applications. */
const dishonestList: CreditListRule = {
  ...since2017,
  id: 'credit-list.dishonest',
  list: 'dishonest',
  name: { zh: '电信业务经营失信名单', en: 'list of dishonest telecom operators' },
  wording: {
    zh: '主管部门建立失信名单，定期更新并公示；主要经营管理人员一并列入。',
    en: 'The authorities keep a list of dishonest operators, brought up to date and published regularly; main managers are listed with the company.',
  },
  citation: { source: 'O42', article: 'art. 37, 42' },
  confidence: 'secondary',
  causes: [
    {
      id: 'permit-revoked',
      wording: { zh: '许可证被吊销。', en: 'The permit was revoked as a penalty.' },
      citation: { source: 'O42', article: 'art. 42' },
      confidence: 'secondary',
    },
    {
      id: 'serious-unpermitted-operation',
      wording: {
        zh: '无证或者超范围经营等，情节严重。',
        en: 'Operating without a permit or beyond it, in a serious case.',
      },
      citation: { source: 'O42', article: 'art. 42; TR art. 69' },
      confidence: 'secondary',
    },
    {
      id: 'penalty-not-obeyed',
      wording: { zh: '逾期不履行处罚决定。', en: 'A penalty decision was not obeyed in time.' },
      citation: { source: 'O42', article: 'art. 42' },
      confidence: 'secondary',
    },
  ],
  fields: [...fields, { zh: '主要经营管理人员', en: 'main managers' }],
  entryLimit: 'limit.list-entry',
  exits: [
    {
      id: 'three-years-without-penalty',
      wording: {
        zh: '三年内未再受处罚后移出；年限未核实。',
        en: 'Off after three years without another penalty; the three years are not verified.',
      },
      citation: { source: 'O42', article: 'art. 42, 43' },
      confidence: 'unverified',
      limit: 'limit.dishonest-list-exit',
    },
  ],
  consequences: [
    {
      id: 'no-new-permit',
      wording: {
        zh: '公司、主要出资者或者主要经营管理人员在名单上的，不予许可。',
        en: 'No permit while the company, a main investor or a main manager is on it.',
      },
      citation: { source: 'O42', article: 'art. 6(6); PG SH, HeB 2021, GX 2026' },
      confidence: 'verified',
    },
    {
      id: 'joint-supervision',
      wording: {
        zh: '部省联动实施信用管理。',
        en: 'The ministry and the provinces act on it together.',
      },
      citation: { source: 'L18', article: 'dishonest list' },
      confidence: 'secondary',
    },
  ],
  examples: [
    { cause: 'permit-revoked', listed: true },
    { cause: 'annual-report-unfiled', listed: false },
  ],
};

export const creditLists: CreditListRule[] = [badList, dishonestList];
