import fc from 'fast-check';
import { aCalendarThrough2027 } from '../../test/support/builders.js';
import { law } from '../../test/support/law.js';
import { expect } from '../../test/support/quick-expect.js';
import { addDays, type CivilDate, isWorkingDay, loadCalendar } from '../calendar/index.js';
import {
  annualReport,
  annualReportCureEnd,
  completeness,
  correctionDue,
  type Deadline,
  type Ladder,
  type LadderRepeat,
  type LadderRung,
  ladderFor,
  renewalWindow,
  review,
  rungDay,
} from '../rulebook/index.js';
import { type ObligationParts, obligation } from './agenda/obligation-parts.js';
import { type LadderPlace, type Rung, rungsToCome } from './ladder.js';
import type { FiredRung } from './license.js';

const due = (dueOn: CivilDate): Deadline | null => correctionDue(law, { noticedOn: dueOn, dueOn });

function place(
  parts: Partial<ObligationParts> & Pick<ObligationParts, 'kind' | 'openedOn' | 'deadline'>,
  rest: Partial<LadderPlace> = {},
): LadderPlace {
  const duty = obligation({ duty: 'company', openedSeq: 1, ...parts });
  return { law, obligation: duty, permitEnd: null, fired: [], today: duty.openedOn, ...rest };
}

const plan = (at: LadderPlace): Rung[] => rungsToCome(ladderFor(law, at.obligation.kind), at);
const days = (at: LadderPlace): string[] => plan(at).map(({ rung, day }) => `${day} ${rung}`);

const fired = (rung: string, on: CivilDate, more: Partial<FiredRung> = {}): FiredRung => ({
  rung,
  people: ['person-owner'],
  on,
  skipped: false,
  acknowledgedBy: null,
  snoozedUntil: null,
  escalatedTo: [],
  seq: 2,
  ...more,
});

describe('rungsToCome, ladder by ladder', () => {
  it('counts a renewal back from the safe day, each rung on a working day, then weekly', () => {
    // Last day 2026-12-31: T-90 is October 2, inside the National Day break, so S is September 30.
    const at = place(
      { kind: 'renewal', openedOn: '2022-01-04', deadline: renewalWindow(law, '2026-12-31') },
      { permitEnd: '2026-12-31' },
    );
    expect(days(at)).toEqual([
      '2026-04-03 S-180',
      '2026-06-02 S-120',
      '2026-07-02 S-90',
      '2026-07-31 S-60',
      '2026-08-31 S-30',
      '2026-09-16 S-14',
      '2026-09-23 S-7',
      '2026-09-24 S-3',
      '2026-09-30 S',
      '2026-10-08 window-missed-1',
    ]);
  });

  it('goes from the missed window to the expired permit and does not end', () => {
    const begun = { fired: [fired('S', '2026-09-30'), fired('window-missed-1', '2026-10-08')] };
    const at = (today: CivilDate, rest = begun) =>
      place(
        { kind: 'renewal', openedOn: '2022-01-04', deadline: renewalWindow(law, '2026-12-31') },
        { permitEnd: '2026-12-31', today, ...rest },
      );
    expect(days(at('2026-10-08'))).toEqual(['2026-10-14 window-missed-2']);
    expect(days(at('2026-12-30', { fired: [...begun.fired, fired('window-missed-13', '2026-12-30')] }))).toEqual([
      '2027-01-07 expired-1',
    ]);
  });

  it('reminds of an annual report on the first working day, daily in the cure month, then weekly', () => {
    const parts = { kind: 'annual-report', period: '2026', openedOn: '2026-01-01' } as const;
    const report = { ...parts, deadline: annualReport(law, 2026), cureEnd: annualReportCureEnd(law, 2026).date };
    expect(days(place(report))).toEqual([
      '2026-01-04 january-1',
      '2026-02-28 S-30',
      '2026-03-17 S-14',
      '2026-03-24 S-7',
      '2026-03-27 S-3',
      '2026-03-31 S',
      '2026-04-01 cure-1',
    ]);
    const told = { fired: [fired('S', '2026-03-31')] };
    const inMay = days(place(report, { ...told, today: '2026-05-08' }));
    expect(inMay.slice(0, 5)).toEqual([
      '2026-04-01 cure-1',
      '2026-04-02 cure-2',
      '2026-04-03 cure-3',
      '2026-04-07 cure-4',
      '2026-04-08 cure-5',
    ]);
    expect(inMay.slice(-4)).toEqual([
      '2026-04-29 cure-20',
      '2026-04-30 cure-21',
      '2026-05-07 weekly-1',
      '2026-05-14 weekly-2',
    ]);
  });

  it('tells of a correction on receipt, at half time, two days before and on the safe day', () => {
    expect(days(place({ kind: 'correction', openedOn: '2026-03-02', deadline: due('2026-03-20') }))).toEqual([
      '2026-03-02 opened',
      '2026-03-11 half-time',
      '2026-03-18 S-2',
      '2026-03-20 S',
      '2026-03-27 weekly-1',
    ]);
  });

  it('repeats every five working days where a correction notice sets no date', () => {
    const at = place({ kind: 'correction', openedOn: '2026-02-09', deadline: null });
    expect(days(at)).toEqual(['2026-02-09 opened', '2026-02-14 undated-1']);
    expect(
      days({ ...at, fired: [fired('opened', '2026-02-09'), fired('undated-1', '2026-02-14')], today: '2026-02-14' }),
    ).toEqual(['2026-02-28 undated-2']);
  });

  it('asks after the earlier reading and complains after the later one', () => {
    const facts = {
      firstReceivedOn: '2026-03-02',
      completeReceivedOn: '2026-03-02',
      acceptedOn: '2026-03-06',
      pauses: [],
      today: '2026-03-06',
    };
    const at = place({ kind: 'review', duty: 'authority', openedOn: '2026-03-06', deadline: review(law, facts) });
    expect(days(at)).toEqual(['2026-05-06 ask', '2026-06-04 complaint', '2026-06-11 weekly-1']);
  });

  it('goes straight to the complaint where there is one reading only', () => {
    const at = place({
      kind: 'acceptance',
      duty: 'authority',
      openedOn: '2026-09-14',
      deadline: completeness(law, '2026-09-14'),
    });
    expect(plan(at)[0]).toEqual({ rung: 'complaint', day: '2026-09-21', skips: ['ask'] });
  });
});

