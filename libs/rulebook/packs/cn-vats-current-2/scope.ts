import type { ScopeRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';
import { pilotOf2011, scopeOfDescribedServices } from './scope-described.js';

/** By the types asked for. */
const named: ScopeRule[] = [
  {
    ...since2017,
    id: 'scope.listed-type',
    code: 'permit-needed',
    needed: 'yes',
    serviceTypes: [],
    wording: {
      zh: '经营分类目录所列增值电信业务，须取得许可证。',
      en: 'Whoever runs a value-added service of the catalogue needs the permit for it.',
    },
    citation: { source: 'TR', article: 'art. 7(1); CAT' },
    confidence: 'verified',
    when: { in: ['serviceTypes', ['B11', 'B12', 'B13', 'B14', 'B21', 'B22', 'B23', 'B25', 'B26']] },
    examples: [
      { facts: { serviceTypes: ['B21'] }, applies: true },
      { facts: { serviceTypes: ['B24'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.call-center-asked-for',
    code: 'permit-needed',
    needed: 'yes',
    serviceTypes: [],
    wording: {
      zh: '受其他单位委托经营呼叫中心业务，须取得许可证。',
      en: 'Whoever runs a call center on the order of others needs the permit for it.',
    },
    citation: { source: 'TR', article: 'art. 7(1); CAT B24' },
    confidence: 'verified',
    when: {
      all: [
        { eq: ['serviceTypes', 'B24'] },
        { any: [{ eq: ['serviceTypes', 'B24-1'] }, { not: { eq: ['serviceTypes', 'B24-2'] } }] },
        { not: { eq: ['serviceDescribed', true] } },
        { not: { eq: ['servesOthers', false] } },
      ],
    },
    examples: [
      { facts: { serviceTypes: ['B24'] }, applies: true },
      { facts: { serviceTypes: ['B24', 'B24-1', 'B24-2'] }, applies: true },
      { facts: { serviceTypes: ['B24', 'B24-2'] }, applies: false },
      { facts: { serviceTypes: ['B24'], servesOthers: false }, applies: false },
      { facts: { serviceTypes: ['B24'], serviceDescribed: true }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.offshore-asked-for',
    code: 'ask-about-offshore',
    needed: 'ask',
    serviceTypes: [],
    wording: {
      zh: '申请离岸呼叫中心业务：办事系统只列国内呼叫中心业务，须先向主管部门确认。',
      en: 'The offshore call center is asked for: the portal lists only the domestic one; ask the authority before filing.',
    },
    citation: { source: 'PG', article: 'IM 2023, HuN 2022' },
    confidence: 'secondary',
    otherReadings: [pilotOf2011],
    when: { all: [{ eq: ['serviceTypes', 'B24-2'] }, { not: { eq: ['users', 'overseas'] } }] },
    examples: [
      { facts: { serviceTypes: ['B24', 'B24-2'] }, applies: true },
      { facts: { serviceTypes: ['B24', 'B24-2'], users: ['overseas'] }, applies: false },
      { facts: { serviceTypes: ['B24', 'B24-1'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.types-contradict-description',
    code: 'types-contradict-description',
    needed: 'ask',
    serviceTypes: [],
    wording: {
      zh: '所填业务种类与对业务的描述不符：请更正其一，或先询问主管部门。',
      en: 'The types asked for are not those that the described service falls under: correct one of the two, or ask the authority.',
    },
    citation: { source: 'CAT', article: 'B24-1, B24-2' },
    confidence: 'secondary',
    when: { eq: ['matchesDescription', false] },
    examples: [
      { facts: { matchesDescription: false }, applies: true },
      { facts: { matchesDescription: true }, applies: false },
      { facts: {}, applies: false },
    ],
  },
];

/** Whether a permit is needed, and which. */
export const scope: ScopeRule[] = [...scopeOfDescribedServices, ...named];
