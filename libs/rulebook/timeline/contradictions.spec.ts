import { latestTable, loadCalendar } from '../../calendar/index.js';
import { latestPack } from '../packs.js';
import type { TimelineComplaint } from './complaint.js';
import { InvalidTimelineError, timelineClocks } from './index.js';

const law = { pack: latestPack, calendar: loadCalendar(latestTable) };

function complaints(timeline: unknown): TimelineComplaint[] {
  try {
    timelineClocks(law, timeline, '2026-11-25');
  } catch (error) {
    if (error instanceof InvalidTimelineError) return error.complaints;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a fact before the one that it follows', () => {
  const earlier = '2026-06-10';
  const round = { receivedOn: '2026-05-06', correction: { noticedOn: '2026-05-08' } };
  const accepted = { rounds: [{ receivedOn: '2026-05-06' }], acceptedOn: '2026-05-08' };

  it.each<[string, string, (day: string) => object]>([
    [
      '/rounds/1/receivedOn',
      'the receipt of the round before',
      (day) => ({ rounds: [{ ...round, receivedOn: earlier }, { receivedOn: day }] }),
    ],
    [
      '/rounds/1/receivedOn',
      'the correction notice',
      (day) => ({ rounds: [{ ...round, correction: { noticedOn: earlier } }, { receivedOn: day }] }),
    ],
    [
      '/rounds/0/correction/noticedOn',
      'the receipt',
      (day) => ({ rounds: [{ receivedOn: earlier, correction: { noticedOn: day } }] }),
    ],
    [
      '/rounds/0/correction/dueOn',
      'the notice',
      (day) => ({ rounds: [{ ...round, correction: { noticedOn: earlier, dueOn: day } }] }),
    ],
    ['/acceptedOn', 'the last receipt', (day) => ({ rounds: [{ receivedOn: earlier }], acceptedOn: day })],
    [
      '/expertReviews/0/from',
      'the acceptance',
      (day) => ({ ...accepted, acceptedOn: earlier, expertReviews: [{ from: day, to: '2026-07-01' }] }),
    ],
    [
      '/expertReviews/0/to',
      'its first day',
      (day) => ({ ...accepted, expertReviews: [{ from: earlier, to: day }], grantedOn: '2026-07-01' }),
    ],
    [
      '/grantedOn',
      'the end of expert review 1',
      (day) => ({ ...accepted, expertReviews: [{ from: '2026-06-01', to: earlier }], grantedOn: day }),
    ],
    [
      '/today',
      'the beginning of expert review 1, which goes on',
      (day) => ({ ...accepted, expertReviews: [{ from: earlier, to: null }], today: day }),
    ],
    ['/grantedOn', 'the acceptance', (day) => ({ ...accepted, acceptedOn: earlier, grantedOn: day })],
    ['/grantedOn', 'the last receipt', (day) => ({ rounds: [{ receivedOn: earlier }], grantedOn: day })],
    ['/refusals/0/servedOn', 'the decision', (day) => ({ refusals: [{ servedOn: day, decidedOn: earlier }] })],
    [
      '/refusals/0/servedOn',
      'the first receipt',
      (day) => ({ rounds: [{ receivedOn: earlier }], refusals: [{ servedOn: day }] }),
    ],
    ['/permit/lastDay', 'the first day', (day) => ({ permit: { validFrom: earlier, lastDay: day } })],
    [
      '/annualReports/0/dueOn',
      'the return',
      (day) => ({ annualReports: [{ year: 2026, returnedOn: earlier, dueOn: day }] }),
    ],
    [
      '/changes/0/registeredOn',
      'the decision',
      (day) => ({ changes: [{ kind: 'name', decidedOn: earlier, registeredOn: day }] }),
    ],
    [
      '/termination/stopsOn',
      'the first day of the permit',
      (day) => ({ permit: { validFrom: earlier }, termination: { stopsOn: day } }),
    ],
  ])('%s before %s is told with both days; on the same day it is fine', (pointer, earlierName, timelineOf) => {
    expect(complaints(timelineOf('2026-06-09'))).toContainEqual({
      pointer,
      code: 'out-of-order',
      message: `2026-06-09 lies before ${earlierName}, ${earlier}`,
      remedy: `Give a day on or after ${earlier}, or correct ${earlierName}.`,
    });
    expect(() => timelineClocks(law, timelineOf(earlier), '2026-11-25')).not.toThrow(`lies before ${earlierName}`);
  });

  it('is a report returned before its year', () => {
    const returned = (returnedOn: string) => ({ annualReports: [{ year: 2026, returnedOn }] });
    expect(complaints(returned('2025-12-31'))).toEqual([
      {
        pointer: '/annualReports/0/returnedOn',
        code: 'out-of-order',
        message: '2025-12-31 lies before the first day of that year, 2026-01-01',
        remedy: 'Give a day on or after 2026-01-01, or correct the first day of that year.',
      },
    ]);
    expect(timelineClocks(law, returned('2026-01-01'), '2026-11-25')).toHaveLength(3);
  });
});

