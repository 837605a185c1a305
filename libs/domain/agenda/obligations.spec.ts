import { law as newest } from '../../../test/support/builders.js';
import { aPaper, Folded } from '../../../test/support/folded.js';
import type { Law } from '../../rulebook/index.js';
import { agenda, foreseen } from '../agenda.js';
import type { LicenseEventData } from '../events.js';
import type { LicenseState } from '../license.js';
import { leavesAgenda } from './aftermath-obligations.js';
import { openBars } from './bars.js';

const filingId = 'f';
const recorded = '2026-09-15';

/** `<id> <duty> <filing or -> <opened on> <date or -> <paused>` of everything on the agenda, in its order. */
const due = (license: Folded, today = recorded, law: Law = newest): string[] =>
  agenda(license.state, { law, today }).map((each) =>
    [
      each.id,
      each.duty,
      each.filingId ?? '-',
      each.openedOn,
      each.deadline?.date ?? '-',
      ...(each.paused ? ['paused'] : []),
    ].join(' '),
  );
/** The same of one kind. */
const of = (kind: string, license: Folded, today = recorded, law: Law = newest) =>
  due(license, today, law).filter((line) => line.startsWith(`${kind}:`));

/** A pack that has no reminders for these kinds: an older one. */
const without = (...kinds: string[]): Law => ({
  ...newest,
  pack: { ...newest.pack, ladders: newest.pack.ladders.filter(({ obligation }) => !kinds.includes(obligation)) },
});

const opened = () => Folded.opened().opens(filingId);
const submitted = () => opened().submits(filingId);
const accepted = () => submitted().accepts(filingId);
const holding = () => Folded.holding({ reportsFiled: ['2026'] });
const renewing = () => holding().opens(filingId, 'renewal').submits(filingId);
const terminating = () => holding().opens(filingId, 'termination').submits(filingId).accepts(filingId);
const correct = (license: Folded) =>
  license.tells('correction-requested', {
    filingId,
    round: 1,
    noticedOn: '2026-09-12',
    dueOn: '2026-09-30',
    number: null,
    items: [],
  });
const refuse = (license: Folded, falseMaterial = false) =>
  license.tells('filing-refused', {
    filingId,
    refusedOn: '2026-09-13',
    servedOn: '2026-09-14',
    number: null,
    reason: null,
    falseMaterial,
  });

describe('an application brings', () => {
  it.each<[string, () => Folded, string[]]>([
    ['nothing while it is a draft', opened, []],
    ['an acceptance from its receipt on', submitted, ['acceptance:5 authority f 2026-09-15 2026-09-18']],
    ['a correction until it is answered', () => correct(submitted()), ['correction:6 company f 2026-09-15 2026-09-30']],
    [
      'no acceptance after an answer that nobody has received yet',
      () => correct(submitted()).tells('filing-submitted', { filingId, round: 2, packHash: 'cd' }),
      [],
    ],
    ['a review once it is accepted', accepted, ['review:6 authority f 2026-09-15 2026-11-10']],
    [
      'a review by the day of submission where no receipt is known',
      () =>
        opened()
          .tells('pack-signed-off', { filingId, packHash: 'ab', materials: [], deferred: [], preparedBy: ['p'] })
          .tells('filing-submitted', { filingId, round: 1, packHash: 'ab' })
          .accepts(filingId),
      ['review:5 authority f 2026-09-15 2026-11-09'],
    ],
    [
      'a paused review while experts look',
      () => accepted().tells('expert-review-started', { filingId, from: '2026-09-13', announcedUntil: null }),
      ['review:6 authority f 2026-09-15 2026-11-13 paused'],
    ],
    [
      'a permit once it is granted',
      () => accepted().grants(filingId),
      ['permit-issue:7 authority f 2026-09-15 2026-09-24'],
    ],
    [
      'rights once it is refused',
      () => refuse(accepted()),
      ['reconsideration:7 right f 2026-09-15 2026-11-13', 'litigation:7 right f 2026-09-15 2027-03-14'],
    ],
    [
      'a bar once it is refused for false material',
      () => refuse(accepted(), true),
      [
        'reconsideration:7 right f 2026-09-15 2026-11-13',
        'litigation:7 right f 2026-09-15 2027-03-14',
        'false-material-bar:7 authority f 2026-09-15 2027-09-13',
      ],
    ],
  ])('%s', (_, license, expected) => {
    expect(due(license())).toEqual(expected);
  });

  it('rights that end with their days', () => {
    const license = refuse(accepted());
    expect(of('reconsideration', license, '2026-11-13')).toHaveLength(1);
    expect(of('reconsideration', license, '2026-11-14')).toEqual([]);
    expect(of('litigation', license, '2027-03-14')).toHaveLength(1);
    expect(of('litigation', license, '2027-03-15')).toEqual([]);
  });

  it('a bar that is told of for thirty days after its end', () => {
    const license = refuse(accepted(), true);
    expect(of('false-material-bar', license, '2027-10-13')).toHaveLength(1);
    expect(of('false-material-bar', license, '2027-10-14')).toEqual([]);
    expect(of('false-material-bar', license, '2027-09-13', without('false-material-bar'))).toEqual([]);
  });
});

