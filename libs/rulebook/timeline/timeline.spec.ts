import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { latestTable, loadCalendar } from '../../calendar/index.js';
import { latestPack, packById } from '../packs.js';
import { type ClockRow, clockRows, InvalidTimelineError, timelineClocks, timelineJsonSchema } from './index.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };
const today = '2026-11-25';
const root = join(__dirname, '..', '..', '..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;

const rowsOf = (timeline: unknown): ClockRow[] => timelineClocks(law, timeline, today).flatMap(clockRows);
const brief = ({ clock, reading, due, safe }: ClockRow) => [clock, reading, due, safe];

function complaints(timeline: unknown, by = law): { pointer: string; code: string; remedy: string }[] {
  try {
    timelineClocks(by, timeline, today);
  } catch (error) {
    if (error instanceof InvalidTimelineError) return error.complaints;
    throw error;
  }
  return [];
}

describe('the clocks of a timeline', () => {
  it('are rows of the contract, an authority without a safe day', () => {
    expect(rowsOf({ rounds: [{ receivedOn: '2026-09-14' }] })).toEqual([
      {
        clock: 'completeness',
        reading: 'from-receipt',
        start: '2026-09-14',
        pausedDays: 0,
        due: '2026-09-20',
        safe: null,
        firmness: 'firm',
        rule: 'limit.completeness',
      },
    ]);
  });

  it('of the review come under each reading, the default first, a rest day also moved', () => {
    const rows = rowsOf({
      rounds: [{ receivedOn: '2026-03-02' }],
      acceptedOn: '2026-03-06',
      expertReviews: [{ from: '2026-04-07', to: '2026-04-14' }],
    }).filter(({ clock }) => clock === 'review');
    expect(rows.map(({ reading, due, pausedDays, safe }) => [reading, due, pausedDays, safe])).toEqual([
      ['calendar-days-from-first-receipt', '2026-05-09', 8, null],
      ['working-days-from-acceptance', '2026-06-11', 8, null],
      ['calendar-days-from-complete-receipt', '2026-05-09', 8, null],
      ['end-day-of-review-counts', '2026-05-08', 7, null],
    ]);
    const [rested, moved] = rowsOf({ rounds: [{ receivedOn: '2026-03-02' }], acceptedOn: '2026-03-06' }).slice(1);
    expect([rested?.reading, rested?.due]).toEqual(['calendar-days-from-first-receipt', '2026-05-01']);
    expect([moved?.reading, moved?.due]).toEqual(['calendar-days-from-first-receipt/next-working-day', '2026-05-06']);
  });

  it('of an expert review that goes on count up to the day of the question', () => {
    const timeline = {
      rounds: [{ receivedOn: '2026-10-09' }],
      acceptedOn: '2026-10-12',
      expertReviews: [{ from: '2026-11-16', to: null }],
    };
    const [, first] = rowsOf(timeline);
    expect(first).toMatchObject({ clock: 'review', pausedDays: 10, due: '2026-12-18' });
    expect(rowsOf({ ...timeline, today: '2026-11-20' })[1]).toMatchObject({ pausedDays: 5, due: '2026-12-13' });
  });

  it.each([
    [
      { rounds: [{ receivedOn: '2026-03-02', correction: { noticedOn: '2026-03-06', dueOn: '2026-03-22' } }] },
      [
        ['completeness', 'from-receipt', '2026-03-09', null],
        ['correction', 'as-printed', '2026-03-22', '2026-03-20'],
      ],
    ],
    [
      { grantedOn: '2026-09-14', materialsDeferred: true },
      [
        ['permit-issue', 'from-grant', '2026-09-28', null],
        ['deferred-materials', 'by-issue-limit', '2026-09-28', '2026-09-28'],
      ],
    ],
    [
      { refusals: [{ servedOn: '2025-08-31', decidedOn: '2025-08-20', falseMaterial: true }] },
      [
        ['reconsideration', 'sixty-days-from-service', '2025-10-30', '2025-10-30'],
        ['litigation', 'six-months-from-service', '2026-02-28', '2026-02-28'],
        ['false-material-bar', 'one-year-from-decision', '2026-08-20', null],
      ],
    ],
    [
      { permit: { validFrom: '2022-01-01' } },
      [
        ['validity', 'eve-of-anniversary', '2026-12-31', null],
        ['validity', 'same-day-anniversary', '2027-01-01', null],
        ['renewal', 'ninety-days-before', '2026-10-02', '2026-09-30'],
        ['renewal', 'thirty-days-before', '2026-12-01', '2026-12-01'],
        ['renewal-decision', 'by-last-day-of-validity', '2026-12-31', null],
      ],
    ],
    [
      { permit: { validFrom: '2011-06-01' } },
      [
        ['validity', 'eve-of-anniversary', '2016-05-31', null],
        ['validity', 'same-day-anniversary', '2016-06-01', null],
        ['renewal', 'ninety-days-before', '2016-03-02', '2016-03-02'],
      ],
    ],
    [{ permit: { lastDay: '2016-12-30' } }, [['renewal', 'ninety-days-before', '2016-10-01', '2016-09-30']]],
    [
      { permit: { validFrom: '2015-06-01' } },
      [
        ['validity', 'eve-of-anniversary', '2020-05-31', null],
        ['validity', 'same-day-anniversary', '2020-06-01', null],
        ['renewal', 'ninety-days-before', '2020-03-02', '2020-03-02'],
        ['renewal', 'thirty-days-before', '2020-05-01', '2020-04-30'],
        ['renewal-decision', 'by-last-day-of-validity', '2020-05-31', null],
      ],
    ],
    [
      { permit: { lastDay: '2026-08-15', goesOn: false } },
      [['non-renewal-report', 'ninety-days-before', '2026-05-17', '2026-05-15']],
    ],
    [
      { annualReports: [{ year: 2024, returnedOn: '2024-04-02' }] },
      [
        ['annual-report', 'march-31', '2024-03-31', '2024-03-29'],
        ['annual-report-cure', 'late-filing-allowed', '2024-04-30', '2024-04-30'],
        ['annual-report-cure', 'only-returned-reports', '2024-03-31', '2024-03-29'],
        ['report-return', 'by-the-end-of-the-cure-month', '2024-04-30', '2024-04-30'],
      ],
    ],
    [
      {
        changes: [{ kind: 'shareholders', decidedOn: '2026-09-05', effectiveOn: '2026-12-31', operatorChanges: true }],
      },
      [
        ['change', 'from-decision', '2026-10-05', '2026-09-30'],
        ['change', 'ninety-days-ahead', '2026-10-02', '2026-09-30'],
      ],
    ],
    [
      { termination: { stopsOn: '2026-12-31', publishedOn: '2026-09-14' } },
      [
        ['change-ahead', 'ninety-days-ahead', '2026-10-02', '2026-09-30'],
        ['termination-notice', 'thirty-days-from-publication', '2026-10-14', null],
        ['termination-decision', 'calendar-days-after-notice', '2026-12-13', null],
        ['termination-decision', 'calendar-days-after-notice/next-working-day', '2026-12-14', null],
        ['termination-decision', 'working-days-after-notice', '2027-01-07', null],
      ],
    ],
    [
      { limits: [{ limit: 'fraud-bar', from: '2026-03-14' }] },
      [['fraud-bar', 'three-years-from-decision', '2029-03-14', null]],
    ],
    [
      { limits: [{ limit: 'number-certificate-report', from: '2024' }] },
      [['number-certificate-report', 'march-31', '2024-03-31', '2024-03-29']],
    ],
  ])('%j', (timeline, expected) => {
    expect(rowsOf(timeline).map(brief)).toEqual(expected);
  });

  it('starts with the first day of the year where only the year is known', () => {
    expect(rowsOf({ annualReports: [{ year: 2027 }] })[0]).toMatchObject({
      start: '2027-01-01',
      firmness: 'provisional',
    });
  });
});

describe('a timeline that cannot be', () => {
  it.each([
    [{}, [['', 'field-missing']]],
    [[], [['', 'field-invalid']]],
    ['text', [['', 'field-invalid']]],
    [{ rounds: 5 }, [['/rounds', 'field-invalid']]],
    [{ rounds: [{}] }, [['/rounds/0/receivedOn', 'field-missing']]],
    [{ round: [] }, [['/round', 'unknown-field']]],
    [{ rounds: [{ receivedOn: '2026-02-30' }] }, [['/rounds/0/receivedOn', 'invalid-date']]],
    [{ grantedOn: '2006-12-31' }, [['/grantedOn', 'invalid-date']]],
    [{ grantedOn: '2016-01-04' }, [['/grantedOn', 'rule-not-in-force']]],
    [{ grantedOn: '2098-01-04' }, [['/grantedOn', 'calendar-not-covered']]],
    [{ acceptedOn: '2026-03-06' }, [['/rounds', 'field-missing']]],
    [{ rounds: [{ receivedOn: '2026-03-02' }, { receivedOn: '2026-03-09' }] }, [['/rounds/1', 'facts-contradict']]],
    [
      { rounds: [{ receivedOn: '2026-03-02', correction: { noticedOn: '2026-03-01', dueOn: '2026-02-27' } }] },
      [
        ['/rounds/0/correction/noticedOn', 'out-of-order'],
        ['/rounds/0/correction/dueOn', 'out-of-order'],
      ],
    ],
    [
      { rounds: [{ receivedOn: '2026-03-02', correction: { noticedOn: '2026-03-06' } }], acceptedOn: '2026-03-09' },
      [['/acceptedOn', 'facts-contradict']],
    ],
    [
      {
        rounds: [{ receivedOn: '2026-03-02' }],
        acceptedOn: '2026-03-06',
        expertReviews: [{ from: '2026-03-05', to: '2026-03-04' }, { from: '2026-03-04' }],
        grantedOn: '2026-03-03',
      },
      [
        ['/expertReviews/0/from', 'out-of-order'],
        ['/expertReviews/0/to', 'out-of-order'],
        ['/grantedOn', 'out-of-order'],
        ['/expertReviews/1/from', 'out-of-order'],
        ['/expertReviews/1/from', 'facts-contradict'],
        ['/expertReviews/1/to', 'facts-contradict'],
        ['/grantedOn', 'out-of-order'],
      ],
    ],
    [
      { grantedOn: '2026-03-03', refusals: [{ servedOn: '2026-03-02', decidedOn: '2026-03-03', falseMaterial: true }] },
      [
        ['/refusals/0/servedOn', 'out-of-order'],
        ['/refusals/0', 'facts-contradict'],
      ],
    ],
    [
      {
        today: '9999-12-31',
        rounds: [{ receivedOn: '2026-03-02' }],
        acceptedOn: '2026-03-06',
        expertReviews: [{ from: '2026-03-09', to: '9999-12-30' }, { from: '9999-12-31' }],
      },
      [
        ['/expertReviews/0/to', 'calendar-not-covered'],
        ['/today', 'calendar-not-covered'],
      ],
    ],
    [{ materialsDeferred: true }, [['/grantedOn', 'field-missing']]],
    [{ permit: {} }, [['/permit', 'field-missing']]],
    [{ permit: { validFrom: '2026-03-02', lastDay: '2026-03-01' } }, [['/permit/lastDay', 'out-of-order']]],
    [{ annualReports: [{ year: 2026 }, { year: 2026 }] }, [['/annualReports/1/year', 'facts-contradict']]],
    [
      { annualReports: ['2026', '2027'] },
      [
        ['/annualReports/0', 'field-invalid'],
        ['/annualReports/1', 'field-invalid'],
      ],
    ],
    [{ annualReports: [{ year: 2026, dueOn: '2026-04-01' }] }, [['/annualReports/0/returnedOn', 'field-missing']]],
    [{ changes: [{ kind: 'address', decidedOn: '2026-03-02' }] }, [['/changes/0/kind', 'field-invalid']]],
    [{ changes: [{ kind: 'name', decidedOn: '2026-03-02' }] }, [['/changes/0', 'field-missing']]],
    [{ termination: {} }, [['/termination', 'field-missing']]],
    [{ limits: [{ limit: 'none-such', from: '2026-03-02' }] }, [['/limits/0', 'unknown-value']]],
    [{ limits: [{ limit: 'review', from: '2026-03-02' }] }, [['/limits/0', 'field-invalid']]],
    [{ limits: [{ limit: 'annual-report', from: '2026-03-02' }] }, [['/limits/0', 'invalid-date']]],
    [{ limits: [{ limit: 'fraud-bar', from: '2026' }] }, [['/limits/0', 'invalid-date']]],
    [{ limits: [{ limit: 'fraud-bar', from: 'soon' }] }, [['/limits/0/from', 'invalid-date']]],
  ])('%j is refused', (timeline, expected) => {
    const found = complaints(timeline);
    expect(found.map(({ pointer, code }) => [pointer, code])).toEqual(expected);
    for (const { remedy } of found) expect(remedy).toMatch(/\.$/);
  });

  it('is told whole: form, contradictions, and what the law cannot answer', () => {
    const form = { rounds: [{ receivedOn: 'x' }, { receivedOn: '2026-03-02' }], acceptedOn: '2026-03-01', more: 1 };
    expect(complaints(form).map(({ pointer }) => pointer)).toEqual([
      '/rounds/0/receivedOn',
      '/more',
      '/rounds/1',
      '/acceptedOn',
    ]);
    const facts = { rounds: [{ receivedOn: '2016-03-02' }], acceptedOn: '2016-03-01', grantedOn: '2098-03-01' };
    expect(complaints(facts).map(({ code }) => code)).toEqual([
      'out-of-order',
      'rule-not-in-force',
      'rule-not-in-force',
      'calendar-not-covered',
    ]);
  });

  it('asks version 1 in vain for limits that came later', () => {
    const first = { ...law, pack: packById('cn-vats-current@1') };
    expect(complaints({ termination: { publishedOn: '2026-03-02' } }, first)).toEqual([
      expect.objectContaining({ pointer: '/termination/publishedOn', code: 'unknown-value' }),
    ]);
  });
});

describe('the JSON Schema of timelines', () => {
  it('is published as it is checked', () => {
    expect(read('docs/schemas/clocks-timeline.schema.json')).toEqual(JSON.parse(JSON.stringify(timelineJsonSchema())));
  });

  it('lets the example through, and no unknown field', () => {
    const validate = addFormats.default(new Ajv2020()).compile(timelineJsonSchema());
    const example = read('docs/examples/timeline.json') as object;
    expect(validate(example)).toBe(true);
    expect(validate({ ...example, more: 1 })).toBe(false);
    expect(rowsOf(example).length).toBeGreaterThan(10);
  });
});
