import fc from 'fast-check';
import { aPermit, LicenseStory } from '../../test/support/license-story.js';
import { expect } from '../../test/support/quick-expect.js';
import { addDays, lastDayOfTerm } from '../calendar/index.js';
import { isDateMoved } from './escalation.js';
import { tick } from './tick.js';
import { nextWakeUp, plannedRungs } from './wake.js';
import { fnv1a, wakeInstant } from './wake-time.js';

const wakeOf = (story: LicenseStory) => nextWakeUp(story.state, story.context());
const reportsFiled = ['2027', '2028', '2029', '2030'];
const nearRenewal = () => LicenseStory.on('2030-10-20').holds('2026-03-16', '2031-03-15', { reportsFiled });
const holding = (day = '2026-11-20') => LicenseStory.on(day).holds('2026-03-16', '2031-03-15');

describe('wakeInstant', () => {
  it('is a fixed second of the window for each license', () => {
    const at = wakeInstant('a license', '2026-03-02', { fromMinute: 480, spreadMinutes: 50 });
    expect(at >= '2026-03-02T00:00:00.000Z' && at < '2026-03-02T00:50:00.000Z').toBe(true);
    expect(wakeInstant('a license', '2026-03-03', { fromMinute: 480, spreadMinutes: 50 }).slice(10)).toBe(at.slice(10));
  });

  it('needs no spread', () => {
    expect(wakeInstant('x', '2026-03-02', { fromMinute: 0, spreadMinutes: 0 })).toBe('2026-03-01T16:00:00.000Z');
  });

  it('spreads many licenses evenly enough', () => {
    const [minutes, instants] = [new Map<string, number>(), new Map<string, number>()];
    for (let i = 0; i < 5_000; i++) {
      const id = `0b24c0de-0000-5000-8000-${String(i).padStart(12, '0')}`;
      const at = wakeInstant(id, '2026-03-02', { fromMinute: 480, spreadMinutes: 50 });
      minutes.set(at.slice(0, 16), (minutes.get(at.slice(0, 16)) ?? 0) + 1);
      instants.set(at, (instants.get(at) ?? 0) + 1);
    }
    expect(minutes.size).toBe(50);
    expect(Math.max(...minutes.values())).toBeLessThan(200);
    expect(Math.max(...instants.values())).toBeLessThan(15);
  });

  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('hashes %p as FNV-1a says', (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });
});

describe('nextWakeUp', () => {
  it.each<[string, () => LicenseStory, string | null]>([
    ['nothing runs', () => LicenseStory.on('2026-09-14'), null],
    [
      'the authority must answer',
      () => LicenseStory.on('2026-09-14').files('f', 'new', '2026-09-14'),
      'acceptance limit 2026-09-20',
    ],
    ['next year brings a report', holding, 'annual-report 2027 january-1 on 2027-01-04'],
    [
      'a notice waits for an answer',
      () => holding().goesTo('2027-01-04'),
      'annual-report 2027 january-1 to the deputy on 2027-01-06',
    ],
    ['the renewal comes near', () => nearRenewal().goesTo('2030-11-12'), 'renewal S-30 on 2030-11-13'],
    [
      'the permit ends',
      () =>
        LicenseStory.on('2026-09-14')
          .holds('2021-09-16', '2026-09-15', { reportsFiled: ['2022', '2023', '2024', '2025', '2026'] })
          .says('obligation-waived', { obligationId: 'renewal:2', proposedBy: 'p' }),
      'permit ends 2026-09-15',
    ],
    ['it is closed', () => holding().closes(), null],
  ])('when %s', (_case, told, why) => {
    expect(wakeOf(told())?.why ?? null).toBe(why);
  });

  it('names the day, the instant and the obligation', () => {
    expect(wakeOf(holding())).toEqual({
      day: '2027-01-04',
      at: wakeInstant('0b24c0de-0000-5000-8000-000000000001', '2027-01-04', { fromMinute: 480, spreadMinutes: 50 }),
      obligationId: 'annual-report:2:2027',
      why: 'annual-report 2027 january-1 on 2027-01-04',
    });
  });

  it('is on the same day while its hour has not come', () => {
    const story = holding().goesTo('2027-01-04', '07:00');
    expect(wakeOf(story)).toMatchObject({ day: '2027-01-04', why: 'annual-report 2027 january-1 on 2027-01-04' });
  });

  it('goes by the instant that is asked about, whatever day its context names', () => {
    const story = holding().goesTo('2027-01-04');
    const yesterday = { ...story.context(), today: '2027-01-03' };
    expect(nextWakeUp(story.state, yesterday)).toEqual(wakeOf(story));
    expect(tick(story.state, '2027-01-06T02:00:00.000Z', yesterday)).toMatchObject([
      { type: 'notice-due', validOn: '2027-01-06', data: { rung: 'january-1', to: [{ role: 'deputy' }] } },
    ]);
  });

  it('comes once for a right that lapses without an entry, on the day after its last', () => {
    const story = holding()
      .says('permit-revoked', { on: '2026-11-20', number: null })
      .says('permit-cancelled', { cancelledOn: '2026-11-20', number: null });
    const days = story.agenda().flatMap(({ duty, deadline }) => (duty === 'right' && deadline ? [deadline.date] : []));
    const last = days.sort()[0] ?? '';
    const gone = addDays(last, 1);
    expect(wakeOf(story.goesTo(last))).toMatchObject({ day: gone, why: `reconsideration is over on ${gone}` });
    expect(wakeOf(story.goesTo(gone))?.why).toMatch(/^litigation S-14 on /);
  });

  it('is a minute away while a tick has not said everything', () => {
    const story = holding();
    story.sleepTo('2027-02-01');
    expect(wakeOf(story)).toMatchObject({ at: '2027-02-01T02:01:00.000Z', why: 'catching up on what is due' });
  });
});

