import type { DutyRule } from '../../pack.js';
import { duty, ofCallCenters, sinceNotice81 } from './duty.js';

/** What call centers owe besides, by the notice of 2020. */
export const dutiesOfCallCenters: DutyRule[] = [
  duty('no-sales-calls', {
    title: { zh: '不得营销外呼', en: 'No sales calls' },
    wording: {
      zh: '呼叫中心不得从事营销类外呼；其他外呼须事先取得用户同意。',
      en: 'A call center makes no sales calls; other outbound calls need the called party’s consent first.',
    },
    citation: { source: 'N81', article: 'outbound calls' },
    confidence: 'secondary',
    evidence: { zh: '外呼用途清单和用户同意记录', en: 'list of purposes of outbound calls, records of consent' },
    ...sinceNotice81,
    ...ofCallCenters,
  }),
  duty('keep-call-records', {
    title: { zh: '留存外呼记录', en: 'Keep records of outbound calls' },
    wording: {
      zh: '外呼录音、主被叫号码、拨打时间和用户同意的证明至少留存三十日。',
      en: 'Recordings, both numbers, the time and the proof of consent of outbound calls are kept for at least thirty days.',
    },
    citation: { source: 'N81', article: 'records' },
    confidence: 'secondary',
    evidence: { zh: '留存系统的抽查记录', en: 'spot checks of the storage' },
    keepDays: 30,
    ...sinceNotice81,
    ...ofCallCenters,
  }),
  duty('no-line-resale', {
    title: { zh: '不得转租线路', en: 'No resale of lines' },
    wording: {
      zh: '不得将语音线路和号码转租、转售给他人使用。',
      en: 'Voice lines and numbers are not sublet or sold on.',
    },
    citation: { source: 'N81', article: 'lines and numbers' },
    confidence: 'secondary',
    evidence: { zh: '线路、号码与使用部门对照表', en: 'list of lines and numbers with those who use them' },
    ...sinceNotice81,
    ...ofCallCenters,
  }),
  duty('no-hidden-numbers', {
    title: { zh: '不得隐藏或者更改主叫号码', en: 'No hidden or changed numbers' },
    wording: {
      zh: '外呼显示真实主叫号码，不得隐藏、虚构或者更改。',
      en: 'Outbound calls show the true number; it is neither hidden nor invented nor changed.',
    },
    citation: { source: 'N81', article: 'lines and numbers' },
    confidence: 'secondary',
    evidence: { zh: '号码透传测试记录', en: 'tests of what called parties see' },
    ...sinceNotice81,
    ...ofCallCenters,
  }),
  duty('number-certificate', {
    title: { zh: '码号使用证书', en: 'Certificate of the number' },
    wording: {
      zh: '使用95、96字头号码的，先取得码号使用证书；电信企业接入前核验许可证和证书。',
      en: 'A 95 or 96 number takes a certificate of its own; carriers check it and the permit before they connect.',
    },
    citation: { source: 'AG', article: 'number certificates' },
    confidence: 'unverified',
    evidence: { zh: '有效的码号证书', en: 'a certificate that is valid' },
    limits: ['limit.number-certificate-renewal', 'limit.number-certificate-report'],
    ...ofCallCenters,
  }),
];
