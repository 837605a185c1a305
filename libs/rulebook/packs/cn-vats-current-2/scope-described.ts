import type { Condition, ScopeReading, ScopeRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';
import { unnamed, unstated } from './conditions.js';

/** Leasing out systems or seats is service for others, whoever the users are. */
const forOthers: Condition = { any: [{ eq: ['servesOthers', true] }, { eq: ['leasesSystemsOrSeats', true] }] };
/** Of a call center, that is: of the other types nobody asks. */
const ownUsersOnly: Condition = {
  all: [
    { eq: ['servesOthers', false] },
    { not: { eq: ['leasesSystemsOrSeats', true] } },
    { any: [{ eq: ['serviceDescribed', true] }, { eq: ['serviceTypes', 'B24'] }] },
  ],
};
/** Inside China unless somebody says that it is not. */
const platformHere: Condition = { not: { eq: ['platformInChina', false] } };
const usersOnlyAbroad: Condition = { all: [{ eq: ['users', 'overseas'] }, { not: { eq: ['users', 'domestic'] } }] };
const noPlaceOf = (fact: 'users' | 'clients'): Condition => unnamed(fact, ['domestic', 'overseas']);

const ownUsersReadings: ScopeRule['otherReadings'] = [
  {
    id: 'no-permit-for-own-users',
    needed: 'no',
    wording: {
      zh: '一种理解：目录只规定受其他单位委托的服务，仅服务本公司用户的，不需要许可。',
      en: 'One reading: the catalogue speaks of service on the order of others, so support for one’s own users needs no permit.',
    },
    citation: { source: 'CAT', article: 'B24' },
    confidence: 'secondary',
  },
  {
    id: 'permit-for-own-users-too',
    needed: 'yes',
    wording: {
      zh: '另一种理解：只要设立客服座席，不论服务对象，都需要许可。',
      en: 'The other reading: whoever runs customer service needs the permit, whosever users they are.',
    },
    citation: { source: 'AG', article: 'guides on B24' },
    confidence: 'unverified',
  },
];

/** How the offshore kind was opened once. */
export const pilotOf2011: ScopeReading = {
  id: 'pilot-of-2011',
  wording: {
    zh: '2011年在二十一个城市的试点：外资比例不限，由省通信管理局审批；是否仍在执行未核实。',
    en: 'A pilot of 2011 in 21 cities left the foreign share uncapped and the decision with the provincial administration; whether it still runs is not verified.',
  },
  citation: { source: 'AG', article: 'offshore pilot of 2011' },
  confidence: 'secondary',
};

/** By the description of the service: whose users, on whose order, from where. */
export const scopeOfDescribedServices: ScopeRule[] = [
  {
    ...since2017,
    id: 'scope.platform-and-users-abroad',
    code: 'platform-and-users-abroad',
    needed: 'no',
    serviceTypes: [],
    wording: {
      zh: '平台和用户均在境外：目录中的呼叫中心业务以平台设在境内为前提，不需要许可。',
      en: 'Platform and users are both outside China: the catalogue’s call center has its platform inside, so no permit is needed.',
    },
    citation: { source: 'CAT', article: 'B24-1, B24-2' },
    confidence: 'secondary',
    when: { all: [{ eq: ['platformInChina', false] }, usersOnlyAbroad] },
    examples: [
      { facts: { platformInChina: false, users: ['overseas'] }, applies: true },
      { facts: { platformInChina: false, users: ['domestic', 'overseas'] }, applies: false },
      { facts: { platformInChina: true, users: ['overseas'] }, applies: false },
      { facts: { users: ['overseas'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.platform-abroad',
    code: 'platform-abroad',
    needed: 'ask',
    serviceTypes: ['B24-1'],
    wording: {
      zh: '平台在境外而面向境内用户：不在目录所列类型之内，但从境外向境内提供电信业务并未开放，须先询问主管部门。',
      en: 'A platform abroad for users in China: none of the catalogue’s types, but telecom service into China from abroad is not open either; ask the authority.',
    },
    citation: { source: 'CAT', article: 'B24-1' },
    confidence: 'unverified',
    when: { all: [{ eq: ['platformInChina', false] }, { not: usersOnlyAbroad }] },
    examples: [
      { facts: { platformInChina: false, users: ['domestic'] }, applies: true },
      { facts: { platformInChina: false }, applies: true },
      { facts: { platformInChina: false, users: ['overseas'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.domestic-call-center',
    code: 'domestic-call-center',
    needed: 'yes',
    serviceTypes: ['B24-1'],
    wording: {
      zh: '平台设在境内，受境内外单位委托（含出租系统、座席），面向境内用户：需要国内呼叫中心业务许可。',
      en: 'A platform inside China that serves users in China for others, at home or abroad, or is leased out with its seats: the permit for the domestic call center.',
    },
    citation: { source: 'CAT', article: 'B24, B24-1' },
    confidence: 'verified',
    when: { all: [forOthers, platformHere, { eq: ['users', 'domestic'] }] },
    examples: [
      { facts: { servesOthers: true, users: ['domestic'], clients: ['overseas'] }, applies: true },
      { facts: { servesOthers: false, leasesSystemsOrSeats: true, users: ['domestic'] }, applies: true },
      { facts: { servesOthers: true, users: ['domestic'], platformInChina: false }, applies: false },
      { facts: { servesOthers: false, users: ['domestic'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.offshore-call-center',
    code: 'ask-about-offshore',
    needed: 'ask',
    serviceTypes: ['B24-2'],
    wording: {
      zh: '平台设在境内，受境外单位委托，面向境外用户：属离岸呼叫中心业务；办事系统只列国内呼叫中心业务，如何申请须先询问主管部门。',
      en: 'A platform inside China that serves users abroad for clients abroad: the offshore call center. The portal lists only the domestic one; ask the authority how it is applied for.',
    },
    citation: { source: 'CAT', article: 'B24-2; PG IM 2023, HuN 2022' },
    confidence: 'secondary',
    otherReadings: [pilotOf2011],
    when: { all: [forOthers, platformHere, { eq: ['users', 'overseas'] }, { eq: ['clients', 'overseas'] }] },
    examples: [
      { facts: { servesOthers: true, users: ['overseas'], clients: ['overseas'] }, applies: true },
      { facts: { servesOthers: true, users: ['domestic', 'overseas'], clients: ['overseas'] }, applies: true },
      { facts: { servesOthers: true, users: ['overseas'], clients: ['domestic'] }, applies: false },
      { facts: { servesOthers: true, users: ['domestic'], clients: ['overseas'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.users-abroad-of-clients-at-home',
    code: 'users-abroad-of-clients-at-home',
    needed: 'ask',
    serviceTypes: ['B24'],
    wording: {
      zh: '受境内单位委托而用户在境外：国内、离岸两种定义都不完全符合，须先询问主管部门。',
      en: 'Users abroad, served for clients in China: neither the domestic nor the offshore definition fits; ask the authority.',
    },
    citation: { source: 'CAT', article: 'B24-1, B24-2' },
    confidence: 'unverified',
    when: { all: [forOthers, platformHere, usersOnlyAbroad, { eq: ['clients', 'domestic'] }] },
    examples: [
      { facts: { servesOthers: true, users: ['overseas'], clients: ['domestic'] }, applies: true },
      { facts: { servesOthers: true, users: ['domestic', 'overseas'], clients: ['domestic'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.clients-not-stated',
    code: 'clients-not-stated',
    needed: 'ask',
    serviceTypes: ['B24-2'],
    wording: {
      zh: '用户在境外，但未说明委托单位在境内还是境外：由此判断是否属离岸业务。',
      en: 'Users abroad, but not stated whether the clients are at home or abroad: that tells whether it is the offshore kind.',
    },
    citation: { source: 'CAT', article: 'B24-2' },
    confidence: 'secondary',
    when: { all: [forOthers, platformHere, { eq: ['users', 'overseas'] }, noPlaceOf('clients')] },
    examples: [
      { facts: { servesOthers: true, users: ['overseas'] }, applies: true },
      { facts: { servesOthers: true, users: ['overseas'], clients: ['overseas'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.users-not-stated',
    code: 'users-not-stated',
    needed: 'ask',
    serviceTypes: ['B24'],
    wording: {
      zh: '未说明用户在境内还是境外：由此判断是否需要许可以及业务种类。',
      en: 'Not stated whether the users are at home or abroad: that tells which type is meant.',
    },
    citation: { source: 'CAT', article: 'B24-1, B24-2' },
    confidence: 'secondary',
    when: { all: [{ eq: ['serviceDescribed', true] }, forOthers, platformHere, noPlaceOf('users')] },
    examples: [
      { facts: { serviceDescribed: true, servesOthers: true }, applies: true },
      { facts: { serviceDescribed: true, servesOthers: true, users: ['domestic'] }, applies: false },
      { facts: { servesOthers: true }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.own-users-only',
    code: 'own-users-only',
    needed: 'ask',
    serviceTypes: ['B24-1'],
    wording: {
      zh: '仅服务本公司用户：是否需要许可尚无定论，两种理解都有，须先询问主管部门。',
      en: 'Support for the company’s own users alone: whether it needs a permit is unsettled; there are both readings, so ask the authority.',
    },
    citation: { source: 'CAT', article: 'B24' },
    confidence: 'unverified',
    otherReadings: ownUsersReadings,
    when: { all: [ownUsersOnly, platformHere, { not: usersOnlyAbroad }] },
    examples: [
      { facts: { servesOthers: false, serviceTypes: ['B24'] }, applies: true },
      { facts: { servesOthers: false, serviceDescribed: true, users: ['domestic'] }, applies: true },
      { facts: { servesOthers: false, serviceDescribed: true, leasesSystemsOrSeats: true }, applies: false },
      { facts: { servesOthers: false, serviceTypes: ['B25'] }, applies: false },
      { facts: {}, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.own-users-abroad',
    code: 'own-users-only',
    needed: 'ask',
    serviceTypes: ['B24-2'],
    wording: {
      zh: '仅服务本公司在境外的用户：是否需要许可尚无定论；如需要，属离岸业务，须先询问主管部门。',
      en: 'Support for the company’s own users abroad alone: unsettled, and if a permit is needed, the offshore kind; ask the authority.',
    },
    citation: { source: 'CAT', article: 'B24, B24-2' },
    confidence: 'unverified',
    otherReadings: ownUsersReadings,
    when: { all: [ownUsersOnly, platformHere, usersOnlyAbroad] },
    examples: [
      { facts: { servesOthers: false, serviceDescribed: true, users: ['overseas'] }, applies: true },
      { facts: { servesOthers: false, serviceDescribed: true, users: ['domestic', 'overseas'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'scope.for-whom-not-stated',
    code: 'for-whom-not-stated',
    needed: 'ask',
    serviceTypes: ['B24'],
    wording: {
      zh: '未说明是受其他单位委托还是仅服务本公司用户：是否需要许可取决于此。',
      en: 'Not stated whether others or only the company’s own users are served: whether a permit is needed depends on it.',
    },
    citation: { source: 'CAT', article: 'B24' },
    confidence: 'secondary',
    when: {
      all: [
        { eq: ['serviceDescribed', true] },
        unstated('servesOthers'),
        { not: { eq: ['leasesSystemsOrSeats', true] } },
        platformHere,
      ],
    },
    examples: [
      { facts: { serviceDescribed: true, users: ['domestic'] }, applies: true },
      { facts: { serviceDescribed: true, servesOthers: false }, applies: false },
      { facts: {}, applies: false },
    ],
  },
];