describe('every rung of every ladder', () => {
  // Three weeks around the National Day break of 2026, with its make-up days.
  const anchors = Array.from({ length: 21 }, (_, i) => addDays('2026-09-24', i));
  const rungs = law.pack.ladders.flatMap((ladder) =>
    ladder.rungs.map((rung) => [ladder.obligation, rung.key, rung] as const),
  );

  it.each(rungs)('of %s, %s, keeps its side of a rest day', (_obligation, _key, rung) => {
    const prepares = rung.anchor === 'safe-day' || rung.anchor === 'half-time';
    for (const anchor of anchors) {
      const meant = addDays(anchor, rung.offsetDays);
      const day = rungDay(law.calendar, rung, anchor);
      const works = isWorkingDay(law.calendar, meant).workingDay;
      if (works || rung.onRestDays) expect(day).toBe(meant);
      else expect(prepares ? day < meant : day > meant).toBe(true);
      if (!rung.onRestDays) expect(isWorkingDay(law.calendar, day).workingDay).toBe(true);
    }
  });
});

describe('rungsToCome at the edges', () => {
  it('leaves an opening rung for the next working day', () => {
    expect(days(place({ kind: 'change', openedOn: '2026-10-03', deadline: due('2026-11-02') }))[0]).toBe(
      '2026-10-08 opened',
    );
  });

  it('begins a renewal that becomes known late with the newest missed rung', () => {
    const at = place(
      { kind: 'renewal', openedOn: '2026-09-05', deadline: renewalWindow(law, '2026-12-31') },
      { permitEnd: '2026-12-31' },
    );
    expect(plan(at)[0]).toEqual({ rung: 'S-30', day: '2026-09-05', skips: ['S-180', 'S-120', 'S-90', 'S-60'] });
  });

  it('lets the opening rung speak for preparatory rungs that came too early to be sent', () => {
    expect(days(place({ kind: 'change', openedOn: '2026-03-10', deadline: due('2026-03-20') }))).toEqual([
      '2026-03-10 opened',
      '2026-03-13 S-7',
      '2026-03-17 S-3',
      '2026-03-20 S',
      '2026-03-27 weekly-1',
    ]);
  });

  it('does not make up for them once the opening was told', () => {
    const at = place({ kind: 'correction', openedOn: '2026-03-10', deadline: due('2026-03-11') });
    expect(days(at)).toEqual(['2026-03-10 opened', '2026-03-11 S', '2026-03-18 weekly-1']);
    expect(days({ ...at, fired: [fired('opened', '2026-03-10')] })).toEqual(['2026-03-11 S', '2026-03-18 weekly-1']);
  });

  it('sends the newest missed rung of a duty that came back', () => {
    const at = place(
      { kind: 'change', openedOn: '2026-03-10', deadline: due('2026-03-20') },
      { fired: [fired('opened', '2026-03-02')] },
    );
    expect(plan(at)[0]).toEqual({ rung: 'S-14', day: '2026-03-10', skips: [] });
  });

  it('begins with S a duty that becomes known after it', () => {
    const at = place({ kind: 'change', openedOn: '2026-03-28', deadline: due('2026-03-20') });
    expect(plan(at)[0]).toEqual({ rung: 'S', day: '2026-03-28', skips: [] });
    expect(days(at)).toEqual(['2026-03-28 S', '2026-04-07 weekly-1']);
  });

  it('fires no rung again and none before one that has fired when the date moves later', () => {
    const at = place(
      { kind: 'change', openedOn: '2026-03-02', deadline: due('2026-04-20') },
      { fired: [fired('opened', '2026-03-02'), fired('S-7', '2026-03-13')] },
    );
    expect(days(at)).toEqual(['2026-04-17 S-3', '2026-04-20 S', '2026-04-27 weekly-1']);
  });

  it('counts back again once the date of an undated duty is known', () => {
    const record = [fired('opened', '2026-03-02'), fired('undated-1', '2026-03-09')];
    const at = place(
      { kind: 'change', openedOn: '2026-03-02', deadline: due('2026-04-08') },
      { fired: record, today: '2026-03-12' },
    );
    expect(days(at)).toEqual([
      '2026-03-25 S-14',
      '2026-04-01 S-7',
      '2026-04-03 S-3',
      '2026-04-08 S',
      '2026-04-15 weekly-1',
    ]);
  });

  it('tells of the opening and of S at once on the safe day itself', () => {
    const at = place({ kind: 'correction', openedOn: '2026-03-20', deadline: due('2026-03-20') });
    expect(plan(at)[0]).toEqual({ rung: 'S', day: '2026-03-20', skips: ['opened'] });
  });

  it('knows by its own rung that the opening was told, whatever was told before', () => {
    const at = place(
      { kind: 'change', openedOn: '2026-03-10', deadline: due('2026-03-20') },
      { fired: [fired('undated-1', '2026-03-02'), fired('opened', '2026-03-10')] },
    );
    expect(plan(at)[0]).toEqual({ rung: 'S-7', day: '2026-03-13', skips: [] });
  });

  it('gives two rungs of one day to the later one', () => {
    // S-3 and S-7 both fall back to February 14, the make-up day before Spring Festival.
    const at = place({ kind: 'change', openedOn: '2026-01-20', deadline: due('2026-02-24') });
    expect(plan(at).find(({ rung }) => rung === 'S-3')).toEqual({
      rung: 'S-3',
      day: '2026-02-14',
      skips: ['opened', 'S-14', 'S-7'],
    });
    expect(days(at)).not.toContain('2026-02-14 S-7');
  });
});