describe('facts that cannot all be true, or lack another one', () => {
  const received = { rounds: [{ receivedOn: '2026-03-02' }], acceptedOn: '2026-03-06' };

  it.each<[object, string, string, string, string]>([
    [
      { rounds: [{ receivedOn: '2026-03-02' }, { receivedOn: '2026-03-09' }] },
      '/rounds/1',
      'facts-contradict',
      'a further round follows a correction notice, and the round before has none',
      'Add the notice to /rounds/0, or take this round out.',
    ],
    [
      { acceptedOn: '2026-03-06' },
      '/rounds',
      'field-missing',
      'the review counts from the receipt, and no round is given',
      'Give the rounds.',
    ],
    [
      { rounds: [{ receivedOn: '2026-03-02', correction: { noticedOn: '2026-03-06' } }], acceptedOn: '2026-03-09' },
      '/acceptedOn',
      'facts-contradict',
      'the last round was sent back for correction',
      'Add the round that answered the notice.',
    ],
    [
      { rounds: received.rounds, expertReviews: [{ from: '2026-03-09', to: '2026-03-10' }] },
      '/acceptedOn',
      'field-missing',
      'an expert review follows the acceptance',
      'Give the acceptance.',
    ],
    [
      {
        ...received,
        expertReviews: [
          { from: '2026-03-09', to: '2026-03-12' },
          { from: '2026-03-12', to: '2026-03-13' },
        ],
      },
      '/expertReviews/1/from',
      'facts-contradict',
      'it begins before the review before it has ended',
      'Give periods that do not overlap.',
    ],
    [
      { ...received, expertReviews: [{ from: '2026-03-09' }], grantedOn: '2026-04-01' },
      '/expertReviews/0/to',
      'facts-contradict',
      'it goes on, and the permit was granted',
      'Give its last day.',
    ],
    [
      { materialsDeferred: true },
      '/grantedOn',
      'field-missing',
      'deferred materials are due by the limit for issue',
      'Give the day of the grant.',
    ],
    [
      { refusals: [{ servedOn: '2026-03-02', falseMaterial: true }] },
      '/refusals/0/decidedOn',
      'field-missing',
      'the bar for false material counts from the decision',
      'Give its day.',
    ],
    [
      { grantedOn: '2026-03-03', refusals: [{ servedOn: '2026-03-02' }] },
      '/refusals/0',
      'facts-contradict',
      'the same application was granted',
      'Take out the grant or the refusal.',
    ],
    [
      { permit: { goesOn: false } },
      '/permit',
      'field-missing',
      'neither its first nor its last day is given',
      'Give validFrom, lastDay or both.',
    ],
    [
      { annualReports: [{ year: 2026 }, { year: 2026 }] },
      '/annualReports/1/year',
      'facts-contradict',
      'the year 2026 is there twice',
      'Name each year once.',
    ],
    [
      { annualReports: [{ year: 2026, dueOn: '2026-04-01' }] },
      '/annualReports/0/returnedOn',
      'field-missing',
      'a return has its own day',
      'Give the day of the return.',
    ],
    [{ termination: {} }, '/termination', 'field-missing', 'no day is given', 'Give stopsOn, publishedOn or both.'],
    [
      { changes: [{ kind: 'name', decidedOn: '2026-03-02' }] },
      '/changes/0',
      'field-missing',
      'the day that starts its clock is not given',
      'Give decidedOn (operator, scope), registeredOn (name, capital, representative) or effectiveOn.',
    ],
  ])('%j: %s', (timeline, pointer, code, message, remedy) => {
    expect(complaints(timeline)).toEqual([{ pointer, code, message, remedy }]);
  });

  it('are two expert reviews on one day, and not two that follow each other', () => {
    const reviews = (from: string) => ({
      ...received,
      expertReviews: [
        { from: '2026-03-09', to: '2026-03-12' },
        { from, to: '2026-03-20' },
      ],
    });
    expect(complaints(reviews('2026-03-12'))).toHaveLength(1);
    expect(timelineClocks(law, reviews('2026-03-13'), '2026-11-25')).not.toEqual([]);
  });
});
