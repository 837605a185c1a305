import fc from 'fast-check';
import { law } from '../../test/support/license-story.js';
import { addDays } from '../calendar/index.js';
import { InvalidInput } from './errors.js';
import { type Rehearsal, rehearse } from './rehearse.js';

const company = {
  province: 'sh',
  registeredCapital: 1_000_000,
  foreignShare: 0,
  establishedOn: '2024-05-20',
  shareholders: [{ kind: 'company', percent: 100, foreign: false }],
};

const ask = (plan: object = {}, rest: object = {}) => ({
  company,
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
  plan: { startOn: '2026-11-23', filingOn: '2026-12-28', ...plan },
  ...rest,
});

const played = (plan: object = {}): Rehearsal => rehearse(law, ask(plan));

const refused = (input: unknown): InvalidInput => {
  try {
    rehearse(law, input);
  } catch (error) {
    return error as InvalidInput;
  }
  throw new Error('nothing was refused');
};

const acts = ({ timeline }: Rehearsal): string[] =>
  timeline
    .filter(({ what }) => what !== 'filing-opened' && what !== 'pack-signed-off')
    .map(({ on, what }) => `${on} ${what}`);

const codes = ({ findings }: Rehearsal, level?: string): string[] =>
  findings.filter((finding) => !level || finding.level === level).map(({ code, about }) => `${code} ${about}`);

const aChange = { kind: 'shareholders', decidedOn: '2028-05-10', registeredOn: '2028-06-01', operatorChanges: false };
const anOldProof = { id: 'social-security-proof', issuedOn: '2026-11-20' };

describe('five years, rehearsed', () => {
  const whole = () => played({ materials: [anOldProof], changes: [aChange] });

  it('go from preparation to renewal', () => {
    expect(acts(whole())).toEqual([
      '2026-11-23 license-opened',
      '2026-12-28 filing-submitted',
      '2026-12-28 receipt-recorded',
      '2027-01-05 filing-accepted',
      '2027-02-26 filing-granted',
      '2027-03-12 permit-issued',
      '2027-03-12 service-opened',
      '2028-03-31 filing-submitted',
      '2028-03-31 receipt-recorded',
      '2028-03-31 report-filed',
      '2028-06-01 company-fact-recorded',
      '2028-06-30 filing-submitted',
      '2028-06-30 receipt-recorded',
      '2028-07-07 filing-accepted',
      '2028-08-29 filing-granted',
      '2028-09-12 permit-amended',
      '2029-03-30 filing-submitted',
      '2029-03-30 receipt-recorded',
      '2029-03-30 report-filed',
      '2030-03-29 filing-submitted',
      '2030-03-29 receipt-recorded',
      '2030-03-29 report-filed',
      '2031-03-31 filing-submitted',
      '2031-03-31 receipt-recorded',
      '2031-03-31 report-filed',
      '2031-12-12 filing-submitted',
      '2031-12-12 receipt-recorded',
      '2031-12-19 filing-accepted',
      '2032-02-09 filing-granted',
      '2032-02-27 permit-renewed',
    ]);
  });

  it('show every window with its slack', () => {
    expect(
      whole().windows.map(({ kind, period, from, to, slackDays }) => [period ?? kind, from, to, slackDays]),
    ).toEqual([
      ['renewal', '2031-06-13', '2031-12-12', 0],
      ['2028', '2028-01-01', '2028-03-31', 0],
      ['change', '2028-06-01', '2028-06-30', 0],
      ['2029', '2029-01-01', '2029-03-30', 0],
      ['2030', '2030-01-01', '2030-03-29', 0],
      ['2031', '2031-01-01', '2031-03-31', 0],
      ['2032', '2032-01-01', '2032-03-31', null],
      ['renewal', '2032-02-27', '2036-12-11', null],
    ]);
  });

  it('name the stale paper, the rest days and the provisional dates', () => {
    const rehearsal = whole();
    expect(rehearsal.staleMaterials).toMatchObject([
      { requirementId: 'social-security-proof', issuedOn: '2026-11-20', filingOn: '2026-12-28' },
    ]);
    expect(codes(rehearsal, 'warning')).toEqual(['material-stale social-security-proof']);
    expect(codes(rehearsal, 'info').filter((code) => code.startsWith('date-on-rest-day'))).toHaveLength(3);
    expect(rehearsal.provisionalDates.length).toBeGreaterThan(5);
  });

  it('give each date with its proof, and a range for the permit', () => {
    const rehearsal = whole();
    const proofs = rehearsal.duties.flatMap(
      ({ deadline }) => deadline?.readings.map(({ proof }) => proof.citation.source) ?? [],
    );
    expect(proofs.every((source) => source in law.pack.sources)).toBe(true);
    expect(rehearsal.predictedIssue).toEqual({
      from: '2027-03-12',
      to: '2027-04-16',
      firmness: 'provisional',
      own: null,
    });
  });

  it('send every notice to the owner alone when the owner acknowledges', () => {
    const { notices, noticesByPerson } = whole();
    expect(noticesByPerson).toEqual({ owner: notices.length });
    expect(notices[0]).toMatchObject({ on: '2028-01-03', kind: 'annual-report', rung: 'january-1' });
  });

  it('end with the renewed term', () => {
    expect(whole()).toMatchObject({
      endOn: '2032-03-12',
      end: {
        status: 'valid',
        terms: [
          { validFrom: '2027-03-12', lastDay: '2032-03-11', provisional: false },
          { validFrom: '2032-03-12', lastDay: '2037-03-11', provisional: false },
        ],
      },
    });
  });

  it('come out the same for the same plan, and change nothing that was given', () => {
    const input = ask({ changes: [aChange] });
    const before = structuredClone(input);
    expect(rehearse(law, input)).toEqual(rehearse(law, input));
    expect(input).toEqual(before);
  });
});

