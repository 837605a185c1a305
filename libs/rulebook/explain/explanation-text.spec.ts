import { addWorkingDays, latestTable, loadCalendar } from '../../calendar/index.js';
import { correctionDue, review } from '../clocks.js';
import type { Count } from '../pack.js';
import { packById } from '../packs.js';
import type { CalendarQuestion, Explanation } from './explanation.js';
import { explain, explainDay, explanationText } from './index.js';

const calendar = loadCalendar({ ...latestTable, id: 'a-calendar' });
const law = { pack: packById('cn-vats-current@2'), calendar };
const about = { zh: '所问', en: 'the question' };
const start = '2026-10-01';
const question = (some: Partial<CalendarQuestion> = {}): CalendarQuestion => ({
  subject: 'q',
  about,
  start,
  count: { kind: 'same-day' },
  answer: { date: start, firmness: 'firm', steps: [] },
  ...some,
});

/** The line that begins with the word, in both languages. */
function lines(explanation: Explanation, zh: string, en: string): (string | undefined)[] {
  const begins = (word: string) => (line: string) => line.trim().startsWith(word);
  return [explanationText(explanation, 'zh').find(begins(zh)), explanationText(explanation, 'en').find(begins(en))];
}

describe('a count in words', () => {
  const length = (n: number, unit: 'day' | 'working-day' | 'month', direction: 'after' | 'before'): Count => ({
    kind: 'length',
    length: n,
    unit,
    direction,
  });

  it.each<[Count, string, string]>([
    [length(1, 'day', 'after'), '向后 1 日，起始日不计', '1 day forward, the starting day not counted'],
    [length(2, 'day', 'before'), '向前 2 日，起始日不计', '2 days back, the starting day not counted'],
    [
      length(1, 'working-day', 'before'),
      '向前 1 个工作日，起始日不计',
      '1 working day back, the starting day not counted',
    ],
    [
      length(5, 'working-day', 'after'),
      '向后 5 个工作日，起始日不计',
      '5 working days forward, the starting day not counted',
    ],
    [length(6, 'month', 'after'), '向后 6 个月，起始日不计', '6 months forward, the starting day not counted'],
    [{ kind: 'day-of-year', monthDay: '03-31' }, '当年的 03-31', 'the day 03-31 of that year'],
    [{ kind: 'term', years: 5, end: 'eve' }, '5 年，至对应日前一日', '5 years, to the eve of the anniversary'],
    [{ kind: 'term', years: 5, end: 'anniversary' }, '5 年，至对应日', '5 years, to the anniversary itself'],
    [{ kind: 'same-day' }, '即起始之日', 'the starting day itself'],
  ])('%j: %s; %s', (count, zh, en) => {
    expect(lines(explainDay(calendar, question({ count })), '计算', 'Count')).toEqual([
      `  计算：${zh}`,
      `  Count: ${en}`,
    ]);
  });

  it.each<[Count, string, string]>([
    [length(1, 'working-day', 'after'), '逐日（+ 计入', 'Days (+ counted'],
    [length(7, 'day', 'after'), '逐日（- 不计', 'Days (- not counted'],
    [length(1, 'month', 'after'), '逐日（- 不计', 'Days (- not counted'],
    [{ kind: 'same-day' }, '逐日（- 不计', 'Days (- not counted'],
  ])('says of the days that it lists which others count: %j', (count, zh, en) => {
    const { date, steps } = addWorkingDays(calendar, start, 1);
    const explanation = explainDay(calendar, question({ count, answer: { date, firmness: 'firm', steps } }));
    expect(lines(explanation, zh, en)).not.toContain(undefined);
  });
});

