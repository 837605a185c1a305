import { aLicense, aText, Desk } from '../../test/support/builders.js';
import type { Filing, LicenseState, Permit } from './license.js';
import { wrongOrders } from './order-of-days.js';

const day = '2026-03-02';
const before = '2026-03-01';

/** A filing of two rounds and two expert reviews, granted; everything on one day, which is in order. */
const granted = () =>
  aLicense(day)
    .prepares()
    .submits()
    .does('record-correction-notice', {
      filingId: 'new-1',
      noticedOn: day,
      dueOn: day,
      number: null,
      items: [{ requirementId: null, text: aText }],
    })
    .submits()
    .accepted()
    .does('start-expert-review', { filingId: 'new-1', from: day, announcedUntil: null })
    .does('end-expert-review', { filingId: 'new-1', on: day })
    .does('start-expert-review', { filingId: 'new-1', from: day, announcedUntil: null })
    .does('end-expert-review', { filingId: 'new-1', on: day })
    .granted().current as LicenseState;

const terminated = () =>
  Desk.holds(day, { validFrom: '2024-01-10', printedLastDay: '2029-01-09' })
    .prepares({ kind: 'termination' })
    .submits()
    .accepted()
    .published()
    .granted().current as LicenseState;

const taken = () =>
  Desk.holds(day, { validFrom: day, printedLastDay: '2031-03-01' })
    .does('record-company-fact', {
      change: { kind: 'name', decidedOn: day, registeredOn: day, effectiveOn: null, operatorChanges: null },
      facts: {},
      companySeq: 2,
    })
    .does('record-revocation', { outcome: 'revoked', revokedOn: day, servedOn: day, number: null })
    .current as LicenseState;

/** The state in which every day of one kind says another one. */
function withPart<T>(state: LicenseState, part: 'filing' | 'permit', change: (part: T) => T): LicenseState {
  if (part === 'permit') return { ...state, permit: change(state.permit as T) as Permit };
  const [filing] = Object.values(state.filings) as [Filing];
  return { ...state, filings: { [filing.id]: change(filing as T) as Filing } };
}

const told = (state: LicenseState) =>
  wrongOrders(state).map(({ about, earlier, later }) =>
    [about, earlier.what, earlier.on, later.what, later.on].join(' | '),
  );

type Rounds = Filing['rounds'];
type Reviews = Filing['expertReviews'];
const round = (n: number, change: (round: Rounds[number]) => Rounds[number]) => (filing: Filing) => ({
  ...filing,
  rounds: filing.rounds.map((each, i) => (i === n ? change(each) : each)),
});
const review = (n: number, change: Partial<Reviews[number]>) => (filing: Filing) => ({
  ...filing,
  expertReviews: filing.expertReviews.map((each, i) => (i === n ? { ...each, ...change } : each)),
});
const notice = (change: Partial<NonNullable<Rounds[number]['correction']>>) =>
  round(0, (first) => ({ ...first, correction: first.correction && { ...first.correction, ...change } }));
const decision = (change: Partial<NonNullable<Filing['decision']>>) => (filing: Filing) => ({
  ...filing,
  decision: filing.decision && { ...filing.decision, ...change },
});

