import { aCompany, aLicense, aText, Desk } from '../../test/support/builders.js';
import { correctable, derivedMember, proposable } from './correctable.js';
import type { LicenseState } from './license.js';

const day = '2026-03-02';
const other = '2025-12-31';

/** Every value of a state by its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}/${key}`));
}

/** What differs between two states. */
function changes(before: LicenseState, after: LicenseState): Record<string, unknown> {
  const known = new Map(leaves(before));
  return Object.fromEntries(leaves(after).filter(([path, value]) => known.get(path) !== value));
}

/** Each correctable day: its entry and member, what it says, whether it may lie ahead, and where a correction puts it. */
function all({ state }: Desk): string[] {
  return proposable(state).flatMap(({ seq, member, kind, value, mayLieAhead, put }) => {
    if (kind !== 'day') return [];
    const changed = Object.entries(changes(state, put(other) as LicenseState));
    const paths = changed.map(([path, to]) => (to === other ? path : `${path} = ${to}`));
    return `${seq} ${member} ${value} ${mayLieAhead ? 'ahead' : 'past'}: ${paths.join(' ')}`;
  });
}

const applied = () =>
  aLicense(day)
    .prepares()
    .submits()
    .does('record-correction-notice', {
      filingId: 'new-1',
      noticedOn: day,
      dueOn: '2026-03-09',
      number: null,
      items: [{ requirementId: null, text: aText }],
    })
    .submits()
    .accepted()
    .does('start-expert-review', { filingId: 'new-1', from: day, announcedUntil: '2026-03-20' })
    .does('end-expert-review', { filingId: 'new-1', on: day })
    .does('start-expert-review', { filingId: 'new-1', from: day, announcedUntil: null });
const granted = () =>
  aLicense(day)
    .prepares()
    .submits()
    .accepted()
    .does('record-grant', { filingId: 'new-1', grantedOn: day, servedOn: day, number: null });
const last = { validFrom: '2024-01-10', printedLastDay: '2029-01-01' };
const held = () => Desk.holds(day, last);