describe('another plan', () => {
  it('reaches deputy and manager when nobody acknowledges', () => {
    const { noticesByPerson } = played({
      acknowledge: 'never',
      people: { owner: 'Li', deputy: 'Wang', manager: 'Zhao' },
    });
    expect(Object.keys(noticesByPerson).sort()).toEqual(['Li', 'Wang', 'Zhao']);
  });

  it('goes on while the paper of a granted renewal is late', () => {
    const rehearsal = played({ authority: { issue: 30 } });
    expect(rehearsal.end).toMatchObject({ status: 'deemed-renewed' });
  });

  it('lapses when nobody renews', () => {
    const rehearsal = played({ renewal: { filedOn: 'never' } });
    expect(rehearsal).toMatchObject({ endOn: '2032-04-10', end: { status: 'expired' } });
    expect(codes(rehearsal, 'blocking')).toEqual(['permit-lapses B2-20270001']);
    expect(codes(rehearsal, 'warning')).toContain('duty-open renewal:21');
  });

  it('lapses when the renewal is filed a day after T-90', () => {
    const rehearsal = played({ renewal: { filedOn: '2031-12-13', outcome: 'silence' } });
    expect(rehearsal.end.status).toBe('expired');
  });

  it('is renewed by silence', () => {
    const rehearsal = played({ renewal: { outcome: 'silence' } });
    expect(rehearsal.end).toMatchObject({
      status: 'deemed-renewed',
      terms: [{}, { validFrom: '2032-03-12', provisional: true }],
    });
    expect(codes(rehearsal, 'warning')).toContain('renewal-deemed renewal-1');
  });

  it('is not renewed by silence when the service was never opened', () => {
    const rehearsal = played({ serviceOpenedOn: 'never', renewal: { outcome: 'silence' } });
    expect(rehearsal.end.status).toBe('expired');
    expect(codes(rehearsal, 'blocking')).toContain('renewal-undecided renewal-1');
  });

  it('lapses when the renewal is refused', () => {
    expect(played({ renewal: { outcome: 'refused' } }).end.status).toBe('expired');
  });

  it('is accepted by silence', () => {
    expect(acts(played({ authority: { acceptance: 'silence' }, until: '2027-02-01' }))).toContain(
      '2027-01-06 acceptance-deemed',
    );
  });

  it('waits for corrections and experts', () => {
    const rehearsal = played({
      corrections: [{ noticedOn: '2027-01-04', dueOn: '2027-01-29', answeredOn: '2027-01-20' }],
      expertReview: { from: '2027-02-01', to: '2027-03-02' },
    });
    expect(acts(rehearsal).slice(1, 12)).toEqual([
      '2026-12-28 filing-submitted',
      '2026-12-28 receipt-recorded',
      '2027-01-04 correction-requested',
      '2027-01-20 correction-item-answered',
      '2027-01-20 filing-submitted',
      '2027-01-20 receipt-recorded',
      '2027-01-27 filing-accepted',
      '2027-02-01 expert-review-started',
      '2027-03-02 expert-review-ended',
      '2027-03-26 filing-granted',
      '2027-04-12 permit-issued',
    ]);
    expect(rehearsal.duties.find(({ kind }) => kind === 'correction')?.slackDays).toBe(9);
  });

  it('shows a report that is late', () => {
    const rehearsal = played({ reports: { '2028': '2028-04-12' } });
    expect(codes(rehearsal, 'warning')).toEqual(['duty-late annual-report:21:2028']);
    expect(rehearsal.notices.filter(({ rung }) => rung.startsWith('cure-')).length).toBe(7);
  });

  it('plays what an assessment would block, and says so', () => {
    const rehearsal = rehearse(
      law,
      ask({ until: '2027-06-01' }, { company: { ...company, registeredCapital: 10_000 } }),
    );
    expect(rehearsal.eligible).toBe(false);
    expect(codes(rehearsal, 'blocking')).toHaveLength(1);
    expect(acts(rehearsal)).toContain('2027-03-12 permit-issued');
  });
});

