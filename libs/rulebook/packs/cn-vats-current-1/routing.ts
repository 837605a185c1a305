import type { CapitalRule, NumberRule, RoutingRule } from '../../pack.js';
import { since2017 } from './sources.js';

export const routing: RoutingRule[] = [
  {
    ...since2017,
    id: 'routing.nationwide',
    wording: {
      zh: '在全国或者两个以上省份经营的，由工业和信息化部审批。',
      en: 'For the whole country, or for two provinces or more, MIIT decides.',
    },
    citation: { source: 'TR', article: 'art. 9' },
    confidence: 'verified',
    when: { eq: ['coverage', 'nationwide'] },
    authority: 'MIIT',
    readings: [],
    examples: [
      { facts: { coverage: 'nationwide' }, applies: true },
      { facts: { coverage: 'province' }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'routing.foreign-invested',
    wording: {
      zh: '外商投资企业即使只在一个省经营，也由工业和信息化部审批。',
      en: 'For a company with any foreign share MIIT decides, even for one province.',
    },
    citation: { source: 'O42', article: 'art. 9(3)' },
    confidence: 'unverified',
    when: { eq: ['foreignInvested', true] },
    authority: 'MIIT',
    readings: [
      {
        id: 'shanghai-free-trade-zone',
        authority: 'coverage-province',
        when: { eq: ['coverageProvince', 'sh'] },
        openIf: { eq: ['freeTradeZone', true] },
        wording: {
          zh: '2014年上海自贸区试点：注册在区内的外商投资企业由上海市通信管理局审批，六十日；是否仍在执行未核实。',
          en: 'Shanghai pilot of 2014: for foreign-invested companies registered in the zone the Shanghai administration decides, in sixty days; whether it still runs is not verified.',
        },
        citation: { source: 'FTZ', article: 'Shanghai pilot 2014' },
        confidence: 'secondary',
      },
      {
        id: 'notification-and-commitment-pilot',
        authority: 'coverage-province',
        when: { eq: ['freeTradeZone', true] },
        openIf: { eq: ['freeTradeZone', true] },
        wording: {
          zh: '2019年告知承诺试点：注册地和主要经营场所在自贸区内的，可凭书面承诺先行取得B2类许可，事后核查；是否仍在执行未核实。',
          en: 'Pilot of 2019: companies with seat and main office in a free-trade zone may get a class B2 permit on a written commitment, checked afterwards; whether it still runs is not verified.',
        },
        citation: { source: 'FTZ', article: 'pilot of 2019-12-04' },
        confidence: 'secondary',
      },
    ],
    examples: [
      { facts: { foreignInvested: true, coverage: 'province' }, applies: true },
      { facts: { foreignInvested: false, coverage: 'province' }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'routing.one-province',
    wording: {
      zh: '只在一个省份经营的，由该省通信管理局审批。',
      en: 'For one province its communications administration decides.',
    },
    citation: { source: 'TR', article: 'art. 9' },
    confidence: 'verified',
    when: { eq: ['coverage', 'province'] },
    authority: 'coverage-province',
    readings: [],
    examples: [
      { facts: { coverage: 'province', coverageProvince: 'gd' }, applies: true },
      { facts: { coverage: 'nationwide' }, applies: false },
    ],
  },
];

/** Subscribed capital; that it is paid in is no longer asked. */
export const capital: CapitalRule[] = [
  {
    ...since2017,
    id: 'capital.nationwide',
    wording: {
      zh: '在全国或者跨省经营的，注册资本最低一千万元（认缴）。',
      en: 'For the whole country or several provinces: registered capital of RMB 10 million at least, subscribed.',
    },
    citation: { source: 'O42', article: 'art. 6(4)' },
    confidence: 'verified',
    when: { eq: ['coverage', 'nationwide'] },
    floor: 10_000_000,
    examples: [
      { facts: { coverage: 'nationwide' }, applies: true },
      { facts: { coverage: 'province' }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'capital.one-province-foreign-invested',
    wording: {
      zh: '外商投资企业在一个省经营的，按覆盖范围适用一百万元；未核实。',
      en: 'A foreign-invested company in one province: RMB 1 million, by coverage; not verified.',
    },
    citation: { source: 'O42', article: 'art. 6(4)' },
    confidence: 'unverified',
    when: { all: [{ eq: ['coverage', 'province'] }, { eq: ['foreignInvested', true] }] },
    floor: 1_000_000,
    examples: [
      { facts: { coverage: 'province', foreignInvested: true }, applies: true },
      { facts: { coverage: 'province', foreignInvested: false }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'capital.one-province',
    wording: {
      zh: '在一个省份经营的，注册资本最低一百万元（认缴）。',
      en: 'For one province: registered capital of RMB 1 million at least, subscribed.',
    },
    citation: { source: 'O42', article: 'art. 6(4)' },
    confidence: 'verified',
    when: { eq: ['coverage', 'province'] },
    floor: 1_000_000,
    examples: [
      { facts: { coverage: 'province' }, applies: true },
      { facts: { coverage: 'nationwide' }, applies: false },
    ],
  },
];

export const numbers: NumberRule[] = [
  {
    ...since2017,
    id: 'number.permit',
    number: 'permit',
    wording: {
      zh: '许可证编号：省份简称或“合字”，类别，年份和序号，末尾“号”可省略；只作提示，不作拒绝。',
      en: 'A permit number: the province’s short name or 合字, the classes, year and serial number, 号 at the end or not. A different form is a warning only.',
    },
    citation: { source: 'PG', article: 'permits seen' },
    confidence: 'secondary',
    pattern:
      '^(合字|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘陇青宁新])?(A1|A2|B1|B2)(\\.(A1|A2|B1|B2))*-(19|20)\\d{2}-?\\d{4,5}号?$',
    examples: [
      { value: 'B2-20040851', matches: true },
      { value: 'A2.B1.B2-20090001', matches: true },
      { value: '合字B2-20160011', matches: true },
      { value: '沪B2-20150021', matches: true },
      { value: 'B2-2004-0851', matches: true },
      { value: '粤B2-20090059-5', matches: false },
      { value: '秦B2-20150021', matches: false },
    ],
  },
];
