import { addDays, addWorkingDays, latestTable, loadCalendar } from '../../calendar/index.js';
import { annualReport, annualReportCureEnd, completeness, renewalWindow, review } from '../clocks.js';
import { packById } from '../packs.js';
import { explain, explainDay, explanationText } from './index.js';

const law = { pack: packById('cn-vats-current@1'), calendar: loadCalendar({ ...latestTable, id: 'a-calendar' }) };
const about = { zh: '续期', en: 'the renewal' };
const ofCompany = (subject: string) => ({ subject, about, duty: 'company' as const });

describe('an explanation', () => {
  const renewal = explain(law, ofCompany('renewal:7'), renewalWindow(law, '2026-12-31'));

  it('reads in English', () => {
    expect(explanationText(renewal, 'en').join('\n')).toBe(`Explanation: the renewal
Subject: renewal:7
Date: 2026-10-02 (Friday), firm
Duty: of the company; the earliest reading drives
Safe day: 2026-09-30 (Wednesday), the last working day on or before the date, looked for day by day
    - 2026-10-02 (Friday) National Day holiday
    - 2026-10-01 (Thursday) National Day holiday
    + 2026-09-30 (Wednesday) working day

Reading 1/2: ninety-days-before (default, drives)
  Rule: limit.renewal, O42 art. 27 (Measures on Telecom Business Permits (MIIT Order 42)); the text was read
  Says: Ninety days before the last day of validity; counted back, a rest day means the working day before it.
  Start: lastDay 2026-12-31 (Thursday), the last day of validity
  Count: 90 days back, the starting day not counted
  Result: 2026-10-02 (Friday), firm

Reading 2/2: thirty-days-before
  Rule: limit.renewal, ALL art. 50(1) (Administrative Licensing Law (2019 amendment)); the text was read
  Says: The Licensing Law’s general limit is thirty days before; the telecom rule of ninety days prevails over it.
  Start: lastDay 2026-12-31 (Thursday), the last day of validity
  Count: 30 days back, the starting day not counted
  Result: 2026-12-01 (Tuesday), firm

Rule pack: cn-vats-current@1
Calendar: a-calendar, arranged by notices to 2026-12-31, assumed after it
Notice: 国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 2025-11-04; secondary source`);
  });

  it('reads in Chinese', () => {
    const completed = explain(
      law,
      { ...ofCompany('acceptance:3'), duty: 'authority' },
      completeness(law, '2026-09-12'),
    );
    expect(explanationText(completed, 'zh').join('\n')).toBe(`说明：续期
对象：acceptance:3
日期：2026-09-18（星期五），确定
义务：主管部门的义务；以默认理解为准

理解 1/2：from-receipt（默认，为准）
  规则：limit.completeness，ALL art. 32(4), 82（中华人民共和国行政许可法（2019年修正））；已读原文
  内容：收到当日不计，其后第五个工作日届满。
  起始：receivedOn 2026-09-12（星期六），主管部门收到材料之日
  计算：向后 5 个工作日，起始日不计
  逐日（+ 计入，- 不计；未列的星期一至星期五计入，星期六、星期日不计）：
    + 2026-09-14（星期一） 工作日
    + 2026-09-18（星期五） 工作日
  结果：2026-09-18（星期五），确定

理解 2/2：rest-day-receipt-counts-from-next-working-day
  规则：limit.completeness，HOUSE receipt on a rest day（本产品的默认做法）；未核实
  内容：在休息日收到的，另一种理解是自下一个工作日视为收到。
  起始：nextWorkingDayAfterReceipt 2026-09-14（星期一），收到材料后的下一个工作日
  计算：向后 5 个工作日，起始日不计
  逐日（+ 计入，- 不计；未列的星期一至星期五计入，星期六、星期日不计）：
    + 2026-09-15（星期二） 工作日
    + 2026-09-20（星期日） 国庆节调休上班
  结果：2026-09-20（星期日），确定

规则包：cn-vats-current@1
日历：a-calendar，放假安排已收录至 2026-12-31，其后为推定
放假通知：国务院办公厅关于2026年部分节假日安排的通知，国办发明电〔2025〕7号，2025-11-04；间接来源`);
  });

  it.each([
    ['the earliest reading drives the company', renewalWindow(law, '2026-12-31'), 'company', 'earliest', [true, false]],
    ['the default one drives the cure month', annualReportCureEnd(law, 2026), 'company', 'default', [true, false]],
    ['the only one drives', annualReport(law, 2026), 'company', 'earliest', [true]],
    ['the default one drives an authority', completeness(law, '2026-09-12'), 'authority', 'default', [true, false]],
  ] as const)('%s', (_what, deadline, duty, drivenBy, drives) => {
    const explanation = explain(law, { ...ofCompany('x'), duty }, deadline);
    expect(explanation.drivenBy).toBe(drivenBy);
    expect(explanation.readings.map((reading) => reading.drives)).toEqual(drives);
  });

  it('keeps the days of a move apart from those of the count', () => {
    const deadline = review(law, {
      firstReceivedOn: '2026-03-02',
      completeReceivedOn: '2026-03-02',
      acceptedOn: '2026-03-06',
      pauses: [{ from: '2026-03-20', to: '2026-03-20' }],
      today: '2026-04-01',
    });
    const [first, second] = explain(law, { ...ofCompany('review'), duty: 'authority' }, deadline).readings;
    expect(first).toMatchObject({
      date: '2026-05-02',
      pausedDays: 1,
      steps: [{ date: '2026-03-20', counted: false }],
      moved: { to: 'next-working-day', date: '2026-05-06' },
    });
    expect(first?.moved?.steps.map(({ date }) => date.slice(5))).toEqual(['05-02', '05-03', '05-04', '05-05', '05-06']);
    expect(second?.moved).toBeNull();
  });

  it('has the year alone where a fixed day of the year is due', () => {
    const [line] = explanationText(explain(law, ofCompany('report'), annualReport(law, 2026)), 'en').filter((text) =>
      text.includes('Start'),
    );
    expect(line).toBe('  Start: year 2026, the year in which the report is filed');
  });

  it.each([
    ['2019-12-28', 5, ['holiday notice 2020']],
    ['2020-01-20', 10, ['holiday notice 2020/2']],
    ['2026-06-22', 3, []],
    ['2026-12-28', 20, []],
  ])('names the notices behind the days from %s on', (start, length, keys) => {
    const count = { kind: 'length', length, unit: 'working-day', direction: 'after' } as const;
    const answer = addWorkingDays(law.calendar, start, length);
    const { calendar } = explainDay(law.calendar, { subject: 'x', about, start, count, answer });
    expect(calendar.notices.map(({ key }) => key)).toEqual(keys);
  });

  it('of a question to the calendar is provisional with any of its parts', () => {
    const start = '2026-12-31';
    const count = { kind: 'length', length: 1, unit: 'day', direction: 'after' } as const;
    const answer = { date: addDays(start, 1), firmness: 'firm', steps: [] } as const;
    const question = { subject: 'x', about, start, count, answer: { ...answer, steps: [] } };
    expect(explainDay(law.calendar, question)).toMatchObject({ date: '2027-01-01', firmness: 'firm', safeDay: null });
    expect(explainDay(law.calendar, { ...question, moved: 'next-working-day' })).toMatchObject({
      date: '2027-01-04',
      firmness: 'provisional',
      readings: [{ date: '2027-01-01', firmness: 'provisional' }],
    });
    expect(explainDay(law.calendar, { ...question, withSafeDay: true })).toMatchObject({
      firmness: 'provisional',
      safeDay: { date: '2026-12-31' },
      readings: [{ firmness: 'firm' }],
    });
  });
});
