import type { LimitRule } from '../../pack.js';
import { daysBefore, limit, sameDay, workingDaysAfter } from './limit.js';

const asPrinted = (where: { zh: string; en: string }, citation: LimitRule['citation']) => ({
  id: 'as-printed',
  from: 'dueOn',
  count: sameDay,
  wording: { zh: `以${where.zh}载明的日期为准。`, en: `The day printed in the ${where.en}.` },
  citation,
  confidence: 'secondary' as const,
  examples: [{ start: '2026-10-09', date: '2026-10-09', safeDay: '2026-10-09' }],
});

/** What comes up while a permit is held: inspections, special conditions, a lost permit, certificates beside it. */
export const limitsOfHolding: LimitRule[] = [
  limit({
    id: 'limit.inspection-answer',
    duty: 'company',
    wording: {
      zh: '对监督检查提出的问题，在检查通知载明的日期前答复和整改；法律未规定统一期限。',
      en: 'What an inspection asks or finds is answered and put right by the day its notice prints; the law sets no general limit.',
    },
    citation: { source: 'O42', article: 'art. 36; ALL art. 61, 62' },
    confidence: 'secondary',
    whenPassed: 'fine',
    readings: [asPrinted({ zh: '检查通知', en: 'notice of the inspection' }, { source: 'O42', article: 'art. 36' })],
  }),
  limit({
    id: 'limit.special-condition',
    duty: 'company',
    wording: {
      zh: '许可证特别规定事项设有期限的，如开通业务的期限，应在该日前完成并留存证明。',
      en: 'A special condition of the permit that sets a day, such as one to open the service, is met by that day, with evidence.',
    },
    citation: { source: 'PG', article: 'permit annex; annual report item on special conditions, O42 art. 35(5)' },
    confidence: 'secondary',
    whenPassed: 'ask-authority',
    otherReadings: [
      {
        id: 'six-months-to-open',
        wording: {
          zh: '代办机构称须在六个月内开通业务；未找到依据，以许可证载明为准。',
          en: 'Agents speak of six months to open the service; no basis was found, so what the permit prints counts.',
        },
        citation: { source: 'AG', article: 'opening of service' },
        confidence: 'unverified',
      },
    ],
    readings: [asPrinted({ zh: '许可证', en: 'permit' }, { source: 'PG', article: 'permit annex' })],
  }),
  limit({
    id: 'limit.reissue-decision',
    duty: 'authority',
    wording: {
      zh: '许可证遗失补办未见专门期限；以行政许可法的一般期限二十个工作日作参照。',
      en: 'No limit of its own was found for replacing a lost permit; the Licensing Law’s general twenty working days are the yardstick.',
    },
    citation: { source: 'ALL', article: 'art. 42, 82' },
    confidence: 'unverified',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'twenty-working-days-from-receipt',
        from: 'receivedOn',
        count: workingDaysAfter(20),
        wording: {
          zh: '收到申请次日起二十个工作日。',
          en: 'Twenty working days, beginning on the day after receipt.',
        },
        citation: { source: 'ALL', article: 'art. 42, 82' },
        confidence: 'unverified',
        examples: [{ start: '2026-05-06', date: '2026-06-02' }],
      },
    ],
  }),
  limit({
    id: 'limit.number-certificate-renewal',
    duty: 'company',
    wording: {
      zh: '码号使用证书有效期届满前申请续期；具体提前期未核实，按许可证的九十日提醒。',
      en: 'The certificate of a number is renewed before it ends; how long before is not verified, so the ninety days of the permit are used.',
    },
    citation: { source: 'HOUSE', article: 'number certificates; AG' },
    confidence: 'unverified',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'ninety-days-before',
        from: 'lastDay',
        count: daysBefore(90),
        wording: {
          zh: '证书最后一日前九十日。',
          en: 'Ninety days before the last day of the certificate.',
        },
        citation: { source: 'HOUSE', article: 'number certificates' },
        confidence: 'unverified',
        examples: [{ start: '2026-12-31', date: '2026-10-02', safeDay: '2026-09-30' }],
      },
    ],
  }),
  limit({
    id: 'limit.number-certificate-report',
    duty: 'company',
    wording: {
      zh: '上一年年底前获得码号的使用者，每年通过工业和信息化部政务服务平台报送码号年报；各局通知定在三月三十一日前。',
      en: 'Who held a number at the end of a year reports on its use in the next, on MIIT’s platform; the yearly notices set March 31.',
    },
    citation: { source: 'NUM', article: 'notices of the yearly report, Jilin 2024 and Sichuan 2026' },
    confidence: 'secondary',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'march-31',
        from: 'year',
        count: { kind: 'day-of-year', monthDay: '03-31' },
        wording: { zh: '三月三十一日，遇休息日不顺延。', en: 'March 31; it does not move when it is a rest day.' },
        citation: { source: 'NUM', article: 'notices of the yearly report, Jilin 2024 and Sichuan 2026' },
        confidence: 'secondary',
        examples: [{ start: '2024', date: '2024-03-31', safeDay: '2024-03-29' }],
      },
    ],
  }),
];