describe('what may be corrected, and the one day that a correction changes', () => {
  it('of a filing under review', () => {
    expect(all(applied())).toEqual([
      '17 validOn 2026-03-02 past: filings/new-1/rounds/0/submittedOn',
      '18 receivedOn 2026-03-02 past: filings/new-1/rounds/0/receivedOn',
      '19 noticedOn 2026-03-02 past: filings/new-1/rounds/0/correction/noticedOn',
      '19 dueOn 2026-03-09 ahead: filings/new-1/rounds/0/correction/dueOn',
      '22 validOn 2026-03-02 past: filings/new-1/rounds/1/submittedOn',
      '23 receivedOn 2026-03-02 past: filings/new-1/rounds/1/receivedOn',
      '24 acceptedOn 2026-03-02 past: filings/new-1/acceptance/on',
      '25 from 2026-03-02 past: filings/new-1/expertReviews/0/from',
      '25 announcedUntil 2026-03-20 ahead: filings/new-1/expertReviews/0/announcedUntil',
      '26 on 2026-03-02 past: filings/new-1/expertReviews/0/to',
      '27 from 2026-03-02 past: filings/new-1/expertReviews/1/from',
      '27 announcedUntil null ahead: filings/new-1/expertReviews/1/announcedUntil',
    ]);
  });

  it('of a permit that was granted, issued, and whose service was opened', () => {
    const desk = granted().issued({ validFrom: day, printedLastDay: '2031-03-01' });
    desk.does('open-service', { serviceType: 'B24', openedOn: day, evidence: null, violation: false });
    expect(all(desk)).toEqual([
      '17 validOn 2026-03-02 past: filings/new-1/rounds/0/submittedOn',
      '18 receivedOn 2026-03-02 past: filings/new-1/rounds/0/receivedOn',
      '19 acceptedOn 2026-03-02 past: filings/new-1/acceptance/on',
      '20 grantedOn 2026-03-02 past: filings/new-1/decision/on permit/grantedOn',
      '20 servedOn 2026-03-02 past: filings/new-1/decision/servedOn',
      '21 permit.validFrom 2026-03-02 ahead: permit/terms/0/validFrom',
      '21 permit.printedLastDay 2031-03-01 ahead: permit/terms/0/lastDay permit/terms/0/printedLastDay',
      '21 issuedOn 2026-03-02 past: papers/3/on',
      '22 openedOn 2026-03-02 past: permit/services/B24/openedOn',
    ]);
  });

  it('of filings that were refused and not accepted', () => {
    const refused = aLicense(day).prepares().submits().accepted();
    refused.does('record-refusal', {
      filingId: 'new-1',
      refusedOn: day,
      servedOn: day,
      number: null,
      falseMaterial: false,
      reason: null,
    });
    expect(all(refused).slice(-2)).toEqual([
      '20 refusedOn 2026-03-02 past: filings/new-1/decision/on',
      '20 servedOn 2026-03-02 past: filings/new-1/decision/servedOn',
    ]);
    const turnedAway = aLicense(day).prepares().submits();
    turnedAway.does('record-non-acceptance', { filingId: 'new-1', decidedOn: day, number: null, reason: null });
    expect(all(turnedAway).slice(-2)).toEqual([
      '19 decidedOn 2026-03-02 past: filings/new-1/decision/on',
      '19 servedOn 2026-03-02 past: filings/new-1/decision/servedOn',
    ]);
  });

  it('of a deemed acceptance nothing', () => {
    const desk = aLicense(day).prepares().submits().until('2026-03-20');
    expect(all(desk)).toEqual([
      '17 validOn 2026-03-02 past: filings/new-1/rounds/0/submittedOn',
      '18 receivedOn 2026-03-02 past: filings/new-1/rounds/0/receivedOn',
    ]);
  });

  it('of a permit held, its changes and its end', () => {
    const desk = held()
      .does('record-company-fact', {
        change: { kind: 'name', decidedOn: day, registeredOn: day, effectiveOn: '2026-04-01', operatorChanges: null },
        facts: {},
        companySeq: 2,
      })
      .does('record-flag', { flag: 'bad-list', listed: true, on: day })
      .does('decide-non-renewal', { decidedOn: day, serviceTypes: null, reason: null })
      .does('record-revocation', {
        outcome: 'revoked',
        revokedOn: day,
        servedOn: day,
        number: null,
        returnPaper: { dueOn: '2026-04-01' },
      });
    expect(all(desk)).toEqual([
      '2 permit.validFrom 2024-01-10 ahead: permit/terms/0/validFrom',
      '2 permit.printedLastDay 2029-01-01 ahead: permit/terms/0/lastDay permit/terms/0/printedLastDay',
      '2 grantedOn 2024-01-10 past: permit/grantedOn',
      '2 opened.B24.openedOn 2024-01-10 past: permit/services/B24/openedOn',
      '6 change.decidedOn 2026-03-02 past: changes/0/change/decidedOn',
      '6 change.registeredOn 2026-03-02 past: changes/0/change/registeredOn',
      '6 change.effectiveOn 2026-04-01 ahead: changes/0/change/effectiveOn',
      '8 on 2026-03-02 past: company/listedOn/bad-list flags/bad-list/since',
      '9 decidedOn 2026-03-02 past: permit/nonRenewal/decidedOn',
      '11 on 2026-03-02 past: permit/taking/on',
      '11 servedOn 2026-03-02 past: permit/taking/servedOn',
      '11 returnPaper.dueOn 2026-04-01 ahead: permit/paperDue/dueOn',
    ]);
  });

  it('of a report that came back, and of what was published', () => {
    const desk = held().prepares({ kind: 'annual-report', period: '2026' }).submits();
    desk.does('record-report-return', { filingId: 'annual-report-2026', returnedOn: day, dueOn: '2026-03-20' });
    expect(all(desk).slice(-2)).toEqual([
      '11 returnedOn 2026-03-02 past: filings/annual-report-2026/reportReturn/returnedOn',
      '11 dueOn 2026-03-20 ahead: filings/annual-report-2026/reportReturn/dueOn',
    ]);
    expect(all(held().prepares({ kind: 'termination' }).submits().accepted().published()).slice(-1)).toEqual([
      '17 publishedOn 2026-03-02 past: filings/termination-1/publication/on',
    ]);
  });

  it('of a term of which no paper came nothing, while the one before stays correctable', () => {
    const desk = Desk.holds('2028-09-20', last).prepares({ kind: 'renewal' }).submits().accepted().until('2029-01-20');
    expect(desk.term.provisional).toBe(true);
    expect(all(desk).filter((line) => line.includes('permit/terms'))).toEqual([
      '2 permit.validFrom 2024-01-10 ahead: permit/terms/0/validFrom',
      '2 permit.printedLastDay 2029-01-01 ahead: permit/terms/0/lastDay permit/terms/0/printedLastDay',
    ]);
  });

  it('of a renewal that was granted: its decision, not the day of the first grant', () => {
    const desk = Desk.holds('2028-09-20', last).prepares({ kind: 'renewal' }).submits().accepted().granted();
    expect(all(desk).filter((line) => line.includes('/decision/') || line.includes('permit/grantedOn'))).toEqual([
      '2 grantedOn 2024-01-10 past: permit/grantedOn',
      expect.stringMatching(/grantedOn 2028-09-20 past: filings\/renewal-1\/decision\/on$/),
      expect.stringMatching(/servedOn 2028-09-20 past: filings\/renewal-1\/decision\/servedOn$/),
    ]);
  });

  it('of a flag that the license began with', () => {
    const company = aCompany({ onDishonestList: true });
    const desk = aLicense(day, { company });
    expect(all(desk).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '1 company.listedOn.dishonest-list null',
    ]);
  });
});

describe('the computed end of a permit', () => {
  it('is corrected with its first day alone: nobody proposes it', () => {
    const { state } = held();
    expect(proposable(state).some(({ member }) => member === derivedMember)).toBe(false);
    expect(correctable(state, 2, derivedMember)).toMatchObject({ seq: 2, value: '2029-01-09', mayLieAhead: true });
  });

  it.each([
    ['2028-12-31', '2028-12-31'],
    ['2029-01-01', '2029-01-01'],
    ['2030-01-09', '2029-01-01'],
  ])('%s leaves the earlier end, %s, driving', (to, lastDay) => {
    const { state } = held();
    expect(correctable(state, 2, derivedMember)?.put(to)?.permit?.terms[0]).toMatchObject({
      computedLastDay: to,
      printedLastDay: '2029-01-01',
      lastDay,
    });
  });

  it.each([
    ['2028-12-31', '2028-12-31'],
    ['2029-01-09', '2029-01-09'],
    ['2030-01-09', '2029-01-09'],
  ])('beside a printed one of %s leaves %s driving', (to, lastDay) => {
    const { state } = held();
    expect(correctable(state, 2, 'permit.printedLastDay')?.put(to)?.permit?.terms[0]).toMatchObject({
      computedLastDay: '2029-01-09',
      printedLastDay: to,
      lastDay,
    });
  });
});
