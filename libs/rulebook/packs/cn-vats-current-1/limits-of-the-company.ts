import type { LimitRule } from '../../pack.js';
import { since2017 } from './sources.js';

const thirtyDays = { kind: 'length', length: 30, unit: 'day', direction: 'after' } as const;
const plain = { pauses: 'none', roll: 'none' } as const;

/** What the company must do in time. None of these ever moves to a later day. */
export const limitsOfTheCompany: LimitRule[] = [
  {
    ...since2017,
    id: 'limit.correction',
    duty: 'company',
    wording: {
      zh: '在补正通知载明的日期前补齐材料；法律未规定统一期限。',
      en: 'Missing papers are supplied by the day printed in the correction notice; the law sets no general limit.',
    },
    citation: { source: 'ALL', article: 'art. 32(4); O42 art. 11' },
    confidence: 'secondary',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'as-printed',
        from: 'dueOn',
        count: { kind: 'same-day' },
        ...plain,
        wording: { zh: '以通知载明的日期为准。', en: 'The day printed in the notice.' },
        citation: { source: 'ALL', article: 'art. 32(4)' },
        confidence: 'secondary',
        examples: [{ start: '2026-10-09', date: '2026-10-09', safeDay: '2026-10-09' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.deferred-materials',
    duty: 'company',
    wording: {
      zh: '容缺材料应在颁证前补齐；未补齐的，暂缓颁证。',
      en: 'Papers promised at filing are supplied before the permit is issued; until then the permit is held back.',
    },
    citation: { source: 'N99', article: 'papers that may follow; ALL art. 44' },
    confidence: 'secondary',
    whenPassed: 'ask-authority',
    readings: [
      {
        id: 'by-issue-limit',
        from: 'grantedOn',
        count: { kind: 'length', length: 10, unit: 'working-day', direction: 'after' },
        ...plain,
        wording: {
          zh: '与颁证期限相同：准予决定后十个工作日。',
          en: 'The same day as the limit for issue: ten working days after the grant.',
        },
        citation: { source: 'ALL', article: 'art. 44, 82' },
        confidence: 'secondary',
        examples: [{ start: '2026-09-14', date: '2026-09-28', safeDay: '2026-09-28' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.annual-report',
    duty: 'company',
    wording: {
      zh: '上一年十二月三十一日前取得许可证的，每年第一季度报送上一年度的年报，最迟三月三十一日。',
      en: 'For permits granted by December 31 the report on that year is filed in the next first quarter, by March 31 at the latest.',
    },
    citation: { source: 'O42', article: 'art. 35; N321' },
    confidence: 'verified',
    whenPassed: 'bad-list',
    otherReadings: [
      {
        id: 'permit-ends-in-the-first-quarter',
        wording: {
          zh: '许可证在第一季度内届满且未续期的，该年是否仍须报送存疑。',
          en: 'Whether a permit that ends within the first quarter, and is not renewed, still needs that year’s report is doubtful.',
        },
        citation: { source: 'HOUSE', article: 'annual report of a permit that ends' },
        confidence: 'unverified',
      },
    ],
    readings: [
      {
        id: 'march-31',
        from: 'year',
        count: { kind: 'day-of-year', monthDay: '03-31' },
        ...plain,
        wording: { zh: '三月三十一日，遇休息日不顺延。', en: 'March 31; it does not move when it is a rest day.' },
        citation: { source: 'O42', article: 'art. 35; N321' },
        confidence: 'verified',
        examples: [
          { start: '2026', date: '2026-03-31', safeDay: '2026-03-31' },
          { start: '2024', date: '2024-03-31', safeDay: '2024-03-29' },
        ],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.annual-report-cure',
    duty: 'company',
    wording: {
      zh: '四月为补救期；对其范围存在两种理解。',
      en: 'April is a month of cure; its reach is read in two ways.',
    },
    citation: { source: 'N321', article: 'cure month' },
    confidence: 'secondary',
    whenPassed: 'bad-list',
    readings: [
      {
        id: 'late-filing-allowed',
        from: 'year',
        count: { kind: 'day-of-year', monthDay: '04-30' },
        ...plain,
        wording: { zh: '四月底前仍可补报。', en: 'A report may still be filed by the end of April.' },
        citation: { source: 'N321', article: 'cure month' },
        confidence: 'secondary',
        examples: [{ start: '2026', date: '2026-04-30' }],
      },
      {
        id: 'only-returned-reports',
        from: 'year',
        count: { kind: 'day-of-year', monthDay: '03-31' },
        ...plain,
        wording: {
          zh: '四月仅可修改被退回的年报；未报的以三月三十一日为限。',
          en: 'April serves only to correct a returned report; an unfiled one was final on March 31.',
        },
        citation: { source: 'PG', article: 'annual report notices' },
        confidence: 'secondary',
        examples: [{ start: '2026', date: '2026-03-31' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.report-return',
    duty: 'company',
    wording: {
      zh: '被退回的年报在载明的日期前更正；未载明的，在四月底前。',
      en: 'A returned annual report is corrected by the day printed in the return; where there is none, by the end of April.',
    },
    citation: { source: 'N321', article: 'cure month' },
    confidence: 'secondary',
    whenPassed: 'bad-list',
    readings: [
      {
        id: 'as-printed',
        from: 'dueOn',
        count: { kind: 'same-day' },
        ...plain,
        wording: { zh: '以退回意见载明的日期为准。', en: 'The day printed in the return.' },
        citation: { source: 'N321', article: 'cure month' },
        confidence: 'secondary',
        examples: [{ start: '2026-03-20', date: '2026-03-20', safeDay: '2026-03-20' }],
      },
      {
        id: 'by-the-end-of-the-cure-month',
        from: 'year',
        count: { kind: 'day-of-year', monthDay: '04-30' },
        ...plain,
        wording: { zh: '四月三十日，遇休息日不顺延。', en: 'April 30; it does not move when it is a rest day.' },
        citation: { source: 'N321', article: 'cure month' },
        confidence: 'secondary',
        examples: [{ start: '2026', date: '2026-04-30', safeDay: '2026-04-30' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.change-after-decision',
    duty: 'company',
    wording: {
      zh: '变更经营主体或业务范围的，自公司决定之日起三十日内申请。',
      en: 'A change of the operator or of the scope is filed within thirty days of the company’s decision.',
    },
    citation: { source: 'O42', article: 'art. 28' },
    confidence: 'verified',
    whenPassed: 'fine',
    readings: [
      {
        id: 'from-decision',
        from: 'decidedOn',
        count: thirtyDays,
        ...plain,
        wording: { zh: '自公司作出决定的次日起三十日。', en: 'Thirty days, beginning on the day after the decision.' },
        citation: { source: 'O42', article: 'art. 28' },
        confidence: 'verified',
        examples: [{ start: '2026-09-05', date: '2026-10-05', safeDay: '2026-09-30' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.change-after-registration',
    duty: 'company',
    wording: {
      zh: '变更名称、法定代表人、注册资本的，自完成登记变更之日起三十日内办理许可证变更。',
      en: 'A change of name, legal representative or registered capital is filed within thirty days of the changed business registration.',
    },
    citation: { source: 'O42', article: 'art. 29' },
    confidence: 'verified',
    whenPassed: 'fine',
    readings: [
      {
        id: 'from-registration',
        from: 'registeredOn',
        count: thirtyDays,
        ...plain,
        wording: {
          zh: '自登记变更完成的次日起三十日。',
          en: 'Thirty days, beginning on the day after the registration was changed.',
        },
        citation: { source: 'O42', article: 'art. 29' },
        confidence: 'verified',
        examples: [{ start: '2026-09-05', date: '2026-10-05', safeDay: '2026-09-30' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.change-ahead',
    duty: 'company',
    wording: {
      zh: '变更经营主体、业务范围或者停止经营的，应提前九十日提出申请。',
      en: 'A change of operator or scope, or the end of the business, is applied for ninety days ahead.',
    },
    citation: { source: 'TR', article: 'art. 15' },
    confidence: 'verified',
    whenPassed: 'fine',
    readings: [
      {
        id: 'ninety-days-ahead',
        from: 'effectiveOn',
        count: { kind: 'length', length: 90, unit: 'day', direction: 'before' },
        ...plain,
        wording: { zh: '变更生效日前九十日。', en: 'Ninety days before the change takes effect.' },
        citation: { source: 'TR', article: 'art. 15' },
        confidence: 'verified',
        examples: [{ start: '2026-12-31', date: '2026-10-02', safeDay: '2026-09-30' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.renewal',
    duty: 'company',
    wording: {
      zh: '需要继续经营的，应在有效期届满九十日前申请续期；逾期或者未开展业务的，不予续期。',
      en: 'Whoever goes on applies for renewal ninety days before the permit ends; filed late, or for a service that never opened, it is not renewed.',
    },
    citation: { source: 'O42', article: 'art. 27' },
    confidence: 'verified',
    whenPassed: 'not-renewed',
    readings: [
      {
        id: 'ninety-days-before',
        from: 'lastDay',
        count: { kind: 'length', length: 90, unit: 'day', direction: 'before' },
        ...plain,
        wording: {
          zh: '有效期最后一日前九十日；倒推遇休息日，取之前的工作日。',
          en: 'Ninety days before the last day of validity; counted back, a rest day means the working day before it.',
        },
        citation: { source: 'O42', article: 'art. 27' },
        confidence: 'verified',
        examples: [
          { start: '2026-12-31', date: '2026-10-02', safeDay: '2026-09-30' },
          { start: '2026-08-15', date: '2026-05-17', safeDay: '2026-05-15' },
        ],
      },
      {
        id: 'thirty-days-before',
        from: 'lastDay',
        count: { kind: 'length', length: 30, unit: 'day', direction: 'before' },
        ...plain,
        wording: {
          zh: '行政许可法的一般规定为三十日前；电信规定另有九十日，从其规定。',
          en: 'The Licensing Law’s general limit is thirty days before; the telecom rule of ninety days prevails over it.',
        },
        citation: { source: 'ALL', article: 'art. 50(1)' },
        confidence: 'verified',
        examples: [{ start: '2026-12-31', date: '2026-12-01' }],
      },
    ],
  },
  {
    ...since2017,
    id: 'limit.validity',
    duty: 'company',
    wording: {
      zh: '增值电信业务经营许可证的有效期为五年。',
      en: 'A permit for value-added services is valid for five years.',
    },
    citation: { source: 'O42', article: 'art. 14' },
    confidence: 'unverified',
    whenPassed: 'expired',
    readings: [
      {
        id: 'eve-of-anniversary',
        from: 'validFrom',
        count: { kind: 'term', years: 5, end: 'eve' },
        ...plain,
        wording: { zh: '五年届满日为对应日的前一日。', en: 'The five years end on the day before the anniversary.' },
        citation: { source: 'O42', article: 'art. 14' },
        confidence: 'unverified',
        examples: [
          { start: '2021-03-15', date: '2026-03-14' },
          { start: '2020-02-29', date: '2025-02-28' },
        ],
      },
      {
        id: 'same-day-anniversary',
        from: 'validFrom',
        count: { kind: 'term', years: 5, end: 'anniversary' },
        ...plain,
        wording: { zh: '部分许可证印为五年后的对应日。', en: 'Some permits print the anniversary itself.' },
        citation: { source: 'PG', article: 'permits seen' },
        confidence: 'secondary',
        examples: [{ start: '2021-03-15', date: '2026-03-15' }],
      },
    ],
  },
];
