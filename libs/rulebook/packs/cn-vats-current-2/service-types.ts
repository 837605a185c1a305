import type { RuleReading, ServiceTypeRule } from '../../pack.js';
import { serviceTypes as serviceTypesOf1 } from '../cn-vats-current-1/service-types.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

type Given = Pick<ServiceTypeRule, 'code' | 'name' | 'class' | 'wording' | 'foreignCap'> &
  Partial<Pick<ServiceTypeRule, 'partOf' | 'otherReadings' | 'validFrom' | 'validTo'>>;

/**
 * A type of the catalogue. It is asked for by its own code, and by the code of any of its parts. Name and class stand in
 * guides that were read; the scope in a line and most caps are background knowledge, so nothing here is more than that.
 */
function serviceType(given: Given): ServiceTypeRule {
  const { code, partOf = null } = given;
  return {
    ...since2017,
    ...given,
    id: `service-type.${code}`,
    partOf,
    confidence: 'unverified',
    citation: { source: 'CAT', article: code },
    examples: [
      { asked: [code], covered: true },
      { asked: [partOf ?? 'B24-9'], covered: false },
      ...(given.partOf ? [] : partsOf(code).map((part) => ({ asked: [part], covered: true }))),
    ],
  };
}

const partsOf = (code: string): string[] => ({ B21: ['B21-1'], B25: ['B25-1', 'B25-2'], B26: ['B26-1'] })[code] ?? [];

const pilots = (what: { zh: string; en: string }): RuleReading => ({
  id: 'pilots-of-2024',
  wording: {
    zh: `2024年扩大开放试点：北京、上海（临港等）、海南、深圳的试点区域内，${what.zh}不限外资比例；须取得试点批复。`,
    en: `Pilots of 2024: in the pilot areas of Beijing, Shanghai (Lingang and others), Hainan and Shenzhen ${what.en} may be held by foreigners without limit, with an approval of the pilot.`,
  },
  citation: { source: 'PIL', article: 'pilot plan of 2024' },
  confidence: 'secondary',
});

const underCepa: RuleReading = {
  id: 'hong-kong-and-macau',
  wording: {
    zh: '香港、澳门服务提供者可按CEPA设立，外资比例以当时附件为准，须先确认。',
    en: 'Providers of Hong Kong and Macau may come in under CEPA; the share is that of its annexes at the time. Ask first.',
  },
  citation: { source: 'CEPA', article: 'value-added telecom services' },
  confidence: 'unverified',
};

/** What held for the three types that the list of 2019 opened. */
const untilTheListOf2019 = { validTo: '2019-07-29', foreignCap: 50 } as const;
const sinceTheListOf2019 = { validFrom: '2019-07-30', foreignCap: 100 } as const;
const opened: RuleReading = {
  id: 'open-in-free-trade-zones-since-2018',
  wording: {
    zh: '2018年自贸区负面清单已在自贸区内取消该比例限制。',
    en: 'Inside free-trade zones the list of 2018 had lifted this limit already.',
  },
  citation: { source: 'FI', article: 'free-trade-zone negative list 2018' },
  confidence: 'secondary',
};

/** Class B1: resources of the network and access to it. */
const classB1: ServiceTypeRule[] = [
  serviceType({
    code: 'B11',
    name: { zh: '互联网数据中心业务', en: 'Internet data center' },
    class: 'B1',
    foreignCap: 0,
    wording: {
      zh: '利用机房设施出租、托管、维护服务器等设备，包括互联网资源协作（云）服务；未对外资开放，CEPA和试点另有规定。',
      en: 'Servers placed, let and looked after in a data center, cloud resources included. Closed to foreign capital, CEPA and pilots apart.',
    },
    otherReadings: [pilots({ zh: '互联网数据中心业务', en: 'data centers' }), underCepa],
  }),
  serviceType({
    code: 'B12',
    name: { zh: '内容分发网络业务', en: 'Content delivery network' },
    class: 'B1',
    foreignCap: 0,
    wording: {
      zh: '利用分布在不同区域的节点服务器，为用户提供内容的分发和加速；未对外资开放，CEPA和试点另有规定。',
      en: 'Content brought nearer to users by servers in many places. Closed to foreign capital, CEPA and pilots apart.',
    },
    otherReadings: [pilots({ zh: '内容分发网络业务', en: 'content delivery' }), underCepa],
  }),
  serviceType({
    code: 'B13',
    name: { zh: '国内互联网虚拟专用网业务', en: 'Domestic IP virtual private network' },
    class: 'B1',
    foreignCap: 50,
    wording: {
      zh: '利用公用互联网资源，为国内用户定制闭合用户群网络。',
      en: 'Closed networks for users inside China, built on the public internet.',
    },
    otherReadings: [underCepa],
  }),
  serviceType({
    code: 'B14',
    name: { zh: '互联网接入服务业务', en: 'Internet access service' },
    class: 'B1',
    foreignCap: 50,
    wording: {
      zh: '建立接入节点，为各类用户接入互联网。',
      en: 'Nodes by which users of all kinds reach the internet.',
    },
    otherReadings: [pilots({ zh: '互联网接入服务业务', en: 'internet access' }), underCepa],
  }),
];

