import { Desk, otherTypes } from '../../test/support/builders.js';
import { LicenseStory, people } from '../../test/support/license-story.js';
import { addDays } from '../calendar/index.js';
import type { Context } from './context.js';
import type { LicenseEvent } from './events.js';
import type { NoticeDue } from './license.js';
import { tick } from './tick.js';
import { nextWakeUp, plannedRungs } from './wake.js';
import { wakeInstant } from './wake-time.js';

const reportsFiled = ['2022', '2023', '2024', '2025', '2026'];
const window = { fromMinute: 480, spreadMinutes: 50 };
const instant = (story: LicenseStory, day: string) => wakeInstant(story.licenseId, day, window);

/** What time would put on record at a moment of the story's day, whatever has been told until then. */
const dueAt = (story: LicenseStory, now: string, context: Context = story.context()): LicenseEvent[] =>
  tick(story.state, now, context);
const noticesAt = (story: LicenseStory, now: string): NoticeDue[] =>
  dueAt(story, now).flatMap((event) => (event.type === 'notice-due' ? [event.data] : []));

describe('limits that pass', () => {
  const two = () =>
    LicenseStory.on('2026-03-02')
      .holds('2021-09-16', '2026-09-15', { reportsFiled })
      .files('late', 'change', '2026-03-04')
      .files('soon', 'change', '2026-03-02');

  it('are told one at a time, the earliest first, and before any notice', () => {
    const story = two();
    const silence = (filingId: string, acceptedOn: string, limit: string): LicenseEvent => ({
      type: 'acceptance-deemed',
      v: 1,
      validOn: addDays(limit, 1),
      data: { filingId, round: 1, acceptedOn, limit, ruleId: 'limit.completeness' },
    });
    const now = '2026-03-31T02:00:00.000Z';
    expect(dueAt(story, now)).toEqual([silence('soon', '2026-03-02', '2026-03-09')]);
    story.says('filing-withdrawn', { filingId: 'soon', withdrawnOn: '2026-03-02' });
    expect(dueAt(story, now)).toEqual([silence('late', '2026-03-04', '2026-03-11')]);
  });

  it('pass with the day after them, from its first minute on, whatever the hour of the wake-up', () => {
    const story = two();
    expect(dueAt(story, '2026-03-09T15:59:59.000Z').map(({ type }) => type)).not.toContain('acceptance-deemed');
    expect(dueAt(story, '2026-03-09T16:00:00.000Z').map(({ type }) => type)).toEqual(['acceptance-deemed']);
  });

  it('and the end of a permit names the rule, and what nobody decided', () => {
    const story = LicenseStory.on('2026-03-02')
      .holds('2021-09-16', '2026-09-15', { reportsFiled })
      .goesTo('2026-06-15')
      .files('n', 'renewal', '2026-06-15')
      .corrects('n', null);
    expect(dueAt(story, '2026-09-16T00:00:00.000Z')).toEqual([
      {
        type: 'permit-expired',
        v: 1,
        validOn: '2026-09-16',
        data: { lastDay: '2026-09-15', ruleId: 'limit.validity' },
      },
      {
        type: 'attention-raised',
        v: 1,
        validOn: '2026-09-16',
        data: { reason: 'renewal-undecided', about: 'n' },
      },
    ]);
  });

  it('are none of a permit that is cancelled, or of a license that is closed', () => {
    const held = () => LicenseStory.on('2026-03-02').holds('2021-09-16', '2026-09-15', { reportsFiled });
    const late = '2026-09-16T00:00:00.000Z';
    expect(dueAt(held(), late)).toHaveLength(1);
    expect(dueAt(held().says('permit-cancelled', { cancelledOn: '2026-03-02', number: null }), late)).toEqual([]);
    expect(dueAt(two().closes(), late)).toEqual([]);
  });
});

