import { licenseId, officer } from '../../test/support/builders.js';
import { LicenseStory } from '../../test/support/license-story.js';
import { grownEvents, type LicenseEventType, type RecordedEvent, versionOf } from './events.js';
import { evolve } from './evolve.js';
import { upcast } from './upcast.js';

const entry = (type: string, v: number, data: object) =>
  ({
    type,
    v,
    data,
    seq: 2,
    validOn: '2026-11-20',
    recordedAt: '2026-11-20T02:00:00.000Z',
    actor: officer,
  }) as unknown as RecordedEvent;

/** What the first release wrote, and what it means today. */
const first: [LicenseEventType, object, object][] = [
  ['filing-opened', { filingId: 'renewal-1' }, { serviceTypes: null }],
  ['material-supplied', { filingId: 'new-1' }, { sealed: null, copyOf: null }],
  ['filing-not-accepted', { decidedOn: '2026-11-19' }, { servedOn: '2026-11-19' }],
  ['filing-granted', { grantedOn: '2026-11-19' }, { servedOn: '2026-11-19', refusedTypes: [] }],
  ['renewal-deemed', { filingId: 'renewal-1' }, { serviceTypes: null }],
  ['permit-revoked', { on: '2026-11-19' }, { servedOn: '2026-11-19', returnPaper: null }],
  ['permit-set-aside', { on: '2026-11-19' }, { servedOn: '2026-11-19', returnPaper: null, byFraud: false }],
  ['permit-withdrawn', { on: '2026-11-19' }, { servedOn: '2026-11-19', returnPaper: null }],
  ['permit-cancelled', { cancelledOn: '2026-11-19' }, { returnPaper: null }],
  ['company-flag-listed', { on: '2026-11-19' }, { companySeq: null }],
  ['company-flag-cleared', { on: '2026-11-19' }, { companySeq: null }],
  ['notice-due', { rung: 'S' }, { grounds: null }],
  ['expert-review-started', { filingId: 'new-1' }, {}],
  ['notice-published', { filingId: 'termination-1' }, {}],
  ['report-returned', { filingId: 'annual-report-2026' }, {}],
  ['suspension-lifted', { on: '2026-11-19' }, {}],
  ['entry-correction-proposed', { seq: 3, to: '2026-11-19' }, {}],
  ['entry-corrected', { seq: 3, changes: [] }, {}],
  ['erased', { what: 'texts', refs: ['text'] }, {}],
];

describe('an entry of an older release', () => {
  it.each(first)('%s says today what it always meant', (type, data, added) => {
    expect(upcast(entry(type, 1, data))).toMatchObject({ v: versionOf(type), data: { ...data, ...added } });
  });

  it('is read for every event that has grown', () => {
    expect(first.map(([type]) => type).sort()).toEqual(Object.keys(grownEvents).sort());
  });

  it('is left alone in the present version', () => {
    const present = entry('filing-granted', 2, { refusedTypes: ['B22'] });
    expect(upcast(present)).toBe(present);
    const same = entry('license-closed', 1, {});
    expect(upcast(same)).toBe(same);
  });

  it.each([0, 3, 1.5, Number.NaN])('is not read in version %s, which nobody has written', (v) => {
    expect(upcast(entry('filing-granted', v, {}))).toBeNull();
  });

  it('that is newer leaves the state as it was and is counted', () => {
    const { state } = LicenseStory.on('2026-11-20');
    const after = evolve(licenseId, state, entry('filing-opened', 4, { filingId: 'new-1', kind: 'new' }));
    expect(after).toMatchObject({ filings: {}, unknownEvents: [2] });
  });
});
