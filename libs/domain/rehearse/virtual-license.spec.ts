import { LicenseStory, law } from '../../../test/support/license-story.js';
import { VirtualLicense } from './virtual-license.js';
import { WatchedLicense } from './watched-license.js';

const id = '0b24c0de-0000-5000-8000-000000000001';
const wakeWindow = { fromMinute: 480, spreadMinutes: 0 };
const reportsFiled = ['2024', '2025', '2026'];
const held = () => LicenseStory.on('2026-09-14').holds('2023-05-10', '2028-05-09', { reportsFiled });
/** The same license in memory once more, as it stands. */
const playedOn = ({ state, now }: LicenseStory) => new VirtualLicense(id, law, { state, now }, wakeWindow);

describe('a virtual license', () => {
  it('begins with a day on which nothing is there', () => {
    const license = new VirtualLicense(id, law, '2026-09-14', wakeWindow);
    const { current, history, wakes, now, today } = license;
    expect({ current, history, wakes, now, today }).toEqual({
      current: null,
      history: [],
      wakes: [],
      now: '2026-09-13T16:00:00.000Z',
      today: '2026-09-14',
    });
    expect([license.nextWake(), license.settle()]).toEqual([null, 0]);
    expect(() => license.state).toThrow('the license is not opened yet');
  });

  it('begins with a license as it stands at an instant', () => {
    const story = held();
    const license = playedOn(story);
    const { state, history, wakes, now, today } = license;
    expect({ history, wakes, now, today }).toEqual({ history: [], wakes: [], now: story.now, today: '2026-09-14' });
    expect(state).toBe(story.state);
    expect(license.context()).toEqual({
      law,
      now: story.now,
      today: '2026-09-14',
      actor: { kind: 'system', id: 'tick' },
      wakeWindow,
    });
  });

  it('is woken whenever it asked to be while time passes, and not by a time that has passed', () => {
    const license = playedOn(held());
    const first = license.nextWake();
    expect(first).toMatchObject({ day: '2027-01-04', at: '2027-01-04T00:00:00.000Z' });
    license.moveTo('2027-01-03');
    expect([license.wakes, license.history]).toEqual([[], []]);
    license.moveTo('2027-01-04', '08:00');
    expect(license.wakes).toEqual([{ at: first?.at, why: first?.why, events: 1 }]);
    expect(license.history).toMatchObject([
      { type: 'notice-due', recordedAt: first?.at, actor: { kind: 'system', id: 'tick' } },
    ]);
    license.moveTo('2027-01-01');
    license.moveTo('2027-01-04', '08:00');
    expect([license.now, license.history.length, license.wakes.length]).toEqual([first?.at, 1, 1]);
    license.moveTo('2027-01-05');
    expect(license.now).toBe('2027-01-05T02:00:00.000Z');
  });

  it('sleeps while nobody wakes it; what fell due meanwhile is said when it is asked', () => {
    const license = playedOn(held());
    license.sleepTo('2027-01-05');
    expect([license.today, license.history.length, license.wakes.length]).toEqual(['2027-01-05', 0, 0]);
    expect(license.settle()).toBe(1);
    expect(license.settle()).toBe(0);
  });

  it('says what falls due with each act, or once after several', () => {
    const license = held();
    const change = { kind: 'name', registeredOn: null, effectiveOn: null, operatorChanges: null } as const;
    const tell = (decidedOn: string) =>
      license.says('company-fact-recorded', { facts: {}, change: { ...change, decidedOn }, companySeq: 2 });
    const types = () => license.history.slice(2).map(({ type }) => type);
    license.goesTo('2026-09-14', '12:00');
    tell('2026-09-14');
    expect(types()).toEqual(['company-fact-recorded', 'notice-due']);
    license.together(() => {
      tell('2026-09-13');
      tell('2026-09-12');
    });
    expect(types().slice(2)).toEqual(['company-fact-recorded', 'company-fact-recorded', 'notice-due', 'notice-due']);
    tell('2026-09-11');
    expect(types().slice(6)).toEqual(['company-fact-recorded', 'notice-due']);
  });

  it('is woken further by a moment that leaves no entry', () => {
    const refused = LicenseStory.on('2026-09-14').files('new-1', 'new', '2026-09-14').accepts('new-1').refuses('new-1');
    const license = playedOn(refused);
    license.moveTo('2027-12-31');
    expect(license.nextWake()).toBeNull();
    expect(license.openDuties()).toEqual([]);
  });
});

describe('a watched license', () => {
  it('notes each duty as it was last seen, and the day from which it was gone', () => {
    const { state, now } = held();
    const license = new WatchedLicense(id, law, { state, now }, wakeWindow);
    license.settle();
    const seen = () => [...license.duties].map(([of, { obligation, closedOn }]) => [of, obligation.id, closedOn]);
    expect(seen()).toEqual([['renewal:2', 'renewal:2', null]]);
    license.moveTo('2027-01-04');
    const report = 'annual-report:2:2027';
    expect(seen()).toEqual([
      ['renewal:2', 'renewal:2', null],
      [report, report, null],
    ]);
    const filing = { filingId: 'report', period: '2027', answers: [], plannedOn: null } as const;
    license.record([
      { type: 'filing-opened', v: 1, validOn: '2027-01-04', data: { ...filing, kind: 'annual-report' } } as never,
    ]);
    license.moveTo('2027-01-06');
    const files = [
      {
        type: 'pack-signed-off',
        data: { filingId: 'report', packHash: 'ab', materials: [], deferred: [], preparedBy: [] },
      },
      { type: 'filing-submitted', data: { filingId: 'report', round: 1, packHash: 'ab' } },
      { type: 'report-filed', data: { filingId: 'report', filedOn: '2027-01-06', number: null } },
    ];
    license.record(files.map((event) => ({ v: 1, validOn: '2027-01-06', ...event })) as never);
    license.moveTo('2027-01-20');
    expect(seen()).toEqual([
      ['renewal:2', 'renewal:2', null],
      [report, report, '2027-01-06'],
    ]);
    expect(license.duties.get(report)?.obligation.filingId).toBe('report');
  });
});
