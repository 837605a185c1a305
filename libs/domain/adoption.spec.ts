import { aCalendarThrough2027, refusal } from '../../test/support/builders.js';
import { LicenseStory } from '../../test/support/license-story.js';
import { told } from '../../test/support/refused.js';
import { loadCalendar } from '../calendar/index.js';
import type { SettledReadings } from '../rulebook/index.js';
import { adoptionImpact, movedDatesIn } from './adoption.js';
import { decide } from './decide.js';
import type { RecordedEvent } from './events.js';
import { evolve } from './evolve.js';
import { lawOf } from './pinned-law.js';

const readings: SettledReadings = {
  'limit.review': { reading: 'working-days-from-acceptance', scope: 'installation', houseSeq: 3 },
};

/** A first filing under review. */
const inReview = () =>
  LicenseStory.on('2026-11-02').files('new-1', 'new', '2026-11-02').goesTo('2026-11-06').accepts('new-1');

function adopting(story: LicenseStory, adopted: SettledReadings) {
  const before = lawOf(story.state.pins, story.state.readings);
  return { ...story.context(), law: lawOf(story.state.pins, adopted), lawBefore: before };
}

describe('the impact of other law', () => {
  it('names each date that moves, with rule, reading and versions before and after', () => {
    const story = inReview();
    const [impact, ...more] = adoptionImpact(story.state, adopting(story, readings));
    expect(more).toEqual([]);
    expect(impact).toMatchObject({
      kind: 'review',
      from: { rule: 'limit.review', reading: 'calendar-days-from-first-receipt', date: '2027-01-01' },
      to: { rule: 'limit.review', reading: 'working-days-from-acceptance' },
    });
    expect((impact?.to.date ?? '') > '2027-01-01').toBe(true);
  });

  it('is empty where nothing moves', () => {
    const story = inReview();
    expect(adoptionImpact(story.state, adopting(story, {}))).toEqual([]);
  });

  it('tells of each date the law that gives it, whole', () => {
    const story = inReview();
    const [impact] = adoptionImpact(story.state, adopting(story, readings));
    const { pack, calendar } = story.state.pins;
    const review = story.duty('review');
    expect(impact).toEqual({
      obligationId: review.id,
      kind: 'review',
      from: {
        date: '2027-01-01',
        safeDay: null,
        rule: 'limit.review',
        reading: 'calendar-days-from-first-receipt',
        pack,
        calendar,
      },
      to: {
        date: review.deadline?.readings.find(({ id }) => id === 'working-days-from-acceptance')?.date,
        safeDay: null,
        rule: 'limit.review',
        reading: 'working-days-from-acceptance',
        pack,
        calendar,
      },
    });
  });

  const holding = () =>
    LicenseStory.on('2026-11-02').holds('2024-02-02', '2029-02-01', { reportsFiled: ['2025', '2026'] });
  const none = (pack: string, calendar: string) => ({
    date: null,
    safeDay: null,
    rule: null,
    reading: null,
    pack,
    calendar,
  });

  it('tells of duties that only one of the two laws knows', () => {
    const story = holding().says('company-flag-listed', { flag: 'bad-list', on: '2026-11-02', companySeq: null });
    const exit = story.duty('bad-list-exit');
    const { law } = story.context();
    const ladders = law.pack.ladders.filter(({ obligation }) => obligation !== 'bad-list-exit');
    const older = { ...law, pack: { ...law.pack, id: 'older', ladders } };
    const known = {
      date: exit.deadline?.date,
      safeDay: exit.deadline?.safeDay,
      rule: exit.deadline?.readings[0]?.proof.ruleId,
      reading: exit.deadline?.readings[0]?.id,
      pack: law.pack.id,
      calendar: law.calendar.id,
    };
    const told = { obligationId: exit.id, kind: 'bad-list-exit' };
    const unknown = none('older', law.calendar.id);
    const closing = adoptionImpact(story.state, { ...story.context(), law: older, lawBefore: law });
    expect(closing).toEqual([{ ...told, from: known, to: unknown }]);
    expect(movedDatesIn(closing)).toEqual([{ obligationId: exit.id, from: known.date, to: null }]);
    const opening = adoptionImpact(story.state, { ...story.context(), lawBefore: older });
    expect(opening).toEqual([{ ...told, from: unknown, to: known }]);
    expect(movedDatesIn(opening)).toEqual([{ obligationId: exit.id, from: null, to: known.date }]);
  });

  it('counts a safe day that moves, though the date stays; the record keeps dates', () => {
    const story = holding().goesTo('2027-01-04');
    const due = story.duty('annual-report');
    const date = due.deadline?.date ?? '';
    const { law } = story.context();
    // The last day is a holiday in it: the safe day goes back, the date does not.
    const table = aCalendarThrough2027('moved');
    const arrangements = [{ holiday: 'qingming' as const, from: date, to: date, makeUpWorkingDays: [] }];
    const years = table.years.map((year) => (year.year === 2027 ? { ...year, arrangements } : year));
    const calendar = loadCalendar({ ...table, years: years as typeof table.years });
    const impact = adoptionImpact(story.state, { ...story.context(), law: { ...law, calendar }, lawBefore: law });
    const report = impact.find(({ obligationId }) => obligationId === due.id);
    expect(report?.from).toMatchObject({ date, safeDay: '2027-03-31' });
    expect(report?.to).toMatchObject({ date, safeDay: '2027-03-30', calendar: 'moved' });
    expect(movedDatesIn(impact).map(({ obligationId }) => obligationId)).not.toContain(due.id);
  });

  it('without the law that is pinned says what to load', () => {
    const story = inReview();
    expect(told(refusal(() => adoptionImpact(story.state, story.context())))).toEqual([
      'unavailable',
      'law-not-loaded',
      'The law that the license pins is not loaded',
      { pins: story.state.pins, remedy: 'Load it beside the new one.' },
    ]);
  });

  it('cannot be told without the law that is pinned', () => {
    const story = inReview();
    expect(() => adoptionImpact(story.state, story.context())).toThrow(
      expect.objectContaining({ code: 'law-not-loaded', kind: 'unavailable' }),
    );
  });
});

