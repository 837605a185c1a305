import { aPaper, Folded } from '../../../test/support/folded.js';

const recordedOn = '2026-09-15';
const filingId = 'f';

const unopened = { status: 'not-opened', openedOn: null, seq: null };
const b24Opened = { status: 'opened', openedOn: '2026-06-02', seq: 2 };

const firstTerm = {
  validFrom: '2026-06-01',
  lastDay: '2031-05-31',
  printedLastDay: '2031-05-31',
  computedLastDay: '2031-05-31',
  provisional: false,
  seq: 2,
  toldSeq: 2,
  printedSeq: 2,
  recordedOn,
  filingId: null,
};

const permit = {
  number: '沪B2-20260001',
  serviceTypes: ['B24', 'B25'],
  coverage: { kind: 'province', provinces: ['sh'] },
  status: 'valid',
  taking: null,
  nonRenewal: null,
  paperDue: null,
  form: null,
  settled: [],
};

const renewal = { permit: aPaper({ validFrom: '2031-06-01', printedLastDay: '2036-05-31' }), issuedOn: '2026-09-15' };
const renewing = () => Folded.holding().opens(filingId, 'renewal').submits(filingId).accepts(filingId);
const deemed = () =>
  renewing().tells('renewal-deemed', {
    filingId,
    validFrom: '2031-06-01',
    lastDay: '2036-05-31',
    ruleId: 'rule',
    serviceTypes: ['B24'],
  });

describe('a permit', () => {
  it('that was held before is registered with what is open, filed and unknown', () => {
    const { state } = Folded.holding({ computedLastDay: '2031-05-30' });
    expect(state.permit).toEqual({
      ...permit,
      grantedOn: '2026-05-20',
      terms: [{ ...firstTerm, lastDay: '2031-05-30', computedLastDay: '2031-05-30' }],
      services: { B24: b24Opened, B25: unopened },
      seq: 2,
      printedSeq: 2,
    });
    expect(state).toMatchObject({ reportsFiledBefore: ['2025'], unknown: ['number'] });
  });

  it('that is granted and issued begins with nothing opened, and closes its filing', () => {
    const license = Folded.opened().opens(filingId).submits(filingId).accepts(filingId).grants(filingId);
    const issued = { filingId, permit: aPaper(), computedLastDay: '2031-06-30', issuedOn: '2026-09-15' };
    expect(license.changedBy('permit-issued', issued)).toEqual({
      'filings.f.status': 'issued',
      'filings.f.closedSeq': 8,
      'filings.f.closedOn': recordedOn,
      permit: {
        ...permit,
        grantedOn: '2026-09-13',
        terms: [{ ...firstTerm, computedLastDay: '2031-06-30', seq: 8, toldSeq: 8, printedSeq: 8, filingId }],
        services: { B24: unopened, B25: unopened },
        seq: 8,
        printedSeq: 8,
      },
    });
    expect(license.changedBy('permit-issued', issued)).toEqual({ unknownEvents: [9] });
    license.opens('g').submits('g').accepts('g').grants('g');
    expect(license.changedBy('permit-issued', { ...issued, filingId: 'g' })).toEqual({ unknownEvents: [9, 16] });
  });

  it('is one: a second registration does not fit, nor a permit without its filing', () => {
    const again = {
      permit: aPaper(),
      computedLastDay: '2031-05-31',
      grantedOn: null,
      opened: [],
      reportsFiled: [],
      unknown: [],
    };
    expect(Folded.holding().changedBy('permit-registered', again)).toEqual({ unknownEvents: [3] });
    const issued = { filingId, permit: aPaper(), computedLastDay: '2031-05-31', issuedOn: '2026-09-15' };
    expect(Folded.opened().changedBy('permit-issued', issued)).toEqual({ unknownEvents: [2] });
  });

  it.each(['suspension-lifted', 'permit-expired'] as const)('that is not there does not change by %s', (type) => {
    const license = Folded.opened();
    const told =
      type === 'permit-expired'
        ? license.changedBy(type, { lastDay: '2031-05-31', ruleId: 'rule' })
        : license.changedBy(type, { on: '2026-09-10' });
    expect(told).toEqual({ unknownEvents: [2] });
  });

  it('is suspended and goes on', () => {
    const license = Folded.holding();
    expect(license.changedBy('permit-suspended', { from: '2026-09-10', until: null, number: null })).toEqual({
      'permit.status': 'suspended',
    });
    expect(license.changedBy('suspension-lifted', { on: '2026-09-12' })).toEqual({ 'permit.status': 'valid' });
  });

  it('has the end of its newest term decided by a person', () => {
    const license = Folded.holding().tells('attention-raised', { reason: 'permit-end-differs', about: 'permit' });
    const reason = { ref: 't', commitment: '00' };
    expect(license.changedBy('permit-end-decided', { lastDay: '2031-05-01', reason })).toEqual({
      'permit.terms': [{ ...firstTerm, lastDay: '2031-05-01' }],
      attention: [],
    });
  });
});