describe('a small ladder', () => {
  const weekly: LadderRepeat = { key: 'weekly', after: 'opening', until: 'closed', every: 7, unit: 'day' };
  const laid = (ladder: Partial<Ladder>, at: LadderPlace): string[] =>
    rungsToCome({ obligation: 'change', rungs: [], repeats: [], ...ladder }, at).map(
      ({ rung, day }) => `${day} ${rung}`,
    );
  /** Known on a Monday, due on a Sunday: its safe day is Friday, March 20. */
  const duty = (parts: Partial<ObligationParts> = {}, rest: Partial<LadderPlace> = {}): LadderPlace =>
    place({ kind: 'change', openedOn: '2026-03-02', deadline: due('2026-03-22'), ...parts }, rest);
  const undated = { deadline: null };

  it.each<[string, Partial<LadderRepeat>, LadderPlace, string[]]>([
    ['the opening', {}, duty(), ['2026-03-09 weekly-1']],
    ['the safe day', { after: 'safe-day' }, duty(), ['2026-03-27 weekly-1']],
    ['the date, on the next working day', { after: 'deadline' }, duty(), ['2026-03-30 weekly-1']],
    ['the end of the cure', { after: 'cure-end' }, duty({ cureEnd: '2026-04-10' }), ['2026-04-17 weekly-1']],
    ['the date where there is no cure', { after: 'cure-end' }, duty(), ['2026-03-30 weekly-1']],
    ['the end of the permit', { after: 'permit-end' }, duty({}, { permitEnd: '2026-05-29' }), ['2026-06-05 weekly-1']],
    ['the end of a permit that is unknown', { after: 'permit-end' }, duty(), []],
    ['the later reading', { after: 'later-reading' }, duty(), ['2026-03-30 weekly-1']],
    ['the opening where there is no date', { onlyWithoutDate: true }, duty(undated), ['2026-03-09 weekly-1']],
    ['nothing where there is one', { onlyWithoutDate: true }, duty(), []],
    ['nothing where there is none', {}, duty(undated), []],
    ['the safe day of no date', { after: 'safe-day', onlyWithoutDate: true }, duty(undated), []],
    ['the date of no date', { after: 'deadline', onlyWithoutDate: true }, duty(undated), []],
    ['the cure of no date', { after: 'cure-end', onlyWithoutDate: true }, duty(undated), []],
    ['the later reading of no date', { after: 'later-reading', onlyWithoutDate: true }, duty(undated), []],
    ['no cure until its end', { until: 'cure-end' }, duty(), []],
    ['no permit until its end', { until: 'permit-end' }, duty(), []],
  ])('repeats after %s', (_, repeat, at, expected) => {
    expect(laid({ repeats: [{ ...weekly, ...repeat }] }, at)).toEqual(expected);
  });

  it.each<[string, Partial<LadderRepeat>, Partial<LadderPlace>, string[]]>([
    [
      'the end, that day included',
      { until: 'permit-end' },
      { permitEnd: '2026-03-16' },
      ['2026-03-09 weekly-1', '2026-03-16 weekly-2'],
    ],
    ['the day before the next turn', { until: 'permit-end' }, { permitEnd: '2026-03-15' }, ['2026-03-09 weekly-1']],
    [
      'the first turn after today',
      {},
      {},
      ['2026-03-09 weekly-1', '2026-03-16 weekly-2', '2026-03-23 weekly-3', '2026-03-30 weekly-4'],
    ],
    [
      'it in working days',
      { every: 5, unit: 'working-day' },
      {},
      ['2026-03-09 weekly-1', '2026-03-16 weekly-2', '2026-03-23 weekly-3', '2026-03-30 weekly-4'],
    ],
  ])('repeats up to %s', (_, repeat, rest, expected) => {
    expect(laid({ repeats: [{ ...weekly, ...repeat }] }, duty({}, { today: '2026-03-23', ...rest }))).toEqual(expected);
  });

  it('goes on with the next repeat where the one before ends, or at its own anchor if that is later', () => {
    const daily: LadderRepeat = { key: 'daily', after: 'opening', until: 'cure-end', every: 2, unit: 'working-day' };
    const at = (cureEnd: string) => duty({ cureEnd }, { today: '2026-03-23' });
    expect(laid({ repeats: [daily, weekly] }, at('2026-03-06'))).toEqual([
      '2026-03-04 daily-1',
      '2026-03-06 daily-2',
      '2026-03-13 weekly-1',
      '2026-03-20 weekly-2',
      '2026-03-27 weekly-3',
    ]);
    expect(laid({ repeats: [daily, { ...weekly, after: 'safe-day' }] }, at('2026-03-06')).slice(2)).toEqual([
      '2026-03-27 weekly-1',
    ]);
    expect(laid({ repeats: [daily, weekly] }, { ...at('2026-03-27'), today: '2026-03-05' })).toEqual([
      '2026-03-04 daily-1',
      '2026-03-06 daily-2',
    ]);
  });

  it('does not count the turns of another repeat whose name is as long', () => {
    const first: LadderRepeat = { ...weekly, key: 'first', until: 'cure-end' };
    const at = duty({ cureEnd: '2026-03-13' }, { fired: [fired('other-1', '2026-03-09')], today: '2026-03-05' });
    expect(laid({ repeats: [first, { ...weekly, key: 'other' }] }, at)).toEqual(['2026-03-09 first-1']);
    const beside = { ...at, fired: [fired('first-a', '2026-03-09'), fired('first-1b', '2026-03-09')] };
    expect(laid({ repeats: [first] }, beside)).toEqual(['2026-03-09 first-1']);
  });

  it('counts its turns on from those that have left, whatever else has', () => {
    const at = duty(
      {},
      { today: '2026-03-16', fired: [fired('weekly-1', '2026-03-09'), fired('weekly-2', '2026-03-16')] },
    );
    expect(laid({ repeats: [weekly] }, at)).toEqual(['2026-03-23 weekly-3']);
    const others = ['weekly', 'weekly-', 'weekly-x', 'weekly-1x', 'biweekly-1'].map((rung) =>
      fired(rung, '2026-03-16'),
    );
    expect(laid({ repeats: [weekly] }, duty({}, { fired: others }))).toEqual(['2026-03-09 weekly-1']);
  });

  const opened: LadderRung = { key: 'opened', anchor: 'opening', offsetDays: 0 };
  const rungs = (...anchors: [LadderRung['anchor'], number][]): LadderRung[] =>
    anchors.map(([anchor, offsetDays]) => ({ key: `${anchor}${offsetDays}`, anchor, offsetDays }));

  it.each<[string, LadderRung[], LadderPlace, string[]]>([
    ['half way', rungs(['half-time', 0]), duty({ deadline: due('2026-03-09') }), ['2026-03-05 half-time0']],
    ['half way of one day: nowhere', rungs(['half-time', 0]), duty({ deadline: due('2026-03-03') }), []],
    ['half way to a day that is over: nowhere', rungs(['half-time', 0]), duty({ deadline: due('2026-02-27') }), []],
    ['half way to no date: nowhere', rungs(['half-time', 0]), duty(undated), []],
    [
      'on the first day of its year',
      rungs(['period-start', 70]),
      duty({ period: '2026' }),
      ['2026-03-12 period-start70'],
    ],
    ['on the first day of no year: nowhere', rungs(['period-start', 70]), duty(), []],
    ['before no safe day: nowhere', rungs(['safe-day', -3]), duty(undated), []],
    [
      'after the readings',
      rungs(['after-earlier-reading', 1], ['after-later-reading', 2]),
      duty(),
      ['2026-03-23 after-earlier-reading1', '2026-03-24 after-later-reading2'],
    ],
    [
      'after readings of no date: nowhere',
      rungs(['after-earlier-reading', 1], ['after-later-reading', 2]),
      duty(undated),
      [],
    ],
    ['on the day it becomes known where its own is over', rungs(['opening', -5]), duty(), ['2026-03-02 opening-5']],
    [
      'not after the safe day',
      rungs(['opening', 10], ['opening', 20], ['safe-day', 0]),
      duty(),
      ['2026-03-12 opening10', '2026-03-20 safe-day0'],
    ],
    [
      'at any time where nothing counts back',
      rungs(['opening', 10], ['opening', 21]),
      duty(),
      ['2026-03-12 opening10', '2026-03-23 opening21'],
    ],
  ])('has its rung %s', (_, own, at, expected) => {
    expect(laid({ rungs: own }, at)).toEqual(expected);
  });

  it('has no single rung any more once it repeats', () => {
    const ladder = { rungs: rungs(['opening', 20]), repeats: [weekly] };
    expect(laid(ladder, duty())).toEqual(['2026-03-23 opening20', '2026-03-30 weekly-1']);
    expect(laid(ladder, duty({}, { fired: [fired('weekly-1', '2026-03-09')] }))).toEqual(['2026-03-30 weekly-2']);
  });

  it('is laid out anew for another ladder and another law', () => {
    const at = duty();
    const early = { rungs: rungs(['opening', 3]) };
    expect(laid(early, at)).toEqual(['2026-03-05 opening3']);
    expect(laid({ rungs: rungs(['opening', 5]) }, at)).toEqual(['2026-03-09 opening5']);
    const ladder: Ladder = { obligation: 'change', repeats: [], rungs: rungs(['opening', 5]) };
    const published = { ...law, calendar: loadCalendar(aCalendarThrough2027('cn-2027')) };
    const newYear = duty({ openedOn: '2027-02-03' });
    const leaves = [law, published].map((each) => rungsToCome(ladder, { ...newYear, law: each })[0]?.day);
    expect(leaves).toEqual(['2027-02-09', '2027-02-08']);
  });

  it('where the calendar does not reach has its rungs on plain days', () => {
    const at = duty({ openedOn: '2005-03-05', ...undated }, { today: '2005-03-05' });
    const repeats = (unit: LadderRepeat['unit']) => [{ ...weekly, unit, onlyWithoutDate: true }];
    expect(laid({ rungs: [opened], repeats: repeats('day') }, at)).toEqual([
      '2005-03-05 opened',
      '2005-03-12 weekly-1',
    ]);
    expect(laid({ rungs: [opened], repeats: repeats('working-day') }, at)).toEqual([
      '2005-03-05 opened',
      '2005-03-12 weekly-1',
    ]);
  });
});

