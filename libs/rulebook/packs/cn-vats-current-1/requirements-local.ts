import type { Condition, ConditionExample, RequirementRule } from '../../pack.js';
import { material } from './material.js';

/** The switch of one requirement: the administrations whose guides ask for it. */
const askedBy = (...authorities: string[]): { when: Condition; examples: ConditionExample[] } => ({
  when: { in: ['authority', authorities] },
  examples: [
    ...authorities.map((authority) => ({ facts: { authority }, applies: true })),
    { facts: { authority: 'sh' }, applies: false },
  ],
});

const callCenterOf = (authority: string): { when: Condition; examples: ConditionExample[] } => ({
  when: { all: [{ eq: ['authority', authority] }, { eq: ['serviceTypes', 'B24'] }] },
  examples: [
    { facts: { authority, serviceTypes: ['B24'] }, applies: true },
    { facts: { authority, serviceTypes: ['B25'] }, applies: false },
    { facts: { authority: 'sh', serviceTypes: ['B24'] }, applies: false },
  ],
});

/** What only some administrations ask for, and what was abolished but still stands on some pages. */
export const requirementsLocal: RequirementRule[] = [
  material('notification-commitment', {
    filingKinds: ['new', 'renewal', 'change'],
    title: { zh: '部分证明事项告知承诺书', en: 'Notification-and-commitment letter' },
    wording: {
      zh: '采用告知承诺方式的须提交；广西为必交。',
      en: 'On the notification-and-commitment route; in Guangxi always.',
    },
    citation: { source: 'PG', article: 'GX 2026' },
    confidence: 'secondary',
    when: { any: [{ eq: ['commitmentRoute', true] }, { eq: ['authority', 'gx'] }] },
    examples: [
      { facts: { authority: 'gx' }, applies: true },
      { facts: { authority: 'sh', commitmentRoute: true }, applies: true },
      { facts: { authority: 'sh', commitmentRoute: false }, applies: false },
    ],
  }),
  material('notification-commitment-guangdong', {
    filingKinds: ['new', 'renewal'],
    title: { zh: '部分证明事项告知承诺书（广东）', en: 'Notification-and-commitment letter (Guangdong)' },
    wording: { zh: '广东的表单清单中也列有此项。', en: 'Also seen on the form checklist of Guangdong.' },
    citation: { source: 'PG', article: 'GD 2025' },
    confidence: 'secondary',
    status: 'optional',
    ...askedBy('gd'),
  }),
  material('agent-contracts', {
    filingKinds: ['new'],
    title: { zh: '话务员劳动合同', en: 'Labor contracts of the agents' },
    wording: { zh: '陕西：不少于十五名话务员的合同。', en: 'Shaanxi: contracts of at least 15 agents.' },
    citation: { source: 'PG', article: 'SN 2021' },
    confidence: 'verified',
    ...callCenterOf('shx'),
  }),
  material('carrier-contract', {
    filingKinds: ['new'],
    title: { zh: '与基础电信企业的合同或意向书', en: 'Contract or letter of intent with a carrier' },
    wording: { zh: '陕西呼叫中心须提交。', en: 'Shaanxi, for call centers.' },
    citation: { source: 'PG', article: 'SN 2021' },
    confidence: 'verified',
    ...callCenterOf('shx'),
  }),
  material('equipment-list-and-seat-plan', {
    filingKinds: ['new'],
    title: { zh: '设备清单和座席平面图', en: 'Equipment list and seat plan' },
    wording: { zh: '陕西呼叫中心须提交。', en: 'Shaanxi, for call centers.' },
    citation: { source: 'PG', article: 'SN 2021' },
    confidence: 'verified',
    ...callCenterOf('shx'),
  }),
  material('equipment-contract', {
    filingKinds: ['new'],
    title: { zh: '设备购置或租赁合同', en: 'Purchase or lease contract of the equipment' },
    wording: { zh: '湖南呼叫中心须提交。', en: 'Hunan, for call centers.' },
    citation: { source: 'PG', article: 'HuN 2022' },
    confidence: 'verified',
    ...callCenterOf('hun'),
  }),
  material('sealed-articles-of-association', {
    filingKinds: ['new'],
    title: { zh: '加盖档案查询章的公司章程', en: 'Articles of association with the archive seal' },
    wording: {
      zh: '2020年已在全国取消，该局页面仍有要求，请先行确认。',
      en: 'Abolished nationally in 2020, but still on this administration’s page; ask first.',
    },
    citation: { source: 'N99', article: 'papers no longer asked for' },
    confidence: 'secondary',
    status: 'optional',
    ...askedBy('ln'),
  }),
  material('manager-identity', {
    filingKinds: ['new'],
    title: { zh: '主要管理人员身份证明', en: 'Identity of the main managers' },
    wording: {
      zh: '2020年已在全国取消，该局页面仍有要求，请先行确认。',
      en: 'Abolished nationally in 2020, but still on this administration’s page; ask first.',
    },
    citation: { source: 'N99', article: 'papers no longer asked for' },
    confidence: 'secondary',
    status: 'optional',
    ...askedBy('ln', 'hb', 'jx'),
  }),
  material('capital-verification-or-audit', {
    filingKinds: ['new', 'renewal'],
    title: { zh: '验资报告或审计报告', en: 'Capital verification or audit report' },
    wording: {
      zh: '2017年起不再要求；部分代办机构仍索取。默认对各局关闭。',
      en: 'Not asked for since 2017, though agents still do. Switched off for every administration.',
    },
    citation: { source: 'O5', article: 'art. 8' },
    confidence: 'secondary',
    status: 'optional',
    when: { in: ['authority', []] },
    examples: [{ facts: { authority: 'sh' }, applies: false }],
  }),
];
