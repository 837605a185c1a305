import type { LimitReading, LimitRule, RuleReading } from '../../pack.js';
import { limitsOfTheAuthority } from '../cn-vats-current-1/limits-of-the-authority.js';
import { limitsOfTheCompany } from '../cn-vats-current-1/limits-of-the-company.js';
import { daysAfter } from './limit.js';

const older = [...limitsOfTheAuthority, ...limitsOfTheCompany];

const saidAnew = (id: string, change: Partial<LimitRule>): LimitRule[] =>
  older.filter((rule) => rule.id === id).map((rule) => ({ ...rule, ...change }));

/** A limit of version 1 with more of what the sources and this product's defaults say of it. */
const withReadings = (id: string, ...readings: RuleReading[]): LimitRule[] =>
  older
    .filter((rule) => rule.id === id)
    .map((rule) => ({ ...rule, otherReadings: [...(rule.otherReadings ?? []), ...readings] }));

const house = (id: string, article: string, zh: string, en: string): RuleReading => ({
  id,
  wording: { zh, en },
  citation: { source: 'HOUSE', article },
  confidence: 'unverified',
});

/** The day of receipt starts the review as well, so a receipt on a rest day is read in two ways there, too. */
const reviewFromNextWorkingDay: LimitReading = {
  id: 'rest-day-receipt-counts-from-next-working-day',
  from: 'nextWorkingDayAfterReceipt',
  count: daysAfter(60),
  pauses: 'both-ends-excluded',
  roll: 'next-working-day',
  wording: {
    zh: '在休息日首次收到的，另一种理解是自下一个工作日起算六十个自然日。',
    en: 'An application that first arrives on a rest day is read by some as received on the next working day.',
  },
  citation: { source: 'HOUSE', article: 'receipt on a rest day' },
  confidence: 'unverified',
  examples: [{ start: '2026-03-16', date: '2026-05-15', rolled: '2026-05-15' }],
};

export const limitsAmended: LimitRule[] = [
  ...withReadings('limit.correction', {
    id: 'not-corrected-in-time',
    wording: {
      zh: '实务中，逾期不补正的，主管部门可能按撤回申请处理；未找到条文依据。',
      en: 'In practice an application that is not corrected in time may be treated as withdrawn; no article was found for it.',
    },
    citation: { source: 'PG', article: 'practice' },
    confidence: 'secondary',
  }),
  ...withReadings(
    'limit.review',
    {
      id: 'thirty-working-days-in-shaanxi',
      wording: { zh: '陕西指南写为三十个工作日。', en: 'The guide of Shaanxi has thirty working days.' },
      citation: { source: 'PG', article: 'SN 2021' },
      confidence: 'verified',
    },
    {
      id: 'foreign-investment-before-2022',
      wording: {
        zh: '2016年规定：外商投资先经审定（部九十日，或者省六十日加部三十日），再办许可六十日。',
        en: 'The rules of 2016: a foreign investment was approved first (MIIT 90 days, or province 60 and MIIT 30), then the permit in 60.',
      },
      citation: { source: 'FI', article: 'rules of 2016' },
      confidence: 'secondary',
    },
    {
      id: 'foreign-investment-since-2022',
      wording: {
        zh: '2022年修订后并为一个程序、期限缩短；是否仍为六十日未核实。',
        en: 'Since the revision of 2022 there is one procedure in a shorter time; whether that is sixty days is not verified.',
      },
      citation: { source: 'FI', article: 'rules of 2022' },
      confidence: 'unverified',
    },
  ).map((rule) => ({ ...rule, readings: [...rule.readings, reviewFromNextWorkingDay] })),
  ...withReadings(
    'limit.renewal-decision',
    house(
      'refused-before-the-end',
      'renewal refused before expiry',
      '届满前不予续期的，许可证有效至载明的最后一日，其后失效。',
      'Refused before the end: the permit stays valid to its last printed day, then lapses.',
    ),
    house(
      'never-opened',
      'service never opened, authority silent',
      '业务从未开通而届满未决定的，不主张视为准予延续，由人判断。',
      'A service that never opened is not taken for renewed by silence; a person decides.',
    ),
    house(
      'still-in-correction',
      'renewal still in correction at expiry',
      '按期申请但届满时仍在补正的，是否视为延续由人判断。',
      'Filed in time but still in correction at the end: a person decides whether silence renews.',
    ),
  ),
  ...withReadings('limit.annual-report-cure', {
    id: 'time-that-the-authority-orders',
    wording: {
      zh: '办法本身只说主管部门责令限期报告，逾期才列入不良名单。',
      en: 'The measures only say that the authority orders the report by a day, and lists whoever misses that.',
    },
    citation: { source: 'O42', article: 'art. 38' },
    confidence: 'verified',
  }),
  ...withReadings(
    'limit.annual-report',
    {
      id: 'no-report-for-the-year-of-grant',
      wording: {
        zh: '当年取得许可证的，当年第一季度不报；次年起报。',
        en: 'No report is due in the year of the grant; the first is due in the year after.',
      },
      citation: { source: 'N321', article: 'annual report' },
      confidence: 'verified',
    },
    {
      id: 'other-days-of-agents',
      wording: {
        zh: '代办机构另有五月三十日、六月三十日等说法，互相矛盾。',
        en: 'Agents name May 30 or June 30 as well, and contradict each other.',
      },
      citation: { source: 'AG', article: 'annual report' },
      confidence: 'unverified',
    },
    {
      id: 'revoked-after-years-without-report',
      wording: {
        zh: '代办机构另称两年或者三年未报即吊销许可证；未找到依据，办法只规定列入不良名单。',
        en: 'Agents also say that two or three years without a report end in revocation; no basis was found, the measures only speak of the bad list.',
      },
      citation: { source: 'AG', article: 'annual report' },
      confidence: 'unverified',
    },
  ),
  ...saidAnew('limit.completeness', {
    wording: {
      zh: '收到材料的当场或者五个工作日内一次告知需补正的全部内容；逾期不告知的，自收到材料之日起视为受理。',
      en: 'On the spot, or within five working days of receiving the papers, the authority names everything that is missing, once. If it stays silent, the application counts as accepted from the day of receipt.',
    },
  }),
  // That it is five years is known from reprints; only the article's number and the last day are in doubt.
  ...saidAnew('limit.validity', { confidence: 'secondary' }),
  ...withReadings(
    'limit.change-after-decision',
    house(
      'shareholders-without-change-of-operator',
      'shareholder change',
      '股东变化而经营主体不变的，按登记变更后三十日办理；未答复前取较早者。',
      'Shareholders change but the operator does not: thirty days after registration; until somebody answers, the earlier day counts.',
    ),
  ),
  // Papers may follow only since letter 99.
  ...withReadings(
    'limit.deferred-materials',
    house(
      'held-until-supplied',
      'deferred papers missing at grant',
      '准予时容缺材料未齐的，提醒日期不变，颁证暂缓。',
      'Papers still missing at the grant: the same day is reminded of, and the permit is held back.',
    ),
  ).map((rule) => ({ ...rule, validFrom: '2020-05-11' })),
  ...withReadings('limit.renewal', {
    id: 'ninety-working-days',
    wording: {
      zh: '个别代办机构称须提前九十个工作日；未找到依据。',
      en: 'Some agents say ninety working days; no basis was found.',
    },
    citation: { source: 'AG', article: 'renewal' },
    confidence: 'unverified',
  }),
];
