import type { EligibilityRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';
import { unnamed, unstated } from './conditions.js';

/** What the question itself leaves open, or how it was understood. */
export const eligibilityOfTheQuestion: EligibilityRule[] = [
  {
    ...since2017,
    id: 'eligibility.several-provinces',
    code: 'several-provinces',
    level: 'info',
    wording: {
      zh: '两个以上省份即为跨地区经营：由工业和信息化部审批，许可证按跨地区（全国）登记。',
      en: 'Two provinces or more make it a cross-region permit: MIIT decides, and the license is kept as nationwide.',
    },
    citation: { source: 'TR', article: 'art. 9' },
    confidence: 'verified',
    when: { gte: ['coverageProvinceCount', 2] },
    examples: [
      { facts: { coverageProvinceCount: 2 }, applies: true },
      { facts: { coverageProvinceCount: 1 }, applies: false },
      { facts: { coverageProvinceCount: 0 }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.provincial-permit-not-stated',
    code: 'provincial-permit-not-stated',
    level: 'info',
    wording: {
      zh: '未说明是否已持有省内许可证：已持有的，取得跨地区许可证时须注销，并提交承诺书。',
      en: 'Not stated whether a provincial permit is held: one that is held ends with the cross-region permit, and a commitment is asked for.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: { all: [{ eq: ['coverage', 'nationwide'] }, unstated('holdsProvincialPermit')] },
    examples: [
      { facts: { coverage: 'nationwide' }, applies: true },
      { facts: { coverage: 'nationwide', holdsProvincialPermit: false }, applies: false },
      { facts: { coverage: 'province' }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.shareholders-not-stated',
    code: 'shareholders-not-stated',
    level: 'info',
    wording: {
      zh: '未列出股东：自然人、企业、上市公司股东各有不同的证明材料。',
      en: 'No shareholders are listed: persons, companies and listed companies each need papers of their own.',
    },
    citation: { source: 'PG', article: 'portal checklist' },
    confidence: 'secondary',
    when: unnamed('shareholderKinds', ['natural-person', 'company', 'listed-company', 'state']),
    examples: [
      { facts: {}, applies: true },
      { facts: { shareholderKinds: ['state'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.platform-not-stated',
    code: 'platform-not-stated',
    level: 'info',
    wording: {
      zh: '未说明平台设在境内还是境外：按设在境内判断。',
      en: 'Not stated whether the platform is inside China: taken as inside.',
    },
    citation: { source: 'CAT', article: 'B24-1, B24-2' },
    confidence: 'verified',
    when: { all: [{ eq: ['serviceDescribed', true] }, unstated('platformInChina')] },
    examples: [
      { facts: { serviceDescribed: true }, applies: true },
      { facts: { serviceDescribed: true, platformInChina: false }, applies: false },
      { facts: {}, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.channels-not-stated',
    code: 'channels-not-stated',
    level: 'info',
    wording: {
      zh: '未说明服务渠道：目录所列为语音、传真、电子邮件、短消息等。',
      en: 'Not stated by which channels users are served: the catalogue names voice, fax, e-mail and short messages.',
    },
    citation: { source: 'CAT', article: 'B24' },
    confidence: 'verified',
    when: {
      all: [
        { eq: ['serviceDescribed', true] },
        unnamed('channels', ['phone', 'instant-messages', 'mail', 'fax', 'sms']),
      ],
    },
    examples: [
      { facts: { serviceDescribed: true }, applies: true },
      { facts: { serviceDescribed: true, channels: ['phone'] }, applies: false },
      { facts: {}, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.instant-messages-only',
    code: 'instant-messages-only',
    level: 'warning',
    wording: {
      zh: '仅通过即时消息服务：目录所列渠道未点明即时消息，但以“等”字兜底；按需要许可掌握，请先确认。',
      en: 'Service by instant messages alone: the catalogue’s list of channels does not name them, yet is open-ended; taken as needing the permit, but ask first.',
    },
    citation: { source: 'CAT', article: 'B24' },
    confidence: 'secondary',
    otherReadings: [
      {
        id: 'instant-messages-too',
        wording: {
          zh: '代办机构认为即时消息、电子邮件客服同样需要许可。',
          en: 'Agents say that support by instant messages and mail needs the permit just as well.',
        },
        citation: { source: 'AG', article: 'guides on B24' },
        confidence: 'unverified',
      },
    ],
    when: {
      all: [{ eq: ['channels', 'instant-messages'] }, { not: { in: ['channels', ['phone', 'mail', 'fax', 'sms']] } }],
    },
    examples: [
      { facts: { channels: ['instant-messages'] }, applies: true },
      { facts: { channels: ['instant-messages', 'phone'] }, applies: false },
      { facts: { channels: ['phone'] }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.uscc-check-character',
    code: 'uscc-check-character',
    level: 'warning',
    wording: {
      zh: '统一社会信用代码的校验码不符，请与营业执照核对；少数真实代码也不符。',
      en: 'The check character of the credit code does not fit; compare it with the business license. A few real codes do not fit either.',
    },
    citation: { source: 'HOUSE', article: 'identifiers' },
    confidence: 'secondary',
    when: { eq: ['usccDoubtful', true] },
    examples: [
      { facts: { usccDoubtful: true }, applies: true },
      { facts: { usccDoubtful: false }, applies: false },
    ],
  },
  {
    ...since2017,
    id: 'eligibility.identifier-normalised',
    code: 'identifier-normalised',
    level: 'info',
    wording: {
      zh: '有标识已统一为规范写法（见 normalised）。',
      en: 'An identifier was rewritten in its usual form (see “normalised”).',
    },
    citation: { source: 'HOUSE', article: 'identifiers' },
    confidence: 'secondary',
    when: { eq: ['identifierRewritten', true] },
    examples: [
      { facts: { identifierRewritten: true }, applies: true },
      { facts: { identifierRewritten: false }, applies: false },
    ],
  },
];
