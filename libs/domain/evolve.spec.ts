import { Folded } from '../../test/support/folded.js';
import type { RecordedEvent } from './events.js';
import { evolve, folding } from './evolve.js';

const id = '0b24c0de-0000-5000-8000-000000000003';
const event = (type: string, data: unknown, seq = 99): RecordedEvent =>
  ({
    type,
    v: 1,
    validOn: '2026-09-10',
    data,
    seq,
    recordedAt: '2026-09-15T20:00:00.000Z',
    actor: { kind: 'person', id: 'person-1' },
  }) as RecordedEvent;

describe('an entry that this version cannot follow', () => {
  const { state } = Folded.holding();
  const untouched = { ...state, seq: 99, recordedAt: '2026-09-15T20:00:00.000Z', unknownEvents: [99] };

  it.each<[string, RecordedEvent]>([
    ['of a type that it does not know', event('something-new', {})],
    ['that is what every object has', event('toString', {})],
    ['of a form that it does not know', event('filing-submitted', null)],
    ['of a license that is open already', event('license-opened', { companyId: 'another' })],
    ['about a filing that is not there', event('filing-submitted', { filingId: 'none', round: 1, packHash: 'ab' })],
  ])('leaves all else as it is, and is named: %s', (_, unheard) => {
    expect(evolve(id, state, unheard)).toEqual(untouched);
  });

  it('before the license was opened gives none', () => {
    expect(evolve(id, null, event('something-new', {}, 1))).toBeNull();
    expect(evolve(id, null, event('filing-withdrawn', { filingId: 'new-1', withdrawnOn: '2026-09-10' }, 1))).toBeNull();
  });
});

describe('a state that was kept', () => {
  it('has its filings in the order in which they were opened, whatever order the database gives', () => {
    const { state } = Folded.holding()
      .opens('annual-report-2027', 'annual-report')
      .opens('new-1')
      .opens('change-1', 'change');
    const { filings } = state;
    const kept = {
      ...state,
      filings: Object.fromEntries(Object.entries(filings).sort(([a], [b]) => (a < b ? 1 : -1))),
    };
    const restored = folding.restored(kept);
    expect(restored).toEqual(state);
    expect(Object.keys(restored.filings)).toEqual(['annual-report-2027', 'new-1', 'change-1']);
  });

  it('is gone on with as if it had been folded in one', () => {
    const opened = event(
      'filing-opened',
      { filingId: 'new-1', kind: 'new', period: null, answers: [], plannedOn: null },
      3,
    );
    const { state } = Folded.holding();
    expect(folding.fold(id, [opened], state)).toEqual(evolve(id, state, opened));
    expect(folding.fold(id, [])).toBeNull();
  });
});