describe('a renewal brings', () => {
  const decision = 'renewal-decision:5 authority f 2026-09-10 2031-05-31';

  it.each<[string, () => Folded, string[]]>([
    ['nothing new while it is a draft', () => holding().opens(filingId, 'renewal'), []],
    ['a decision before the end of the permit', renewing, [decision]],
    ['none while the company must answer', () => correct(renewing()), []],
    [
      'the same one after the answer',
      () => correct(renewing()).tells('filing-submitted', { filingId, round: 2, packHash: 'cd' }),
      [decision],
    ],
    ['the same one once it is accepted', () => renewing().accepts(filingId), [decision]],
    [
      'the same one while experts look',
      () =>
        renewing()
          .accepts(filingId)
          .tells('expert-review-started', { filingId, from: '2026-09-13', announcedUntil: null }),
      [decision],
    ],
    ['none once it is granted', () => renewing().accepts(filingId).grants(filingId), []],
  ])('%s', (_, license, expected) => {
    expect(of('renewal-decision', license())).toEqual(expected);
  });

  it('a review up to the last day of the term, and no longer', () => {
    const license = renewing().accepts(filingId);
    expect(of('review', license, '2031-05-31')).toHaveLength(1);
    expect(of('review', license, '2031-06-01')).toEqual([]);
    const first = Folded.opened().opens(filingId).submits(filingId).accepts(filingId);
    expect(of('review', first, '2031-06-01')).toHaveLength(1);
  });

  it('rights for the types that it was refused for, before and after the paper', () => {
    const rights = (license: Folded) => [...of('reconsideration', license), ...of('litigation', license)];
    const told = ['reconsideration:8 right f 2026-09-15 2026-11-13', 'litigation:8 right f 2026-09-15 2027-03-14'];
    const license = renewing().accepts(filingId).grants(filingId, ['B25']);
    expect(rights(license)).toEqual(told);
    const permit = aPaper({ validFrom: '2031-06-01', printedLastDay: '2036-05-31', serviceTypes: ['B24'] });
    license.tells('permit-renewed', { filingId, permit, computedLastDay: '2036-05-31', issuedOn: recorded });
    expect(rights(license)).toEqual(told);
    expect(rights(renewing().accepts(filingId).grants(filingId))).toEqual([]);
  });
});

