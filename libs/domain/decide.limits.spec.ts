import { aCompany, aLicense, anOpening, aText, Desk } from '../../test/support/builders.js';
import type { CompanyFacts, Shareholder } from './company.js';

const day = '2026-11-20';
const holder = (percent: number, foreign = false): Shareholder => ({ kind: 'company', name: '甲', percent, foreign });
const opens = (facts: Partial<CompanyFacts>) => () =>
  Desk.on(day).decides('open-license', anOpening({ company: aCompany(facts) }));
/** The code of the refusal; null where the command is good. */
const answer = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the facts of a company', () => {
  it.each<[string, Partial<CompanyFacts>, string | null]>([
    ['no capital', { registeredCapital: 0 }, null],
    ['a capital of one yuan', { registeredCapital: 1 }, null],
    ['a capital below nothing', { registeredCapital: -1 }, 'invalid-capital'],
    ['half a yuan', { registeredCapital: 0.5 }, 'invalid-capital'],
    ['a foreign share of nothing', { foreignShare: 0 }, null],
    ['a foreign share of the whole', { foreignShare: 100 }, null],
    ['a foreign share beyond it', { foreignShare: 100.1 }, 'invalid-percent'],
    ['a foreign share below nothing', { foreignShare: -0.1 }, 'invalid-percent'],
    ['a foreign share that is no number', { foreignShare: Number.NaN }, 'invalid-percent'],
    ['a founding today', { establishedOn: day }, null],
    ['a founding tomorrow', { establishedOn: '2026-11-21' }, 'date-in-future'],
    ['a founding that nobody knows', { establishedOn: null }, null],
    ['shareholders that nobody told', { shareholders: [] }, null],
    ['shares rounded down', { shareholders: [holder(33.33), holder(33.33), holder(33.33)] }, null],
    ['shares that lack more', { shareholders: [holder(50), holder(49.8)] }, 'shareholders-do-not-add-up'],
    ['shares beyond the whole', { shareholders: [holder(50), holder(50.2)] }, 'shareholders-do-not-add-up'],
    ['a shareholder of nothing', { shareholders: [holder(100), holder(0)] }, 'invalid-percent'],
    ['foreign holdings of the foreign share', { foreignShare: 30, shareholders: [holder(30, true), holder(70)] }, null],
    ['foreign holdings below it', { foreignShare: 40, shareholders: [holder(30, true), holder(70)] }, null],
    [
      'foreign holdings above it',
      { foreignShare: 30, shareholders: [holder(30.2, true), holder(69.8)] },
      'foreign-share-too-low',
    ],
    ['a name of blanks', { name: '  ' }, 'company-name-missing'],
  ])('with %s: %p', (_case, facts, code) => {
    expect(answer(opens(facts))).toBe(code);
  });
});

describe('a report may be opened', () => {
  const held = (permit = {}, rest = {}) => Desk.holds(day, permit, rest);
  const report = (desk: Desk, period: string | null) => () =>
    desk.decides('open-filing', { kind: 'annual-report', period, answers: [], plannedOn: null });

  it.each<[string, () => Desk, string | null, string | null]>([
    ['of no year', held, null, 'invalid-report-period'],
    ['of the year of the grant', held, '2026', 'invalid-report-period'],
    [
      'of next year',
      () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      '2027',
      'invalid-report-period',
    ],
    ['of this year', () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }), '2026', null],
    [
      'of the year after the grant',
      () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      '2025',
      null,
    ],
    [
      'of the year of the grant, before',
      () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      '2024',
      'invalid-report-period',
    ],
    [
      'of any year, where nobody knows the grant',
      () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }, { grantedOn: null }),
      '2020',
      null,
    ],
    [
      'of a year that was filed before',
      () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }, { reportsFiled: ['2025'] }),
      '2025',
      'report-already-filed',
    ],
    [
      'of no four digits',
      () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      '20255',
      'invalid-report-period',
    ],
    [
      'of letters before them',
      () => held({ validFrom: '2024-01-10', printedLastDay: '2029-01-09' }),
      ' 2025',
      'invalid-report-period',
    ],
  ])('%s: %p', (_case, desk, period, code) => {
    expect(answer(report(desk(), period))).toBe(code);
  });
});

