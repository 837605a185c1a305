import { aLicense, approver, aText, Desk, officer } from '../../test/support/builders.js';
import { addDays } from '../calendar/index.js';
import { type LicenseEntry, licenseAsOf } from './as-of.js';
import type { LicenseCommandData } from './commands.js';

const day = '2026-03-02';
const filing = { filingId: 'new-1', number: null };
const end = (of: string): string => `${of}T15:59:59.999Z`;

/** What is on record, each entry by a command of its own or by that of the entries of the same moment and actor. */
const onRecord = ({ history }: Desk): LicenseEntry[] =>
  history.map((entry) => ({ ...entry, commandId: `${entry.recordedAt} ${entry.actor.id}` }));

const asOf = (desk: Desk, validOn: string, knownOn: string) =>
  licenseAsOf('license-1', onRecord(desk), { validOn, knownOn: end(knownOn) });

const statusOf = (desk: Desk, validOn: string, knownOn: string) =>
  asOf(desk, validOn, knownOn)?.state.filings['new-1']?.status;

function correct(desk: Desk, type: string, member: string, to: string | null): Desk {
  const seq = desk.history.findLast((entry) => entry.type === type)?.seq ?? 0;
  return desk
    .does('propose-correction', { seq, member, to, reason: aText })
    .does('approve-correction', { seq, member }, { by: approver });
}

