import fc from 'fast-check';
import { expect } from '../../test/support/quick-expect.js';
import { addDays, isWorkingDay, latestTable, loadCalendar } from '../calendar/index.js';
import {
  annualReport,
  annualReportCureEnd,
  changeFiling,
  completeness,
  correctionDue,
  deferredMaterials,
  latestDay,
  litigation,
  permitIssue,
  reconsideration,
  renewalDecision,
  renewalWindow,
  reportReturnDue,
  review,
  validity,
} from './clocks.js';
import { RuleNotInForceError } from './errors.js';
import { latestPack, packById } from './packs.js';
import type { Deadline } from './proof.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const datesOf = (deadline: Deadline | null) =>
  Object.fromEntries((deadline?.readings ?? []).map(({ id, date }) => [id, date]));

describe('completeness', () => {
  it.each([
    ['2026-09-14', '2026-09-20', 'a Sunday that is worked for National Day'],
    ['2026-01-05', '2026-01-12', 'a plain week'],
    ['2026-04-27', '2026-05-07', 'Labor Day between'],
  ])('five working days after %s are over on %s: %s', (receivedOn, date) => {
    expect(completeness(law, receivedOn)).toMatchObject({ date, safeDay: null, firmness: 'firm' });
  });

  it('lists the days that Monday-to-Friday counting gets wrong', () => {
    const [reading] = completeness(law, '2026-04-27').readings;
    expect(reading?.proof.steps.map(({ date, counted }) => `${counted ? '+' : '-'}${date}`)).toEqual([
      '+2026-04-28',
      '-2026-05-01',
      '-2026-05-04',
      '-2026-05-05',
      '+2026-05-07',
    ]);
    expect(reading?.proof).toMatchObject({
      ruleId: 'limit.completeness',
      pack: latestPack.id,
      calendar: latestTable.id,
      confidence: 'verified',
      inputs: { receivedOn: '2026-04-27', length: 5, unit: 'working-day', direction: 'after' },
      result: '2026-05-07',
    });
  });

  it('shows for papers that arrive on a rest day what follows if the next working day counts', () => {
    expect(datesOf(completeness(law, '2026-03-14'))).toEqual({
      'from-receipt': '2026-03-20',
      'rest-day-receipt-counts-from-next-working-day': '2026-03-23',
    });
    expect(completeness(law, '2026-03-13').readings).toHaveLength(1);
  });

  it('is provisional as soon as it reaches an unpublished year', () => {
    expect(completeness(law, '2026-12-28')).toMatchObject({ date: '2027-01-05', firmness: 'provisional' });
  });
});