describe('a termination brings', () => {
  it('a public notice without a day, then notice and decision with days', () => {
    const license = terminating();
    expect(of('termination-notice', license)).toEqual(['termination-notice:7 authority f 2026-09-15 -']);
    license.tells('notice-published', { filingId, publishedOn: '2026-09-14' });
    expect(due(license).filter((line) => line.startsWith('termination'))).toEqual([
      'termination-notice:8 authority f 2026-09-15 2026-10-14',
      'termination-decision:8 authority f 2026-09-15 2026-12-13',
    ]);
    license.grants(filingId);
    expect(due(license)).toEqual(due(holding()));
  });

  it('nothing that nobody has accepted or published, and no permit', () => {
    const license = holding().opens(filingId, 'termination').submits(filingId);
    expect(due(license).filter((line) => /termination|permit-issue/.test(line))).toEqual([]);
    expect(of('acceptance', license)).toHaveLength(1);
  });

  it('nothing that an older pack does not know', () => {
    const license = terminating();
    const law = without('termination-notice', 'termination-decision');
    expect(of('termination-notice', license, recorded, law)).toEqual([]);
    license.tells('notice-published', { filingId, publishedOn: '2026-09-14' });
    expect(due(license, recorded, law)).toEqual(due(holding()));
  });
});