describe('a license as of two times', () => {
  const late = () =>
    aLicense(day)
      .prepares()
      .does('submit-filing', { filingId: 'new-1' })
      .until('2026-03-05')
      .does('record-receipt', { ...filing, receivedOn: '2026-03-03' });

  it('knows an entry from its record on, and counts it from its day on', () => {
    expect(asOf(late(), '2026-03-01', '2026-03-05')).toBeNull();
    expect(asOf(late(), '2026-03-05', '2026-03-01')).toBeNull();
    const received = (validOn: string, knownOn: string) =>
      asOf(late(), validOn, knownOn)?.state.filings['new-1']?.rounds[0]?.receivedOn;
    expect(received('2026-03-03', '2026-03-04')).toBeNull();
    expect(received('2026-03-02', '2026-03-05')).toBeNull();
    expect(received('2026-03-03', '2026-03-05')).toBe('2026-03-03');
  });

  it('takes a corrected day for the entry’s own as soon as the correction is known, on days before it too', () => {
    const accepted = late()
      .does('record-acceptance', { ...filing, acceptedOn: '2026-03-05' })
      .until('2026-03-10');
    const desk = correct(accepted, 'filing-accepted', 'acceptedOn', '2026-03-04');
    expect(statusOf(desk, '2026-03-04', '2026-03-09')).toBe('submitted');
    expect(statusOf(desk, '2026-03-04', '2026-03-10')).toBe('accepted');
    const again = correct(desk.until('2026-03-12'), 'filing-accepted', 'acceptedOn', '2026-03-05');
    expect(statusOf(again, '2026-03-04', '2026-03-11')).toBe('accepted');
    expect(statusOf(again, '2026-03-04', '2026-03-12')).toBe('submitted');
    expect(asOf(again, '2026-03-04', '2026-03-12')?.unfit).toEqual([]);
  });

  it('has an original back until it is known that it was not, and from its corrected day on', () => {
    const original = { filingId: 'new-1', requirementId: 'business-license' };
    const handing = { ...original, holder: { place: aText }, handedOverOn: day, dueBackOn: null };
    const back = aLicense(day)
      .prepares()
      .does('hand-over-original', handing)
      .until('2026-03-05')
      .does('record-original-return', { ...original, returnedOn: '2026-03-04' })
      .until('2026-03-10');
    const returnedOn = (desk: Desk, validOn: string, knownOn: string) =>
      asOf(desk, validOn, knownOn)?.state.filings['new-1']?.originals['business-license']?.returnedOn;
    const later = correct(back, 'original-returned', 'returnedOn', '2026-03-05');
    expect(returnedOn(later, '2026-03-04', '2026-03-09')).toBe('2026-03-04');
    expect(returnedOn(later, '2026-03-04', '2026-03-10')).toBeNull();
    expect(returnedOn(later, '2026-03-05', '2026-03-10')).toBe('2026-03-05');
    const never = correct(later.until('2026-03-12'), 'original-returned', 'returnedOn', null);
    expect(returnedOn(never, '2026-03-12', '2026-03-11')).toBe('2026-03-05');
    expect(returnedOn(never, '2026-03-05', '2026-03-12')).toBeNull();
    expect(asOf(never, '2026-03-12', '2026-03-12')?.unfit).toEqual([]);
  });

  it('keeps the day of an entry whose other dates are corrected', () => {
    const granted = late()
      .does('record-acceptance', { ...filing, acceptedOn: '2026-03-05' })
      .does('record-grant', { ...filing, grantedOn: '2026-03-05', servedOn: '2026-03-05' })
      .until('2026-03-10');
    const desk = correct(granted, 'filing-granted', 'servedOn', '2026-03-08');
    expect(statusOf(desk, '2026-03-05', '2026-03-10')).toBe('granted');
  });

  it('takes back what silence brought about wherever that counts, whatever the day of the notice', () => {
    const silent = late().until('2026-03-20');
    const limit = silent.history.find(({ type }) => type === 'acceptance-deemed')?.validOn ?? '';
    const notice = { filingId: 'new-1', number: null, noticedOn: addDays(limit, -2), dueOn: null };
    const desk = silent.until('2026-03-21').does('record-correction-notice', {
      ...notice,
      items: [{ requirementId: null, text: aText }],
    } as LicenseCommandData['record-correction-notice']);
    expect(statusOf(desk, limit, '2026-03-20')).toBe('accepted');
    expect(statusOf(desk, addDays(limit, -1), '2026-03-20')).toBe('submitted');
    for (const validOn of [addDays(limit, -2), addDays(limit, -1), limit, '2026-03-20'])
      expect(statusOf(desk, validOn, '2026-03-21')).toBe('correction');
    expect(asOf(desk, addDays(limit, -1), '2026-03-21')?.unfit).toEqual([]);
  });

  it('counts what an entry rests on with it', () => {
    const silent = late().until('2026-03-20');
    const limit = silent.history.find(({ type }) => type === 'acceptance-deemed')?.validOn ?? '';
    const desk = silent.does('record-grant', { ...filing, grantedOn: addDays(limit, -2) });
    expect(asOf(desk, addDays(limit, -1), '2026-03-20')).toMatchObject({
      state: { filings: { 'new-1': { status: 'granted', acceptance: { by: 'silence', on: '2026-03-03' } } } },
      unfit: [],
    });
    expect(statusOf(desk, addDays(limit, -3), '2026-03-20')).toBe('submitted');
  });

  it('takes what a correction brought along with it', () => {
    const silent = late().until('2026-03-20');
    const desk = correct(silent, 'receipt-recorded', 'receivedOn', '2026-03-04');
    const retracted = desk.history.find(({ type }) => type === 'deemed-acceptance-retracted');
    expect(retracted?.validOn).toBe('2026-03-20');
    expect(statusOf(desk, '2026-03-19', '2026-03-19')).toBe('accepted');
    const known = asOf(desk, '2026-03-12', '2026-03-20')?.entries ?? [];
    expect(known.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['acceptance-deemed', 'deemed-acceptance-retracted', 'entry-corrected']),
    );
  });

  it('counts a permit that was held before from its first day on', () => {
    const desk = Desk.holds('2026-11-20', { validFrom: '2024-01-10', printedLastDay: '2029-01-09' });
    expect(asOf(desk, '2024-01-09', '2026-11-20')).toBeNull();
    expect(asOf(desk, '2024-01-10', '2026-11-20')?.state.permit?.status).toBe('valid');
    expect(asOf(desk, '2026-11-20', '2024-01-10')).toBeNull();
    const mended = correct(desk.until('2026-11-25'), 'permit-registered', 'permit.validFrom', '2024-01-08');
    expect(asOf(mended, '2024-01-09', '2026-11-24')).toBeNull();
    expect(asOf(mended, '2024-01-09', '2026-11-25')?.state.permit?.terms[0]?.validFrom).toBe('2024-01-08');
  });

  it('moves the beginning of an operation with its correction', () => {
    const started = { serviceType: 'B24', province: 'sh', startedOn: '2026-11-10', stoppedOn: null, evidence: null };
    const desk = Desk.holds('2026-11-20').does('start-operation', started).until('2026-11-25');
    const period = { startedOn: '2026-11-05', stoppedOn: null };
    desk.does('correct-operation', { operationId: 'operation-1', period, reason: aText });
    const { seq } = desk.state.conduct.operations[0] ?? { seq: 0 };
    desk.does('approve-correction', { seq, member: 'period' }, { by: approver });
    const operations = (validOn: string, knownOn: string) =>
      asOf(desk, validOn, knownOn)?.state.conduct.operations.map(({ startedOn }) => startedOn);
    expect(operations('2026-11-06', '2026-11-24')).toEqual([]);
    expect(operations('2026-11-06', '2026-11-25')).toEqual(['2026-11-05']);
    expect(operations('2026-11-10', '2026-11-24')).toEqual(['2026-11-10']);
  });

  it('takes back an expiry that was none wherever that counts', () => {
    const desk = Desk.holds(day, { validFrom: '2021-03-10', printedLastDay: '2026-03-09' }).until('2026-03-20');
    const status = (of: Desk, validOn: string, knownOn: string) => asOf(of, validOn, knownOn)?.state.permit?.status;
    expect(status(desk, '2026-03-09', '2026-03-20')).toBe('valid');
    expect(status(desk, '2026-03-10', '2026-03-20')).toBe('expired');
    const mended = correct(desk.until('2026-03-21'), 'permit-registered', 'permit.validFrom', '2021-04-10');
    correct(mended, 'permit-registered', 'permit.printedLastDay', '2026-04-09');
    expect(mended.history.some(({ type }) => type === 'permit-expiry-retracted')).toBe(true);
    expect(status(mended, '2026-03-15', '2026-03-20')).toBe('expired');
    expect(status(mended, '2026-03-15', '2026-03-21')).toBe('valid');
    expect(asOf(mended, '2026-03-15', '2026-03-21')?.unfit).toEqual([]);
  });

  it('counts what an entry of another filing rests on with that one alone', () => {
    const desk = Desk.holds('2026-11-20');
    for (const kind of ['change', 'renewal'] as const) desk.prepares({ kind }).submits();
    desk.until('2026-12-10');
    const limit = desk.history.find(({ type }) => type === 'acceptance-deemed')?.validOn ?? '';
    desk.does('record-grant', { filingId: 'change-1', number: null, grantedOn: addDays(limit, -2) });
    const { filings } = asOf(desk, addDays(limit, -1), '2026-12-10')?.state ?? {};
    expect(filings?.['change-1']?.status).toBe('granted');
    expect(filings?.['renewal-1']?.status).toBe('submitted');
  });

  it('is marked as simulated on every day as soon as that is known', () => {
    const desk = aLicense(day).until('2026-03-20').does('mark-simulated', {}, { by: officer });
    expect(asOf(desk, day, '2026-03-20')?.state.simulated).toBe(true);
    expect(asOf(desk, day, '2026-03-19')?.state.simulated).toBe(false);
  });

  it('names entries that hold only together with one that does not count', () => {
    const desk = Desk.holds('2026-11-20').does('record-suspension', { from: '2026-11-20', until: null, number: null });
    const lifted = onRecord(desk.until('2026-11-25').does('lift-suspension', { on: '2026-11-25' }));
    const entries = lifted.map((entry) =>
      entry.type === 'permit-suspended' ? { ...entry, validOn: '2026-12-01' } : entry,
    );
    const past = licenseAsOf('license-1', entries, { validOn: '2026-11-25', knownOn: end('2026-11-25') });
    expect(past?.unfit).toEqual([lifted.find(({ type }) => type === 'suspension-lifted')?.seq]);
  });
});