describe('plannedRungs', () => {
  it('are the rungs of the open obligations, earliest first, each with its instant', () => {
    const story = nearRenewal();
    const planned = plannedRungs(story.state, story.context());
    expect(planned.map(({ day, rung }) => `${day} ${rung}`)).toEqual([
      '2030-11-13 S-30',
      '2030-11-29 S-14',
      '2030-12-06 S-7',
      '2030-12-10 S-3',
      '2030-12-13 S',
      '2030-12-20 window-missed-1',
    ]);
    expect(planned.every(({ day, at }) => at.slice(0, 10) === day)).toBe(true);
  });

  it('of several obligations stand together by their days, those of one day in the order of the agenda', () => {
    const story = LicenseStory.on('2026-03-02').files('b', 'new', null).files('a', 'change', null);
    story.corrects('b', '2026-03-20').corrects('a', '2026-03-18');
    const planned = plannedRungs(story.state, story.context()).map(
      ({ day, rung, obligationId }) => `${day} ${rung} ${obligationId}`,
    );
    expect(planned).toEqual([
      '2026-03-10 half-time correction:10',
      '2026-03-11 half-time correction:8',
      '2026-03-16 S-2 correction:10',
      '2026-03-18 S correction:10',
      '2026-03-18 S-2 correction:8',
      '2026-03-20 S correction:8',
      '2026-03-25 weekly-1 correction:10',
      '2026-03-27 weekly-1 correction:8',
    ]);
  });
});

/** One thing that may happen to a license; it changes nothing where it does not fit. */
type Happening = (story: LicenseStory, turn: number) => void;

const openFiling = (story: LicenseStory, ...statuses: string[]) =>
  Object.values(story.state.filings).find(({ kind, status }) => kind !== 'annual-report' && statuses.includes(status));

const renewalPermit = (story: LicenseStory) => {
  const last = story.state.permit?.terms.at(-1);
  const from = addDays(last?.lastDay ?? story.today, 1);
  return last?.provisional ? aPermit(last.validFrom, last.lastDay) : aPermit(from, lastDayOfTerm(from, 5));
};

