import type { ForeignShareRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

/** What opens a type to a higher foreign share than its cap. */
export const foreignShare: ForeignShareRule[] = [
  {
    ...since2017,
    validFrom: '2024-04-08',
    id: 'foreign-share.opening-pilot',
    serviceTypes: ['B11', 'B12', 'B14', 'B25', 'B25-1'],
    foreignCap: 100,
    wording: {
      zh: '2024年扩大开放试点：注册在北京、上海（临港新片区及引领区）、海南、深圳试点区域的，可申请取消外资比例限制（信息服务仅限部分项目）；须取得试点批复，适用范围未核实。',
      en: 'Opening pilot of 2024: a company registered in the pilot areas of Beijing, Shanghai (Lingang and the leading area), Hainan or Shenzhen may apply without a cap on the foreign share (of information services only some parts); it takes an approval under the pilot, and its reach is not verified.',
    },
    citation: { source: 'PIL', article: 'pilot plan of 2024' },
    confidence: 'secondary',
    when: {
      any: [
        { eq: ['province', 'hn'] },
        { all: [{ eq: ['province', 'gd'] }, { in: ['city', ['深圳', 'shenzhen']] }] },
        { all: [{ in: ['province', ['bj', 'sh']] }, { eq: ['pilotArea', true] }] },
      ],
    },
    examples: [
      { facts: { province: 'hn' }, applies: true },
      { facts: { province: 'gd', city: '深圳' }, applies: true },
      { facts: { province: 'gd', city: '广州' }, applies: false },
      { facts: { province: 'sh', pilotArea: true }, applies: true },
      { facts: { province: 'sh' }, applies: false },
      { facts: { province: 'zj', pilotArea: true }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'foreign-share.cepa',
    serviceTypes: ['B11', 'B12'],
    foreignCap: 50,
    wording: {
      zh: '港澳服务提供者依CEPA可与内地公司合资经营此类业务，比例按未核实的理解不超过50%；须有香港或者澳门服务提供者证明书。',
      en: 'Under CEPA service suppliers of Hong Kong and Macau may run this type in a joint venture, up to 50 percent as far as known; not verified. A certificate of Hong Kong or Macau service supplier is needed.',
    },
    citation: { source: 'CEPA', article: 'value-added telecom services' },
    confidence: 'unverified',
    when: {
      all: [{ in: ['investorOrigins', ['hong-kong', 'macau']] }, { not: { eq: ['investorOrigins', 'other'] } }],
    },
    examples: [
      { facts: { investorOrigins: ['hong-kong'] }, applies: true },
      { facts: { investorOrigins: ['macau', 'other'] }, applies: false },
      { facts: {}, applies: false },
    ],
  },
];
