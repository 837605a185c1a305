import { latestTable, loadCalendar } from '../../calendar/index.js';
import { packById } from '../packs.js';
import { clockRows, timelineClocks } from './index.js';
import type { Timeline } from './schema.js';

const law = { pack: packById('cn-vats-current@2'), calendar: loadCalendar(latestTable) };

/** A life in which every clock runs: rest days, a correction, an expert review, refusals, a return, both kinds of end. */
const lives: Timeline[] = [
  {
    rounds: [
      { receivedOn: '2026-03-01', correction: { noticedOn: '2026-03-06', dueOn: '2026-03-20' } },
      { receivedOn: '2026-03-16' },
    ],
    acceptedOn: '2026-03-20',
    expertReviews: [{ from: '2026-04-07', to: '2026-04-14' }],
    grantedOn: '2026-05-15',
    materialsDeferred: true,
    permit: { validFrom: '2026-05-28' },
    annualReports: [
      { year: 2027, returnedOn: '2027-03-10', dueOn: '2027-03-24' },
      { year: 2028, returnedOn: '2028-03-10' },
    ],
    changes: [
      { kind: 'scope', decidedOn: '2026-09-05', effectiveOn: '2026-12-31' },
      { kind: 'name', registeredOn: '2026-09-05' },
    ],
    termination: { stopsOn: '2028-12-31', publishedOn: '2028-08-03' },
  },
  {
    refusals: [{ servedOn: '2026-08-31', decidedOn: '2026-08-20', falseMaterial: true }],
    permit: { lastDay: '2028-12-31', goesOn: false },
  },
];

const idOf = (reading: string) => reading.replace('/next-working-day', '');
const rowsOf = (timeline: Timeline) =>
  timelineClocks(law, timeline, '2026-11-25')
    .flatMap(clockRows)
    .map(({ rule, reading }) => `${rule}/${idOf(reading)}`);

describe('every limit of the pack', () => {
  const inLives = new Set(lives.flatMap(rowsOf));
  const readings = law.pack.limits.flatMap((limit) =>
    limit.readings.map((reading) => [`${limit.id}/${reading.id}`, limit, reading] as const),
  );

  it.each(readings)('has a clock for %s, by the facts of a life or by name', (name, limit, reading) => {
    const start = reading.count.kind === 'day-of-year' ? '2027' : '2026-11-25';
    const alike = limit.readings.every(({ from }) => from === reading.from);
    const byName = alike ? rowsOf({ limits: [{ limit: limit.id.replace('limit.', ''), from: start }] }) : [];
    expect(inLives.has(name) || byName.includes(name)).toBe(true);
  });

  it('is told apart in the clocks of a life where it counts from a fact of its own', () => {
    const alone = law.pack.limits.filter(({ readings: all }) => new Set(all.map(({ from }) => from)).size > 1);
    expect(alone.map(({ id }) => id).sort()).toEqual(['limit.completeness', 'limit.report-return', 'limit.review']);
  });
});
