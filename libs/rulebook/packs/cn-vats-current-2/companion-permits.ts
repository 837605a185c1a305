import type { CompanionPermitRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

const duties = [
  { limit: 'limit.number-certificate-renewal', ladder: 'ladder.number-certificate-renewal' },
  { limit: 'limit.number-certificate-report', ladder: 'ladder.number-certificate-report' },
];

const ofCallCenters: Pick<CompanionPermitRule, 'when' | 'examples'> = {
  when: { eq: ['serviceTypes', 'B24'] },
  examples: [
    { facts: { serviceTypes: ['B24'] }, applies: true },
    { facts: { serviceTypes: ['B21'] }, applies: false },
  ],
};

/** Certificates that carriers ask for beside the permit before they connect a number. */
export const companionPermits: CompanionPermitRule[] = [
  {
    ...since2017,
    id: 'companion.number-certificate-95',
    companion: 'number-certificate-95',
    name: { zh: '95字头码号使用证书（跨省）', en: 'Certificate of a 95 number (several provinces)' },
    holder: 'company',
    wording: {
      zh: '跨省使用的95字头短号码有单独的码号使用证书，有自己的有效期、续期和年度报告；电信企业接入前先核验许可证和该证书。',
      en: 'A short number that begins with 95 is used across provinces on a certificate of its own, with its own end, renewal and yearly report; carriers check permit and certificate before they connect it.',
    },
    citation: { source: 'AG', article: 'number certificates' },
    confidence: 'unverified',
    ...ofCallCenters,
    numberPattern: '^95\\d{3,6}$',
    numbers: [
      { value: '95588', matches: true },
      { value: '951234', matches: true },
      { value: '96123', matches: false },
    ],
    duties,
  },
  {
    ...since2017,
    id: 'companion.number-certificate-96',
    companion: 'number-certificate-96',
    name: { zh: '96字头码号使用证书（省内）', en: 'Certificate of a 96 number (one province)' },
    holder: 'company',
    wording: {
      zh: '省内使用的96字头短号码有单独的码号使用证书，由省通信管理局管理，有自己的有效期、续期和年度报告。',
      en: 'A short number that begins with 96 is used within one province on a certificate of its own, kept by its administration, with its own end, renewal and yearly report.',
    },
    citation: { source: 'AG', article: 'number certificates' },
    confidence: 'unverified',
    ...ofCallCenters,
    numberPattern: '^96\\d{3,4}$',
    numbers: [
      { value: '96123', matches: true },
      { value: '95588', matches: false },
      { value: '12345', matches: false },
    ],
    duties,
  },
  {
    ...since2017,
    id: 'companion.carrier-number',
    companion: 'carrier-number',
    name: { zh: '电信企业分配的号码', en: 'Number assigned by a carrier' },
    holder: 'carrier',
    wording: {
      zh: '固定电话、400等号码由电信企业分配，无单独证书；按合同的到期日登记即可。',
      en: 'Numbers that a carrier assigns, such as landlines and 400 numbers, have no certificate of their own; record them with the end of the contract.',
    },
    citation: { source: 'HOUSE', article: 'number certificates' },
    confidence: 'unverified',
    ...ofCallCenters,
    numberPattern: '^(400\\d{7}|0\\d{9,11})$',
    numbers: [
      { value: '4001234567', matches: true },
      { value: '02112345678', matches: true },
      { value: '95588', matches: false },
    ],
    duties: [],
  },
];
