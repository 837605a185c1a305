import type { RequirementRule } from '../../pack.js';
import { material } from './material.js';

const ofKinds = (...kinds: string[]): Pick<RequirementRule, 'when' | 'examples'> => ({
  when: { in: ['changeKinds', kinds] },
  examples: [
    ...kinds.map((kind) => ({ facts: { changeKinds: [kind] }, applies: true })),
    { facts: { changeKinds: ['another-change'] }, applies: false },
  ],
});

const registered = ['name', 'legal-representative', 'registered-capital', 'shareholders'];

/** What is handed in while a permit is held: yearly reports, changes, renewal. */
export const requirementsLater: RequirementRule[] = [
  material('annual-report-form', {
    filingKinds: ['annual-report'],
    title: { zh: '年报表', en: 'Annual report form' },
    wording: {
      zh: '在办事系统填报上一年度经营、服务质量、网络与信息安全、人员和设施情况；零业务也须填报。',
      en: 'Filled in on the portal: business, service quality, security, staff and facilities of the past year; due without any business too.',
    },
    citation: { source: 'O42', article: 'art. 35; N321' },
    confidence: 'verified',
  }),
  material('operation-evidence', {
    filingKinds: ['annual-report'],
    title: { zh: '业务开展情况证明', en: 'Evidence of the business carried on' },
    wording: {
      zh: '零收入、零座席常被询问，建议自首日起留存。',
      en: 'Zero revenue or zero seats are often questioned; keep evidence from the first day.',
    },
    citation: { source: 'AG', article: 'annual report practice' },
    confidence: 'unverified',
    status: 'optional',
  }),
  material('no-business-statement', {
    filingKinds: ['annual-report', 'renewal'],
    title: { zh: '未开展增值电信业务的说明', en: 'Statement that no value-added business was carried on' },
    wording: { zh: '部分表单清单中列有此项。', en: 'Seen on some form checklists.' },
    citation: { source: 'PG', article: 'form checklists' },
    confidence: 'secondary',
    status: 'optional',
  }),
  material('change-application-form', {
    filingKinds: ['change'],
    title: { zh: '许可证变更申请表', en: 'Change application form' },
    wording: {
      zh: '按变更事项选择：名称、法定代表人、经营主体、覆盖范围、业务项目或者其他。',
      en: 'By what changes: name, legal representative, operator, coverage, service item or other.',
    },
    citation: { source: 'O42', article: 'art. 28, 29; PG' },
    confidence: 'secondary',
  }),
  material('registration-change-notice', {
    filingKinds: ['change'],
    title: { zh: '登记变更通知书', en: 'Notice of the changed business registration' },
    wording: {
      zh: '名称、法定代表人、注册资本或者股东变更的，提交登记机关的变更通知。',
      en: 'For a change of name, legal representative, capital or shareholders.',
    },
    citation: { source: 'O42', article: 'art. 29; PG' },
    confidence: 'secondary',
    ...ofKinds(...registered),
  }),
  material('company-decision', {
    filingKinds: ['change'],
    title: { zh: '股东会或者董事会决议', en: 'Resolution of the shareholders or the board' },
    wording: {
      zh: '股东或者业务范围变更的，提交公司决定。',
      en: 'The company’s decision, for a change of shareholders or scope.',
    },
    citation: { source: 'O42', article: 'art. 28' },
    confidence: 'secondary',
    ...ofKinds('shareholders', 'scope'),
  }),
  material('changed-shareholder-tracing', {
    filingKinds: ['change'],
    title: { zh: '变更后的股东追溯及证明', en: 'Shareholders traced again after the change' },
    wording: {
      zh: '股东变更的，提交变更后的股权结构和证明。',
      en: 'Structure and proof as they are after the change.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    ...ofKinds('shareholders'),
  }),
  material('legal-representative-identity', {
    filingKinds: ['change'],
    title: { zh: '新任法定代表人身份证明', en: 'Identity of the new legal representative' },
    wording: { zh: '变更法定代表人的，提交新任者的身份证明。', en: 'For a change of the legal representative.' },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    ...ofKinds('legal-representative'),
  }),
  material('changed-business-and-technical-plan', {
    filingKinds: ['change'],
    title: { zh: '变更后的业务计划及技术方案', en: 'Business and technical plan after the change' },
    wording: {
      zh: '业务范围变更的，仍须符合许可条件。',
      en: 'After a change of scope the conditions of the permit must still be met.',
    },
    citation: { source: 'O42', article: 'art. 28' },
    confidence: 'secondary',
    ...ofKinds('scope'),
  }),
  material('renewal-application-form', {
    filingKinds: ['renewal'],
    title: { zh: '许可证续期申请表', en: 'Renewal application form' },
    wording: { zh: '按业务种类申请续期。', en: 'Renewal is asked for type by type.' },
    citation: { source: 'O42', article: 'art. 27; PG' },
    confidence: 'secondary',
  }),
  material('service-opened-proof', {
    filingKinds: ['renewal'],
    title: { zh: '业务开通证明', en: 'Proof that the service was opened' },
    wording: {
      zh: '每一项业务均须证明已开通；未开通的不予续期。',
      en: 'For every service: one that never opened is not renewed.',
    },
    citation: { source: 'O42', article: 'art. 27' },
    confidence: 'verified',
  }),
  material('permit-copy', {
    filingKinds: ['renewal', 'change'],
    title: { zh: '现有许可证', en: 'The permit as held' },
    wording: {
      zh: '电子许可证同等有效；持纸质证的附原件。',
      en: 'The electronic permit is as good as paper; holders of paper add the original.',
    },
    citation: { source: 'PG', article: 'GD 2025, GX 2026' },
    confidence: 'secondary',
    status: 'optional',
  }),
  material('renewal-supply-commitment', {
    filingKinds: ['renewal'],
    title: { zh: '按时补交续期材料承诺书', en: 'Commitment to supply renewal papers in time' },
    wording: { zh: '部分表单清单中列有此项。', en: 'Seen on some form checklists.' },
    citation: { source: 'PG', article: 'form checklists' },
    confidence: 'secondary',
    status: 'optional',
  }),
];