const happenings: Record<string, Happening> = {
  files: (story, turn) => {
    if (openFiling(story, 'submitted', 'correction', 'accepted', 'expert-review', 'granted') || story.state.closed)
      return;
    const status = story.state.permit?.status;
    if (status && status !== 'valid' && status !== 'suspended') return;
    story.files(`f${turn}`, status ? 'renewal' : 'new', turn % 3 === 0 ? null : story.today);
  },
  corrects: (story, turn) => {
    const filing = openFiling(story, 'submitted');
    if (filing) story.corrects(filing.id, turn % 2 === 0 ? null : addDays(story.today, turn % 30));
  },
  resubmits: (story) => {
    const filing = openFiling(story, 'correction');
    if (filing) story.submits(filing.id, story.today);
  },
  accepts: (story) => {
    const filing = openFiling(story, 'submitted');
    if (filing) story.accepts(filing.id);
  },
  startsReview: (story) => {
    const filing = openFiling(story, 'accepted');
    if (filing) story.says('expert-review-started', { filingId: filing.id, from: story.today, announcedUntil: null });
  },
  endsReview: (story) => {
    const filing = openFiling(story, 'expert-review');
    if (filing) story.says('expert-review-ended', { filingId: filing.id, on: story.today });
  },
  grants: (story) => {
    const filing = openFiling(story, 'accepted');
    if (filing) story.grants(filing.id);
  },
  refuses: (story) => {
    const filing = openFiling(story, 'accepted');
    if (filing) story.refuses(filing.id);
  },
  issues: (story) => {
    const filing = openFiling(story, 'granted');
    if (!filing) return;
    const permit = filing.kind === 'new' ? aPermit(story.today, lastDayOfTerm(story.today, 5)) : renewalPermit(story);
    const data = { filingId: filing.id, permit, computedLastDay: permit.printedLastDay };
    story.says(filing.kind === 'new' ? 'permit-issued' : 'permit-renewed', { ...data, issuedOn: story.today });
  },
  opens: (story) => {
    if (story.state.permit?.services.B24?.status === 'not-opened') {
      story.says('service-opened', { serviceType: 'B24', openedOn: story.today, evidence: null, violation: false });
    }
  },
  changes: (story, turn) => {
    const change = {
      kind: 'name' as const,
      decidedOn: story.today,
      registeredOn: turn % 2 === 0 ? story.today : null,
      effectiveOn: null,
      operatorChanges: null,
    };
    story.says('company-fact-recorded', { change, facts: {}, companySeq: turn });
  },
  reports: (story) => {
    const due = story.agenda().find(({ kind, filingId }) => kind === 'annual-report' && filingId === null);
    if (due?.period) story.reports(due.period);
  },
  acknowledges: (story) => {
    for (const { id } of story.agenda()) {
      const newest = story.state.notices[id]?.fired.at(-1);
      if (newest && !newest.skipped) story.says('notice-acknowledged', { obligationId: id, rung: newest.rung });
    }
  },
  snoozes: (story, turn) => {
    for (const { id } of story.agenda()) {
      const newest = story.state.notices[id]?.fired.at(-1);
      if (newest && !newest.skipped)
        story.says('notice-snoozed', { obligationId: id, rung: newest.rung, until: addDays(story.today, turn % 9) });
    }
  },
  waives: (story) => {
    const [first] = story.agenda();
    if (first) story.says('obligation-waived', { obligationId: first.id, proposedBy: 'p' });
  },
  reassigns: (story, turn) => {
    story.says('people-assigned', { people: { owner: `p${turn % 3}`, deputy: `p${turn % 2}`, manager: 'p2' } });
  },
  isAway: (story, turn) => {
    const person = story.state.people[(['owner', 'deputy', 'manager'] as const)[turn % 3] ?? 'owner'];
    story.says('absence-told', {
      absenceId: `absence-${turn % 5}`,
      person,
      from: addDays(story.today, (turn % 4) - 1),
      until: addDays(story.today, (turn % 4) + 6),
      calledOff: turn % 5 === 4,
      houseSeq: turn + 1,
    });
  },
  choosesLadder: (story, turn) => {
    const kind = (['renewal', 'annual-report', 'change'] as const)[turn % 3] ?? 'renewal';
    const offsets = turn % 4 === 3 ? null : [200 - turn, 40, 9, 2];
    if (turn % 2 === 0) story.says('ladder-chosen', { kind, offsets, reason: { ref: 'text', commitment: '00' } });
    else story.says('house-ladder-adopted', { kind, offsets, houseSeq: turn + 1 });
  },
  takesTime: (story, turn) => {
    const due = story.agenda().find(({ kind, filingId }) => kind === 'annual-report' && filingId === null);
    if (!due?.period) return;
    const filingId = `report-${due.period}`;
    story.says('filing-opened', { filingId, kind: 'annual-report', period: due.period, answers: [], plannedOn: null });
    story.goesTo(addDays(story.today, turn % 40));
    story.says('pack-signed-off', { filingId, packHash: 'ab', materials: [], deferred: [], preparedBy: ['p0'] });
    story.submits(filingId, null).says('report-filed', { filingId, filedOn: story.today, number: null });
  },
  isDown: (story, turn) => {
    story.sleepTo(addDays(story.today, 20 + turn));
    story.settle();
  },
};

