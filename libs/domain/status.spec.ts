import { aLicense, aPermit, aText, Desk } from '../../test/support/builders.js';
import type { Filing, FilingKind, FilingStatus, LicenseStatus, PermitStatus, PermitTerm } from './license.js';
import { hasEnded, licenseStatus } from './status.js';

describe('licenseStatus', () => {
  const { state } = Desk.holds('2026-11-20');

  // The permit ends on 2031-05-31: T-180 is 2030-12-02, T-90 is 2031-03-02.
  it.each([
    ['2026-11-20', 'valid'],
    ['2030-12-01', 'valid'],
    ['2030-12-02', 'renewal-due'],
    ['2031-03-02', 'renewal-due'],
    ['2031-03-03', 'window-missed'],
    ['2031-05-31', 'window-missed'],
    ['2031-06-01', 'expired'],
  ])('on %s says %s', (today, word) => {
    expect(licenseStatus(state, today)).toBe(word);
  });

  it('counts a renewal only for the term for which it was filed', () => {
    const desk = Desk.holds('2026-02-02', { validFrom: '2021-06-15', printedLastDay: '2026-06-14' })
      .prepares({ kind: 'renewal' })
      .submits();
    expect(licenseStatus(desk.state, '2026-06-14')).toBe('renewal-pending');
    desk
      .accepted()
      .granted()
      .does('record-permit', {
        filingId: 'renewal-1',
        permit: aPermit({ validFrom: '2026-06-15', printedLastDay: '2031-06-14' }),
        issuedOn: '2026-02-02',
      });
    expect(licenseStatus(desk.state, '2031-05-01')).toBe('window-missed');
  });

  it('speaks of no renewal that was filed for a term before', () => {
    const desk = Desk.holds('2030-12-20').prepares({ kind: 'renewal' }).submits();
    const { permit } = desk.state;
    const next: PermitTerm = { ...desk.term, validFrom: '2031-06-01', lastDay: '2036-05-31', seq: desk.state.seq + 1 };
    const renewed = { ...desk.state, permit: permit && { ...permit, terms: [...permit.terms, next] } };
    expect(licenseStatus(desk.state, desk.today)).toBe('renewal-pending');
    expect(licenseStatus(renewed, desk.today)).toBe('valid');
  });

  it('goes by the order in which applications were opened, not by their names', () => {
    const desk = aLicense('2026-03-02').prepares();
    const filing = (id: string, openedSeq: number, status: FilingStatus): Filing => ({
      ...desk.newest,
      id,
      openedSeq,
      status,
    });
    const [older, newer] = [filing('b', 3, 'refused'), filing('a', 9, 'submitted')];
    for (const filings of [
      { b: older, a: newer },
      { a: newer, b: older },
    ])
      expect(licenseStatus({ ...desk.state, filings }, desk.today)).toBe('submitted');
  });

  it.each([
    ['all of the permit', null, 'termination-pending'],
    ['every type that it has', ['B24', 'B22'], 'termination-pending'],
    ['one of its types', ['B22'], 'valid'],
  ])('speaks of a termination of %s', (_what, serviceTypes, status) => {
    const desk = Desk.holds('2026-11-20', { serviceTypes: ['B24', 'B22'] });
    desk.prepares({ kind: 'termination', serviceTypes });
    expect(licenseStatus(desk.state, desk.today)).toBe('valid');
    desk.submits();
    expect(licenseStatus(desk.state, desk.today)).toBe(status);
    desk.does('withdraw-filing', { filingId: 'termination-1', withdrawnOn: desk.today });
    expect(licenseStatus(desk.state, desk.today)).toBe('valid');
  });

  it('speaks of the newest application', () => {
    const desk = aLicense('2026-03-02').prepares().submits().accepted();
    desk.does('record-refusal', {
      filingId: 'new-1',
      refusedOn: '2026-03-02',
      servedOn: '2026-03-02',
      number: null,
      falseMaterial: false,
      reason: null,
    });
    expect(licenseStatus(desk.state, desk.today)).toBe('refused');
    desk.prepares();
    expect(licenseStatus(desk.state, desk.today)).toBe('preparing');
    expect(hasEnded(desk.state, desk.nextWake())).toBe(false);
  });

  it('ends with the formal end of the permit', () => {
    const desk = Desk.holds('2026-11-20').does('record-cancellation', { cancelledOn: '2026-11-20', number: null });
    expect(hasEnded(desk.state, desk.nextWake())).toBe(true);
  });

  it.each<[FilingStatus, LicenseStatus]>([
    ['draft', 'preparing'],
    ['submitted', 'submitted'],
    ['correction', 'correction'],
    ['accepted', 'in-review'],
    ['expert-review', 'in-review'],
    ['public-notice', 'in-review'],
    ['granted', 'granted'],
    ['issued', 'granted'],
    ['completed', 'granted'],
    ['refused', 'refused'],
    ['not-accepted', 'preparing'],
    ['withdrawn', 'preparing'],
  ])('of an application that is %s is %s', (status, word) => {
    const desk = aLicense('2026-03-02').prepares();
    const applied = (more: Partial<Filing>) => ({ ...desk.state, filings: { f: { ...desk.newest, status, ...more } } });
    expect(licenseStatus(applied({}), desk.today)).toBe(word);
    expect(licenseStatus(applied({ kind: 'change' }), desk.today)).toBe('preparing');
    expect(licenseStatus({ ...applied({}), closed: true }, desk.today)).toBe('closed');
  });

  const told = (status: PermitStatus, terms?: Partial<PermitTerm>) => {
    const { state: held } = Desk.holds('2026-11-20');
    const { permit } = held;
    const [term] = permit?.terms ?? [];
    if (!permit || !term) throw new Error('no permit');
    return { ...held, permit: { ...permit, status, terms: [{ ...term, ...terms }] } };
  };

  it.each<[PermitStatus, LicenseStatus]>([
    ['valid', 'valid'],
    ['suspended', 'suspended'],
    ['expired', 'expired'],
    ['revoked', 'revoked'],
    ['set-aside', 'revoked'],
    ['withdrawn', 'revoked'],
    ['cancelled', 'cancelled'],
  ])('of a permit that is %s is %s', (status, word) => {
    expect(licenseStatus(told(status), '2026-11-20')).toBe(word);
  });

  it('of a term by silence says so, whatever the day', () => {
    const deemed = told('valid', { provisional: true });
    for (const today of ['2026-11-20', '2031-05-31', '2031-06-01'])
      expect(licenseStatus(deemed, today)).toBe('deemed-renewed');
  });

  it('of a permit that is not to be renewed is valid to its end', () => {
    const desk = Desk.holds('2026-11-20').does('decide-non-renewal', {
      decidedOn: '2026-11-20',
      serviceTypes: null,
      reason: aText,
    });
    for (const today of ['2030-12-02', '2031-03-03', '2031-05-31'])
      expect(licenseStatus(desk.state, today)).toBe('valid');
    expect(licenseStatus(desk.state, '2031-06-01')).toBe('expired');
  });

  const beside = (kind: FilingKind, status: FilingStatus) => {
    const desk = Desk.holds('2030-12-20').prepares({ kind });
    return { ...desk.state, filings: { f: { ...desk.newest, status } } };
  };
  const pending = (kind: FilingKind, today: string) =>
    (
      [
        'draft',
        'submitted',
        'correction',
        'accepted',
        'expert-review',
        'public-notice',
        'granted',
        'issued',
        'refused',
        'not-accepted',
        'withdrawn',
        'completed',
      ] as const
    ).filter((status) => licenseStatus(beside(kind, status), today) === `${kind}-pending`);

  it('speaks of a renewal from its submission to its paper', () => {
    expect(pending('renewal', '2031-01-05')).toEqual([
      'submitted',
      'correction',
      'accepted',
      'expert-review',
      'granted',
    ]);
  });

  it('speaks of a termination from its submission to its end', () => {
    expect(pending('termination', '2031-01-05')).toEqual([
      'submitted',
      'correction',
      'accepted',
      'public-notice',
      'granted',
    ]);
  });
});

describe('a license has ended', () => {
  const cancelled = () =>
    Desk.holds('2026-11-20').does('record-cancellation', { cancelledOn: '2026-11-20', number: null });
  const runs = { serviceType: 'B24', province: 'sh', startedOn: '2026-11-20', stoppedOn: null, evidence: null };

  it.each<[string, () => Desk, unknown, boolean]>([
    ['once its permit is cancelled and time has nothing more to say', cancelled, null, true],
    ['not while it will be woken again', cancelled, '2027-01-01', false],
    ['not while a service goes on', () => cancelled().does('start-operation', runs), null, false],
    [
      'not before its paper is back',
      () =>
        Desk.holds('2026-11-20').does('record-cancellation', {
          cancelledOn: '2026-11-20',
          number: null,
          returnPaper: { dueOn: null },
        }),
      null,
      false,
    ],
    ['not while its permit is in force', () => Desk.holds('2026-11-20'), null, false],
    ['not before it has a permit', () => aLicense('2026-11-20'), null, false],
    ['once it is closed', () => aLicense('2026-11-20').does('close-license', { reason: aText }), '2027-01-01', true],
  ])('%s', (_case, desk, next, expected) => {
    expect(hasEnded(desk().state, next)).toBe(expected);
  });
});
