import type { OpenQuestionRule } from '../../pack.js';
import { since2017 } from '../cn-vats-current-1/sources.js';

type Given = Pick<OpenQuestionRule, 'wording' | 'untilAnswered' | 'touches' | 'ask'> &
  Partial<Pick<OpenQuestionRule, 'citation'>>;

export function question(name: string, given: Given): OpenQuestionRule {
  return {
    ...since2017,
    id: `question.${name}`,
    citation: { source: 'HOUSE', article: 'open questions' },
    confidence: 'unverified',
    ...given,
  };
}

/** What the sources leave open about procedures and their days. */
export const questionsOfProcedure: OpenQuestionRule[] = [
  question('sixty-days', {
    wording: {
      zh: '六十日的审查期限是自然日还是工作日？自收到申请、收到全部材料还是受理起算？',
      en: 'Are the sixty days of the review calendar or working days, and do they run from receipt, from complete papers or from acceptance?',
    },
    untilAnswered: {
      zh: '三种算法并列：询问用最早的，投诉用最晚的。',
      en: 'Three counts are shown: one asks after the earliest, and complains after the latest.',
    },
    citation: { source: 'TR', article: 'art. 14; PG' },
    touches: ['limit.review', 'limit.termination-decision'],
    ask: ['authority', 'lawyer'],
  }),
  question('how-days-are-counted', {
    wording: {
      zh: '电信条例和2017年办法所称“日”未作界定，行政许可法第八十二条只及于该法自身的期限：起算日是否不计，末日逢休息日是否顺延？',
      en: 'The Regulations and the measures of 2017 do not define their “days”, and article 82 of the Licensing Law reaches only its own: is the first day left out, and does a last day on a rest day move on?',
    },
    untilAnswered: {
      zh: '类推民法典：起算日不计。主管部门的末日逢休息日的，顺延日一并列出；公司自身的期限从不顺延，往前取工作日。',
      en: 'As in the Civil Code, by analogy: the first day is left out. An authority’s last day that falls on a rest day is shown with the day it moves to; the company’s own never move on, but back to a working day.',
    },
    citation: { source: 'CC', article: 'art. 201 to 203; ALL art. 82' },
    touches: [
      'limit.review',
      'limit.termination-notice',
      'limit.termination-decision',
      'limit.change-after-decision',
      'limit.change-after-registration',
      'limit.change-ahead',
      'limit.renewal',
      'limit.list-entry',
    ],
    ask: ['lawyer'],
  }),
  question('correction-deadline', {
    wording: {
      zh: '申请人补正的期限由谁规定，多长？',
      en: 'Who sets the applicant’s time to correct, and how long is it?',
    },
    untilAnswered: { zh: '以补正通知载明的日期为准。', en: 'The day printed in the notice counts.' },
    citation: { source: 'ALL', article: 'art. 32(4)' },
    touches: ['limit.correction'],
    ask: ['authority'],
  }),
  question('receipt-on-a-rest-day', {
    wording: {
      zh: '在休息日通过系统提交的，当日算收到吗？',
      en: 'Does a filing on the portal on a rest day count as received on that day?',
    },
    untilAnswered: {
      zh: '当日算收到；下一工作日的算法并列。',
      en: 'It does; the count from the next working day is shown beside it.',
    },
    touches: ['limit.completeness', 'limit.review'],
    ask: ['authority'],
  }),
  question('end-of-expert-review', {
    wording: { zh: '专家评审的末日计入审查期限吗？', en: 'Does the last day of an expert review count again?' },
    untilAnswered: { zh: '首日末日均不计入。', en: 'Both its first and its last day are left out.' },
    citation: { source: 'ALL', article: 'art. 45' },
    touches: ['limit.review'],
    ask: ['authority', 'lawyer'],
  }),
  question('april-cure', {
    wording: {
      zh: '四月可以补报年报，还是只能修改被退回的年报？',
      en: 'May a report still be filed in April, or only a returned one be corrected?',
    },
    untilAnswered: {
      zh: '按三月三十一日提醒；四月并列两种理解。',
      en: 'Reminders count to March 31; both readings of April are shown.',
    },
    citation: { source: 'N321', article: 'cure month' },
    touches: ['limit.annual-report', 'limit.annual-report-cure', 'limit.report-return', 'limit.ordered-report'],
    ask: ['authority'],
  }),
  question('report-of-a-permit-that-ends', {
    wording: {
      zh: '第一季度内届满且不续期的许可证，还须报年报吗？',
      en: 'Does a permit that ends within the first quarter, without renewal, still need that year’s report?',
    },
    untilAnswered: { zh: '照常提醒，并注明存疑。', en: 'It is reminded of as usual, with the doubt shown.' },
    citation: { source: 'HOUSE', article: 'annual report of a permit that ends' },
    touches: ['limit.annual-report'],
    ask: ['authority'],
  }),
  question('last-day-of-validity', {
    wording: {
      zh: '五年的最后一日是对应日还是前一日？',
      en: 'Do the five years end on the anniversary or on the day before?',
    },
    untilAnswered: {
      zh: '以许可证印制的为准；未登记时按前一日提醒。',
      en: 'The printed day counts; until it is recorded, the day before drives reminders.',
    },
    citation: { source: 'O42', article: 'art. 14' },
    touches: ['limit.validity', 'limit.renewal', 'limit.renewal-decision'],
    ask: ['authority'],
  }),
  question('silence-on-renewal', {
    wording: {
      zh: '业务从未开通，或者届满时仍在补正的，主管部门沉默是否视为准予延续？',
      en: 'Does silence renew a service that never opened, or an application still in correction at the end?',
    },
    untilAnswered: { zh: '不主张视为准予，由人判断。', en: 'Nothing is taken for renewed; a person decides.' },
    citation: { source: 'ALL', article: 'art. 50(2); O42 art. 27' },
    touches: ['limit.renewal-decision', 'limit.renewal', 'duty.open-the-service'],
    ask: ['lawyer', 'authority'],
  }),
  question('does-the-operator-change', {
    wording: {
      zh: '股东变化到什么程度才算经营主体变更？',
      en: 'How far must the shareholders change before the operator does?',
    },
    untilAnswered: {
      zh: '由公司答复；答复前取较早的日期。',
      en: 'The company answers; until then the earlier day counts.',
    },
    citation: { source: 'O42', article: 'art. 28' },
    touches: ['limit.change-after-decision', 'limit.change-after-registration', 'duty.does-the-operator-change'],
    ask: ['authority', 'lawyer'],
  }),
  question('list-exits-and-bars', {
    wording: {
      zh: '移出不良名单、失信名单的年限，以及一年、三年不得申请的起算日？',
      en: 'After how long does one leave the bad and the dishonest list, and from which day do the bars of one and three years run?',
    },
    untilAnswered: {
      zh: '一年和三年，自决定之日起；期满前一个月提示。',
      en: 'One year and three, from the day of the decision, with a warning within a month of the end.',
    },
    citation: { source: 'O42', article: 'art. 42 to 44' },
    touches: [
      'limit.bad-list-exit',
      'limit.dishonest-list-exit',
      'limit.false-material-bar',
      'limit.fraud-bar',
      'credit-list.bad',
      'credit-list.dishonest',
    ],
    ask: ['authority', 'lawyer'],
  }),
  question('reissue-time', {
    wording: {
      zh: '遗失补办多长时间内办结？遗失声明须登在何处？',
      en: 'How long does the replacement of a lost permit take, and where must the notice be published?',
    },
    untilAnswered: { zh: '以二十个工作日作参照。', en: 'Twenty working days are the yardstick.' },
    citation: { source: 'ALL', article: 'art. 42' },
    touches: ['limit.reissue-decision', 'material.lost-notice'],
    ask: ['authority'],
  }),
  question('permit-return-time', {
    wording: {
      zh: '注销后多长时间内交回纸质许可证？',
      en: 'How soon after cancellation is the paper permit handed back?',
    },
    untilAnswered: { zh: '以决定载明的日期为准。', en: 'By the day that the decision prints.' },
    citation: { source: 'O42', article: 'art. 31, 33' },
    touches: ['limit.permit-return', 'duty.aftercare'],
    ask: ['authority'],
  }),
  question('time-to-open', {
    wording: {
      zh: '取得许可后多长时间内必须开通业务？',
      en: 'How soon after the permit must the service open?',
    },
    untilAnswered: {
      zh: '以许可证特别规定事项为准；没有的，只需在续期前开通并有证明。',
      en: 'As the permit’s special conditions say; without one it only has to be open, with proof, before the renewal.',
    },
    citation: { source: 'AG', article: 'opening of service' },
    touches: ['limit.special-condition', 'duty.open-the-service', 'material.service-opened-proof'],
    ask: ['authority'],
  }),
  question('changes-of-the-holiday-schedule', {
    wording: {
      zh: '国务院年中调整放假安排（2015、2019、2020年）的，已起算的期限如何处理？次年安排何时公布？',
      en: 'What becomes of running limits when the holiday schedule changes during the year, as in 2015, 2019 and 2020, and when will next year’s be out?',
    },
    untilAnswered: {
      zh: '新安排作为新的日历版本，重新计算未了结的期限并报告变动；未公布的年份标为暂定。',
      en: 'The new schedule is a new calendar version; open limits are computed again and the moved ones reported. Days of an unpublished year are provisional.',
    },
    citation: { source: 'ALL', article: 'art. 82' },
    touches: ['limit.completeness', 'limit.permit-issue', 'limit.review'],
    ask: ['lawyer'],
  }),
];