/** Any duty of the company: when it became known, its date, and its ladder. Small values, so that a failure is readable. */
const anyDuty = fc.record({
  kind: fc.constantFrom('renewal', 'change', 'correction', 'annual-report', 'deferred-materials'),
  opened: fc.integer({ min: 0, max: 3500 }),
  ahead: fc.integer({ min: -60, max: 400 }),
  permitAhead: fc.integer({ min: 0, max: 90 }),
});

function dutyOf({
  kind,
  opened,
  ahead,
  permitAhead,
}: {
  kind: string;
  opened: number;
  ahead: number;
  permitAhead: number;
}): LadderPlace {
  const openedOn = addDays('2019-01-01', opened);
  const date = addDays(openedOn, ahead);
  const parts = { openedOn, deadline: due(date), period: date.slice(0, 4), cureEnd: addDays(date, 30) };
  return place({ kind: kind as ObligationParts['kind'], ...parts }, { permitEnd: addDays(date, permitAhead) });
}

const safeDayOf = ({ obligation: { deadline } }: LadderPlace): CivilDate => deadline?.safeDay ?? '';

describe('rungsToCome, for any duty of the company', () => {
  it('plans one rung a day, none before the duty is known', () => {
    fc.assert(
      fc.property(anyDuty, (duty) => {
        const at = dutyOf(duty);
        const planned = plan(at).map(({ day }) => day);
        expect(planned).toEqual([...new Set(planned)].sort());
        expect(planned.every((day) => day >= at.obligation.openedOn)).toBe(true);
      }),
    );
  });

  it('plans on working days, but for what is due the day the duty becomes known', () => {
    fc.assert(
      fc.property(anyDuty, (duty) => {
        const at = dutyOf(duty);
        const restDays = plan(at).filter(
          ({ day }) => !isWorkingDay(law.calendar, day).workingDay && day !== at.obligation.openedOn,
        );
        expect(restDays).toEqual([]);
      }),
    );
  });

  it('plans nothing preparatory after the safe day, and S always', () => {
    fc.assert(
      fc.property(anyDuty, (duty) => {
        const at = dutyOf(duty);
        const once = plan(at).filter(({ rung }) => !/-\d+$/.test(rung) || rung.startsWith('S-'));
        expect(once.at(-1)?.rung).toBe('S');
        expect(once.slice(0, -1).every(({ day }) => day <= safeDayOf(at))).toBe(true);
      }),
    );
  });

  it('always has a next rung while the duty is open, and sends none twice', () => {
    fc.assert(
      fc.property(
        anyDuty,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 30, maxLength: 30 }),
        (duty, waits) => {
          let at = dutyOf(duty);
          const seen = new Set<string>();
          for (const wait of waits) {
            const due = plan(at).findLast(({ day }) => day <= at.today);
            if (due) {
              const record = [
                ...due.skips.map((rung) => fired(rung, at.today, { skipped: true })),
                fired(due.rung, at.today),
              ];
              for (const { rung } of record) {
                expect(seen).not.toContain(rung);
                seen.add(rung);
              }
              at = { ...at, fired: [...at.fired, ...record] };
            }
            const rest = plan(at);
            expect(rest.length).toBeGreaterThan(0);
            expect(rest.every(({ day }) => day > at.today)).toBe(true);
            at = { ...at, today: addDays(at.today, wait) };
          }
        },
      ),
    );
  });
});
