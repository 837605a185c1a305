import type { RequirementRule } from '../../pack.js';
import { requirementsConditional } from '../cn-vats-current-1/requirements-conditional.js';
import { beforeTheCuts, material, onRepeat, sinceTheCuts } from './material.js';

const businessLicense = {
  filingKinds: ['new', 'renewal', 'change', 'termination'],
  title: { zh: '营业执照副本', en: 'Business license' },
  wording: { zh: '与登记信息一致。', en: 'As registered.' },
  citation: { source: 'O42', article: 'art. 8(2); N99' },
  confidence: 'secondary' as const,
};

const shareholderTracing = {
  filingKinds: ['new', 'renewal'],
  title: { zh: '股东追溯及相关证明', en: 'Shareholders traced to the end, with proof' },
  wording: { zh: '逐层追溯股东，直至最终股东。', en: 'Every layer of shareholders, up to the last.' },
  citation: { source: 'O42', article: 'art. 8(4); PG' },
  confidence: 'secondary' as const,
};

const socialSecurity = {
  filingKinds: ['new', 'renewal'],
  title: { zh: '三名负责人的社会保险缴纳证明', en: 'Social security proof of the three officers' },
  freshness: { length: 1, unit: 'month' } as const,
};

/** The switch of one requirement: the administrations whose pages still ask for it. */
const stillAskedBy = (...authorities: string[]) => ({
  when: { in: ['authority', authorities] } satisfies RequirementRule['when'],
  examples: [
    ...authorities.map((authority) => ({ facts: { authority }, applies: true })),
    { facts: { authority: 'sh' }, applies: false },
  ],
});

const abolished = {
  zh: '2020年已在全国取消，该局页面仍有要求，请先行确认。',
  en: 'Abolished nationally in 2020, but still on this administration’s page; ask first.',
};

const usualThen = {
  zh: '2020年5月11日取消前须提交。',
  en: 'Asked for until it was abolished on May 11, 2020.',
};

const articlesTitle = { zh: '加盖档案查询章的公司章程', en: 'Articles of association with the archive seal' };
const managersTitle = { zh: '主要管理人员身份证明', en: 'Identity of the main managers' };
const abolishedBy = { source: 'N99', article: 'papers no longer asked for' };

/** The commitment against nuisance calls is asked for since this day. */
const commitmentsAgainstNuisanceCalls = requirementsConditional
  .filter(({ requirement }) => requirement.startsWith('nuisance-call-commitment'))
  .map((rule) => ({ ...rule, validFrom: '2020-08-01' }));

/** Requirements of version 1 that are said anew: with a waiver on repeated filings, or with the day of the change. */
export const requirementsAmended: RequirementRule[] = [
  ...commitmentsAgainstNuisanceCalls,
  material('business-license', { ...businessLicense, ...beforeTheCuts }),
  material('business-license', { ...businessLicense, ...sinceTheCuts, waiver: onRepeat }),
  material('shareholder-tracing', { ...shareholderTracing, ...beforeTheCuts }),
  material('shareholder-tracing', { ...shareholderTracing, ...sinceTheCuts, waiver: onRepeat }),
  material('social-security-proof', {
    ...socialSecurity,
    ...beforeTheCuts,
    wording: {
      zh: '由申请公司缴纳，出具时间不超过一个月。',
      en: 'Paid by the applicant and not older than one month.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
  }),
  material('social-security-proof', {
    ...socialSecurity,
    ...sinceTheCuts,
    wording: {
      zh: '由申请公司缴纳，出具时间不超过一个月；可先承诺、颁证前补交。',
      en: 'Paid by the applicant and not older than one month; may be promised and supplied before the permit is issued.',
    },
    citation: { source: 'N99', article: 'papers that may follow; PG GX 2026' },
    confidence: 'secondary',
    status: 'deferrable',
  }),
  material('sealed-articles-of-association', {
    filingKinds: ['new'],
    title: articlesTitle,
    wording: usualThen,
    citation: abolishedBy,
    confidence: 'secondary',
    ...beforeTheCuts,
  }),
  material('sealed-articles-of-association', {
    filingKinds: ['new'],
    title: articlesTitle,
    wording: abolished,
    citation: abolishedBy,
    confidence: 'secondary',
    status: 'optional',
    ...sinceTheCuts,
    ...stillAskedBy('ln'),
  }),
  material('manager-identity', {
    filingKinds: ['new'],
    title: managersTitle,
    wording: usualThen,
    citation: abolishedBy,
    confidence: 'secondary',
    ...beforeTheCuts,
  }),
  material('manager-identity', {
    filingKinds: ['new'],
    title: managersTitle,
    wording: abolished,
    citation: abolishedBy,
    confidence: 'secondary',
    status: 'optional',
    ...sinceTheCuts,
    ...stillAskedBy('ln', 'hb', 'jx'),
  }),
];
