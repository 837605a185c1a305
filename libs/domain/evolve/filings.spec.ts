import { Folded } from '../../../test/support/folded.js';
import type { LicenseEventData } from '../events.js';

const filingId = 'f';
const recorded = { recordedOn: '2026-09-15' };

const opened = () => Folded.opened().opens(filingId);
const submitted = () => opened().submits(filingId);
const deemed = () =>
  submitted().tells('acceptance-deemed', {
    filingId,
    round: 1,
    acceptedOn: '2026-09-11',
    limit: '2026-09-17',
    ruleId: 'rule',
  });
const accepted = () => submitted().accepts(filingId);

describe('a filing that is opened', () => {
  it('is a draft with nothing in it, and answers the changes that it names', () => {
    const license = Folded.holding();
    for (const kind of ['name', 'scope'] as const) {
      const days = { decidedOn: '2026-09-01', registeredOn: null, effectiveOn: null, operatorChanges: null };
      license.tells('company-fact-recorded', { change: { kind, ...days }, facts: {}, companySeq: 1 });
    }
    const [first, second] = license.state.changes;
    const told = { filingId, kind: 'change', period: null, answers: ['change:4'], serviceTypes: ['B24'] } as const;
    expect(
      license.changedBy('filing-opened', {
        ...told,
        answers: ['change:4'],
        serviceTypes: ['B24'],
        plannedOn: '2026-10-01',
      }),
    ).toEqual({
      changes: [first, { ...second, filingId }],
      'filings.f': {
        id: filingId,
        kind: 'change',
        status: 'draft',
        openedOn: '2026-09-10',
        openedSeq: 5,
        openedBy: 'person-1',
        period: null,
        answers: ['change:4'],
        follows: null,
        serviceTypes: ['B24'],
        plannedOn: '2026-10-01',
        materials: {},
        originals: {},
        pack: null,
        rounds: [],
        acceptance: null,
        expertReviews: [],
        publication: null,
        decision: null,
        withdrawnOn: null,
        reportReturn: null,
        deferred: [],
        closedSeq: null,
        closedOn: null,
      },
    });
  });

  it('has an id of its own', () => {
    expect(opened().changedBy('filing-opened', { ...blank, filingId })).toEqual({ unknownEvents: [3] });
  });
});

const blank = {
  kind: 'renewal',
  period: null,
  answers: [],
  serviceTypes: null,
  plannedOn: null,
} as const satisfies Partial<LicenseEventData['filing-opened']>;

describe('papers', () => {
  const material = (requirementId: string, version = 1): LicenseEventData['material-supplied'] => ({
    filingId,
    requirementId,
    materialId: `m-${requirementId}`,
    version,
    sha256: '00',
    bytes: 7,
    mediaType: 'application/pdf',
    issuedOn: '2026-09-01',
    reason: null,
    sealed: true,
    copyOf: null,
  });
  const kept = (requirementId: string, version: number, seq: number) => {
    const { filingId: _, requirementId: __, ...told } = material(requirementId, version);
    return { ...told, suppliedBy: 'person-1', suppliedOn: '2026-09-10', seq, erasedOn: null };
  };

  it('are kept version by version, and one that was deferred is missing no more', () => {
    const license = opened();
    expect(license.changedBy('material-supplied', material('a'))).toEqual({
      'filings.f.materials.a': [kept('a', 1, 3)],
    });
    expect(license.changedBy('material-supplied', material('a', 2))).toEqual({
      'filings.f.materials.a': [kept('a', 1, 3), kept('a', 2, 4)],
    });
    const pack = { filingId, packHash: 'ab', materials: [], deferred: ['b', 'c'], preparedBy: ['person-1'] };
    expect(license.changedBy('pack-signed-off', pack, 'person-2')).toEqual({
      'filings.f.pack': {
        packHash: 'ab',
        signedBy: 'person-2',
        signedOn: '2026-09-10',
        deferred: ['b', 'c'],
        seq: 5,
      },
      'filings.f.deferred': ['b', 'c'],
    });
    license.tells('filing-submitted', { filingId, round: 1, packHash: 'ab' }).accepts(filingId).grants(filingId);
    expect(license.changedBy('material-supplied', material('b'))).toEqual({
      'filings.f.materials.b': [kept('b', 1, 9)],
      'filings.f.deferred': ['c'],
    });
  });
});

