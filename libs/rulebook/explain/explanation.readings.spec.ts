import { latestTable, loadCalendar } from '../../calendar/index.js';
import { annualReport, changeFiling, completeness, renewalWindow, review } from '../clocks.js';
import { limitOn, measure } from '../deadlines.js';
import type { LimitRule } from '../pack.js';
import { latestPack, packById } from '../packs.js';
import { validityDeadline } from '../timeline/index.js';
import { explain } from './index.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const about = { zh: '某事', en: 'something' };
const company = { subject: 'x', about, duty: 'company' } as const;
const authority = { ...company, duty: 'authority' } as const;
const facts = { firstReceivedOn: '2026-03-02', completeReceivedOn: '2026-03-02', acceptedOn: '2026-03-06', pauses: [] };

describe('what drives', () => {
  it('is the earliest reading of the company’s own duty, wherever it stands', () => {
    const change = { kind: 'scope', decidedOn: '2026-09-05', registeredOn: null, operatorChanges: null };
    const deadline = changeFiling(law, { ...change, effectiveOn: '2026-12-31' });
    const { drivenBy, date, readings } = explain(law, company, deadline as NonNullable<typeof deadline>);
    expect([drivenBy, date]).toEqual(['earliest', '2026-10-02']);
    expect(readings.map(({ id, drives }) => [id, drives])).toEqual([
      ['from-decision', false],
      ['ninety-days-ahead', true],
    ]);
  });

  it('is the first reading of an authority’s duty, also where all give one day', () => {
    const { drivenBy, readings } = explain(law, authority, renewalWindow(law, '2026-12-31'));
    expect([drivenBy, readings.map(({ drives }) => drives)]).toEqual(['default', [true, false]]);
    const one = explain(law, authority, completeness(law, '2026-09-14'));
    expect([one.drivenBy, one.readings.map(({ drives }) => drives)]).toEqual(['default', [true]]);
  });
});

describe('the parts of an explanation', () => {
  it('are the safe day with each day looked at, for who has to act', () => {
    const { safeDay } = explain(law, company, renewalWindow(law, '2026-12-31'));
    expect(safeDay?.date).toBe('2026-09-30');
    expect(safeDay?.steps.map(({ date, counted }) => [date, counted])).toEqual([
      ['2026-10-02', false],
      ['2026-10-01', false],
      ['2026-09-30', true],
    ]);
    expect(explain(law, authority, completeness(law, '2026-09-14')).safeDay).toBeNull();
  });

  it('are the count and the fact that starts it', () => {
    const parts = ({ readings }: ReturnType<typeof explain>) => readings.map(({ start, count }) => ({ start, count }));
    expect(parts(explain(law, company, annualReport(law, 2026)))).toEqual([
      { start: { name: 'year', value: '2026' }, count: { kind: 'day-of-year', monthDay: '03-31' } },
    ]);
    expect(parts(explain(law, company, validityDeadline(law, '2022-01-01')))).toEqual([
      { start: { name: 'validFrom', value: '2022-01-01' }, count: { kind: 'term', years: 5, end: 'eve' } },
      { start: { name: 'validFrom', value: '2022-01-01' }, count: { kind: 'term', years: 5, end: 'anniversary' } },
    ]);
    expect(parts(explain(law, authority, completeness(law, '2026-09-14')))).toEqual([
      {
        start: { name: 'receivedOn', value: '2026-09-14' },
        count: { kind: 'length', length: 5, unit: 'working-day', direction: 'after' },
      },
    ]);
  });

  it('are the rule with its source, and null for a reading on which nobody has settled', () => {
    const [reading] = explain(law, company, renewalWindow(law, '2026-12-31')).readings;
    const [rule] = law.pack.limits.filter(({ id }) => id === 'limit.renewal');
    expect(reading).toMatchObject({
      settled: null,
      rule: { id: 'limit.renewal', source: law.pack.sources[rule?.citation.source ?? '']?.title },
    });
    const { [rule?.citation.source ?? '']: _, ...others } = law.pack.sources;
    const unlisted = { ...law, pack: { ...law.pack, sources: others } };
    expect(explain(unlisted, company, renewalWindow(law, '2026-12-31')).readings[0]?.rule?.source).toBeNull();
  });

  it('are the pack that gave the date, which for a permit of older measures is theirs', () => {
    const older = { ...law, pack: packById('cn-vats-2009@1') };
    expect(explain(law, company, renewalWindow(older, '2016-12-31')).pack).toBe('cn-vats-2009@1');
    expect(explain(law, company, { ...renewalWindow(law, '2026-12-31'), readings: [] }).pack).toBe(latestPack.id);
  });
});

describe('a move to the next working day', () => {
  const deadline = review(law, { ...facts, today: '2026-04-01' });

  it('is an authority’s alone', () => {
    expect(explain(law, authority, deadline).readings[0]?.moved?.date).toBe('2026-05-06');
    expect(explain(law, company, deadline).readings.map(({ moved }) => moved)).toEqual([null, null, null]);
  });

  it('is the one of the version of the rule that gave the date', () => {
    const now = limitOn(law, 'limit.review', '2026-03-02');
    const [reading] = now.readings;
    const worded = (en: string, roll: 'none' | 'next-working-day', validFrom: string): LimitRule => ({
      ...now,
      validFrom,
      readings: reading ? [{ ...reading, wording: { zh: en, en }, roll }] : [],
    });
    const versions = [worded('old', 'next-working-day', '2019-01-01'), worded('new', 'none', '2026-01-01')];
    const other = { ...worded('new', 'next-working-day', '2019-01-01'), id: 'limit.other' };
    const both = { ...law, pack: { ...law.pack, limits: [other, ...versions] } };
    const moves = versions.map((rule) => {
      const given = rule.readings[0] as LimitRule['readings'][number];
      const found = measure(both, rule, given, '2026-03-02');
      return explain(both, authority, { ...deadline, date: found.date, readings: [found] }).readings[0]?.moved?.date;
    });
    expect(moves).toEqual(['2026-05-06', undefined]);
  });

  it('of a wording that changed since is read off the reading of that name', () => {
    const reworded = deadline.readings.map((reading) => ({
      ...reading,
      proof: { ...reading.proof, wording: { zh: '旧', en: 'old' } },
    }));
    const moves = explain(law, authority, { ...deadline, readings: reworded }).readings.map(({ moved }) => moved?.date);
    expect(moves).toEqual(explain(law, authority, deadline).readings.map(({ moved }) => moved?.date));
    expect(moves).toEqual(['2026-05-06', undefined, '2026-05-06']);
  });
});