describe('days on record', () => {
  it('that fall together are in order', () => {
    expect([...told(granted()), ...told(terminated()), ...told(taken())]).toEqual([]);
  });

  it.each<[string, (filing: Filing) => Filing, string[]]>([
    ['receipt', round(0, (first) => ({ ...first, receivedOn: before })), ['submission | receipt']],
    ['notice', notice({ noticedOn: before }), ['receipt | correction notice']],
    ['day of the notice', notice({ dueOn: before }), ['correction notice | its date']],
    [
      'second submission',
      round(1, (second) => ({ ...second, submittedOn: before })),
      ['correction notice | next submission'],
    ],
    ['second receipt', round(1, (second) => ({ ...second, receivedOn: before })), ['submission | receipt']],
    [
      'acceptance',
      (filing) => ({ ...filing, acceptance: filing.acceptance && { ...filing.acceptance, on: before } }),
      ['receipt | acceptance'],
    ],
    ['start of the first review', review(0, { from: before }), ['acceptance | expert review']],
    ['end of the first review', review(0, { to: before }), ['start of the expert review | its end']],
    [
      'start of the second review',
      review(1, { from: before }),
      ['end of the expert review | next expert review', 'acceptance | expert review'],
    ],
    [
      'decision',
      decision({ on: before }),
      [
        'end of the expert review | decision',
        'end of the expert review | decision',
        'receipt | decision',
        'acceptance | decision',
      ],
    ],
    ['service', decision({ servedOn: before }), ['decision | service']],
  ])('before what precedes them are told: the %s', (_, change, pairs) => {
    const wrong = pairs.map((pair) => {
      const [earlier, later] = pair.split(' | ');
      return `new-1 | ${earlier} | ${day} | ${later} | ${before}`;
    });
    expect(told(withPart(granted(), 'filing', change))).toEqual(wrong);
  });

  it('of a termination are held against its publication too', () => {
    const at = (on: string) => (filing: Filing) => ({
      ...filing,
      publication: filing.publication && { ...filing.publication, on },
    });
    expect(told(withPart(terminated(), 'filing', at(before)))).toEqual([
      `termination-1 | receipt | ${day} | public notice | ${before}`,
    ]);
    expect(told(withPart(terminated(), 'filing', at('2026-03-03')))).toEqual([
      `termination-1 | public notice | 2026-03-03 | decision | ${day}`,
    ]);
  });

  it('of a loss come the other way round: it is published before the application', () => {
    const lost = (filing: Filing): Filing => ({
      ...filing,
      kind: 'reissue',
      publication: filing.publication && { ...filing.publication, on: before },
    });
    expect(told(withPart(terminated(), 'filing', lost))).toEqual([]);
  });

  it('do not include an acceptance by silence, which is as old as the receipt', () => {
    const silent = (filing: Filing): Filing => ({
      ...filing,
      expertReviews: [],
      acceptance: filing.acceptance && { ...filing.acceptance, by: 'silence', on: before },
    });
    expect(told(withPart(granted(), 'filing', silent))).toEqual([]);
  });

  it.each<[string, (permit: Permit) => Permit, string[]]>([
    [
      'last day',
      (permit) => ({ ...permit, terms: permit.terms.map((term) => ({ ...term, printedLastDay: before })) }),
      [`permit | first day | ${day} | last day | ${before}`],
    ],
    [
      'first day of the next term',
      (permit) => ({
        ...permit,
        terms: permit.terms.flatMap((term) => [term, { ...term, validFrom: before }]),
      }),
      [`permit | first day | ${day} | first day of the next term | ${before}`],
    ],
    [
      'decision that took it',
      (permit) => ({ ...permit, taking: permit.taking && { ...permit.taking, on: before } }),
      [`permit | first day | ${day} | decision that took the permit | ${before}`],
    ],
    [
      'service of that decision',
      (permit) => ({ ...permit, taking: permit.taking && { ...permit.taking, servedOn: before } }),
      [`permit | decision that took the permit | ${day} | its service | ${before}`],
    ],
  ])('of a permit too: its %s', (_, change, wrong) => {
    expect(told(withPart(taken(), 'permit', change))).toEqual(wrong);
  });

  it('of a change too', () => {
    const state = taken();
    const registered = (registeredOn: string | null): LicenseState => ({
      ...state,
      changes: state.changes.map((open) => ({ ...open, change: { ...open.change, registeredOn } })),
    });
    expect(told(registered(before))).toEqual([
      `${state.changes[0]?.obligationId} | decision | ${day} | registration | ${before}`,
    ]);
    expect(told(registered(null))).toEqual([]);
  });
});

describe('beside filings and permit', () => {
  const conduct = (parts: object): LicenseState => {
    const state = taken();
    return { ...state, conduct: { ...state.conduct, ...parts } };
  };
  const term = (validFrom: string, lastDay: string) => ({ validFrom, lastDay });
  const inspected = { id: 'inspection-1', announcedOn: day, heldOn: day, answerDueOn: day, answeredOn: day };

  it.each<[string, object, string[]]>([
    ['an inspection on one day', { inspections: [inspected] }, []],
    ['an inspection of unknown days', { inspections: [{ id: 'inspection-1' }] }, []],
    [
      'an inspection before its announcement',
      { inspections: [{ ...inspected, announcedOn: '2026-03-03' }] },
      ['inspection-1 | announcement | 2026-03-03 | inspection | 2026-03-02'],
    ],
    [
      'an inspection after what it asks for',
      { inspections: [{ ...inspected, answerDueOn: before, answeredOn: before }] },
      [
        'inspection-1 | inspection | 2026-03-02 | its date | 2026-03-01',
        'inspection-1 | inspection | 2026-03-02 | its answer | 2026-03-01',
      ],
    ],
    [
      'terms of a certificate one after the other',
      { companions: [{ id: 'c', terms: [term(before, day), term('2026-03-03', '2027-03-02')] }] },
      [],
    ],
    [
      'a term that ends before it begins',
      { companions: [{ id: 'c', terms: [term(day, before)] }] },
      ['c | first day | 2026-03-02 | last day | 2026-03-01'],
    ],
    [
      'a term before the one that it follows',
      { companions: [{ id: 'c', terms: [term(day, day), term(before, day)] }] },
      ['c | first day | 2026-03-02 | first day of the next term | 2026-03-01'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(told(conduct(parts))).toEqual(expected);
  });
});
