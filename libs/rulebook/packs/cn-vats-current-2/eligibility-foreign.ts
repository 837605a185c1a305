import type { EligibilityRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';
import { unstated } from './conditions.js';

const foreignInvested = {
  ...since2017,
  id: 'eligibility.foreign-invested',
  code: 'foreign-invested',
  level: 'info',
  citation: { source: 'FI', article: 'rules of 2016; MIIT 2021; rules of 2022' },
  confidence: 'secondary',
  when: { eq: ['foreignInvested', true] },
  examples: [
    { facts: { foreignInvested: true }, applies: true },
    { facts: { foreignInvested: false }, applies: false },
  ],
} satisfies Partial<EligibilityRule>;

/** What the foreign share means for the procedure; it became less in two steps. */
const procedureForForeigners: EligibilityRule[] = [
  {
    ...foreignInvested,
    validTo: '2021-06-30',
    wording: {
      zh: '外商投资：须先取得外商投资经营电信业务审定意见书，再申请许可证。',
      en: 'Foreign share: the investment needs an approval of its own before the permit is applied for.',
    },
  },
  {
    ...foreignInvested,
    validFrom: '2021-07-01',
    validTo: '2022-04-30',
    wording: {
      zh: '外商投资：单独的审定意见书已取消，并入许可程序；仍要求外方主要投资者有业绩和经验。',
      en: 'Foreign share: the separate approval of the investment is gone, it is part of the permit procedure; a track record of the main foreign investor is still asked for.',
    },
  },
  {
    ...foreignInvested,
    validFrom: '2022-05-01',
    wording: {
      zh: '外商投资：单独的审定意见书已取消，并入许可程序；外方主要投资者的业绩要求也已取消。',
      en: 'Foreign share: the separate approval of the investment is gone, it is part of the permit procedure; the track record once asked of the main foreign investor is gone, too.',
    },
  },
];

/** Foreign investors, Hong Kong and Macau, and the free-trade zones. Caps by type are data of the types. */
export const eligibilityOfForeigners: EligibilityRule[] = [
  ...procedureForForeigners,
  {
    ...since2017,
    validFrom: '2019-07-30',
    id: 'eligibility.foreign-call-center',
    code: 'foreign-share-uncapped',
    level: 'info',
    wording: {
      zh: '呼叫中心的外资比例自2019年7月30日起在全国不受限；2024年清单仍不限制，未核实原文。',
      en: 'For a call center no foreign share is too high, nationwide since July 30, 2019; the list of 2024 still exempts it, its text not checked.',
    },
    citation: { source: 'FI', article: 'Negative List 2019 and 2024' },
    confidence: 'unverified',
    when: { all: [{ eq: ['foreignInvested', true] }, { eq: ['serviceTypes', 'B24'] }] },
    examples: [
      { facts: { foreignInvested: true, serviceTypes: ['B24'] }, applies: true },
      { facts: { foreignInvested: true, serviceTypes: ['B25'] }, applies: false },
      { facts: { foreignInvested: false, serviceTypes: ['B24'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.hong-kong-macau',
    code: 'hong-kong-macau-route',
    level: 'info',
    wording: {
      zh: '香港、澳门投资者按外商投资办理；持有服务提供者证明书的，可依CEPA享有更宽的安排，具体内容未核实，请先询问。',
      en: 'Investors of Hong Kong and Macau count as foreign; with a certificate of service supplier CEPA may open more to them. What exactly is not verified: ask first.',
    },
    citation: { source: 'CEPA', article: 'value-added telecom services' },
    confidence: 'unverified',
    when: { in: ['investorOrigins', ['hong-kong', 'macau']] },
    examples: [
      { facts: { investorOrigins: ['hong-kong', 'other'] }, applies: true },
      { facts: { investorOrigins: ['other'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.free-trade-zone-not-stated',
    code: 'free-trade-zone-not-stated',
    level: 'info',
    wording: {
      zh: '未说明是否注册在自由贸易试验区内：区内的外商投资企业可能另有办理途径。',
      en: 'Not stated whether the seat is in a free-trade zone: foreign-invested companies there may have another route.',
    },
    citation: { source: 'FTZ', article: 'pilots of 2014 and 2019' },
    confidence: 'secondary',
    when: { all: [{ eq: ['foreignInvested', true] }, { eq: ['coverage', 'province'] }, unstated('freeTradeZone')] },
    examples: [
      { facts: { foreignInvested: true, coverage: 'province' }, applies: true },
      { facts: { foreignInvested: true, coverage: 'province', freeTradeZone: false }, applies: false },
      { facts: { foreignInvested: false, coverage: 'province' }, applies: false },
    ],
  },
  {
    ...since2017,
    validFrom: '2019-12-04',
    id: 'eligibility.notification-commitment-pilot',
    code: 'notification-commitment-pilot',
    level: 'info',
    wording: {
      zh: '2019年告知承诺试点（限当时的十八个自贸区）：注册地和主要经营场所都在区内的，可凭书面承诺先行取得B2类许可，事后核查；是否仍在执行未核实。',
      en: 'Pilot of 2019, in the eighteen free-trade zones of that time: with seat and main office in a zone a class B2 permit may be had on a written commitment, checked afterwards; whether it still runs is not verified.',
    },
    citation: { source: 'FTZ', article: 'pilot of 2019-12-04' },
    confidence: 'secondary',
    when: {
      all: [
        { eq: ['freeTradeZone', true] },
        { not: { eq: ['mainOfficeInZone', false] } },
        { in: ['serviceTypes', ['B21', 'B22', 'B23', 'B24', 'B25', 'B26']] },
      ],
    },
    examples: [
      { facts: { freeTradeZone: true, serviceTypes: ['B24'] }, applies: true },
      { facts: { freeTradeZone: true, mainOfficeInZone: false, serviceTypes: ['B24'] }, applies: false },
      { facts: { freeTradeZone: true, serviceTypes: ['B11'] }, applies: false },
      { facts: { freeTradeZone: false, serviceTypes: ['B24'] }, applies: false },
    ],
  },
  {
    ...since2017,
    validFrom: '2019-12-04',
    id: 'eligibility.commitment-route-outside-zone',
    code: 'commitment-route-outside-zone',
    level: 'warning',
    wording: {
      zh: '选择了告知承诺方式，但注册地或者主要经营场所不在自贸区：2019年试点不适用；部分省局对个别证明事项另有承诺书，请先确认。',
      en: 'The commitment route is chosen, but seat or main office lie outside a free-trade zone: the pilot of 2019 does not apply. Some administrations take commitments for single proofs; ask first.',
    },
    citation: { source: 'FTZ', article: 'pilot of 2019-12-04' },
    confidence: 'secondary',
    when: {
      all: [
        { eq: ['commitmentRoute', true] },
        { any: [{ eq: ['freeTradeZone', false] }, { eq: ['mainOfficeInZone', false] }] },
        { not: { in: ['authority', ['gx', 'gd']] } },
      ],
    },
    examples: [
      { facts: { commitmentRoute: true, freeTradeZone: false, authority: 'sh' }, applies: true },
      { facts: { commitmentRoute: true, freeTradeZone: false, authority: 'gx' }, applies: false },
      { facts: { commitmentRoute: true, freeTradeZone: true, authority: 'sh' }, applies: false },
    ],
  },
];