describe('an amended permit', () => {
  const changing = () => {
    const days = { decidedOn: '2026-09-01', registeredOn: null, effectiveOn: null, operatorChanges: null };
    const license = Folded.holding();
    for (const kind of ['name', 'scope'] as const)
      license.tells('company-fact-recorded', { change: { kind, ...days }, facts: {}, companySeq: 1 });
    const opening = { filingId, kind: 'change', period: null, serviceTypes: null, plannedOn: null } as const;
    return license
      .tells('filing-opened', { ...opening, answers: ['change:4'] })
      .submits(filingId)
      .accepts(filingId)
      .grants(filingId);
  };

  it('has what is printed on it; types that are new begin, others end, and its change is done', () => {
    const license = changing();
    const [first, second] = license.state.changes;
    const nationwide = { kind: 'nationwide' } as const;
    const printed = aPaper({ number: 'B2-1', serviceTypes: ['B24', 'B26'], coverage: nationwide });
    expect(license.changedBy('permit-amended', { filingId, amendedOn: '2026-09-14', permit: printed })).toEqual({
      'filings.f.status': 'issued',
      'filings.f.closedSeq': 11,
      'filings.f.closedOn': recordedOn,
      changes: [first, { ...second, done: true }],
      serviceTypes: ['B24', 'B26'],
      'coverage.kind': 'nationwide',
      'coverage.provinces': 'gone',
      'permit.number': 'B2-1',
      'permit.serviceTypes': ['B24', 'B26'],
      'permit.coverage.kind': 'nationwide',
      'permit.coverage.provinces': 'gone',
      'permit.printedSeq': 11,
      'permit.terms': [{ ...firstTerm, printedSeq: 11 }],
      'permit.services.B25.status': 'ended',
      'permit.services.B26': unopened,
    });
  });

  it.each([
    ['an earlier end', '2031-04-30', { lastDay: '2031-04-30', printedLastDay: '2031-04-30', printedSeq: 11 }],
    ['a later end', '2031-06-30', { lastDay: '2031-05-31', printedLastDay: '2031-06-30', printedSeq: 11 }],
    [
      'an end on the first day of the term',
      '2026-06-01',
      { lastDay: '2026-06-01', printedLastDay: '2026-06-01', printedSeq: 11 },
    ],
    ['an end before the term', '2026-05-31', {}],
  ])('that prints %s leaves the earlier one in force', (_, printedLastDay, term) => {
    const license = changing().tells('permit-amended', {
      filingId,
      amendedOn: '2026-09-14',
      permit: aPaper({ printedLastDay }),
    });
    expect(license.state.permit?.terms).toEqual([{ ...firstTerm, ...term }]);
  });

  it('that prints the end of before keeps what a person has decided since', () => {
    const license = changing();
    license.tells('permit-end-decided', { lastDay: '2031-08-31', reason: { ref: 't', commitment: '00' } });
    license.tells('permit-amended', { filingId, amendedOn: '2026-09-14', permit: aPaper() });
    expect(license.state.permit?.terms).toEqual([{ ...firstTerm, lastDay: '2031-08-31', printedSeq: 12 }]);
  });

  it('opens a type anew that had ended', () => {
    const license = changing();
    license.tells('permit-amended', { filingId, amendedOn: '2026-09-14', permit: aPaper({ serviceTypes: ['B25'] }) });
    expect(license.state.permit?.services.B24).toEqual({ ...b24Opened, status: 'ended' });
    license.opens('g', 'change').submits('g').accepts('g').grants('g');
    license.tells('permit-amended', { filingId: 'g', amendedOn: '2026-09-14', permit: aPaper() });
    expect(license.state.permit?.services).toEqual({ B24: unopened, B25: unopened });
  });

  it('does not fit without the grant of its filing', () => {
    const license = Folded.holding().opens(filingId, 'change');
    const told = { filingId, amendedOn: '2026-09-14', permit: aPaper() };
    expect(license.changedBy('permit-amended', told)).toEqual({ unknownEvents: [4] });
  });
});

