import { type Calendar, latestTable, loadCalendar } from '../../calendar/index.js';
import { latestPack, packById } from '../packs.js';
import type { TimelineComplaint } from './complaint.js';
import { InvalidTimelineError, timelineClocks } from './index.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };

function refusal(timeline: unknown, by = law): InvalidTimelineError {
  try {
    timelineClocks(by, timeline, '2026-11-25');
  } catch (error) {
    if (error instanceof InvalidTimelineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function complaints(timeline: unknown, by = law): TimelineComplaint[] {
  return refusal(timeline, by).complaints;
}

describe('a wrong form', () => {
  const dates = 'Write a day that exists, as YYYY-MM-DD, from 2007-01-01 on.';
  const yearly = 'Write a day as YYYY-MM-DD from 2007-01-01 on, or a year as YYYY.';
  const long = 'x'.repeat(61);

  it.each<[unknown, string, string, string, string]>([
    [
      { round: [] },
      '/round',
      'unknown-field',
      'this field is not known',
      'Remove the field, or correct its name; the schema lists them.',
    ],
    [
      { [long]: 1 },
      `/${'x'.repeat(60)}`,
      'unknown-field',
      'this field is not known',
      'Remove the field, or correct its name; the schema lists them.',
    ],
    [
      { 'a/b~c': 1 },
      '/a~1b~0c',
      'unknown-field',
      'this field is not known',
      'Remove the field, or correct its name; the schema lists them.',
    ],
    [{ rounds: [{}] }, '/rounds/0/receivedOn', 'field-missing', 'it is missing', 'Give it; a string is expected.'],
    [
      { annualReports: [{}] },
      '/annualReports/0/year',
      'field-missing',
      'it is missing',
      'Give it; a number is expected.',
    ],
    [
      { annualReports: [{ returnedOn: '2026-03-10' }] },
      '/annualReports/0/year',
      'field-missing',
      'it is missing',
      'Give it; a number is expected.',
    ],
    [
      { rounds: 5 },
      '/rounds',
      'field-invalid',
      'Invalid input: expected array, received number',
      'See the schema of timelines.',
    ],
    [
      { changes: [{ kind: 'address', decidedOn: '2026-03-02' }] },
      '/changes/0/kind',
      'field-invalid',
      'Invalid option: expected one of "name"|"legal-representative"|"registered-capital"|"shareholders"|"scope"',
      'Use one of: name, legal-representative, registered-capital, shareholders, scope.',
    ],
    [{ grantedOn: '2006-12-31' }, '/grantedOn', 'invalid-date', '2006-12-31 lies before 2007-01-01', dates],
    [{ grantedOn: '2026-02-30' }, '/grantedOn', 'invalid-date', '"2026-02-30" is not a date', dates],
    [{ grantedOn: long }, '/grantedOn', 'invalid-date', `"${'x'.repeat(40)}" is not a date`, dates],
    [
      { limits: [{ limit: 'fraud-bar', from: '20260' }] },
      '/limits/0/from',
      'invalid-date',
      '"20260" is neither a date nor a year',
      yearly,
    ],
    [
      { limits: [{ limit: 'fraud-bar', from: '12026' }] },
      '/limits/0/from',
      'invalid-date',
      '"12026" is neither a date nor a year',
      yearly,
    ],
    [
      { limits: [{ limit: 'fraud-bar', from: long }] },
      '/limits/0/from',
      'invalid-date',
      `"${'x'.repeat(40)}" is neither a date nor a year`,
      yearly,
    ],
  ])('%j', (timeline, pointer, code, message, remedy) => {
    expect(complaints(timeline)).toEqual([{ pointer, code, message, remedy }]);
  });

  it.each([null, 'text', 5, [[]]])('is %j', (timeline) => {
    expect(complaints(timeline)).toEqual([expect.objectContaining({ pointer: '', code: 'field-invalid' })]);
  });

  it('leaves the first day that any calendar knows to the law', () => {
    expect(complaints({ grantedOn: '2007-01-01' }).map(({ code }) => code)).toEqual(['rule-not-in-force']);
  });
});

describe('what the law cannot answer', () => {
  const remedy = 'Give a day that the rules and the calendar know.';
  const plain = new Set(
    latestPack.limits.flatMap(({ id, readings }) =>
      readings.every(({ from }) => from === readings[0]?.from) ? [id.replace('limit.', '')] : [],
    ),
  );

  it.each<[object, string, string, string, string]>([
    [
      { grantedOn: '2016-01-04' },
      '/grantedOn',
      'rule-not-in-force',
      'rule pack cn-vats-current@2 has no rule limit.permit-issue for 2016-01-04',
      remedy,
    ],
    [
      { limits: [{ limit: 'fraud-bar', from: '9998-01-01' }] },
      '/limits/0',
      'invalid-date',
      '"9998-01-01 and 36 months" is not a date: it lies outside the years 0001 to 9999',
      remedy,
    ],
    [
      { changes: [{ kind: 'name', registeredOn: '2010-01-04' }] },
      '/changes/0',
      'rule-not-in-force',
      'rule pack cn-vats-current@2 has no rule limit.change-after-registration for 2010-01-04',
      remedy,
    ],
    [
      { limits: [{ limit: 'none-such', from: '2026-03-02' }] },
      '/limits/0',
      'unknown-value',
      'cn-vats-current@2 has no limit none-such',
      `Use one of: ${[...plain].join(', ')}.`,
    ],
    [
      { limits: [{ limit: 'x'.repeat(61), from: '2026-03-02' }] },
      '/limits/0',
      'unknown-value',
      `cn-vats-current@2 has no limit ${'x'.repeat(60)}`,
      `Use one of: ${[...plain].join(', ')}.`,
    ],
    [
      { limits: [{ limit: 'review', from: '2026-03-02' }] },
      '/limits/0',
      'field-invalid',
      'limit review counts from more than one fact',
      'Give the facts in the part of their own.',
    ],
    [
      { limits: [{ limit: 'annual-report', from: '2026-03-02' }] },
      '/limits/0',
      'invalid-date',
      'limit annual-report starts with a year',
      'Give the year as YYYY.',
    ],
    [
      { limits: [{ limit: 'fraud-bar', from: '2026' }] },
      '/limits/0',
      'invalid-date',
      'limit fraud-bar starts with a day',
      'Give the day as YYYY-MM-DD.',
    ],
  ])('%j', (timeline, pointer, code, message, what) => {
    expect(complaints(timeline)).toEqual([{ pointer, code, message, remedy: what }]);
  });

  it('is a day after the last one of the calendar, which the end of an expert review may be', () => {
    const facts = { rounds: [{ receivedOn: '2026-03-02' }], acceptedOn: '2026-03-06' };
    const reviewTo = (to: string | null, today?: string) => ({
      ...facts,
      expertReviews: [{ from: '2050-12-30', to }],
      ...(today ? { today } : {}),
    });
    expect(timelineClocks(law, reviewTo('2050-12-31'), '2026-11-25').map(({ clock }) => clock)).toContain('review');
    expect(complaints(reviewTo('2051-01-01'))).toEqual([
      {
        pointer: '/expertReviews/0/to',
        code: 'calendar-not-covered',
        message: 'the calendar knows no 2051-01-01',
        remedy: 'Give a day up to 2050-12-31.',
      },
    ]);
    expect(complaints(reviewTo(null, '2051-01-02'))).toEqual([
      {
        pointer: '/today',
        code: 'calendar-not-covered',
        message: 'the calendar knows no 2051-01-02',
        remedy: 'Give a day up to 2050-12-31.',
      },
    ]);
  });

  it('is asked of version 1 once: without a public notice no decision counts from its end', () => {
    const first = { ...law, pack: packById('cn-vats-current@1') };
    const facts = { grantedOn: '2026-03-02', termination: { publishedOn: '2026-03-02' } };
    expect(complaints(facts, first).map(({ message }) => message)).toEqual([
      'cn-vats-current@1 has no limit termination-notice',
    ]);
  });

  it('is no defect of the program, which is thrown as it is', () => {
    const broken = { ...law, calendar: {} as Calendar };
    expect(() => timelineClocks(broken, { grantedOn: '2026-03-02' }, '2026-11-25')).toThrow(TypeError);
  });
});

describe('the refusal of a timeline', () => {
  it('names everything in one line, and the first thing in its details', () => {
    const error = refusal({ permit: {}, termination: {} });
    expect(error).toMatchObject({ name: 'InvalidTimelineError', code: 'invalid-timeline', kind: 'invalid' });
    expect(error.message).toBe('/permit: neither its first nor its last day is given; /termination: no day is given');
    expect(error.details).toEqual({
      pointer: '/permit',
      remedy: 'Give validFrom, lastDay or both.',
      errors: error.complaints,
    });
  });

  it('says so where no clock runs at all', () => {
    const error = refusal({});
    expect(error.message).toBe('the timeline: no clock runs by these facts');
    expect(error.complaints).toEqual([
      {
        pointer: '',
        code: 'field-missing',
        message: 'no clock runs by these facts',
        remedy: 'Give a fact that starts one, such as { "rounds": [{ "receivedOn": "2026-09-14" }] }.',
      },
    ]);
  });

  it('names twelve things, and how many more there are', () => {
    const times = (count: number) =>
      refusal({ permit: {}, annualReports: Array.from({ length: count - 1 }, () => 'x') });
    expect(times(12).message.split('; ')).toHaveLength(12);
    expect(times(12).message).not.toContain('more');
    expect(times(14).message.split('; ')).toHaveLength(12);
    expect(times(14).message).toMatch(/ \(and 2 more\)$/);
    expect(times(14).complaints).toHaveLength(14);
  });
});
