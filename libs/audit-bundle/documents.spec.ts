import { createHash } from 'node:crypto';
import { LicenseStory } from '../../test/support/license-story.js';
import { type LicenseEntry, packHashOf } from '../domain/index.js';
import { documentsOf, packsOf } from './documents.js';

const licenseId = '0b24c0de-0000-5000-8000-000000000001';
const stream = `license/${licenseId}`;
const always = { from: '2026-01-01', to: '2026-12-31' };
const entriesOf = ({ history }: LicenseStory): LicenseEntry[] =>
  history.map((entry) => ({ ...entry, commandId: `command-${entry.seq}` }));

const materials = [
  { requirementId: 'b', materialId: 'material-2', version: 1, sha256: 'bb' },
  { requirementId: 'a', materialId: 'material-1', version: 1, sha256: 'aa' },
];

/** Two materials, signed for a week later, handed in; then the scan of the receipt. */
function story(): LicenseStory {
  const told = LicenseStory.on('2026-03-02');
  told.says('filing-opened', { filingId: 'new-1', kind: 'new', period: null, answers: [], plannedOn: null });
  for (const material of materials)
    told.says('material-supplied', {
      filingId: 'new-1',
      ...material,
      bytes: 3,
      mediaType: 'application/pdf',
      issuedOn: '2026-02-27',
      reason: null,
    });
  told.goesTo('2026-03-09');
  const packHash = packHashOf(materials);
  told.says('pack-signed-off', { filingId: 'new-1', packHash, materials, deferred: [], preparedBy: [] });
  told.says('filing-submitted', { filingId: 'new-1', round: 1, packHash });
  told.says('receipt-recorded', { filingId: 'new-1', round: 1, receivedOn: '2026-03-09', number: 'R-1' });
  const entry = told.history.at(-1)?.seq ?? 0;
  const image = { scanId: 'scan-1', sha256: 'cc', bytes: 4, mediaType: 'image/png', replaces: null };
  return told.says('scan-attached', { entry, ...image });
}

const seqOf = (told: LicenseStory, type: string, at = 0): number =>
  told.history.filter((entry) => entry.type === type)[at]?.seq ?? 0;

describe('the documents of a bundle', () => {
  it('are all materials and scans, with every entry that names their hash', () => {
    const told = story();
    const signed = { stream, seq: seqOf(told, 'pack-signed-off') };
    expect(documentsOf(licenseId, entriesOf(told), always)).toMatchObject([
      { id: 'material-2', kind: 'material', about: 'b', named: [{ seq: seqOf(told, 'material-supplied') }, signed] },
      { id: 'material-1', kind: 'material', about: 'a', named: [{ seq: seqOf(told, 'material-supplied', 1) }, signed] },
      {
        id: 'scan-1',
        kind: 'scan',
        about: 'receipt-recorded',
        filingId: 'new-1',
        version: null,
        named: [{ stream, seq: seqOf(told, 'scan-attached') }],
      },
    ]);
  });

  it('are of the days on which they were entered or signed for', () => {
    const inPeriod = (from: string, to: string) =>
      documentsOf(licenseId, entriesOf(story()), { from, to }).map((document) => document.inPeriod);
    expect(inPeriod('2026-03-02', '2026-03-02')).toEqual([true, true, false]);
    expect(inPeriod('2026-03-09', '2026-03-09')).toEqual([true, true, true]);
    expect(inPeriod('2026-03-03', '2026-03-08')).toEqual([false, false, false]);
  });
});

describe('the packs of a bundle', () => {
  it('hash to what was signed for, and name who handed them in', () => {
    const told = story();
    const [pack] = packsOf(licenseId, entriesOf(told));
    const list = JSON.stringify(pack?.materials);
    expect(createHash('sha256').update(list).digest('hex')).toBe(pack?.packHash);
    expect(pack).toMatchObject({ filingId: 'new-1', submitted: [{ stream, seq: seqOf(told, 'filing-submitted') }] });
  });

  it('are handed in once for each sign-off', () => {
    const told = story().goesTo('2026-03-20');
    const packHash = packHashOf(materials);
    told.says('pack-signed-off', { filingId: 'new-1', packHash, materials, deferred: [], preparedBy: [] });
    told.says('filing-submitted', { filingId: 'new-1', round: 2, packHash });
    const submitted = packsOf(licenseId, entriesOf(told)).map((pack) => pack.submitted.map(({ seq }) => seq));
    expect(submitted).toEqual([[seqOf(told, 'filing-submitted')], [seqOf(told, 'filing-submitted', 1)]]);
  });
});