describe('what passes between the company and the authority', () => {
  const round = {
    round: 1,
    submittedOn: '2026-09-10',
    submittedSeq: 4,
    packHash: 'ab',
    receivedOn: null,
    receiptSeq: null,
    receiptNumber: null,
    receiptRecordedOn: null,
    correction: null,
  };

  it('is kept round by round', () => {
    const license = opened().tells('pack-signed-off', {
      filingId,
      packHash: 'ab',
      materials: [],
      deferred: [],
      preparedBy: ['p'],
    });
    expect(license.changedBy('filing-submitted', { filingId, round: 1, packHash: 'ab' })).toEqual({
      'filings.f.status': 'submitted',
      'filings.f.rounds': [round],
    });
    const receipt = { receivedOn: '2026-09-11', receiptSeq: 5, receiptNumber: 'R', receiptRecordedOn: '2026-09-15' };
    expect(
      license.changedBy('receipt-recorded', { filingId, round: 1, receivedOn: '2026-09-11', number: 'R' }),
    ).toEqual({ 'filings.f.rounds': [{ ...round, ...receipt }] });
    const notice = { noticedOn: '2026-09-12', dueOn: '2026-09-30', number: 'C', items: [] };
    const correction = { ...notice, answers: {}, seq: 6, ...recorded };
    expect(license.changedBy('correction-requested', { filingId, round: 1, ...notice })).toEqual({
      'filings.f.status': 'correction',
      'filings.f.rounds': [{ ...round, ...receipt, correction }],
    });
    license.tells('filing-submitted', { filingId, round: 2, packHash: 'cd' });
    const second = { ...round, round: 2, submittedSeq: 7, packHash: 'cd' };
    expect(
      license.changedBy('receipt-recorded', { filingId, round: 2, receivedOn: '2026-09-13', number: null }),
    ).toEqual({
      'filings.f.rounds': [
        { ...round, ...receipt, correction },
        { ...second, receivedOn: '2026-09-13', receiptSeq: 8, receiptRecordedOn: '2026-09-15' },
      ],
    });
  });

  it('is kept of an annual report that came back, until it is handed in again', () => {
    const license = Folded.holding().opens(filingId, 'annual-report').submits(filingId);
    const back = { returnedOn: '2026-09-12', dueOn: '2026-09-20' };
    expect(license.changedBy('report-returned', { filingId, ...back })).toEqual({
      'filings.f.status': 'returned',
      'filings.f.reportReturn': { ...back, seq: 7, ...recorded },
    });
    expect(license.changedBy('filing-submitted', { filingId, round: 2, packHash: 'ab' })).toMatchObject({
      'filings.f.status': 'submitted',
      'filings.f.reportReturn': null,
    });
    expect(license.changedBy('report-filed', { filingId, filedOn: '2026-09-13', number: null })).toEqual({
      'filings.f.status': 'filed',
      'filings.f.closedSeq': 9,
      'filings.f.closedOn': '2026-09-15',
    });
  });

  it('leaves the license alone where there is no such filing', () => {
    const data = { filingId: 'another', round: 1, packHash: 'ab' };
    expect(opened().changedBy('filing-submitted', data)).toEqual({ unknownEvents: [3] });
  });
});