const threeOpenedIn2019 = [
  {
    code: 'B22',
    name: { zh: '国内多方通信服务业务', en: 'Domestic multi-party communication' },
    wording: {
      zh: '在国内两点或者多点之间进行实时话音、图像的多方通信。',
      en: 'Voice and images in real time between two places or more inside China.',
    },
  },
  {
    code: 'B23',
    name: { zh: '存储转发类业务', en: 'Store and forward' },
    wording: {
      zh: '话音信箱、电子邮件、传真存储转发等业务。',
      en: 'Voice mail, electronic mail, stored fax and the like.',
    },
  },
].map((given) => ({ ...given, class: 'B2' }));

/** Class B2, but for the call center. */
const classB2: ServiceTypeRule[] = [
  serviceType({
    code: 'B21',
    name: { zh: '在线数据处理与交易处理业务', en: 'Online data and transaction processing' },
    class: 'B2',
    foreignCap: 50,
    wording: {
      zh: '通过联网平台为用户处理数据和交易；经营类电子商务以外的部分，外资不超过百分之五十。',
      en: 'Data and transactions processed for users on a platform. Outside commercial e-commerce the foreign share is 50 percent at most.',
    },
    otherReadings: [
      {
        id: 'commercial-e-commerce',
        wording: {
          zh: '经营类电子商务不限外资比例，见其单列的部分。',
          en: 'Commercial e-commerce has no limit on the foreign share: see the part of its own.',
        },
        citation: { source: 'FI', article: 'Negative List: e-commerce' },
        confidence: 'secondary',
      },
    ],
  }),
  serviceType({
    code: 'B21-1',
    name: {
      zh: '在线数据处理与交易处理业务（经营类电子商务）',
      en: 'Online data and transaction processing (commercial e-commerce)',
    },
    class: 'B2',
    partOf: 'B21',
    foreignCap: 100,
    wording: {
      zh: '经营类电子商务，不限外资比例；代码由本产品编定，许可证按名称区分。',
      en: 'Commercial e-commerce, without a limit on the foreign share. The code is this product’s; permits tell the part by name.',
    },
  }),
  ...threeOpenedIn2019.flatMap((given) => [
    serviceType({ ...given, ...untilTheListOf2019, otherReadings: [opened] }),
    serviceType({ ...given, ...sinceTheListOf2019 }),
  ]),
  serviceType({
    code: 'B25',
    name: { zh: '信息服务业务', en: 'Information services' },
    class: 'B2',
    foreignCap: 50,
    wording: {
      zh: '通过信息采集、开发、处理和平台建设，向用户提供信息服务；许可分为仅限互联网信息服务和不含互联网信息服务两部分。',
      en: 'Information gathered, worked up and offered to users. Permits part it: over the internet only, or without the internet.',
    },
    otherReadings: [pilots({ zh: '信息服务中的部分业务', en: 'parts of information services' }), underCepa],
  }),
  serviceType({
    code: 'B25-1',
    name: { zh: '信息服务业务（仅限互联网信息服务）', en: 'Information services over the internet only (ICP)' },
    class: 'B2',
    partOf: 'B25',
    foreignCap: 50,
    wording: {
      zh: '通过互联网提供的信息服务；代码由本产品编定，许可证按名称区分。',
      en: 'Information services over the internet. The code is this product’s; permits tell the parts by name.',
    },
    otherReadings: [pilots({ zh: '其中部分业务', en: 'parts of it' })],
  }),
  serviceType({
    code: 'B25-2',
    name: { zh: '信息服务业务（不含互联网信息服务）', en: 'Information services without the internet (SP)' },
    class: 'B2',
    partOf: 'B25',
    foreignCap: 50,
    wording: {
      zh: '通过移动网、固定网等提供的信息服务；代码由本产品编定，许可证按名称区分。',
      en: 'Information services over mobile and fixed networks. The code is this product’s; permits tell the parts by name.',
    },
  }),
  serviceType({
    code: 'B26',
    name: { zh: '编码和规程转换业务', en: 'Code and protocol conversion' },
    class: 'B2',
    foreignCap: 50,
    wording: {
      zh: '为用户在不同编码、规程之间进行转换。',
      en: 'Conversion for users between codes and protocols.',
    },
  }),
  serviceType({
    code: 'B26-1',
    name: { zh: '互联网域名解析服务业务', en: 'Domain name resolution' },
    class: 'B2',
    partOf: 'B26',
    foreignCap: 50,
    wording: {
      zh: '在互联网上实现域名与地址的对应转换。',
      en: 'Domain names turned into addresses on the internet.',
    },
  }),
];

/** The call center and its two parts: half-owned until the list of 2019, free since. */
const callCenter: ServiceTypeRule[] = serviceTypesOf1.flatMap((rule) => [
  { ...rule, ...untilTheListOf2019, otherReadings: [...(rule.otherReadings ?? []), opened] },
  { ...rule, ...sinceTheListOf2019 },
]);

const codeOf = ({ code }: ServiceTypeRule): string => code;

/** All ten types of the catalogue, with the parts that permits tell apart, in the catalogue's order. */
export const serviceTypes: ServiceTypeRule[] = [...classB1, ...classB2, ...callCenter].sort((a, b) =>
  codeOf(a) < codeOf(b) ? -1 : codeOf(a) > codeOf(b) ? 1 : a.validFrom < b.validFrom ? -1 : 1,
);
