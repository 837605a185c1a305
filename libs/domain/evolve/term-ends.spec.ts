import { Folded } from '../../../test/support/folded.js';

const recordedOn = '2026-09-15';
const filingId = 'f';
const servicesEnd = { 'permit.services.B24.status': 'ended', 'permit.services.B25.status': 'ended' };
const closed = (status: string, seq: number) => ({
  'filings.f.status': status,
  'filings.f.closedSeq': seq,
  'filings.f.closedOn': recordedOn,
});
const terminating = () =>
  Folded.holding()
    .opens(filingId, 'termination')
    .submits(filingId)
    .accepts(filingId)
    .tells('notice-published', { filingId, publishedOn: '2026-09-12' })
    .grants(filingId);

describe('a permit that expires', () => {
  it('ends its services, and gets them back where its end was a mistake', () => {
    const license = Folded.holding();
    const before = license.state.permit;
    expect(license.changedBy('permit-expired', { lastDay: '2031-05-31', ruleId: 'rule' })).toEqual({
      'permit.status': 'expired',
      ...servicesEnd,
    });
    license.tells('permit-expiry-retracted', { lastDay: '2031-05-31' });
    expect(license.state.permit).toEqual(before);
  });

  it('does not get back what it no longer names', () => {
    const license = Folded.holding().opens(filingId, 'termination').submits(filingId).accepts(filingId);
    license.tells('notice-published', { filingId, publishedOn: '2026-09-12' }).grants(filingId);
    const ended = { filingId, endedOn: '2026-09-14', number: null, serviceTypes: ['B24'] };
    expect(license.changedBy('services-terminated', ended)).toEqual({
      ...closed('completed', 10),
      serviceTypes: ['B25'],
      'permit.serviceTypes': ['B25'],
      'permit.services.B24.status': 'ended',
    });
    license.tells('permit-expired', { lastDay: '2031-05-31', ruleId: 'rule' });
    expect(license.changedBy('permit-expiry-retracted', { lastDay: '2031-05-31' })).toEqual({
      'permit.status': 'valid',
      'permit.services.B25.status': 'not-opened',
    });
  });

  it('has not expired: then there is nothing to take back', () => {
    expect(Folded.holding().changedBy('permit-expiry-retracted', { lastDay: '2031-05-31' })).toEqual({
      unknownEvents: [3],
    });
  });
});

describe('a permit that the authority takes', () => {
  const days = { on: '2026-09-08', servedOn: '2026-09-09', number: null };
  const taken = (outcome: string, byFraud: boolean) => ({
    'permit.status': outcome,
    ...servicesEnd,
    'permit.taking': { outcome, on: '2026-09-08', servedOn: '2026-09-09', byFraud, seq: 3, recordedOn },
  });
  const paperDue = { dueOn: '2026-09-30', seq: 3, recordedOn };

  it('is revoked, and the paper must go back where the decision says so', () => {
    expect(Folded.holding().changedBy('permit-revoked', { ...days, returnPaper: { dueOn: '2026-09-30' } })).toEqual({
      ...taken('revoked', false),
      'permit.paperDue': paperDue,
    });
  });

  it.each([true, false])('is set aside, got by deceit: %s', (byFraud) => {
    expect(Folded.holding().changedBy('permit-set-aside', { ...days, byFraud, returnPaper: null })).toEqual(
      taken('set-aside', byFraud),
    );
  });

  it('is withdrawn, by nobody’s deceit', () => {
    expect(Folded.holding().changedBy('permit-withdrawn', { ...days, returnPaper: { dueOn: null } })).toEqual({
      ...taken('withdrawn', false),
      'permit.paperDue': { ...paperDue, dueOn: null },
    });
  });

  it('is there', () => {
    expect(Folded.opened().changedBy('permit-revoked', { ...days, returnPaper: null })).toEqual({ unknownEvents: [2] });
  });

  it('is cancelled afterwards, which asks for no paper twice', () => {
    const license = Folded.holding().tells('permit-revoked', { ...days, returnPaper: { dueOn: '2026-09-30' } });
    const cancelled = { cancelledOn: '2026-09-10', number: null };
    expect(license.changedBy('permit-cancelled', { ...cancelled, returnPaper: null })).toEqual({
      'permit.status': 'cancelled',
    });
  });
});

