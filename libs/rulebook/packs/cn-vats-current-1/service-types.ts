import type { ServiceTypeRule } from '../../pack.js';
import { since2017 } from './sources.js';

/** The types that this version knows: the call center with its two parts. */
export const serviceTypes: ServiceTypeRule[] = [
  {
    ...since2017,
    id: 'service-type.B24',
    code: 'B24',
    name: { zh: '呼叫中心业务', en: 'Call center services' },
    class: 'B2',
    partOf: null,
    foreignCap: 100,
    wording: {
      zh: '受其他单位委托，利用呼叫中心系统为用户提供咨询和查询；包括出租呼叫中心系统和座席。',
      en: 'Consultation and queries for users through a call center system, on the order of other entities; leasing out systems or seats belongs to it.',
    },
    citation: { source: 'CAT', article: 'B24' },
    confidence: 'verified',
    otherReadings: [
      {
        id: 'own-users-included',
        wording: {
          zh: '仅服务本公司用户的客服是否需要许可，存在不同意见。',
          en: 'Whether support for the company’s own users alone needs a permit is unsettled.',
        },
        citation: { source: 'AG', article: 'guides on B24' },
        confidence: 'unverified',
      },
    ],
    examples: [
      { asked: ['B24'], covered: true },
      { asked: ['B24-2'], covered: true },
      { asked: ['B25'], covered: false },
    ],
  },
  {
    ...since2017,
    id: 'service-type.B24-1',
    code: 'B24-1',
    name: { zh: '国内呼叫中心业务', en: 'Domestic call center services' },
    class: 'B2',
    partOf: 'B24',
    foreignCap: 100,
    wording: {
      zh: '平台设在境内，受境内外单位委托，主要面向境内用户。',
      en: 'A platform inside China, for clients at home or abroad, mainly for users at home.',
    },
    citation: { source: 'CAT', article: 'B24-1' },
    confidence: 'verified',
    examples: [
      { asked: ['B24-1', 'B24-2'], covered: true },
      { asked: ['B24'], covered: false },
    ],
  },
  {
    ...since2017,
    id: 'service-type.B24-2',
    code: 'B24-2',
    name: { zh: '离岸呼叫中心业务', en: 'Offshore call center services' },
    class: 'B2',
    partOf: 'B24',
    foreignCap: 100,
    wording: {
      zh: '平台设在境内，受境外单位委托，面向境外用户；办理渠道须向主管部门确认。',
      en: 'A platform inside China, for clients and users abroad; ask the authority how it is applied for.',
    },
    citation: { source: 'CAT', article: 'B24-2' },
    confidence: 'secondary',
    examples: [
      { asked: ['B24-1', 'B24-2'], covered: true },
      { asked: ['B24-1'], covered: false },
    ],
  },
];