describe('review', () => {
  const facts = {
    firstReceivedOn: '2026-09-14',
    completeReceivedOn: '2026-09-21',
    acceptedOn: '2026-09-25',
    pauses: [],
    today: '2026-09-25',
  };

  it('counts from the first receipt by default, and shows the two other readings', () => {
    const deadline = review(law, facts);
    expect(deadline).toMatchObject({ date: '2026-11-13', safeDay: null });
    expect(datesOf(deadline)).toEqual({
      'calendar-days-from-first-receipt': '2026-11-13',
      'working-days-from-acceptance': '2026-12-24',
      'calendar-days-from-complete-receipt': '2026-11-20',
    });
    expect(latestDay(deadline)).toBe('2026-12-24');
  });

  it('leaves an expert review out, its first and last day included, and lists each of its days', () => {
    const deadline = review(law, { ...facts, pauses: [{ from: '2026-10-12', to: '2026-10-23' }], today: '2026-10-30' });
    expect(datesOf(deadline)).toEqual({
      'calendar-days-from-first-receipt': '2026-11-25',
      'working-days-from-acceptance': '2027-01-08',
      'calendar-days-from-complete-receipt': '2026-12-02',
      'end-day-of-review-counts': '2026-11-24',
    });
    const steps = deadline.readings[0]?.proof.steps ?? [];
    expect(steps.map(({ date }) => date)).toEqual(Array.from({ length: 12 }, (_, i) => addDays('2026-10-12', i)));
    expect(steps.every(({ counted, reason }) => !counted && reason.code === 'expert-review')).toBe(true);
    expect(deadline.readings[0]?.proof.inputs).toMatchObject({ firstReceivedOn: '2026-09-14', pausedDays: 12 });
  });

  it('counts a review that is still going on up to today', () => {
    const during = (today: string) => review(law, { ...facts, pauses: [{ from: '2026-10-12', to: null }], today }).date;
    expect(during('2026-10-12')).toBe('2026-11-14');
    expect(during('2026-10-14')).toBe('2026-11-16');
  });

  it('does not care for a review after the last day or for one told twice', () => {
    const date = (pauses: { from: string; to: string }[]) =>
      review(law, { ...facts, pauses, today: '2026-12-31' }).date;
    expect(date([{ from: '2026-11-14', to: '2026-11-20' }])).toBe('2026-11-13');
    expect(
      date([
        { from: '2026-10-12', to: '2026-10-14' },
        { from: '2026-10-13', to: '2026-10-14' },
      ]),
    ).toBe('2026-11-16');
  });

  it('shows a receipt on a rest day also as of the next working day, where the pack reads it so', () => {
    const onSaturday = { ...facts, firstReceivedOn: '2026-03-14' };
    const reading = 'rest-day-receipt-counts-from-next-working-day';
    expect(datesOf(review(law, onSaturday))[reading]).toBe('2026-05-15');
    expect(datesOf(review(law, { ...facts, firstReceivedOn: '2026-03-13' }))).not.toHaveProperty(reading);
    expect(datesOf(review({ ...law, pack: packById('cn-vats-current@1') }, onSaturday))).not.toHaveProperty(reading);
  });

  it('does not ask whether the last day of a review counts while the review goes on', () => {
    const during = review(law, { ...facts, pauses: [{ from: '2026-10-12', to: null }], today: '2026-10-14' });
    expect(datesOf(during)).not.toHaveProperty('end-day-of-review-counts');
  });

  it('shows a limit that ends on a rest day also at the next working day', () => {
    const [reading] = review(law, {
      ...facts,
      firstReceivedOn: '2026-03-02',
      completeReceivedOn: '2026-03-02',
      acceptedOn: '2026-03-06',
    }).readings;
    expect(reading).toMatchObject({ date: '2026-05-01', rolled: '2026-05-06' });
  });
});

describe('issue and correction', () => {
  it('gives the authority ten working days after the grant', () => {
    expect(permitIssue(law, '2026-09-14')).toMatchObject({ date: '2026-09-28', safeDay: null });
  });

  it('holds the company to the same day for papers promised at filing', () => {
    expect(deferredMaterials(law, '2026-09-14')).toMatchObject({ date: '2026-09-28', safeDay: '2026-09-28' });
  });

  it('takes the day printed in the notice, with a safe day before a holiday', () => {
    expect(correctionDue(law, { noticedOn: '2026-09-14', dueOn: '2026-10-05' })).toMatchObject({
      date: '2026-10-05',
      safeDay: '2026-09-30',
    });
  });

  it('has no day where the notice prints none', () => {
    expect(correctionDue(law, { noticedOn: '2026-09-14', dueOn: null })).toBeNull();
  });
});

describe('annual report', () => {
  it.each([
    [2026, '2026-03-31', '2026-03-31'],
    ['2024', '2024-03-31', '2024-03-29'],
    [2018, '2018-03-31', '2018-03-30'],
  ])('%s: due %s, to be filed by %s', (year, date, safeDay) => {
    expect(annualReport(law, year)).toMatchObject({ date, safeDay });
  });

  it('ends the cure month on April 30 by default, and shows that it may help nobody who has not filed', () => {
    const cure = annualReportCureEnd(law, 2026);
    expect(cure.date).toBe('2026-04-30');
    expect(datesOf(cure)).toEqual({ 'late-filing-allowed': '2026-04-30', 'only-returned-reports': '2026-03-31' });
    expect(annualReportCureEnd(law, 2027).date).toBe('2027-04-30');
  });

  it('is of a year of four digits', () => {
    expect(() => annualReport(law, 999)).toThrow('has no rule limit.annual-report for 0999-03-31');
  });
});