describe('no limit passes', () => {
  const silent = '2026-03-31T02:00:00.000Z';
  const asked = () =>
    LicenseStory.on('2026-03-02')
      .holds('2024-02-02', '2029-02-01', { reportsFiled: ['2025', '2026'] })
      .files('f', 'change', '2026-03-02');
  const types = (story: LicenseStory, now = silent) => dueAt(story, now).map(({ type }) => type);

  it('of an application about a permit that is formally over', () => {
    expect(types(asked())).toEqual(['acceptance-deemed']);
    const cancelled = { cancelledOn: '2026-03-02', number: null };
    expect(types(asked().says('permit-cancelled', cancelled))).toEqual([]);
  });

  it('on a day that no calendar knows', () => {
    const long = LicenseStory.on('2005-03-02').files('f', 'new', '2005-03-02');
    expect(types(long, '2005-12-31T02:00:00.000Z')).toEqual([]);
    expect(nextWakeUp(long.state, long.context())).toBeNull();
  });

  it('in favor of a renewal that the authority got after its window, though it was handed in within', () => {
    const story = (receivedOn: string) => {
      const held = LicenseStory.on('2026-03-02').holds('2021-09-16', '2026-09-15', { reportsFiled });
      held.goesTo('2026-06-15').files('n', 'renewal', null).goesTo(receivedOn);
      return held.says('receipt-recorded', { filingId: 'n', round: 1, receivedOn, number: null }).accepts('n');
    };
    const end = '2026-09-16T00:00:00.000Z';
    expect(types(story('2026-06-17'), end)).toEqual(['renewal-deemed']);
    expect(types(story('2026-06-18'), end)).toEqual(['permit-expired']);
  });
});