describe('a permit that ends otherwise', () => {
  it('is cancelled', () => {
    const told = { cancelledOn: '2026-09-10', number: null, returnPaper: { dueOn: '2026-10-01' } };
    const license = Folded.holding();
    expect(license.changedBy('permit-cancelled', told)).toEqual({
      'permit.status': 'cancelled',
      ...servicesEnd,
      'permit.paperDue': { dueOn: '2026-10-01', seq: 3, recordedOn },
    });
    expect(license.changedBy('permit-cancelled', told)).toEqual({ unknownEvents: [4] });
  });

  it('is terminated with its filing', () => {
    const told = { endedOn: '2026-09-10', number: null, returnPaper: { dueOn: '2026-10-01' } };
    expect(terminating().changedBy('permit-terminated', { filingId, ...told })).toEqual({
      ...closed('completed', 10),
      'permit.status': 'cancelled',
      ...servicesEnd,
      'permit.paperDue': { dueOn: '2026-10-01', seq: 10, recordedOn },
    });
    expect(terminating().changedBy('permit-terminated', { filingId: 'g', ...told })).toEqual({ unknownEvents: [10] });
  });

  it('loses single types with its filing only, and while it is there', () => {
    const told = { endedOn: '2026-09-14', number: null, serviceTypes: ['B24'] };
    expect(terminating().changedBy('services-terminated', { filingId: 'g', ...told })).toEqual({ unknownEvents: [10] });
    const gone = terminating().tells('permit-cancelled', {
      cancelledOn: '2026-09-10',
      number: null,
      returnPaper: null,
    });
    expect(gone.changedBy('services-terminated', { filingId, ...told })).toEqual({ unknownEvents: [11] });
  });

  it('is replaced by the permit of another license', () => {
    expect(Folded.holding().changedBy('permit-replaced', { by: 'license-2', on: '2026-09-10' })).toEqual({
      'permit.status': 'cancelled',
      ...servicesEnd,
      replacedBy: 'license-2',
    });
    expect(Folded.opened().changedBy('permit-replaced', { by: 'license-2', on: '2026-09-10' })).toEqual({
      unknownEvents: [2],
    });
  });

  it('goes back on paper, once', () => {
    const license = Folded.holding();
    expect(license.changedBy('permit-returned', { returnedOn: '2026-09-10' })).toEqual({ unknownEvents: [3] });
    license.tells('permit-cancelled', { cancelledOn: '2026-09-10', number: null, returnPaper: { dueOn: null } });
    expect(license.changedBy('permit-returned', { returnedOn: '2026-09-12' })).toEqual({ 'permit.paperDue': null });
    expect(license.changedBy('permit-returned', { returnedOn: '2026-09-12' })).toEqual({ unknownEvents: [3, 6] });
    expect(Folded.opened().changedBy('permit-returned', { returnedOn: '2026-09-10' })).toEqual({ unknownEvents: [2] });
  });
});

describe('a decision not to renew', () => {
  const decision = { decidedOn: '2026-09-08', serviceTypes: ['B25'], reason: null };
  const kept = { decidedOn: '2026-09-08', serviceTypes: ['B25'], termSeq: 2, reportedOn: null, seq: 3, recordedOn };

  it('belongs to the newest term, and is reported or withdrawn', () => {
    const license = Folded.holding();
    expect(license.changedBy('non-renewal-decided', decision)).toEqual({ 'permit.nonRenewal': kept });
    expect(license.changedBy('non-renewal-reported', { reportedOn: '2026-09-10', number: null })).toEqual({
      'permit.nonRenewal.reportedOn': '2026-09-10',
    });
    expect(license.changedBy('non-renewal-withdrawn', { on: '2026-09-11' })).toEqual({ 'permit.nonRenewal': null });
  });

  it('names the renewed term once there is one', () => {
    const license = Folded.holding().opens(filingId, 'renewal').submits(filingId).accepts(filingId);
    const term = { validFrom: '2031-06-01', lastDay: '2036-05-31', ruleId: 'rule', serviceTypes: null };
    license.tells('renewal-deemed', { filingId, ...term }).tells('non-renewal-decided', decision);
    expect(license.state.permit?.nonRenewal?.termSeq).toBe(8);
  });

  it('must be there before it is reported or withdrawn, and the permit before it is made', () => {
    const reported = { reportedOn: '2026-09-10', number: null };
    expect(Folded.holding().changedBy('non-renewal-reported', reported)).toEqual({ unknownEvents: [3] });
    expect(Folded.holding().changedBy('non-renewal-withdrawn', { on: '2026-09-11' })).toEqual({ unknownEvents: [3] });
    expect(Folded.opened().changedBy('non-renewal-reported', reported)).toEqual({ unknownEvents: [2] });
    expect(Folded.opened().changedBy('non-renewal-decided', decision)).toEqual({ unknownEvents: [2] });
  });
});