describe('a second renewal brings', () => {
  it('a decision before the end of the term in which it was opened', () => {
    const license = renewing().accepts(filingId).grants(filingId);
    const permit = aPaper({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' });
    license.tells('permit-renewed', { filingId, permit, computedLastDay: '2036-05-31', issuedOn: recorded });
    license.opens('g', 'renewal').submits('g');
    expect(of('renewal-decision', license)).toEqual(['renewal-decision:12 authority g 2026-09-10 2036-05-31']);
    expect(of('renewal', license)).toEqual([]);
  });
});

describe('a lost paper brings', () => {
  const lost = () =>
    holding().opens(filingId, 'reissue').tells('notice-published', { filingId, publishedOn: '2026-09-12' });

  it('a new one some days after its receipt, a correction, or rights', () => {
    expect(due(lost())).toEqual(due(holding()));
    const license = lost().submits(filingId);
    expect(of('reissue-decision', license)).toEqual(['reissue-decision:7 authority f 2026-09-15 2026-10-15']);
    expect(of('reissue-decision', license, recorded, without('reissue-decision'))).toEqual([]);
    expect(of('correction', correct(license))).toEqual(['correction:8 company f 2026-09-15 2026-09-30']);
    expect(of('reissue-decision', license)).toEqual([]);
    const refused = refuse(lost().submits(filingId));
    expect([...of('reconsideration', refused), ...of('reissue-decision', refused)]).toEqual([
      'reconsideration:8 right f 2026-09-15 2026-11-13',
    ]);
  });
});

describe('an annual report that came back', () => {
  it('is to be corrected by the day of the return, until it is handed in again', () => {
    const license = holding().tells('filing-opened', {
      filingId,
      kind: 'annual-report',
      period: '2027',
      answers: [],
      serviceTypes: null,
      plannedOn: null,
    });
    license.submits(filingId).tells('report-returned', { filingId, returnedOn: '2027-02-01', dueOn: '2027-02-26' });
    expect(of('report-return', license, '2027-02-01')).toEqual([
      'report-return:7:2027 company f 2026-09-15 2027-02-26',
    ]);
    expect(of('annual-report', license, '2027-02-01')).toEqual([
      'annual-report:2:2027 company f 2027-01-01 2027-03-31',
    ]);
    license.tells('filing-submitted', { filingId, round: 2, packHash: 'ab' });
    expect(of('report-return', license, '2027-02-01')).toEqual([]);
  });
});

describe('preparation', () => {
  const prepared = (kind: 'change' | 'renewal' | 'annual-report', license: Folded) =>
    agenda(license.state, { law: newest, today: recorded }).flatMap((each) =>
      each.kind === kind ? [each.preparation && `${each.preparation.workingDays} of the ${each.preparation.of}`] : [],
    );

  it.each(['change', 'renewal', 'annual-report'] as const)(
    'goes by what the company took for the same kind: %s',
    (kind) => {
      const license = Folded.holding({ grantedOn: '2025-05-05', reportsFiled: [] });
      const days = { decidedOn: '2026-09-01', registeredOn: '2026-09-02', effectiveOn: null, operatorChanges: null };
      license.tells('company-fact-recorded', { change: { kind: 'name', ...days }, facts: {}, companySeq: 1 });
      expect(prepared(kind, license)).toEqual([null]);
      for (const [other, taken] of [
        ['change', 4],
        ['renewal', 5],
        ['annual-report', 6],
      ] as const)
        license.tells('preparation-told', { kind: other, days: [taken] });
      const expected = { change: 4, renewal: 5, 'annual-report': 6 }[kind];
      expect(prepared(kind, license)).toEqual([`${expected} of the company`]);
    },
  );

  it('is none for a change without a date', () => {
    const license = holding().tells('preparation-told', { kind: 'change', days: [4] });
    const days = { decidedOn: '2026-09-01', registeredOn: null, effectiveOn: null, operatorChanges: null };
    license.tells('company-fact-recorded', { change: { kind: 'name', ...days }, facts: {}, companySeq: 1 });
    expect(prepared('change', license)).toEqual([null]);
  });
});

describe('the end of a permit brings', () => {
  const taken = (byFraud: boolean, returnPaper: { dueOn: string | null } | null = null) =>
    holding().tells('permit-set-aside', {
      on: '2026-09-08',
      servedOn: '2026-09-09',
      number: null,
      byFraud,
      returnPaper,
    });
  const rights = ['reconsideration:3 right - 2026-09-15 2026-11-08', 'litigation:3 right - 2026-09-15 2027-03-09'];

  it.each<[string, () => Folded, string[]]>([
    ['rights where the authority took it', () => taken(false), rights],
    [
      'a bar where it was got by deceit',
      () => taken(true),
      [...rights, 'fraud-bar:3 authority - 2026-09-15 2029-09-08'],
    ],
    [
      'the return of the paper where the decision says so',
      () => taken(false, { dueOn: '2026-09-30' }),
      ['permit-return:3 company - 2026-09-15 2026-09-30', ...rights],
    ],
  ])('%s', (_, license, expected) => {
    expect(due(license())).toEqual(expected);
  });

  it('of which rights and bars outlive its cancellation, and the return of the paper', () => {
    const license = taken(true, { dueOn: '2026-09-30' });
    license.tells('permit-cancelled', { cancelledOn: '2026-09-10', number: null, returnPaper: null });
    const left = [...rights, 'fraud-bar:3 authority - 2026-09-15 2029-09-08'];
    expect(due(license)).toEqual(['permit-return:3 company - 2026-09-15 2026-09-30', ...left]);
    license.tells('permit-returned', { returnedOn: '2026-09-12' });
    expect(due(license)).toEqual(left);
    expect(of('fraud-bar', license, '2029-10-08')).toHaveLength(1);
    expect(of('fraud-bar', license, '2029-10-09')).toEqual([]);
    license.tells('license-closed', { reason: { ref: 't', commitment: '00' } });
    expect(due(license)).toEqual([]);
  });

  it('first days on which rights and bars are gone; what an act must end has none', () => {
    const gone = (kind: string, license: Folded) =>
      agenda(license.state, { law: newest, today: recorded }).flatMap((each) =>
        each.kind === kind ? [leavesAgenda(each)] : [],
      );
    expect(gone('reconsideration', taken(true))).toEqual(['2026-11-09']);
    expect(gone('fraud-bar', taken(true))).toEqual(['2029-10-09']);
    expect(gone('false-material-bar', refuse(accepted(), true))).toEqual(['2027-10-14']);
    expect(gone('renewal', holding())).toEqual([null]);
    expect(gone('termination-notice', terminating())).toEqual([null]);
  });

  it('bars that run, the one that ends last at the end', () => {
    const license = taken(true);
    const context = (today: string) => ({ law: newest, today });
    const both = (state: LicenseState): LicenseState => ({
      ...state,
      filings: { f: { ...refuse(accepted(), true).filing(filingId), kind: 'change' } },
    });
    const kinds = (today: string, state = both(license.state)) =>
      openBars(state, context(today)).map(({ kind, filingId: id, deadline }) => [kind, id, deadline.date]);
    const material = ['false-material-bar', 'f', '2027-09-13'];
    const fraud = ['fraud-bar', null, '2029-09-08'];
    expect(kinds(recorded)).toEqual([material, fraud]);
    expect(kinds('2027-09-13')).toEqual([material, fraud]);
    expect(kinds('2027-09-14')).toEqual([fraud]);
    expect(kinds('2029-09-08')).toEqual([fraud]);
    expect(kinds('2029-09-09')).toEqual([]);
    const early = holding().tells('permit-set-aside', {
      on: '2020-09-08',
      servedOn: '2020-09-09',
      number: null,
      byFraud: true,
      returnPaper: null,
    });
    const late = { ...both(early.state), permit: early.state.permit };
    expect(kinds('2023-09-08', late)).toEqual([['fraud-bar', null, '2023-09-08'], material]);
    expect(kinds(recorded, taken(false).state)).toEqual([]);
  });
});

describe('a permit that is not to be renewed', () => {
  const givenUp = (serviceTypes = ['B24', 'B25']) =>
    holding().tells('non-renewal-decided', { decidedOn: '2026-09-08', serviceTypes, reason: null });
  const report = ['non-renewal-report:3 company - 2026-09-15 2031-03-02'];

  it('is reported ninety days before its end, in place of a renewal', () => {
    const license = givenUp();
    expect(of('non-renewal-report', license)).toEqual(report);
    expect(of('renewal', license)).toEqual([]);
    expect(of('non-renewal-report', license, recorded, without('non-renewal-report'))).toEqual([]);
    license.tells('non-renewal-reported', { reportedOn: '2026-09-14', number: null });
    expect(due(license)).toEqual([]);
  });

  it.each<[string, () => Folded, string[]]>([
    ['suspended', () => givenUp().tells('permit-suspended', { from: '2026-09-10', until: null, number: null }), report],
    ['expired', () => givenUp().tells('permit-expired', { lastDay: '2031-05-31', ruleId: 'r' }), report],
    [
      'revoked',
      () =>
        givenUp().tells('permit-revoked', {
          on: '2026-09-08',
          servedOn: '2026-09-09',
          number: null,
          returnPaper: null,
        }),
      [],
    ],
  ])('is reported while it is %s, or not', (_, license, expected) => {
    expect(of('non-renewal-report', license())).toEqual(expected);
  });

  it('in part is renewed for the other types', () => {
    const license = givenUp(['B25']);
    const [renewal] = agenda(license.state, { law: newest, today: recorded }).filter(({ kind }) => kind === 'renewal');
    expect(renewal?.next).toEqual({
      zh: '以下业务尚未申请续期，也未决定不再续期：B24',
      en: 'File for the renewal of B24 too, or decide to let them end',
    });
  });

  it('is forgotten with the next term', () => {
    const license = givenUp(['B25']).opens(filingId, 'renewal').submits(filingId).accepts(filingId).grants(filingId);
    const permit = aPaper({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' });
    license.tells('permit-renewed', { filingId, permit, computedLastDay: '2036-05-31', issuedOn: recorded });
    expect(of('non-renewal-report', license)).toEqual([]);
    expect(of('renewal', license)).toEqual(['renewal:10 company - 2026-09-15 2036-03-02']);
  });
});

describe('a credit list', () => {
  const listed = (flag: 'bad-list' | 'dishonest-list' | 'recent-penalty') =>
    holding().tells('company-flag-listed', { flag, on: '2026-09-08', companySeq: null });

  it.each([
    ['bad-list', ['bad-list-exit:3 authority - 2026-09-15 2027-09-08']],
    ['dishonest-list', ['dishonest-list-exit:3 authority - 2026-09-15 2029-09-08']],
    ['recent-penalty', []],
  ] as const)('may be left after its span: %s', (flag, expected) => {
    const exits = (license: Folded, law = newest) =>
      due(license, recorded, law).filter((line) => line.includes('-exit:'));
    const license = listed(flag);
    expect(exits(license)).toEqual(expected);
    expect(exits(license, without('bad-list-exit', 'dishonest-list-exit'))).toEqual([]);
    license.tells('company-flag-cleared', { flag, on: '2026-09-09', companySeq: null });
    expect(exits(license)).toEqual([]);
  });
});

describe('a renewal duty', () => {
  const types = (license: Folded) =>
    agenda(license.state, { law: newest, today: recorded }).flatMap(({ kind, next, openedOn }) =>
      kind === 'renewal' ? [`${openedOn} ${next.en}`] : [],
    );
  const files = (license: Folded, id: string, serviceTypes: string[] | null) =>
    license
      .tells('filing-opened', {
        filingId: id,
        kind: 'renewal',
        period: null,
        answers: [],
        serviceTypes,
        plannedOn: null,
      })
      .submits(id);

  it('asks for the types that no filing covers yet', () => {
    const license = holding();
    expect(types(license)).toEqual(['2026-09-15 File for renewal, with proof that each service was opened']);
    expect(types(files(license, 'f', ['B24']))).toEqual([
      '2026-09-15 File for the renewal of B25 too, or decide to let them end',
    ]);
    expect(types(files(license, 'g', ['B25']))).toEqual([]);
    license.tells('filing-withdrawn', { filingId: 'g', withdrawnOn: '2026-09-14' });
    expect(types(license)).toEqual(['2026-09-15 File for the renewal of B25 too, or decide to let them end']);
    expect(types(files(license, 'h', null))).toEqual([]);
  });

  it('is not ended by a draft, nor by a filing of another kind', () => {
    expect(types(holding().opens(filingId, 'renewal'))).toHaveLength(1);
    expect(types(holding().opens(filingId, 'change').submits(filingId))).toHaveLength(1);
  });
});

describe('annual reports', () => {
  const years = (license: Folded, today: string) =>
    agenda(license.state, { law: newest, today }).flatMap(({ kind, period, next }) =>
      kind === 'annual-report' ? [`${period} ${/doubtful|First have/.exec(next.en)?.[0] ?? ''}`.trim()] : [],
    );

  it('are due from the year after the grant to the year of the end, and next year’s is foreseen', () => {
    const license = Folded.holding({ grantedOn: '2025-12-31', reportsFiled: [] });
    expect(years(license, '2026-12-31')).toEqual(['2026']);
    expect(years(license, '2031-12-31')).toEqual(['2026', '2027', '2028', '2029', '2030', '2031']);
    expect(years(license, '2032-01-01')).toEqual(years(license, '2031-12-31'));
    const coming = foreseen(license.state, { law: newest, today: '2026-12-31' });
    expect(coming.flatMap(({ kind, period }) => (kind === 'annual-report' ? [period] : []))).toEqual(['2026', '2027']);
  });

  it.each([
    ['the first day of the rest of its year', '2027-04-01', '2027'],
    ['its last day', '2027-03-31', '2027 doubtful'],
  ])('are in doubt where the permit ends by their date: %s', (_, printedLastDay, expected) => {
    const permit = aPaper({ printedLastDay });
    const license = Folded.holding({ permit, computedLastDay: printedLastDay, reportsFiled: ['2026'] });
    expect(years(license, '2027-01-05')).toEqual([expected]);
  });

  it.each<[string, Partial<LicenseEventData['permit-registered']>, string[]]>([
    ['the grant is known', { grantedOn: '2022-05-05', unknown: [] }, ['2023', '2024', '2025', '2026']],
    ['the grant is unknown', { grantedOn: null, unknown: [] }, []],
    ['the reports are unknown', { grantedOn: '2022-05-05', unknown: ['reportsFiled'] }, []],
    ['something else is unknown', { grantedOn: '2025-05-05', unknown: ['number'] }, ['2026']],
  ])('of the years before the registration are asked for where %s', (_, rest, expected) => {
    expect(years(Folded.holding({ ...rest, reportsFiled: [] }), '2026-09-15')).toEqual(expected);
  });

  it('are not asked for where they were filed, are open where one was withdrawn, and wait for a change', () => {
    const license = Folded.holding({ grantedOn: '2025-05-05', reportsFiled: [] });
    const filing = {
      kind: 'annual-report' as const,
      period: '2026',
      answers: [],
      serviceTypes: null,
      plannedOn: null,
    };
    license.tells('filing-opened', { filingId, ...filing });
    expect(of('annual-report', license)).toEqual(['annual-report:2:2026 company f 2026-09-15 2026-03-31']);
    license.tells('filing-withdrawn', { filingId, withdrawnOn: '2026-09-14' });
    expect(of('annual-report', license)).toEqual(['annual-report:2:2026 company - 2026-09-15 2026-03-31']);
    const days = { decidedOn: '2026-09-01', registeredOn: '2026-09-02', effectiveOn: null, operatorChanges: null };
    license.tells('company-fact-recorded', { change: { kind: 'name', ...days }, facts: {}, companySeq: 1 });
    expect(years(license, recorded)).toEqual(['2026 First have']);
    license.tells('filing-opened', { filingId: 'g', ...filing }).submits('g');
    license.tells('report-filed', { filingId: 'g', filedOn: '2026-09-14', number: null });
    expect(years(license, recorded)).toEqual([]);
  });
});

describe('a change', () => {
  const change = { kind: 'name', effectiveOn: null, operatorChanges: null, decidedOn: '2026-09-01' } as const;
  const changed = () =>
    holding().tells('company-fact-recorded', {
      change: { ...change, registeredOn: '2026-09-02' },
      facts: {},
      companySeq: 1,
    });
  const answering = (license: Folded, id: string) =>
    license
      .tells('filing-opened', {
        filingId: id,
        kind: 'change',
        period: null,
        answers: ['change:3'],
        serviceTypes: null,
        plannedOn: null,
      })
      .submits(id);

  it('is due until a filing that answers it is handed in, and again when that fails', () => {
    const license = changed();
    expect(of('change', license)).toEqual(['change:3 company - 2026-09-15 2026-10-02']);
    answering(license, filingId);
    expect(of('change', license)).toEqual([]);
    license.accepts(filingId);
    expect(of('change', refuse(license))).toEqual(['change:3 company - 2026-09-15 2026-10-02']);
    answering(license, 'g').accepts('g').grants('g');
    license.tells('permit-amended', { filingId: 'g', amendedOn: '2026-09-14', permit: aPaper() });
    expect(of('change', license)).toEqual([]);
  });

  it('of shareholders asks first whether the operator changes', () => {
    const told = (kind: 'name' | 'shareholders', operatorChanges: boolean | null) => {
      const license = holding().tells('company-fact-recorded', {
        change: { ...change, kind, operatorChanges, registeredOn: '2026-09-02' },
        facts: {},
        companySeq: 1,
      });
      const [duty] = agenda(license.state, { law: newest, today: recorded }).filter(
        ({ kind: each }) => each === 'change',
      );
      return duty?.next.en.split(' ')[0];
    };
    expect([told('shareholders', null), told('shareholders', true), told('name', null)]).toEqual([
      'Say',
      'File',
      'File',
    ]);
  });
});