describe('an operating alarm', () => {
  const runs = { serviceType: 'B24', province: 'sh', startedOn: '2026-11-20', evidence: null };
  const raised = (story: LicenseStory, now: string) =>
    dueAt(story, now).filter(({ type }) => type === 'operating-alarm-raised');
  const unpermitted = () => {
    const story = LicenseStory.on('2026-11-20');
    story.sleepTo('2026-11-20', '09:00');
    return story;
  };

  it('is raised at once, with the day, the place and the reasons; never of a closed license', () => {
    const operating = Desk.holds('2026-11-20');
    operating.does('record-suspension', { from: '2026-11-20', until: null, number: null });
    operating.does('start-operation', { ...runs, stoppedOn: null });
    expect(operating.history.find(({ type }) => type === 'operating-alarm-raised')).toMatchObject({
      v: 1,
      validOn: '2026-11-20',
      data: {
        operationId: 'operation-1',
        serviceType: 'B24',
        province: 'sh',
        from: '2026-11-20',
        reasons: ['suspended'],
      },
    });
    const closed = unpermitted()
      .closes()
      .says('operation-started', { operationId: 'operation-1', ...runs });
    expect(raised(closed, '2026-11-20T12:00:00.000Z')).toEqual([]);
  });

  it('is not raised of a time without a right that was over before it became known', () => {
    const desk = Desk.holds('2026-11-20');
    desk.does('record-suspension', { from: '2026-07-01', until: null, number: null });
    desk.does('lift-suspension', { on: '2026-08-01' });
    desk.does('start-operation', { ...runs, startedOn: '2026-06-10', stoppedOn: null });
    expect(desk.history.map(({ type }) => type)).not.toContain('operating-alarm-raised');
  });

  it('is foreseen for the day on which a renewed permit leaves a service out', () => {
    const both = { serviceTypes: ['B24', 'B25'] };
    const desk = Desk.holds('2031-01-10', both, {
      opened: both.serviceTypes.map((serviceType) => ({ serviceType, openedOn: null })),
      reportsFiled: ['2027', '2028', '2029', '2030', '2031'],
    }).does('start-operation', { ...runs, serviceType: 'B25', startedOn: '2030-01-04', stoppedOn: null });
    desk.prepares({ kind: 'renewal' }).submits().accepted().granted();
    desk.issued({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' }, otherTypes);
    expect(desk.nextWake()).toMatchObject({
      day: '2031-06-01',
      why: 'operating without a permit',
      obligationId: null,
    });
  });
});

describe('a permit of two services that ends while its renewal waits', () => {
  const permit = {
    number: '沪B2-20260001',
    validFrom: '2021-09-16',
    printedLastDay: '2026-09-15',
    serviceTypes: ['B24', 'B25'],
    coverage: { kind: 'province' as const, provinces: ['sh'] as [string] },
  };
  const both = [
    { serviceType: 'B24', openedOn: '2021-09-16' },
    { serviceType: 'B25', openedOn: '2021-09-16' },
  ];
  const renewing = (opened: typeof both, serviceTypes: string[] | null = null) =>
    LicenseStory.on('2026-03-02')
      .holds('2021-09-16', '2026-09-15', { reportsFiled, permit, opened })
      .goesTo('2026-06-15')
      .files('n', 'renewal', '2026-06-15', { serviceTypes })
      .accepts('n');
  const end = '2026-09-16T00:00:00.000Z';
  const deemed = (serviceTypes: string[] | null): LicenseEvent => ({
    type: 'renewal-deemed',
    v: 2,
    validOn: '2026-09-16',
    data: {
      filingId: 'n',
      validFrom: '2026-09-16',
      lastDay: '2031-09-15',
      ruleId: 'limit.renewal-decision',
      serviceTypes,
    },
  });
  const doubtful = (type: string): LicenseEvent => ({
    type: 'attention-raised',
    v: 1,
    validOn: '2026-09-16',
    data: { reason: 'renewal-undecided', about: `n:${type}` },
  });

  it('goes on with both where both were opened', () => {
    expect(dueAt(renewing(both), end)).toEqual([deemed(null)]);
  });

  it('goes on with the one that was opened; a person decides about the other', () => {
    expect(dueAt(renewing(both.slice(0, 1)), end)).toEqual([deemed(['B24']), doubtful('B25')]);
    expect(dueAt(renewing(both.slice(1)), end)).toEqual([deemed(['B25']), doubtful('B24')]);
  });

  it('goes on with the one that was asked for', () => {
    expect(dueAt(renewing(both, ['B25']), end)).toEqual([deemed(['B25'])]);
  });

  it('goes on with what was granted, opened or not, and leaves no doubt', () => {
    const granted = (refusedTypes: string[]) => {
      const story = renewing(both.slice(0, 1));
      story.record([
        {
          type: 'filing-granted',
          v: 2,
          validOn: story.today,
          data: {
            filingId: 'n',
            grantedOn: story.today,
            servedOn: story.today,
            number: null,
            refusedTypes,
          },
        } as LicenseEvent,
      ]);
      return dueAt(story, end);
    };
    expect(granted([])).toEqual([deemed(null)]);
    expect(granted(['B25'])).toEqual([deemed(['B24'])]);
    expect(granted(['B24'])).toEqual([deemed(['B25'])]);
  });
});

describe('a notice leaves', () => {
  const holding = (who = {}) =>
    LicenseStory.on('2026-12-01', who).holds('2022-02-02', '2027-12-31', {
      reportsFiled: ['2023', '2024', '2025', '2026'],
    });
  const day = '2027-01-04';

  it('at the minute of the license on its day, not before', () => {
    const story = holding().goesTo('2027-01-03');
    const minute = instant(story, day);
    const before = new Date(Date.parse(minute) - 1).toISOString();
    expect(noticesAt(story, before)).toEqual([]);
    expect(noticesAt(story, minute).map(({ rung, late }) => [rung, late])).toEqual([['january-1', false]]);
  });

  it('late on every day after its own, from midnight on', () => {
    const story = holding();
    story.sleepTo('2027-01-04', '01:00');
    expect(noticesAt(story, '2027-01-04T16:00:00.000Z').map(({ rung, late }) => [rung, late])).toEqual([
      ['january-1', true],
    ]);
  });

  it('with the entry that opened its duty, before the minute of the license too', () => {
    const story = LicenseStory.on('2026-03-09').files('f', 'new', null);
    story.goesTo('2026-03-10', '00:10').corrects('f', null);
    expect(story.notices('correction')).toEqual([
      {
        obligationId: story.duty('correction').id,
        kind: 'correction',
        rung: 'opened',
        plannedOn: '2026-03-10',
        to: [{ role: 'owner', person: people.owner }],
        date: null,
        safeDay: null,
        firmness: 'firm',
        ruleId: '',
        late: false,
        skipped: [],
        movedFrom: null,
        grounds: { ladder: { of: 'pack', seq: null }, preparation: null, away: [] },
      },
    ]);
  });

  it('by the ladder of the pack where it counts nothing back, whatever the house has chosen', () => {
    const story = LicenseStory.on('2026-03-02').files('f', 'new', '2026-03-02').accepts('f');
    story.says('house-ladder-adopted', { kind: 'review', offsets: [30], houseSeq: 4 }).goesTo('2026-06-30');
    const [ask] = story.notices('review');
    expect(ask).toMatchObject({ rung: 'ask', grounds: { ladder: { of: 'pack', seq: null } } });
  });

  it('to each next person with its own day, late where nobody was there to send it', () => {
    const story = holding().goesTo(day);
    const [first] = story.notices('annual-report');
    const told = (on: string) => noticesAt(story, instant(story, on));
    const deputy = {
      ...first,
      plannedOn: '2027-01-06',
      to: [{ role: 'deputy', person: people.deputy }],
    };
    expect(told('2027-01-05')).toEqual([]);
    expect(told('2027-01-06')).toEqual([deputy]);
    expect(told('2027-01-07')).toEqual([{ ...deputy, late: true }]);
  });

  it('once to a person who holds two roles', () => {
    const { owner, deputy, manager } = people;
    const roles = (who: object) =>
      LicenseStory.on('2026-11-20', who)
        .says('operation-started', {
          operationId: 'operation-1',
          serviceType: 'B24',
          province: 'sh',
          startedOn: '2026-11-20',
          evidence: null,
        })
        .goesTo('2026-11-20', '23:00')
        .notices('operating-without-permit')[0]?.to;
    expect(roles({})).toEqual([
      { role: 'owner', person: owner },
      { role: 'manager', person: manager },
    ]);
    expect(roles({ manager: owner })).toEqual([{ role: 'owner', person: owner }]);
    expect(roles({ deputy: owner, manager: deputy })).toEqual([
      { role: 'owner', person: owner },
      { role: 'manager', person: deputy },
    ]);
  });

  it('to who acts for those who are away, and says so', () => {
    const away = (...persons: string[]) => {
      const story = holding();
      persons.forEach((person, i) => {
        story.says('absence-told', {
          absenceId: `a-${i}`,
          person,
          from: '2027-01-01',
          until: '2027-01-31',
          calledOff: false,
          houseSeq: i + 1,
        });
      });
      const [notice] = story.goesTo(day).notices('annual-report');
      return [notice?.to.map(({ role }) => role), notice?.grounds?.away];
    };
    const { owner, deputy, manager } = people;
    expect(away()).toEqual([['owner'], []]);
    expect(away(owner)).toEqual([['owner', 'deputy'], ['owner']]);
    expect(away(deputy)).toEqual([['owner'], []]);
    expect(away(owner, deputy)).toEqual([
      ['owner', 'deputy', 'manager'],
      ['owner', 'deputy'],
    ]);
    expect(away(owner, manager)).toEqual([['owner', 'deputy'], ['owner']]);
  });
});

describe('a date that moved again', () => {
  it('is told with a number of its own, and quotes the one before', () => {
    const story = LicenseStory.on('2026-03-09').files('f', 'new', '2026-03-02').accepts('f').goesTo('2026-05-06');
    const review = (from: string, to: string) =>
      story
        .says('expert-review-started', { filingId: 'f', from, announcedUntil: null }, from)
        .says('expert-review-ended', { filingId: 'f', on: to }, to);
    review('2026-04-01', '2026-04-10').goesTo('2026-05-07');
    review('2026-04-13', '2026-04-17').goesTo('2026-05-08');
    const moved = story.notices('review').filter(({ movedFrom }) => movedFrom !== null);
    expect(moved.map(({ rung }) => rung)).toEqual(['date-moved-1', 'date-moved-2']);
    expect(moved[1]?.movedFrom).toBe(moved[0]?.date);
    expect(moved.map(({ late, skipped, plannedOn }) => [late, skipped, plannedOn])).toEqual([
      [false, [], '2026-05-06'],
      [false, [], '2026-05-07'],
    ]);
  });

  it('is told to who acts for the owner too', () => {
    const story = LicenseStory.on('2026-03-09').files('f', 'new', '2026-03-02').accepts('f').goesTo('2026-05-06');
    story.says('absence-told', {
      absenceId: 'a',
      person: people.owner,
      from: '2026-05-06',
      until: '2026-05-31',
      calledOff: false,
      houseSeq: 1,
    });
    story
      .says('expert-review-started', { filingId: 'f', from: '2026-04-01', announcedUntil: null }, '2026-04-01')
      .says('expert-review-ended', { filingId: 'f', on: '2026-04-10' }, '2026-04-10');
    const moved = story.notices('review').find(({ rung }) => rung === 'date-moved-1');
    expect(moved?.to.map(({ role }) => role)).toEqual(['owner', 'deputy']);
    expect(moved?.grounds?.away).toEqual(['owner']);
  });

  it('is no news while nobody knows the new one', () => {
    const story = LicenseStory.on('2026-03-09').files('f', 'new', '2026-03-09').corrects('f', '2026-04-10');
    const { id } = story.duty('correction');
    const { f } = story.state.filings;
    if (!f) throw new Error('no filing');
    const rounds = f.rounds.map((round) => ({
      ...round,
      correction: round.correction && { ...round.correction, dueOn: null },
    }));
    const state = { ...story.state, filings: { f: { ...f, rounds } } };
    expect(state.notices[id]?.quoted).toBe('2026-04-10');
    expect(tick(state, story.now, story.context())).toEqual([]);
  });

  it('is no news where every rung of it was only recorded', () => {
    const change = {
      kind: 'name' as const,
      decidedOn: '2026-03-02',
      registeredOn: null,
      effectiveOn: null,
      operatorChanges: null,
    };
    const story = LicenseStory.on('2026-03-09')
      .holds('2024-09-16', '2029-09-15', { reportsFiled: ['2025', '2026'] })
      .says('company-fact-recorded', { change, facts: {}, companySeq: 2 });
    const { id } = story.duty('change');
    const record = story.state.notices[id];
    if (!record) throw new Error('nothing was told');
    const state = {
      ...story.state,
      notices: {
        [id]: { ...record, fired: record.fired.map((each) => ({ ...each, skipped: true })), quoted: '2026-04-01' },
      },
      changes: story.state.changes.map((open) => ({ ...open, change: { ...open.change, registeredOn: '2026-03-10' } })),
    };
    const kinds = tick(state, '2026-03-10T15:00:00.000Z', story.context()).flatMap((event) =>
      event.type === 'notice-due' ? [event.data.rung] : [],
    );
    expect(kinds.filter((rung) => rung.startsWith('date-moved'))).toEqual([]);
  });
});

describe('rights', () => {
  const refused = () =>
    LicenseStory.on('2026-03-02').files('f', 'new', '2026-03-02').accepts('f').goesTo('2026-03-09').refuses('f');

  it('are told of until their last day, and nobody hears of them after it', () => {
    const story = refused();
    const last = story.duty('reconsideration').deadline?.date ?? '';
    const days = plannedRungs(story.state, story.context())
      .filter(({ obligationId }) => obligationId.startsWith('reconsideration'))
      .map(({ day }) => day);
    expect(days.length).toBeGreaterThan(0);
    expect(days.filter((day) => day > last)).toEqual([]);
    expect(days.at(-1)).toBe(story.duty('reconsideration').deadline?.safeDay);
    expect(days.at(-1)).toBe(last);
    story.goesTo(addDays(last, 40));
    const on = story.history.flatMap((event) =>
      event.type === 'notice-due' && event.data.kind === 'reconsideration' ? [event.validOn] : [],
    );
    expect(on.filter((day) => day > last)).toEqual([]);
  });
});

describe('the plan of reminders', () => {
  it('is one list in the order of time, of all that is open', () => {
    const story = LicenseStory.on('2026-03-02')
      .holds('2021-09-16', '2026-09-15', { reportsFiled: ['2022', '2023', '2024', '2025'] })
      .files('f', 'change', '2026-03-02')
      .corrects('f', '2026-04-01');
    const planned = plannedRungs(story.state, story.context());
    expect(new Set(planned.map(({ obligationId }) => obligationId.split(':')[0]))).toEqual(
      new Set(['annual-report', 'renewal', 'correction']),
    );
    expect(planned.map(({ at }) => at)).toEqual(planned.map(({ at }) => at).toSorted());
    for (const { day, at } of planned) expect(at).toBe(instant(story, day));
    const correction = story.duty('correction').id;
    expect(planned.filter(({ obligationId }) => obligationId === correction)).toEqual([
      { obligationId: correction, rung: 'half-time', day: '2026-03-17', at: instant(story, '2026-03-17') },
      { obligationId: correction, rung: 'S-2', day: '2026-03-30', at: instant(story, '2026-03-30') },
      { obligationId: correction, rung: 'S', day: '2026-04-01', at: instant(story, '2026-04-01') },
      { obligationId: correction, rung: 'weekly-1', day: '2026-04-08', at: instant(story, '2026-04-08') },
    ]);
  });

  it('goes as far as the first repeat after the day of the question', () => {
    const story = LicenseStory.on('2026-03-09').files('f', 'new', null).corrects('f', '2026-03-20');
    const weekly = (today: string) =>
      plannedRungs(story.state, { ...story.context(), today, now: `${today}T02:00:00.000Z` })
        .filter(({ rung }) => rung.startsWith('weekly'))
        .map(({ day }) => day);
    expect(weekly('2026-03-20')).toEqual(['2026-03-27']);
    expect(weekly('2026-03-26')).toEqual(['2026-03-27']);
    expect(weekly('2026-03-27')).toEqual(['2026-03-27', '2026-04-03']);
    expect(weekly('2026-04-24')).toEqual([
      '2026-03-27',
      '2026-04-03',
      '2026-04-10',
      '2026-04-17',
      '2026-04-24',
      '2026-05-06',
    ]);
    expect(weekly('2026-03-20')).toEqual(['2026-03-27']);
  });

  it('has nothing of what stands still, of what the pack does not remind of, and of a closed license', () => {
    const review = LicenseStory.on('2026-03-02').files('f', 'new', '2026-03-02').accepts('f');
    const planned = (story: LicenseStory, law = story.context().law) =>
      plannedRungs(story.state, { ...story.context(), law }).length;
    expect(planned(review)).toBeGreaterThan(0);
    const { law } = review.context();
    const pack = { ...law.pack, ladders: law.pack.ladders.filter(({ obligation }) => obligation !== 'review') };
    expect(planned(review, { ...law, pack })).toBe(0);
    expect(tick(review.state, '2027-03-02T15:00:00.000Z', { ...review.context(), law: { ...law, pack } })).toEqual([]);
    review.says('expert-review-started', { filingId: 'f', from: '2026-03-02', announcedUntil: null });
    expect(planned(review)).toBe(0);
    const held = LicenseStory.on('2026-03-02').holds('2021-09-16', '2026-09-15', { reportsFiled });
    expect(planned(held)).toBeGreaterThan(0);
    expect(planned(held.closes())).toBe(0);
  });
});

describe('the next wake-up', () => {
  const holding = () => LicenseStory.on('2026-11-20').holds('2026-03-16', '2031-03-15');

  it('is later on the same day before the minute of the license, and another day from that minute on', () => {
    const story = holding();
    story.sleepTo('2027-01-04', '07:00');
    const minute = instant(story, '2027-01-04');
    const at = (now: string) => nextWakeUp(story.state, { ...story.context(), now });
    expect(at('2027-01-03T23:00:00.000Z')).toMatchObject({ day: '2027-01-04', at: minute });
    expect(at(minute)).toMatchObject({ day: '2027-01-04', why: 'catching up on what is due', obligationId: null });
    story.goesTo('2027-01-04', '12:00');
    expect(at(minute)?.day).toBe('2027-01-06');
    expect(at(new Date(Date.parse(minute) - 1).toISOString())?.day).toBe('2027-01-06');
  });

  it('is a minute from now while something is due', () => {
    const story = holding();
    story.sleepTo('2027-02-01');
    expect(nextWakeUp(story.state, story.context())).toEqual({
      day: '2027-02-01',
      at: '2027-02-01T02:01:00.000Z',
      obligationId: null,
      why: 'catching up on what is due',
    });
  });

  it('names a limit before a rung of the same day', () => {
    const story = LicenseStory.on('2026-09-14').files('f', 'new', '2026-09-14');
    expect(nextWakeUp(story.state, story.context())).toEqual({
      day: '2026-09-21',
      at: instant(story, '2026-09-21'),
      obligationId: null,
      why: 'acceptance limit 2026-09-20',
    });
  });

  it('is none for a right that lapses while the license goes on', () => {
    const story = LicenseStory.on('2026-03-02').files('f', 'new', '2026-03-02').accepts('f').refuses('f');
    const whys: string[] = [];
    for (let wake = nextWakeUp(story.state, story.context()); wake; wake = nextWakeUp(story.state, story.context())) {
      whys.push(wake.why);
      story.goesTo(wake.day, '12:00');
    }
    expect(whys.length).toBeGreaterThan(2);
    expect(whys.filter((why) => why.includes('is over'))).toEqual([]);
  });

  it('of a permit that is formally over is the day on which its last right is gone', () => {
    const desk = Desk.holds('2026-11-20')
      .does('record-revocation', { outcome: 'revoked', revokedOn: '2026-11-20', number: null })
      .does('record-cancellation', { cancelledOn: '2026-11-20', number: null });
    const rights = ['reconsideration', 'litigation'].flatMap((kind) => desk.agenda(kind));
    const ends = rights.map(({ deadline }) => addDays(deadline?.date ?? '', 1)).toSorted();
    const wakes = new Set<string>();
    for (let wake = desk.nextWake(); wake; wake = desk.nextWake()) {
      wakes.add(`${wake.day} ${wake.why}`);
      desk.until(wake.day);
    }
    expect(ends).toHaveLength(2);
    const lasts = rights.map(({ kind, deadline }) => {
      const day = addDays(deadline?.date ?? '', 1);
      return `${day} ${kind} is over on ${day}`;
    });
    expect([...wakes]).toEqual(expect.arrayContaining(lasts));
    expect([...wakes].at(-1)?.slice(0, 10)).toBe(ends.at(-1));
  });
});