describe('a question to the calendar', () => {
  it('has no rule and no pack; a rest day that moves is shown with each day', () => {
    const moved = explainDay(calendar, question({ moved: 'last-working-day', withSafeDay: true }));
    expect(explanationText(moved, 'en').join('\n')).toBe(`Explanation: the question
Subject: q
Date: 2026-09-30 (Wednesday), firm
Duty: none, a question to the calendar; the default reading drives
Safe day: 2026-09-30 (Wednesday), the last working day on or before the date, looked for day by day
    + 2026-09-30 (Wednesday) working day

Reading 1/1: q (default, drives)
  Start: date 2026-10-01 (Thursday), the day asked about
  Count: the starting day itself
  Result: 2026-10-01 (Thursday), firm
  Working day on or before it: 2026-09-30 (Wednesday)
    - 2026-10-01 (Thursday) National Day holiday
    + 2026-09-30 (Wednesday) working day

Calendar: a-calendar, arranged by notices to 2026-12-31, assumed after it
Notice: 国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 2025-11-04; secondary source`);
  });

  it('reads so in Chinese too', () => {
    const moved = explainDay(calendar, question({ start: '2026-10-06', moved: 'next-working-day' }));
    const [later] = [{ ...moved, firmness: 'provisional' as const }];
    expect(explanationText(later as Explanation, 'zh').join('\n')).toBe(`说明：所问
对象：q
日期：2026-10-08（星期四），暂定
义务：无，仅为日历问题；以默认理解为准

理解 1/1：q（默认，为准）
  起始：date 2026-10-06（星期二），所问之日
  计算：即起始之日
  结果：2026-10-01（星期四），确定
  当日或其后的工作日：2026-10-08（星期四）
    - 2026-10-01（星期四） 国庆节放假
    - 2026-10-02（星期五） 国庆节放假
    - 2026-10-03（星期六） 国庆节放假
    - 2026-10-04（星期日） 国庆节放假
    - 2026-10-05（星期一） 国庆节放假
    - 2026-10-06（星期二） 国庆节放假
    - 2026-10-07（星期三） 国庆节放假
    + 2026-10-08（星期四） 工作日

日历：a-calendar，放假安排已收录至 2026-12-31，其后为推定
放假通知：国务院办公厅关于2026年部分节假日安排的通知，国办发明电〔2025〕7号，2025-11-04；间接来源`);
  });
});

describe('a reading in words', () => {
  it.each([
    ['2026-03-20', '2026-03-20', '扣除：专家评审 1 日', 'Left out: 1 day of an expert review'],
    ['2026-03-20', '2026-03-22', '扣除：专家评审 3 日', 'Left out: 3 days of an expert review'],
  ])('tells of the days of an expert review from %s to %s', (from, to, zh, en) => {
    const facts = { firstReceivedOn: '2026-03-02', completeReceivedOn: '2026-03-02', acceptedOn: '2026-03-06' };
    const deadline = review(law, { ...facts, pauses: [{ from, to }], today: '2026-04-01' });
    const explanation = explain(law, { subject: 'review', about, duty: 'authority' }, deadline);
    expect(lines(explanation, '扣除', 'Left out')).toEqual([`  ${zh}`, `  ${en}`]);
  });

  it.each([
    ['installation', '适用于本系统', 'for the installation'],
    ['authority', '适用于该主管部门', 'for this authority'],
    ['license', '适用于该许可', 'for this license'],
  ] as const)('tells that the house has settled on it %s-wide', (scope, zh, en) => {
    const house = { ...law, readings: { 'limit.correction': { reading: 'as-printed', scope, houseSeq: 12 } } };
    const deadline = correctionDue(house, { noticedOn: '2026-09-14', dueOn: '2026-10-09' });
    const explanation = explain(
      house,
      { subject: 'c', about, duty: 'company' },
      deadline as NonNullable<typeof deadline>,
    );
    expect(explanation.readings[0]).toMatchObject({ settled: { scope, houseSeq: 12 }, count: { kind: 'same-day' } });
    expect(lines(explanation, '本单位确认', 'Settled')).toEqual([
      `  本单位确认：${zh}，本单位记录第 12 条`,
      `  Settled: by the house, ${en}, entry 12 of its record`,
    ]);
  });

  it('names a fact that it does not know as it stands, and a source that is not listed by its key', () => {
    const deadline = correctionDue(law, { noticedOn: '2026-09-14', dueOn: '2026-10-09' });
    const explanation = explain(
      law,
      { subject: 'c', about, duty: 'company' },
      deadline as NonNullable<typeof deadline>,
    );
    const [reading] = explanation.readings;
    const changed = {
      ...explanation,
      readings: reading
        ? [
            {
              ...reading,
              start: { name: 'some', value: '12026' },
              rule: reading.rule && { ...reading.rule, source: null },
            },
          ]
        : [],
    };
    const citation = reading?.rule?.citation;
    expect(() => explanationText(changed, 'en')).toThrow('"12026" is not a date');
    const known = {
      ...changed,
      readings: changed.readings.map((each) => ({ ...each, start: { name: 'some', value: '2026' } })),
    };
    expect(lines(known, '起始', 'Start')).toEqual(['  起始：some 2026', '  Start: some 2026']);
    expect(lines(known, '规则', 'Rule')[1]).toBe(
      `  Rule: limit.correction, ${citation?.source} ${citation?.article}; secondary source`,
    );
  });
});
