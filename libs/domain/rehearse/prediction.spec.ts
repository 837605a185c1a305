import fc from 'fast-check';
import { law } from '../../../test/support/builders.js';
import { addDays, daysBetween, nextWorkingDay } from '../../calendar/index.js';
import { lawOf } from '../pinned-law.js';
import { latestStart, predictIssue } from './prediction.js';

const filing = (receivedOn: string) => ({ authority: 'sh', kind: 'new' as const, receivedOn });
const finished = (days: number, rest: object = {}) => ({
  authority: 'sh',
  kind: 'new' as const,
  receivedOn: '2025-01-01',
  issuedOn: addDays('2025-01-01', days),
  ...rest,
});

describe('a permit may be expected', () => {
  it('by the limits of the authority, by its earliest and its latest reading', () => {
    expect(predictIssue(law, filing('2026-03-02'), [])).toEqual({
      from: '2026-05-18',
      to: '2026-06-18',
      firmness: 'firm',
      own: null,
    });
  });

  it('by the same readings where the house holds the later one', () => {
    const settled = { reading: 'working-days-from-acceptance', scope: 'authority', houseSeq: 7 } as const;
    const ours = lawOf({ pack: law.pack.id, calendar: law.calendar.id }, { 'limit.review': settled });
    expect(predictIssue(ours, filing('2026-03-02'), [])).toEqual(predictIssue(law, filing('2026-03-02'), []));
  });

  it('on days that nobody has published yet: then it is provisional', () => {
    expect(predictIssue(law, filing('2026-12-28'), []).firmness).toBe('provisional');
  });

  it('by own filings with the same authority, of the same kind: half of them, and nine of ten', () => {
    const ten = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((days) => finished(days));
    const others = [finished(1, { authority: 'bj' }), finished(1, { kind: 'renewal' })];
    expect(predictIssue(law, filing('2026-03-02'), [...others, ...ten.toReversed()]).own).toEqual({
      count: 10,
      p50: { days: 50, on: '2026-04-21' },
      p90: { days: 90, on: '2026-06-01' },
    });
    expect(predictIssue(law, filing('2026-03-02'), others).own).toBeNull();
  });
});

describe('the latest start', () => {
  const started = (by: string, notBefore = '2026-01-05', preparation = 20) =>
    latestStart(law, by, { notBefore, preparation });

  it.each([
    ['the day on which the permit of the very first filing day may be expected', '2026-06-18', true, true],
    ['the day before', '2026-06-17', false, true],
    ['the day of the hopeful one', '2026-05-18', false, true],
    ['the day before that', '2026-05-17', false, false],
    ['a day before the first filing', '2026-03-01', false, false],
  ])('is there or not: %s', (_, by, safe, hopeful) => {
    const { safe: sure, hopeful: hoped, by: wished } = started(by, '2026-02-10');
    expect([sure !== null, hoped !== null, wished]).toEqual([safe, hopeful, by]);
    if (safe) expect(sure).toEqual({ startOn: '2026-02-10', filingOn: '2026-03-02' });
  });

  it('is the last working day whose permit is there in time, after the preparation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 60 }), (days, preparation) => {
        const by = addDays('2026-04-01', days);
        const { safe, hopeful } = started(by, '2026-01-05', preparation);
        for (const [start, end] of [
          [safe, 'to'],
          [hopeful, 'from'],
        ] as const) {
          if (start === null) continue;
          expect(daysBetween(start.startOn, start.filingOn)).toBe(preparation);
          expect(start.startOn >= '2026-01-05').toBe(true);
          expect(predictIssue(law, filing(start.filingOn), [])[end] <= by).toBe(true);
          const next = nextWorkingDay(law.calendar, start.filingOn).date;
          expect(predictIssue(law, filing(next), [])[end] > by).toBe(true);
        }
        if (safe) expect(hopeful && hopeful.filingOn >= safe.filingOn).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is none where the rules say nothing of such days', () => {
    const { safe, hopeful } = latestStart(law, '2016-06-01', { notBefore: '2016-01-04', preparation: 0 });
    expect([safe, hopeful]).toEqual([null, null]);
  });

  it('is none where the only days left are no working days', () => {
    const day = predictIssue(law, filing('2026-03-07'), []).from;
    expect(started(day, '2026-03-07', 0).hopeful).toBeNull();
  });
});
