import { aLicense, approver, aText, Desk, licenseId, officer } from '../../test/support/builders.js';
import { fold } from './evolve.js';
import { isDated, type PaperType, paperEntries } from './papers.js';

const day = '2026-03-02';
const filingId = 'new-1';
const file = { sha256: 'ab'.repeat(32), bytes: 9, mediaType: 'application/pdf' };
const attached = (entry: number, scanId: string, replaces: string | null = null) => ({
  entry,
  scanId,
  replaces,
  ...file,
});

const papersOf = (desk: Desk) => desk.state.papers.map(({ type, on, number }) => [type, on, number]);

/** A life in which the authority gives a paper of many kinds, each entered two days late. */
function lived(): Desk {
  const desk = aLicense(day).prepares().does('submit-filing', { filingId }).until('2026-03-04');
  return desk
    .does('record-receipt', { filingId, receivedOn: day, number: 'R-1' })
    .does('record-correction-notice', {
      filingId,
      noticedOn: '2026-03-03',
      dueOn: null,
      number: 'C-1',
      items: [{ requirementId: null, text: aText }],
    })
    .submits()
    .does('record-acceptance', { filingId, acceptedOn: '2026-03-04', number: 'A-1' });
}

describe("the authority's papers", () => {
  it('are on record with day, number, who entered them and when', () => {
    const desk = lived();
    expect(papersOf(desk)).toEqual([
      ['receipt-recorded', '2026-03-02', 'R-1'],
      ['correction-requested', '2026-03-03', 'C-1'],
      ['receipt-recorded', '2026-03-04', null],
      ['filing-accepted', '2026-03-04', 'A-1'],
    ]);
    expect(desk.state.papers[0]).toMatchObject({ filingId, enteredBy: officer, recordedOn: '2026-03-04', scans: [] });
  });

  it('bear a number where the authority gave them one, and may be corrected to another', () => {
    const desk = lived();
    desk.does('start-expert-review', { filingId, from: '2026-03-04', announcedUntil: null, number: 'E-1' });
    const held = Desk.holds('2026-11-20').does('record-suspension', { from: '2026-11-01', until: null, number: null });
    held.does('lift-suspension', { on: '2026-11-20', number: null });
    expect(papersOf(desk).at(-1)).toEqual(['expert-review-started', '2026-03-04', 'E-1']);
    expect(papersOf(held).at(-1)).toEqual(['suspension-lifted', '2026-11-20', null]);
    expect(held.history.at(-1)?.data).toEqual({ on: '2026-11-20' });
    const { seq } = held.state.papers.at(-1) ?? { seq: 0 };
    held.does('propose-correction', { seq, member: 'number', to: 'L-9', reason: aText });
    held.does('approve-correction', { seq, member: 'number' }, { by: approver });
    expect(papersOf(held).at(-1)).toEqual(['suspension-lifted', '2026-11-20', 'L-9']);
  });

  it('tell the number of a permit by the permit', () => {
    const desk = aLicense(day).prepares().submits().accepted().granted().issued({ number: '沪B2-20260009' });
    expect(papersOf(desk).at(-1)).toEqual(['permit-issued', day, '沪B2-20260009']);
    expect(papersOf(Desk.holds('2026-11-20', { number: '沪B2-20250001', validFrom: '2025-06-01' }))).toEqual([
      ['permit-registered', '2025-06-01', '沪B2-20250001'],
    ]);
  });

  it('of certificates and of what takes the permit are among them', () => {
    const desk = Desk.holds('2026-11-20')
      .does('record-companion', {
        companion: 'number-certificate-95',
        number: '95123',
        holder: aText,
        validFrom: '2026-01-05',
        lastDay: '2031-01-04',
      })
      .does('record-revocation', { outcome: 'revoked', revokedOn: '2026-11-19', number: 'P-1' });
    expect(papersOf(desk).slice(1)).toEqual([
      ['companion-recorded', '2026-01-05', '95123'],
      ['permit-revoked', '2026-11-19', 'P-1'],
    ]);
  });

  it('all name members that their entries have', () => {
    for (const { day: of, number } of Object.values(paperEntries)) {
      expect(of).toMatch(/^(permit\.)?[a-zA-Z]+$/);
      expect(number === null || number === 'number' || number === 'permit.number').toBe(true);
    }
  });
});