describe('a plan that goes further', () => {
  it('renews twice, the planned day being that of the first renewal', () => {
    const rehearsal = played({ until: '2037-04-01', renewal: { filedOn: '2031-10-08' } });
    expect(rehearsal.end.terms.map(({ lastDay }) => lastDay)).toEqual(['2032-03-11', '2037-03-11', '2042-03-11']);
    const renewals = rehearsal.windows.filter(({ kind }) => kind === 'renewal');
    expect(renewals.map(({ doneOn }) => doneOn)).toEqual(['2031-10-08', '2036-12-11', null]);
  });

  it('plays twelve years in which nobody does anything', () => {
    const idle = { acknowledge: 'never', reports: 'never', renewal: { filedOn: 'never' }, until: '2038-11-01' };
    expect(played(idle).noticesByPerson.manager).toBeGreaterThan(2_000);
  });

  it('ends where it would take too long', () => {
    const changes = Array.from({ length: 50 }, () => ({ ...aChange, filedOn: 'never' }));
    const idle = { acknowledge: 'never', reports: 'never', renewal: { filedOn: 'never' }, until: '2038-11-01' };
    expect(refused(ask({ ...idle, changes }))).toMatchObject({ code: 'plan-too-long', kind: 'invalid' });
  });
});

describe('the beginning of a plan', () => {
  it('says between which days the papers at hand can be filed', () => {
    expect(played({ materials: [anOldProof] }).fileBetween).toEqual({ from: '2026-11-23', to: '2026-12-18' });
    expect(played().fileBetween).toEqual({ from: '2026-11-23', to: null });
  });

  it('says when to begin at the latest for a wished day', () => {
    const { latestStart } = played({ openBy: '2027-06-01' });
    expect(latestStart).toMatchObject({ safe: { startOn: '2027-01-11', filingOn: '2027-02-15' } });
    const { filingOn = '' } = latestStart?.safe ?? {};
    expect((played({ filingOn }).predictedIssue?.to ?? '') <= '2027-06-01').toBe(true);
    expect((played({ filingOn: addDays(filingOn, 1) }).predictedIssue?.to ?? '') > '2027-06-01').toBe(true);
  });

  it('says when it is too late for that', () => {
    expect(played({ openBy: '2027-04-01' }).latestStart).toMatchObject({
      safe: null,
      hopeful: { filingOn: expect.any(String) },
    });
    expect(played({ openBy: '2026-12-01' }).latestStart).toEqual({ by: '2026-12-01', safe: null, hopeful: null });
  });

  it('counts the days until the permit, and what they cost', () => {
    expect(played({ costPerDay: 1_000 }).waiting).toEqual({ days: 109, cost: 109_000 });
    expect(played().waiting).toEqual({ days: 109, cost: null });
    expect(played({ until: '2027-01-31' }).waiting).toBeNull();
  });

  it('predicts from own filings of the same authority and kind, with their number', () => {
    const own = (authority: string, issuedOn: string, kind = 'new') => ({
      authority,
      kind,
      receivedOn: '2025-01-01',
      issuedOn,
    });
    const finished = [
      own('sh', '2025-03-02'),
      own('sh', '2025-04-01'),
      own('bj', '2025-01-02'),
      own('sh', '2025-01-02', 'change'),
    ];
    const { predictedIssue } = rehearse(law, ask({}, { finished }));
    expect(predictedIssue?.own).toEqual({
      count: 2,
      p50: { days: 60, on: '2027-02-26' },
      p90: { days: 90, on: '2027-03-29' },
    });
  });
});

