import { latestTable, loadCalendar } from '../calendar/index.js';
import {
  applicationBar,
  listExit,
  nonRenewalReport,
  permitReturn,
  reissueDecision,
  terminationDecision,
  terminationNotice,
} from './clocks-of-endings.js';
import { RuleNotInForceError } from './errors.js';
import { latestPack, packById } from './packs.js';

const calendar = loadCalendar(latestTable);
const law = { pack: latestPack, calendar };
const firstLaw = { pack: packById('cn-vats-current@1'), calendar };

describe('the end of a permit', () => {
  it('is published for thirty days, the day of publication not counted', () => {
    expect(terminationNotice(law, '2026-09-14').date).toBe('2026-10-14');
  });

  it('is decided in sixty days of either kind, the rest day at the end shown both ways', () => {
    const { date, readings } = terminationDecision(law, '2026-03-31');
    expect(date).toBe('2026-05-30');
    expect(readings.map((reading) => [reading.date, reading.rolled])).toEqual([
      ['2026-05-30', '2026-06-01'],
      ['2026-06-29', '2026-06-29'],
    ]);
  });

  it('on paper is made out anew by a limit of its own', () => {
    const { date, readings } = reissueDecision(law, '2026-09-14');
    expect(readings.map(({ proof }) => proof.ruleId)).toEqual(['limit.reissue-decision']);
    expect(date > '2026-09-14').toBe(true);
  });

  it('without a renewal is told ninety days ahead, on a working day before a holiday', () => {
    expect(nonRenewalReport(law, '2026-12-31')).toMatchObject({ date: '2026-10-02', safeDay: '2026-09-30' });
  });

  it('brings the paper back by the day that is printed, and by no day where none is', () => {
    expect(permitReturn(law, { dueOn: '2026-10-09' })).toMatchObject({ date: '2026-10-09' });
    expect(permitReturn(law, { dueOn: null })).toBeNull();
  });
});

describe('bars and lists', () => {
  it.each([
    ['false-material', '2026-03-14', '2027-03-14'],
    ['fraud', '2024-02-29', '2027-02-28'],
  ] as const)('%s from %s bars until %s', (cause, on, until) => {
    expect(applicationBar(law, cause, on).date).toBe(until);
  });

  it.each([
    ['bad-list', '2026-03-14', '2027-03-14'],
    ['dishonest-list', '2026-03-14', '2029-03-14'],
  ] as const)('%s from %s may be left from %s on', (list, on, from) => {
    expect(listExit(law, list, on).date).toBe(from);
  });
});

it('the pack of the first release knows none of these clocks', () => {
  for (const ask of [
    () => terminationNotice(firstLaw, '2026-09-14'),
    () => terminationDecision(firstLaw, '2026-09-14'),
    () => reissueDecision(firstLaw, '2026-09-14'),
    () => nonRenewalReport(firstLaw, '2026-12-31'),
    () => permitReturn(firstLaw, { dueOn: '2026-10-09' }),
    () => applicationBar(firstLaw, 'fraud', '2026-03-14'),
    () => listExit(firstLaw, 'bad-list', '2026-03-14'),
  ])
    expect(ask).toThrow(RuleNotInForceError);
});