describe('acts on the same day are in order', () => {
  const submitted = () => aLicense(day).prepares().submits();
  const review = { filingId: 'new-1', announcedUntil: null };

  it('from the submission to the permit, a revocation and the lawsuit against it', () => {
    const desk = submitted().does('record-correction-notice', {
      filingId: 'new-1',
      noticedOn: day,
      dueOn: day,
      number: null,
      items: [{ requirementId: null, text: aText }],
    });
    desk
      .supplies('new-1')
      .does('sign-off-pack', { filingId: 'new-1', deferred: [] }, { by: { kind: 'person', id: 'x' } });
    desk.submits().accepted();
    for (let i = 0; i < 2; i++) {
      desk.does('start-expert-review', { ...review, from: day, announcedUntil: day });
      desk.does('end-expert-review', { filingId: 'new-1', on: day });
    }
    desk.does('record-grant', { filingId: 'new-1', grantedOn: day, servedOn: day, number: null });
    desk.issued({ validFrom: day, printedLastDay: '2031-11-19' });
    desk.does('record-suspension', { from: day, until: day, number: null }).does('lift-suspension', { on: day });
    desk.does('decide-non-renewal', { decidedOn: day, serviceTypes: null, reason: aText });
    desk.does('withdraw-non-renewal', { on: day });
    desk.does('record-revocation', {
      outcome: 'revoked',
      revokedOn: day,
      servedOn: day,
      number: null,
      returnPaper: { dueOn: day },
    });
    desk.does('record-permit-return', { returnedOn: day });
    expect(desk.state.permit).toMatchObject({ status: 'revoked', paperDue: null, taking: { on: day, servedOn: day } });
    expect(desk.state.unknownEvents).toEqual([]);
  });

  it('and a day earlier they are not', () => {
    const before = '2026-11-19';
    const examined = () =>
      submitted()
        .accepted()
        .does('start-expert-review', { ...review, from: day });
    const closed = () => examined().does('end-expert-review', { filingId: 'new-1', on: day });
    const told: [string, () => unknown][] = [
      [
        'notice-before-receipt',
        () =>
          submitted().decides('record-non-acceptance', {
            filingId: 'new-1',
            decidedOn: before,
            number: null,
            reason: null,
          }),
      ],
      [
        'acceptance-before-receipt',
        () => submitted().decides('record-acceptance', { filingId: 'new-1', acceptedOn: before, number: null }),
      ],
      [
        'expert-review-before-acceptance',
        () =>
          submitted()
            .accepted()
            .decides('start-expert-review', { ...review, from: before }),
      ],
      [
        'expert-review-ends-before-start',
        () => examined().decides('end-expert-review', { filingId: 'new-1', on: before }),
      ],
      ['expert-review-before-acceptance', () => closed().decides('start-expert-review', { ...review, from: before })],
      [
        'grant-before-acceptance',
        () => closed().decides('record-grant', { filingId: 'new-1', grantedOn: before, number: null }),
      ],
      [
        'withdrawal-before-filing',
        () => submitted().decides('withdraw-filing', { filingId: 'new-1', withdrawnOn: before }),
      ],
    ];
    for (const [code, act] of told) expect(answer(act)).toBe(code);
  });
});

describe('a fan-out that was overtaken', () => {
  const held = () => Desk.holds(day);
  const absence = { person: 'p', from: day, until: day, calledOff: false };

  it('says nothing of an absence, a ladder or a flag that is known already', () => {
    const desk = held().does('tell-absence', { absenceId: 'a', houseSeq: 5, ...absence });
    expect(desk.decides('tell-absence', { absenceId: 'a', houseSeq: 5, ...absence })).toEqual([]);
    expect(desk.decides('tell-absence', { absenceId: 'a', houseSeq: 6, ...absence })).toHaveLength(1);
    expect(desk.decides('tell-absence', { absenceId: 'a', houseSeq: 6, ...absence, calledOff: true })).toHaveLength(1);
    expect(desk.decides('tell-absence', { absenceId: 'constructor', houseSeq: 1, ...absence })).toHaveLength(1);
    desk.does('adopt-ladder', { kind: 'renewal', offsets: [5], houseSeq: 5 });
    expect(desk.decides('adopt-ladder', { kind: 'renewal', offsets: [6], houseSeq: 5 })).toEqual([]);
    expect(desk.decides('adopt-ladder', { kind: 'renewal', offsets: [6], houseSeq: 6 })).toHaveLength(1);
    expect(desk.decides('adopt-ladder', { kind: 'constructor', offsets: [6], houseSeq: 1 })).toHaveLength(1);
    const listed = { flag: 'bad-list' as const, listed: true, on: day };
    desk.does('record-flag', { ...listed, companySeq: 5 });
    expect(desk.decides('record-flag', { ...listed, listed: false, companySeq: 4 })).toEqual([]);
    expect(desk.decides('record-flag', { ...listed, listed: false, companySeq: 5 })).toHaveLength(1);
    expect(desk.decides('record-flag', listed)).toEqual([]);
    expect(desk.decides('record-flag', { ...listed, listed: false })).toHaveLength(1);
  });

  it('advises nothing that it advised before, and nothing to who has done it', () => {
    const desk = held();
    const tell = (kind: 'renewal' | 'annual-report', days: number[]) =>
      desk.decides('tell-preparation', { kind, days });
    expect(tell('renewal', [])).toEqual([]);
    expect(tell('renewal', [3, 4])).toHaveLength(1);
    desk.does('tell-preparation', { kind: 'renewal', days: [3, 4] });
    expect(tell('renewal', [3, 4])).toEqual([]);
    for (const days of [[3], [4, 3], [3, 4, 5]]) expect(tell('renewal', days)).toHaveLength(1);
    desk.prepares({ kind: 'renewal' });
    expect(tell('renewal', [9])).toHaveLength(1);
    desk.submits();
    expect(tell('renewal', [9])).toEqual([]);
    expect(tell('annual-report', [9])).toHaveLength(1);
  });
});