describe('acceptance', () => {
  const mark = { reason: 'acceptance-deemed', about: filingId, since: '2026-09-10', seq: 6 };
  const silent = {
    on: '2026-09-11',
    by: 'silence',
    confirmed: false,
    limit: '2026-09-17',
    seq: 6,
    toldSeq: 6,
    ...recorded,
  };

  it('by notice is confirmed from the start, and has no limit', () => {
    expect(submitted().changedBy('filing-accepted', { filingId, acceptedOn: '2026-09-12', number: 'A' })).toEqual({
      'filings.f.status': 'accepted',
      'filings.f.acceptance': {
        on: '2026-09-12',
        by: 'notice',
        confirmed: true,
        limit: null,
        seq: 6,
        toldSeq: 6,
        ...recorded,
      },
    });
  });

  it('by silence waits for a person', () => {
    const data = { filingId, round: 1, acceptedOn: '2026-09-11', limit: '2026-09-17', ruleId: 'rule' };
    expect(submitted().changedBy('acceptance-deemed', data)).toEqual({
      'filings.f.status': 'accepted',
      'filings.f.acceptance': silent,
      attention: [mark],
    });
    expect(deemed().changedBy('deemed-acceptance-confirmed', { filingId })).toEqual({
      'filings.f.acceptance.confirmed': true,
      attention: [],
    });
  });

  it('by notice after silence moves the day and keeps what opened the review', () => {
    expect(deemed().changedBy('filing-accepted', { filingId, acceptedOn: '2026-09-12', number: null })).toEqual({
      'filings.f.acceptance.on': '2026-09-12',
      'filings.f.acceptance.by': 'notice',
      'filings.f.acceptance.confirmed': true,
      'filings.f.acceptance.toldSeq': 7,
      attention: [],
    });
  });

  it('by silence is taken back whole', () => {
    expect(deemed().changedBy('deemed-acceptance-retracted', { filingId, deemedSeq: 6, wrongNotices: [] })).toEqual({
      'filings.f.status': 'submitted',
      'filings.f.acceptance': null,
      attention: [],
    });
  });

  it('is awaited no more once there is a decision', () => {
    const days = { grantedOn: '2026-09-13', servedOn: '2026-09-14' };
    expect(
      deemed().changedBy('filing-granted', { filingId, ...days, number: null, refusedTypes: [] }).attention,
    ).toEqual([]);
  });

  it('leaves the marks of other filings', () => {
    const license = deemed().tells('attention-raised', { reason: 'acceptance-deemed', about: 'g' });
    license.tells('attention-raised', { reason: 'renewal-deemed', about: filingId });
    expect(license.changedBy('filing-withdrawn', { filingId, withdrawnOn: '2026-09-13' }).attention).toMatchObject([
      { reason: 'acceptance-deemed', about: 'g' },
      { reason: 'renewal-deemed', about: filingId },
    ]);
  });
});

describe('an expert review', () => {
  it('ends where one is going on, and leaves those before it', () => {
    const license = accepted();
    const first = { from: '2026-09-13', announcedUntil: '2026-09-20', to: null, seq: 7, endSeq: null };
    expect(
      license.changedBy('expert-review-started', { filingId, from: '2026-09-13', announcedUntil: '2026-09-20' }),
    ).toEqual({ 'filings.f.status': 'expert-review', 'filings.f.expertReviews': [first] });
    const over = { ...first, to: '2026-09-18', endSeq: 8 };
    expect(license.changedBy('expert-review-ended', { filingId, on: '2026-09-18' })).toEqual({
      'filings.f.status': 'accepted',
      'filings.f.expertReviews': [over],
    });
    license.tells('expert-review-started', { filingId, from: '2026-09-21', announcedUntil: null });
    expect(license.changedBy('expert-review-ended', { filingId, on: '2026-09-25' })).toEqual({
      'filings.f.status': 'accepted',
      'filings.f.expertReviews': [
        over,
        { from: '2026-09-21', announcedUntil: null, to: '2026-09-25', seq: 9, endSeq: 10 },
      ],
    });
  });
});