const anyStory = fc.array(fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.integer({ min: 0, max: 70 })), {
  minLength: 5,
  maxLength: 40,
});

function play(turns: [string, number][], check: (story: LicenseStory) => void): LicenseStory {
  const story = LicenseStory.on('2026-01-05');
  turns.forEach(([happening, days], turn) => {
    happenings[happening]?.(story, turn);
    check(story);
    // Throws when a wake-up is not after the moment that asked for it.
    story.goesTo(addDays(story.today, days), turn % 2 === 0 ? '07:00' : '19:00');
    check(story);
  });
  return story;
}

/** Plays a story and fails where any moment of it, or its whole record, breaks a rule. */
function always(check: (story: LicenseStory) => void, after: (story: LicenseStory) => void = () => undefined): void {
  fc.assert(
    fc.property(anyStory, (turns) => after(play(turns, check))),
    { numRuns: 60 },
  );
}

describe('any story of a license', () => {
  it('leaves nothing for the tick to say, and a wake-up strictly in the future', () => {
    always((story) => {
      expect(tick(story.state, story.now, story.context())).toEqual([]);
      const wake = wakeOf(story);
      expect(wake === null || wake.at > story.now).toBe(true);
    });
  });

  it('has a next rung for every duty of the company that is past its date', () => {
    always((story) => {
      const planned = new Set(plannedRungs(story.state, story.context()).map(({ obligationId }) => obligationId));
      const overdue = story
        .agenda()
        .filter(({ duty, deadline }) => duty === 'company' && deadline && deadline.date < story.today);
      expect(overdue.filter(({ id }) => !planned.has(id))).toEqual([]);
    });
  });

  it('has exactly one owner of every open obligation, and tells that one of every rung', () => {
    always(
      (story) => {
        const owners = story.agenda().map(() => story.state.people.owner);
        expect(owners.every((owner) => owner.trim() !== '')).toBe(true);
      },
      (story) => {
        const rungs = story.notices().filter(({ to }) => to.length > 1 || to[0]?.role === 'owner');
        expect(rungs.filter(({ to }) => to.filter(({ role }) => role === 'owner').length !== 1)).toEqual([]);
      },
    );
  });

  it('sends nothing that prepares after the safe day, and nothing after the act', () => {
    always(
      () => undefined,
      (story) => {
        // What nobody acknowledged may reach the next person later: a working day each is waited for.
        const late = story
          .notices()
          .filter(({ to }) => to[0]?.role === 'owner')
          .filter(
            ({ rung, safeDay, plannedOn }) => /^(S-\d+|half-time|prepare)$/.test(rung) && plannedOn > (safeDay ?? ''),
          );
        expect(late).toEqual([]);
      },
    );
    always((story) => {
      const open = new Set(story.agenda().map(({ id }) => id));
      const planned = plannedRungs(story.state, story.context()).filter(({ obligationId }) => !open.has(obligationId));
      expect(planned).toEqual([]);
    });
  });

  it('wakes for nothing never, and has nothing on record that the state machines refuse', () => {
    always(
      () => undefined,
      (story) => {
        expect(story.wakes.filter(({ events }) => events === 0)).toEqual([]);
        expect(story.state.unknownEvents).toEqual([]);
      },
    );
  });

  it('tells a person of each rung once, and the owner of one rung a day', () => {
    always(
      () => undefined,
      (story) => {
        const sent = story.history.flatMap((event) => (event.type === 'notice-due' ? [event] : []));
        const keys = sent.flatMap(({ data }) =>
          data.to.map(({ person }) => `${data.obligationId} ${data.rung} ${person}`),
        );
        expect(keys).toEqual([...new Set(keys)]);
        const rungs = sent.filter(({ data }) => data.to[0]?.role === 'owner' && !isDateMoved(data.rung));
        const days = rungs.map(({ data, validOn }) => `${data.obligationId} ${validOn}`);
        expect(days).toEqual([...new Set(days)]);
      },
    );
  });
});
