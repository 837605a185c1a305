import type { Facts } from '../../facts.js';
import type { Condition, EligibilityRule } from '../../pack.js';
import type { Bilingual } from '../../proof.js';
import { since2017 } from '../cn-vats-current-1/sources.js';
import { unstated } from './conditions.js';

type Fact = keyof Facts;

/** One condition of the measures: it blocks where a fact speaks against it, and is named where a fact is missing. */
function condition(
  id: string,
  facts: [Fact, ...Fact[]],
  article: string,
  code: string,
  wording: Bilingual,
  notStated: Bilingual,
): EligibilityRule[] {
  const missing: Condition = { any: facts.map((fact) => ({ eq: [fact, false] })) };
  const known = (value: boolean): Partial<Facts> => Object.fromEntries(facts.map((fact) => [fact, value]));
  const rule = {
    ...since2017,
    citation: { source: 'O42', article: `${article}; PG SH, HeB 2021, GX 2026` },
    confidence: 'verified',
  } as const;
  return [
    {
      ...rule,
      id: `eligibility.${id}`,
      code,
      level: 'blocking',
      wording,
      when: missing,
      examples: [
        ...facts.map((fact) => ({ facts: { ...known(true), [fact]: false }, applies: true })),
        { facts: known(true), applies: false },
        { facts: {}, applies: false },
      ],
    },
    {
      ...rule,
      id: `eligibility.${id}-not-stated`,
      code: `${id}-not-stated`,
      level: 'info',
      wording: notStated,
      when: { all: [{ any: facts.map(unstated) }, { not: missing }] },
      examples: [
        { facts: {}, applies: true },
        { facts: known(true), applies: false },
        { facts: known(false), applies: false },
      ],
    },
  ];
}

/** What the measures of 2017 ask of every applicant besides capital and standing (art. 6). */
export const eligibilityOfTheCompany: EligibilityRule[] = [
  ...condition(
    'lawful-company',
    ['isCompany'],
    'art. 6(1)',
    'not-a-company',
    {
      zh: '申请者须是依法设立的公司；分公司、个体工商户等不能申请。',
      en: 'The applicant must be a company formed under the law; a branch or a sole trader can not apply.',
    },
    {
      zh: '未说明申请者是否为依法设立的公司。',
      en: 'Not stated whether the applicant is a company formed under the law.',
    },
  ),
  ...condition(
    'funds-and-staff',
    ['fundsSuffice', 'staffSuffices'],
    'art. 6(2)',
    'funds-or-staff-missing',
    {
      zh: '须有与所申请业务相适应的资金和专业人员。',
      en: 'Funds and professional staff that fit the service are needed.',
    },
    {
      zh: '未说明资金和专业人员是否与业务相适应。',
      en: 'Not stated whether funds and staff fit the service.',
    },
  ),
  ...condition(
    'long-term-ability',
    ['longTermAbility'],
    'art. 6(3)',
    'no-long-term-ability',
    {
      zh: '须有为用户提供长期服务的信誉或者能力。',
      en: 'Reputation or ability for long-term service to users is needed.',
    },
    {
      zh: '未说明是否有提供长期服务的信誉或者能力。',
      en: 'Not stated whether there is reputation or ability for long-term service.',
    },
  ),
  ...condition(
    'premises-and-plan',
    ['premises', 'facilities', 'technicalPlan'],
    'art. 6(5)',
    'premises-or-plan-missing',
    {
      zh: '须有必要的场地、设施和技术方案。',
      en: 'Premises, facilities and a technical plan are needed.',
    },
    {
      zh: '未说明场地、设施和技术方案是否齐备。',
      en: 'Not stated whether premises, facilities and a technical plan are there.',
    },
  ),
];
