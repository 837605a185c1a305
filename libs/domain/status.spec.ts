import { aLicense, aPermit, Desk } from '../../test/support/builders.js';
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
});