describe('a decision', () => {
  const closed = (seq: number) => ({ 'filings.f.closedSeq': seq, 'filings.f.closedOn': '2026-09-15' });
  const by = { authority: 'sh', office: 'sh' };
  const decision = { falseMaterial: false, refusedTypes: [], by, reroutedTo: null, ...recorded };

  it('not to accept is closed', () => {
    const days = { decidedOn: '2026-09-12', servedOn: '2026-09-13' };
    expect(submitted().changedBy('filing-not-accepted', { filingId, ...days, number: null, reason: null })).toEqual({
      'filings.f.status': 'not-accepted',
      'filings.f.decision': { ...decision, outcome: 'not-accepted', on: '2026-09-12', servedOn: '2026-09-13', seq: 6 },
      ...closed(6),
    });
  });

  it('to grant waits for the paper, and names what it refuses', () => {
    const told = { grantedOn: '2026-09-13', servedOn: '2026-09-14', number: null, refusedTypes: ['B25'] };
    expect(accepted().changedBy('filing-granted', { filingId, ...told })).toEqual({
      'filings.f.status': 'granted',
      'filings.f.decision': {
        ...decision,
        outcome: 'granted',
        on: '2026-09-13',
        servedOn: '2026-09-14',
        refusedTypes: ['B25'],
        seq: 7,
      },
    });
  });

  it('to refuse is closed, and says whether material was false', () => {
    const told = { refusedOn: '2026-09-13', servedOn: '2026-09-14', number: null, reason: null, falseMaterial: true };
    expect(accepted().changedBy('filing-refused', { filingId, ...told })).toEqual({
      'filings.f.status': 'refused',
      'filings.f.decision': {
        ...decision,
        outcome: 'refused',
        on: '2026-09-13',
        servedOn: '2026-09-14',
        falseMaterial: true,
        seq: 7,
      },
      ...closed(7),
    });
  });

  it('on a termination is preceded by a public notice', () => {
    const license = Folded.holding().opens(filingId, 'termination').submits(filingId).accepts(filingId);
    expect(license.changedBy('notice-published', { filingId, publishedOn: '2026-09-14' })).toEqual({
      'filings.f.status': 'public-notice',
      'filings.f.publication': { on: '2026-09-14', seq: 8, ...recorded },
    });
  });

  it.each(['withdrawn', 'refused', 'not accepted'] as const)(
    'frees the change that it answered when %s, and no other',
    (end) => {
      const license = Folded.holding();
      for (const kind of ['name', 'scope', 'shareholders'] as const) {
        const days = { decidedOn: '2026-09-01', registeredOn: null, effectiveOn: null, operatorChanges: null };
        license.tells('company-fact-recorded', { change: { kind, ...days }, facts: {}, companySeq: 1 });
      }
      license.tells('filing-opened', { ...blank, kind: 'change', filingId: 'g', answers: ['change:3'] });
      license.tells('filing-opened', { ...blank, kind: 'change', filingId, answers: ['change:4'] }).submits(filingId);
      if (end === 'refused') license.accepts(filingId);
      const [first, second, third] = license.state.changes;
      const on = '2026-09-13';
      const rest = { number: null, reason: null };
      const after = {
        withdrawn: () => license.changedBy('filing-withdrawn', { filingId, withdrawnOn: on }),
        refused: () =>
          license.changedBy('filing-refused', { filingId, refusedOn: on, servedOn: on, falseMaterial: false, ...rest }),
        'not accepted': () =>
          license.changedBy('filing-not-accepted', { filingId, decidedOn: on, servedOn: on, ...rest }),
      }[end]();
      expect(second?.filingId).toBe(filingId);
      expect(after.changes).toEqual([first, { ...second, filingId: null }, third]);
    },
  );

  it('does not fit a draft', () => {
    const on = '2026-09-13';
    const told = { filingId, refusedOn: on, servedOn: on, number: null, reason: null, falseMaterial: false };
    expect(opened().changedBy('filing-refused', told)).toEqual({ unknownEvents: [3] });
  });
});