describe('a renewal', () => {
  const secondTerm = {
    ...firstTerm,
    validFrom: '2031-06-01',
    lastDay: '2036-05-31',
    printedLastDay: '2036-05-31',
    computedLastDay: '2036-05-31',
    filingId,
  };
  const atSeq = (seq: number) => ({ seq, toldSeq: seq, printedSeq: seq });
  const closed = (seq: number) => ({
    'filings.f.status': 'issued',
    'filings.f.closedSeq': seq,
    'filings.f.closedOn': recordedOn,
  });

  it('adds a term behind those before', () => {
    const told = { filingId, ...renewal, computedLastDay: '2036-05-31' };
    expect(renewing().grants(filingId).changedBy('permit-renewed', told)).toEqual({
      ...closed(9),
      'permit.printedSeq': 9,
      'permit.terms': [firstTerm, { ...secondTerm, ...atSeq(9) }],
    });
  });

  it('ends the types that it leaves out, and answers what silence had left open of it', () => {
    const license = renewing().grants(filingId);
    for (const about of ['f', 'f:B25', 'f2', 'g:B25'])
      license.tells('attention-raised', { reason: 'renewal-undecided', about });
    license.tells('attention-raised', { reason: 'acceptance-deemed', about: 'f' });
    const printed = aPaper({ ...renewal.permit, serviceTypes: ['B24'] });
    const told = { filingId, permit: printed, computedLastDay: '2036-05-31', issuedOn: '2026-09-15' };
    const after = license.changedBy('permit-renewed', told);
    expect(after).toMatchObject({ 'permit.serviceTypes': ['B24'], 'permit.services.B25.status': 'ended' });
    expect(license.state.attention.map(({ reason, about }) => `${reason} ${about}`)).toEqual([
      'renewal-undecided f2',
      'renewal-undecided g:B25',
      'acceptance-deemed f',
    ]);
  });

  it('by silence is provisional, of the types that it is about', () => {
    const license = renewing();
    const told = { filingId, validFrom: '2031-06-01', lastDay: '2036-05-31', ruleId: 'rule', serviceTypes: ['B24'] };
    expect(license.changedBy('renewal-deemed', told)).toEqual({
      'permit.terms': [firstTerm, { ...secondTerm, ...atSeq(8), printedLastDay: null, provisional: true }],
      'permit.services.B25.status': 'ended',
      attention: [{ reason: 'renewal-deemed', about: filingId, since: '2026-09-10', seq: 8 }],
    });
  });

  it('by silence of everything leaves all types as they are', () => {
    const license = renewing();
    const told = { filingId, validFrom: '2031-06-01', lastDay: '2036-05-31', ruleId: 'rule', serviceTypes: null };
    expect(Object.keys(license.changedBy('renewal-deemed', told))).toEqual(['permit.terms', 'attention']);
  });

  it('by silence is confirmed by a person', () => {
    expect(deemed().changedBy('deemed-renewal-confirmed', { filingId })).toEqual({ attention: [] });
  });

  it('by silence that was none goes, and what ended with it is as before', () => {
    const told = { filingId, deemedSeq: 8, wrongNotices: [] };
    expect(deemed().changedBy('deemed-renewal-retracted', told)).toMatchObject({
      'permit.terms': [firstTerm],
      'permit.services.B25.status': 'not-opened',
      attention: [],
    });
    expect(deemed().tells('deemed-renewal-retracted', told).state.permit?.services).toEqual({
      B24: b24Opened,
      B25: unopened,
    });
  });

  it('by silence gets its paper: the days move, and what opened the term stays', () => {
    const license = deemed().grants(filingId);
    const paper = aPaper({ validFrom: '2031-06-02', printedLastDay: '2036-06-01', serviceTypes: ['B24'] });
    const told = { filingId, permit: paper, computedLastDay: '2036-06-01', issuedOn: '2026-09-15' };
    expect(license.changedBy('permit-renewed', told)).toEqual({
      ...closed(10),
      'permit.serviceTypes': ['B24'],
      'permit.printedSeq': 10,
      'permit.terms': [
        firstTerm,
        {
          ...secondTerm,
          validFrom: '2031-06-02',
          lastDay: '2036-06-01',
          printedLastDay: '2036-06-01',
          computedLastDay: '2036-06-01',
          seq: 8,
          toldSeq: 10,
          printedSeq: 10,
        },
      ],
      attention: [],
    });
  });

  it('is a term of its own after the deemed one of another filing', () => {
    const license = deemed().opens('g', 'renewal').submits('g').accepts('g').grants('g');
    license.tells('permit-renewed', { filingId: 'g', ...renewal, computedLastDay: '2036-05-31' });
    expect(license.state.permit?.terms.map(({ filingId, provisional }) => [filingId, provisional])).toEqual([
      [null, false],
      ['f', true],
      ['g', false],
    ]);
  });

  it('by silence is one of many terms: its paper, its end and its retraction leave the others', () => {
    const later = { filingId: 'g', validFrom: '2036-06-01', lastDay: '2041-05-31', ruleId: 'rule', serviceTypes: null };
    const twice = () => deemed().opens('g', 'renewal').submits('g').accepts('g').tells('renewal-deemed', later);
    const ends = (license: Folded) => license.state.permit?.terms.map(({ lastDay }) => lastDay);
    expect(ends(twice())).toEqual(['2031-05-31', '2036-05-31', '2041-05-31']);
    const reason = { ref: 't', commitment: '00' };
    expect(ends(twice().tells('permit-end-decided', { lastDay: '2041-01-01', reason }))).toEqual([
      '2031-05-31',
      '2036-05-31',
      '2041-01-01',
    ]);
    const retracted = { filingId: 'g', deemedSeq: 15, wrongNotices: [] };
    expect(ends(twice().tells('deemed-renewal-retracted', retracted))).toEqual(['2031-05-31', '2036-05-31']);
    const paper = { permit: aPaper({ validFrom: '2036-06-02', printedLastDay: '2041-06-01' }), issuedOn: '2026-09-15' };
    const papered = twice().grants('g');
    papered.tells('permit-renewed', { filingId: 'g', ...paper, computedLastDay: '2041-06-01' });
    expect(ends(papered)).toEqual(['2031-05-31', '2036-05-31', '2041-06-01']);
  });

  it.each(['permit-renewed', 'renewal-deemed', 'deemed-renewal-confirmed', 'deemed-renewal-retracted'] as const)(
    'does not fit without its filing: %s',
    (type) => {
      const days = { validFrom: '2031-06-01', lastDay: '2036-05-31', ruleId: 'rule', serviceTypes: null };
      const told = {
        filingId: 'none',
        deemedSeq: 1,
        wrongNotices: [],
        computedLastDay: '2036-05-31',
        ...renewal,
        ...days,
      };
      expect(deemed().changedBy(type, told)).toEqual({ unknownEvents: [9] });
    },
  );

  it.each(['permit-renewed', 'renewal-deemed'] as const)('does not fit a permit that was taken: %s', (type) => {
    const license = renewing();
    if (type === 'permit-renewed') license.grants(filingId);
    license.tells('permit-revoked', { on: '2026-09-10', servedOn: '2026-09-10', number: null, returnPaper: null });
    const days = { validFrom: '2031-06-01', lastDay: '2036-05-31', ruleId: 'rule', serviceTypes: null };
    const after = license.changedBy(type, { filingId, computedLastDay: '2036-05-31', ...renewal, ...days });
    expect(after).toEqual({ unknownEvents: [license.state.seq] });
  });
});