describe('the return of a report', () => {
  it.each([
    ['the day that it prints', { returnedOn: '2027-02-19', dueOn: '2027-03-10' }, '2027-03-10'],
    ['the end of the cure month where it prints none', { returnedOn: '2027-02-19', dueOn: null }, '2027-04-30'],
    ['its own day at the end of the cure month', { returnedOn: '2027-04-30', dueOn: null }, '2027-04-30'],
    ['no date after the cure month', { returnedOn: '2027-05-06', dueOn: null }, undefined],
  ])('has %s', (_case, returned, date) => {
    const deadline = reportReturnDue(law, { year: '2027', ...returned });
    expect(deadline?.date).toBe(date);
    expect(deadline?.readings.map(({ proof }) => proof.citation.source)).toEqual(date && ['N321']);
  });
});

describe('change', () => {
  const change = { decidedOn: '2026-09-05', registeredOn: '2026-09-20', effectiveOn: null, operatorChanges: null };

  it.each(['name', 'legal-representative', 'registered-capital'])(
    '%s: thirty days from the changed registration',
    (kind) => {
      expect(changeFiling(law, { ...change, kind })).toMatchObject({ date: '2026-10-20', safeDay: '2026-10-20' });
      expect(changeFiling(law, { ...change, kind, registeredOn: null })).toBeNull();
    },
  );

  it.each([
    [true, '2026-10-05', ['from-decision']],
    [false, '2026-10-20', ['from-registration']],
    [null, '2026-10-05', ['from-decision', 'from-registration']],
  ])('shareholders, operator changes %s: due %s', (operatorChanges, date, readings) => {
    const deadline = changeFiling(law, { ...change, kind: 'shareholders', operatorChanges });
    expect(deadline?.date).toBe(date);
    expect(Object.keys(datesOf(deadline))).toEqual(readings);
  });

  it('follows what is known while nobody has said whether the operator changes', () => {
    const unanswered = { ...change, kind: 'shareholders' };
    expect(changeFiling(law, { ...unanswered, decidedOn: null })?.date).toBe('2026-10-20');
    expect(changeFiling(law, { ...unanswered, registeredOn: null })?.date).toBe('2026-10-05');
    expect(changeFiling(law, { ...unanswered, decidedOn: null, registeredOn: null })).toBeNull();
  });

  it('scope: thirty days from the decision, and ninety days ahead of its effect where that is known', () => {
    expect(changeFiling(law, { ...change, kind: 'scope', registeredOn: null })).toMatchObject({
      date: '2026-10-05',
      safeDay: '2026-09-30',
    });
    const ahead = changeFiling(law, { ...change, kind: 'scope', effectiveOn: '2026-12-31' });
    expect(datesOf(ahead)).toEqual({ 'from-decision': '2026-10-05', 'ninety-days-ahead': '2026-10-02' });
    expect(ahead).toMatchObject({ date: '2026-10-02', safeDay: '2026-09-30' });
  });

  it.each([
    [true, ['from-decision', 'ninety-days-ahead']],
    [null, ['from-decision', 'from-registration', 'ninety-days-ahead']],
    [false, ['from-registration']],
  ])('of the operator (%s) is due ninety days ahead of its effect too', (operatorChanges, readings) => {
    const facts = { ...change, kind: 'shareholders', operatorChanges, effectiveOn: '2026-12-31' };
    expect(Object.keys(datesOf(changeFiling(law, facts)))).toEqual(readings);
  });
});