describe('adopt-readings', () => {
  const adopt = (story: LicenseStory, houseSeq: number, authority?: string) =>
    decide(
      story.state,
      {
        type: 'adopt-readings',
        validOn: story.today,
        data: { readings, houseSeq, ...(authority ? { authority } : {}) },
      },
      adopting(story, readings),
    );

  it('records what holds and which dates moved; from then on the license computes by it', () => {
    const story = inReview();
    const [event] = adopt(story, 3);
    expect(event).toMatchObject({ type: 'readings-adopted', data: { readings, houseSeq: 3 } });
    expect(event?.data).toHaveProperty('moved', movedDatesIn(adoptionImpact(story.state, adopting(story, readings))));
    const recorded = { ...event, seq: 99, recordedAt: story.now, actor: { kind: 'system', id: 'fan-out' } };
    const after = evolve(story.licenseId, story.state, recorded as RecordedEvent);
    expect(after).toMatchObject({ readings, readingsSeq: 3 });
  });

  it('is nothing where a later word was heard before', () => {
    const story = inReview();
    story.says('readings-adopted', { readings: {}, houseSeq: 4, moved: [] });
    expect(adopt(story, 3)).toEqual([]);
  });

  it('drops what was settled with another authority, and hears the same entry again for the one that decides now', () => {
    const settled: SettledReadings = {
      'limit.review': { reading: 'working-days-from-acceptance', scope: 'authority', houseSeq: 4 },
      'limit.permit-issue': { reading: 'calendar-days', scope: 'license', houseSeq: 2 },
    };
    const story = inReview();
    story.says('readings-adopted', { readings: settled, houseSeq: 4, moved: [] });
    story.says('authority-moved', { authority: 'sh', office: 'sh-east' });
    expect(story.state.readings).toEqual(settled);
    story.says('authority-moved', { authority: 'MIIT', office: 'MIIT' });
    expect(Object.keys(story.state.readings)).toEqual(['limit.permit-issue']);
    expect(adopt(story, 4)).toEqual([]);
    expect(adopt(story, 4, 'sh')).toEqual([]);
    expect(adopt(story, 3, 'MIIT')).toEqual([]);
    expect(adopt(story, 4, 'MIIT')).toMatchObject([{ type: 'readings-adopted', data: { readings, houseSeq: 4 } }]);
  });
});