describe('scans', () => {
  it('are tied to the entry of a paper, at any time and by anybody who may', () => {
    const desk = lived().until('2026-04-01');
    const entry = desk.state.papers[0]?.seq ?? 0;
    desk.does('attach-scan', attached(entry, 'scan-1'), { by: approver });
    expect(desk.state.papers[0]?.scans).toMatchObject([
      { scanId: 'scan-1', ...file, attachedBy: approver.id, attachedOn: '2026-04-01', replacedBy: null },
    ]);
    expect(fold(licenseId, desk.history)?.papers).toEqual(desk.state.papers);
  });

  it('that showed something else are replaced, and stay on record', () => {
    const desk = lived();
    const entry = desk.state.papers[0]?.seq ?? 0;
    desk.does('attach-scan', attached(entry, 'scan-1')).does('attach-scan', attached(entry, 'scan-2', 'scan-1'));
    const [paper] = desk.state.papers;
    expect(paper?.scans).toMatchObject([
      { scanId: 'scan-1', replacedBy: 'scan-2' },
      { scanId: 'scan-2', replacedBy: null },
    ]);
  });

  it('are tied to papers of a closed license too', () => {
    const desk = aLicense(day).prepares().submits();
    desk.does('withdraw-filing', { filingId, withdrawnOn: day }).does('close-license', { reason: aText });
    desk.does('attach-scan', attached(desk.state.papers[0]?.seq ?? 0, 'scan-1'));
    expect(desk.state.papers[0]?.scans).toHaveLength(1);
  });

  it('move no date and wake nobody', () => {
    const desk = lived();
    const due = desk.agenda('review');
    desk.does('attach-scan', attached(desk.state.papers[0]?.seq ?? 0, 'scan-1'));
    expect(desk.agenda('review')).toEqual(due);
  });

  it.each([
    ['of an entry that tells no paper', { entry: 1 }, 'paper-not-found', '/entry'],
    ['of an entry that is not there', { entry: 999 }, 'paper-not-found', '/entry'],
    ['that is tied to another entry', { scanId: 'scan-0' }, 'scan-already-attached', '/scanId'],
    ['that is a material of a filing', { scanId: 'material-1' }, 'scan-not-found', '/scanId'],
    ['in the place of one that is not there', { replaces: 'scan-9' }, 'scan-not-found', '/replaces'],
  ])('%s are refused', (_, data, code, pointer) => {
    const desk = lived();
    const [first, second] = desk.state.papers.map(({ seq }) => seq);
    desk.does('attach-scan', attached(first ?? 0, 'scan-0'));
    expect(desk.refuses('attach-scan', { ...attached(second ?? 0, 'scan-1'), ...data })).toMatchObject({
      code,
      details: { pointer },
    });
  });

  it('are replaced once', () => {
    const desk = lived();
    const entry = desk.state.papers[0]?.seq ?? 0;
    desk.does('attach-scan', attached(entry, 'scan-1')).does('attach-scan', attached(entry, 'scan-2', 'scan-1'));
    expect(desk.refuses('attach-scan', attached(entry, 'scan-3', 'scan-1'))).toMatchObject({ code: 'scan-not-found' });
  });
});

it('a permit that is registered, and a certificate, tell their term but not their own day', () => {
  const undated = (Object.keys(paperEntries) as PaperType[]).filter((type) => !isDated(type));
  expect(undated).toEqual(expect.arrayContaining(['permit-registered']));
  expect(undated.every((type) => paperEntries[type].day.endsWith('validFrom'))).toBe(true);
  expect(isDated('receipt-recorded')).toBe(true);
});