describe('renewal and validity', () => {
  it.each([
    ['2026-12-31', '2026-10-02', '2026-09-30'],
    ['2026-08-15', '2026-05-17', '2026-05-15'],
  ])('a permit that ends %s is renewed by %s, safely by %s', (lastDay, date, safeDay) => {
    const deadline = renewalWindow(law, lastDay);
    expect(deadline).toMatchObject({ date, safeDay });
    expect(deadline.safeDaySteps.at(-1)).toMatchObject({ date: safeDay, counted: true });
    expect(datesOf(deadline)['thirty-days-before']).toBeDefined();
  });

  it('expects the decision by the last day, rest day or not', () => {
    expect(renewalDecision(law, '2026-08-15')).toMatchObject({
      date: '2026-08-15',
      readings: [{ rolled: '2026-08-15' }],
    });
  });

  it.each([
    ['2021-03-15', '2026-03-14', '2026-03-15'],
    ['2020-02-29', '2025-02-28', '2025-02-28'],
    ['2019-03-01', '2024-02-29', '2024-03-01'],
    ['2014-05-06', '2019-05-05', '2019-05-06'],
  ])('a permit from %s is valid until %s; some print %s', (validFrom, lastDay, sameDayAnniversary) => {
    expect(validity(law, validFrom)).toMatchObject({
      lastDay,
      sameDayAnniversary,
      proof: { ruleId: 'limit.validity', result: lastDay },
    });
  });

  it('leaves what ended before the measures of 2017 to another pack', () => {
    expect(() => validity(law, '2012-05-06')).toThrow('has no rule limit.validity for 2012-05-06');
    expect(() => renewalWindow(law, '2017-08-31')).toThrow(RuleNotInForceError);
  });
});

describe('appeal', () => {
  it('allows sixty days and six months from service, ending on the month’s last day where it must', () => {
    expect(reconsideration(law, '2026-09-14')).toMatchObject({ date: '2026-11-13', safeDay: '2026-11-13' });
    expect(litigation(law, '2026-03-14').date).toBe('2026-09-14');
    expect(litigation(law, '2025-08-31')).toMatchObject({ date: '2026-02-28', safeDay: '2026-02-28' });
  });
});

describe('every clock', () => {
  /** From the day on which all these limits are in force. */
  const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2020-05-11', days));
  const lifeOf = (start: string): Deadline[] => [
    completeness(law, start),
    review(law, { firstReceivedOn: start, completeReceivedOn: start, acceptedOn: start, pauses: [], today: start }),
    permitIssue(law, start),
    deferredMaterials(law, start),
    annualReport(law, start.slice(0, 4)),
    ...['name', 'shareholders', 'scope'].flatMap(
      (kind) =>
        changeFiling(law, { kind, decidedOn: start, registeredOn: start, effectiveOn: null, operatorChanges: null }) ??
        [],
    ),
    renewalWindow(law, start),
    reconsideration(law, start),
    litigation(law, start),
  ];

  it('never comes earlier for a later start', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (start, later) => {
        const after = lifeOf(addDays(start, later));
        for (const [i, { date }] of lifeOf(start).entries()) expect((after[i]?.date ?? '') >= date).toBe(true);
      }),
    );
  });

  it('takes the company’s own duties and rights no later than any reading, and safely on a working day', () => {
    fc.assert(
      fc.property(day, (start) => {
        for (const { date, safeDay, readings } of lifeOf(start)) {
          for (const reading of readings) expect(reading.rolled >= reading.date).toBe(true);
          if (safeDay === null) continue;
          expect(safeDay <= date && isWorkingDay(law.calendar, safeDay).workingDay).toBe(true);
          for (const reading of readings) expect(date <= reading.date && reading.rolled === reading.date).toBe(true);
        }
      }),
    );
  });

  it('moves a review later by each day of an expert review, never earlier', () => {
    const receivedOn = '2026-03-02';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 40 }), (begin, length) => {
        const pauses = [{ from: addDays(receivedOn, begin), to: addDays(receivedOn, begin + length) }];
        const facts = {
          firstReceivedOn: receivedOn,
          completeReceivedOn: receivedOn,
          acceptedOn: receivedOn,
          today: '2026-12-31',
        };
        const [plain, paused] = [review(law, { ...facts, pauses: [] }), review(law, { ...facts, pauses })];
        expect(paused.date).toBe(addDays(plain.date, length + 1));
        for (const [i, { date }] of plain.readings.entries())
          expect((paused.readings[i]?.date ?? '') >= date).toBe(true);
      }),
    );
  });

  it('proves its result: the proof names rule, versions, citation and both languages', () => {
    for (const { readings } of lifeOf('2026-03-02')) {
      for (const { date, proof } of readings) {
        expect(proof).toMatchObject({ result: date, pack: law.pack.id, calendar: law.calendar.id });
        expect(law.pack.sources[proof.citation.source]).toBeDefined();
        expect(proof.wording.zh && proof.wording.en).toBeTruthy();
      }
    }
  });
});