describe('absences', () => {
  const away = (who: string, from: string, to: string) => ({ who, from, to });
  const around = (...who: string[]) => who.map((each) => away(each, '2030-03-25', '2030-04-05'));
  const gaps = (absences: object[]): string[] =>
    played({ absences }).findings.flatMap(({ code, about }) =>
      /unattended|stand-in|officer/.test(code) ? [`${code} ${about}`] : [],
    );

  it('matter where nobody of the license is there on a safe day or for a reminder', () => {
    expect(gaps(around('owner', 'deputy', 'manager'))).toEqual([
      'safe-day-unattended annual-report:21:2030',
      'notice-unattended annual-report:21:2030',
      'notice-unattended annual-report:21:2030',
    ]);
  });

  it('are noted where somebody stands in', () => {
    expect(gaps(around('owner'))).toEqual(['stand-in-on-safe-day annual-report:21:2030']);
    expect(gaps(around('deputy', 'manager'))).toEqual([]);
  });

  it('count for a person in every role', () => {
    const people = { owner: 'Li', deputy: 'Li', manager: 'Li' };
    const { findings } = played({ people, absences: [away('deputy', '2030-03-29', '2030-03-29')] });
    expect(findings.map(({ code }) => code)).toContain('safe-day-unattended');
  });

  it('of an officer matter on the day of a filing', () => {
    expect(gaps([away('security officer', '2026-12-20', '2026-12-31')])).toEqual(['officer-away new-1']);
    expect(gaps([away('security officer', '2027-01-20', '2027-01-31')])).toEqual([]);
  });
});

