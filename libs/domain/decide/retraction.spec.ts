import { aLicense, Desk } from '../../../test/support/builders.js';
import type { Filing, FiredRung, LicenseState, PermitStatus, PermitTerm } from '../license.js';
import { afterDeemedRenewal, deemedTerm, isDeemedAcceptance, noticesOpenedBy } from './retraction.js';

const day = '2026-03-02';
const silent = aLicense(day).prepares().submits().until('2026-03-12').newest;
const review = { from: '2026-03-11', announcedUntil: null, to: '2026-03-12', seq: 20, endSeq: 21 };

describe('an acceptance by silence', () => {
  it.each<[string, Partial<Filing>, boolean]>([
    ['stands while nothing has shown otherwise', {}, true],
    ['is none once the authority has taken the filing up', { status: 'granted' }, false],
    ['is none once experts have looked', { expertReviews: [review] }, false],
    ['is none by notice', { acceptance: silent.acceptance && { ...silent.acceptance, by: 'notice' } }, false],
    ['is none where there is none', { acceptance: null }, false],
  ])('%s', (_case, more, deemed) => {
    expect(isDeemedAcceptance({ ...silent, ...more })).toBe(deemed);
  });
});

describe('a renewal by silence', () => {
  const desk = Desk.holds('2031-01-10').prepares({ kind: 'renewal' }).submits();
  const filing = desk.newest;
  const term: PermitTerm = { ...desk.term, validFrom: '2031-06-01', provisional: true, filingId: filing.id, seq: 30 };
  const held = (terms: PermitTerm[], status: PermitStatus = 'valid'): LicenseState => ({
    ...desk.state,
    permit: desk.state.permit && { ...desk.state.permit, status, terms },
  });
  const first = desk.term;

  it.each<[string, LicenseState, PermitTerm | null]>([
    ['is the newest term', held([first, first, term]), term],
    ['is none of a permit that was taken', held([first, term], 'revoked'), null],
    ['is none where a paper has come', held([first, { ...term, provisional: false }]), null],
    ['is none of another filing', held([first, { ...term, filingId: 'renewal-9' }]), null],
    ['is none before the newest term', held([term, first]), null],
    ['is none without a permit', { ...desk.state, permit: null }, null],
  ])('%s', (_case, state, expected) => {
    expect(deemedTerm(state, filing)).toBe(expected);
  });

  const refusal = {
    type: 'filing-refused',
    v: 1,
    validOn: day,
    data: { filingId: filing.id, refusedOn: day, servedOn: day, number: null, falseMaterial: false, reason: null },
  } as const;
  const follows = (state: LicenseState, refusedOn: string) =>
    afterDeemedRenewal(state, filing, refusedOn, [refusal]).map(({ type, validOn }) => `${type} ${validOn}`);

  it.each<[string, LicenseState, string, string[]]>([
    [
      'is taken back by a refusal before its term',
      held([first, term]),
      '2031-05-31',
      ['deemed-renewal-retracted 2031-05-31', `filing-refused ${day}`],
    ],
    [
      'with what it had left open, and nothing else',
      {
        ...held([first, term]),
        attention: [
          { reason: 'renewal-deemed', about: filing.id, since: day, seq: 31 },
          { reason: 'renewal-undecided', about: filing.id, since: day, seq: 32 },
          { reason: 'renewal-undecided', about: `${filing.id}:B22`, since: day, seq: 33 },
          { reason: 'renewal-undecided', about: `${filing.id}0`, since: day, seq: 34 },
        ],
      },
      '2031-05-31',
      [
        'deemed-renewal-retracted 2031-05-31',
        'attention-cleared 2031-05-31',
        'attention-cleared 2031-05-31',
        `filing-refused ${day}`,
      ],
    ],
    [
      'and a refusal from its first day on are for a person to settle',
      held([first, term]),
      '2031-06-01',
      [`filing-refused ${day}`, 'attention-raised 2031-06-01'],
    ],
    ['that is none leaves a refusal alone', held([first]), '2031-05-31', [`filing-refused ${day}`]],
  ])('%s', (_case, state, refusedOn, expected) => {
    expect(follows(state, refusedOn)).toEqual(expected);
  });
});

describe('reminders about what an event opened', () => {
  const fired = (rung: string, skipped = false): FiredRung => ({
    rung,
    people: ['p'],
    on: day,
    skipped,
    acknowledgedBy: null,
    snoozedUntil: null,
    escalatedTo: [],
    seq: 9,
  });
  const record = (...rungs: FiredRung[]) => ({ fired: rungs, quoted: null });

  it('are those that left, of its obligations and no others', () => {
    const notices = {
      'review:7': record(fired('ask'), fired('missed', true), fired('complaint')),
      'annual-report:7:2027': record(fired('S')),
      'review:77': record(fired('ask')),
      'renewal:3': record(fired('S')),
    };
    const { state } = aLicense(day);
    expect(noticesOpenedBy({ ...state, notices }, 7)).toEqual([
      { obligationId: 'review:7', rung: 'ask', people: ['p'] },
      { obligationId: 'review:7', rung: 'complaint', people: ['p'] },
      { obligationId: 'annual-report:7:2027', rung: 'S', people: ['p'] },
    ]);
  });
});
