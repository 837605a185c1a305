import { law } from '../../test/support/license-story.js';
import type { NoticeDue } from './license.js';
import { type Urgency, urgencyOf } from './urgency.js';

const owner = { role: 'owner', person: 'o' } as const;
const deputy = { role: 'deputy', person: 'd' } as const;

const notice = (over: Partial<NoticeDue> = {}): NoticeDue => ({
  obligationId: 'renewal:4',
  kind: 'renewal',
  rung: 'S-30',
  plannedOn: '2026-09-01',
  to: [owner],
  date: '2026-10-09',
  safeDay: '2026-10-09',
  firmness: 'firm',
  ruleId: 'renewal.window',
  late: false,
  skipped: [],
  movedFrom: null,
  ...over,
});

const moved = (from: string | null, to: string | null) =>
  notice({ rung: 'date-moved-1', movedFrom: from, date: to, safeDay: to });

describe('what leaves at once', () => {
  it.each<[string, Urgency | null, NoticeDue, string]>([
    ['a rung a month ahead waits', null, notice(), '2026-09-01'],
    ['the opening of a duty waits', null, notice({ kind: 'change', rung: 'opened' }), '2026-09-01'],
    ['the first of January waits', null, notice({ kind: 'annual-report', rung: 'january-1' }), '2026-09-01'],
    ['what has no date waits', null, notice({ rung: 'undated-2', date: null, safeDay: null }), '2026-09-01'],
    ['a week ahead waits', null, notice({ rung: 'S-7' }), '2026-09-29'],
    ['S-3 leaves, which the holiday brings forward', 'near-date', notice({ rung: 'S-3' }), '2026-09-30'],
    ['so does whatever else falls due then', 'near-date', notice({ rung: 'opened' }), '2026-09-30'],
    ['S leaves', 'near-date', notice({ rung: 'S' }), '2026-10-09'],
    ['what is past its safe day leaves', 'past-date', notice({ rung: 'weekly-1' }), '2026-10-10'],
    [
      'the receipt of a correction leaves',
      'correction-received',
      notice({ kind: 'correction', rung: 'opened' }),
      '2026-09-01',
    ],
    [
      'so does that of a returned report',
      'correction-received',
      notice({ kind: 'report-return', rung: 'opened' }),
      '2026-09-01',
    ],
    ['half time of a correction waits', null, notice({ kind: 'correction', rung: 'half-time' }), '2026-09-01'],
    [
      'asking the authority leaves',
      'authority-late',
      notice({ kind: 'review', rung: 'ask', safeDay: null }),
      '2026-09-01',
    ],
    [
      'a complaint leaves',
      'authority-late',
      notice({ kind: 'review', rung: 'complaint', safeDay: null }),
      '2026-09-01',
    ],
    ['an alarm leaves', 'operating-alarm', notice({ kind: 'operating-without-permit', rung: 'alarm' }), '2026-09-01'],
    ['an escalation leaves', 'escalation', notice({ to: [deputy] }), '2026-09-01'],
    ['owner and deputy told together wait', null, notice({ to: [owner, deputy] }), '2026-09-01'],
    ['a date that moved forward leaves', 'date-earlier', moved('2026-12-31', '2026-12-30'), '2026-09-01'],
    ['a date that is where it was waits', null, moved('2026-12-31', '2026-12-31'), '2026-09-01'],
    ['a date that nobody knows any more waits', null, moved('2026-12-31', null), '2026-09-01'],
    ['an earlier date in another notice waits', null, notice({ movedFrom: '2026-12-31' }), '2026-09-01'],
    ['what reaches nobody waits', null, notice({ to: [] }), '2026-09-01'],
    ['the opening of a report waits', null, notice({ kind: 'annual-report', rung: 'opened' }), '2026-09-01'],
    ['the day before S-3 waits', null, notice(), '2026-09-29'],
    ['a date that is today, without a safe day, waits', null, notice({ safeDay: null }), '2026-10-09'],
    ['a date that moved back waits', null, moved('2026-12-30', '2026-12-31'), '2026-09-01'],
    ['a date that became known waits', null, moved(null, '2026-12-31'), '2026-09-01'],
    ['unless it is near', 'near-date', moved(null, '2026-09-04'), '2026-09-01'],
    ['an authority that is late leaves', 'past-date', notice({ rung: 'weekly-1', safeDay: null }), '2026-10-10'],
    [
      'a day beyond the calendar is not near',
      null,
      notice({ safeDay: '2099-03-01', date: '2099-03-01' }),
      '2026-09-01',
    ],
  ])('%s', (_, why, due, today) => {
    expect(urgencyOf(due, today, law.calendar)).toBe(why);
  });
});