describe('a plan that cannot be played', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['no company', { ...ask(), company: undefined }, '/company'],
    ['no start', ask({ startOn: undefined }), '/plan/startOn'],
    ['a day that does not exist', ask({ startOn: '2026-02-30' }), '/plan/startOn'],
    ['a filing before the start', ask({ filingOn: '2026-11-01' }), '/plan/filingOn'],
    ['an unknown field', ask({ filedOn: '2026-12-28' }), '/plan/filedOn'],
    ['an unknown paper', ask({ materials: [{ id: 'x', issuedOn: null }] }), '/plan/materials/0/id'],
    ['a change without a day', ask({ changes: [{ kind: 'name' }] }), '/plan/changes/0'],
    ['an unknown kind of change', ask({ changes: [{ ...aChange, kind: 'logo' }] }), '/plan/changes/0/kind'],
    ['half a day of review', ask({ authority: { review: 1.5 } }), '/plan/authority/review'],
    [
      'an expert review that ends before it begins',
      ask({ expertReview: { from: '2027-02-02', to: '2027-02-01' } }),
      '/plan/expertReview/to',
    ],
    ['an end too far away', ask({ until: '2060-01-01' }), '/plan/until'],
    [
      'an absence that ends before it begins',
      ask({ absences: [{ who: 'owner', from: '2027-02-02', to: '2027-02-01' }] }),
      '/plan/absences/0/to',
    ],
    ['an absence of nobody', ask({ absences: [{ from: '2027-02-01', to: '2027-02-02' }] }), '/plan/absences/0/who'],
    ['half a yuan a day', ask({ costPerDay: 0.5 }), '/plan/costPerDay'],
    ['more changes than anybody plans', ask({ changes: Array(51).fill(aChange) }), '/plan/changes'],
    [
      'a finished filing of an unknown kind',
      ask({}, { finished: [{ authority: 'sh', kind: 'x', receivedOn: '2025-01-01', issuedOn: '2025-02-01' }] }),
      '/finished/0/kind',
    ],
    ['a strange outcome', ask({ renewal: { outcome: 'maybe' } }), '/plan/renewal/outcome'],
  ])('is refused: %s', (_case, input, pointer) => {
    const { code, kind, details } = refused(input);
    expect([code, kind]).toEqual(['invalid-profile', 'invalid']);
    expect((details.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it('is refused with the day and the reason, when the live license would refuse', () => {
    const { code, details } = refused(
      ask({
        expertReview: { from: '2026-11-25', to: '2026-11-26' },
        corrections: [{ noticedOn: '2026-12-01', answeredOn: '2026-11-30' }],
      }),
    );
    expect([code, details.on]).toEqual(['plan-not-playable', '2027-01-05']);
  });
});

describe('any plan', () => {
  const anyPlan = fc.record({
    delay: fc.integer({ min: 0, max: 400 }),
    acceptance: fc.constantFrom<number | 'silence'>(0, 3, 5, 'silence'),
    review: fc.constantFrom<number | string>(10, 59, 'earliest-reading', 'latest-reading'),
    issue: fc.integer({ min: 0, max: 10 }),
    outcome: fc.constantFrom('granted', 'silence', 'refused'),
    acknowledge: fc.constantFrom('same-day', 'next-working-day', 'never'),
    changedAfter: fc.option(fc.integer({ min: 0, max: 1700 })),
  });

  it('comes to an end, and every act in time has slack', () => {
    fc.assert(
      fc.property(anyPlan, ({ delay, acceptance, review, issue, outcome, acknowledge, changedAfter }) => {
        const filingOn = addDays('2026-11-23', delay);
        const registeredOn = changedAfter === null ? null : addDays(filingOn, changedAfter);
        const changes = registeredOn === null ? [] : [{ kind: 'name', decidedOn: registeredOn, registeredOn }];
        const authority = { acceptance, review, issue };
        const rehearsal = played({ filingOn, authority, renewal: { outcome }, acknowledge, changes });
        // The paper of a renewal granted in the last days comes after the end of the rehearsal.
        const granted = issue > 0 && rehearsal.end.terms.at(-1)?.provisional ? 'deemed-renewed' : 'valid';
        expect(rehearsal.end.status).toBe({ granted, silence: 'deemed-renewed', refused: 'expired' }[outcome]);
        const late = rehearsal.windows.filter(({ slackDays }) => (slackDays ?? 0) < 0);
        // A report has to wait for a change of the permit that is under way; nothing else is late.
        expect(late.filter(({ kind }) => changedAfter === null || kind !== 'annual-report')).toEqual([]);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