describe('a lost paper', () => {
  it('is replaced without a change of the permit', () => {
    const license = Folded.holding().opens(filingId, 'reissue');
    license.tells('notice-published', { filingId, publishedOn: '2026-09-12' }).submits(filingId);
    const told = { filingId, issuedOn: '2026-09-14', number: '沪B2-20260001' };
    expect(license.changedBy('permit-reissued', told)).toEqual({
      'filings.f.status': 'issued',
      'filings.f.closedSeq': 8,
      'filings.f.closedOn': recordedOn,
    });
    expect(license.changedBy('permit-reissued', { ...told, filingId: 'none' })).toEqual({ unknownEvents: [9] });
  });
});

describe('the opening of a service', () => {
  const opening = (serviceType: string, violation = false) => ({
    serviceType,
    openedOn: '2026-09-09',
    evidence: null,
    violation,
  });
  const mark = (about: string, seq: number) => [
    { reason: 'operating-without-permit', about, since: '2026-09-10', seq },
  ];

  it('is kept with its day', () => {
    expect(Folded.holding().changedBy('service-opened', opening('B25'))).toEqual({
      'permit.services.B25.status': 'opened',
      'permit.services.B25.openedOn': '2026-09-09',
      'permit.services.B25.seq': 3,
    });
  });

  it.each([
    ['a type that is open already', () => Folded.holding(), 'B24', 3],
    ['a type that is not on the permit', () => Folded.holding(), 'B99', 3],
    ['a license without a permit', () => Folded.opened(), 'B24', 2],
  ])('does not fit %s; against the law it is marked all the same', (_, license, type, seq) => {
    expect(license().changedBy('service-opened', opening(type))).toEqual({ unknownEvents: [seq] });
    expect(license().changedBy('service-opened', opening(type, true))).toEqual({ attention: mark(type, seq) });
  });

  it('against the law of a type that may be opened does both', () => {
    const license = Folded.holding().tells('permit-suspended', { from: '2026-09-10', until: null, number: null });
    expect(license.changedBy('service-opened', opening('B25', true))).toEqual({
      'permit.services.B25.status': 'opened',
      'permit.services.B25.openedOn': '2026-09-09',
      'permit.services.B25.seq': 4,
      attention: mark('B25', 4),
    });
    expect(license.changedBy('service-opened', opening('B25', true))).toEqual({});
  });
});
