import { Folded } from '../../../test/support/folded.js';
import { filingWith, rungWith, stateWith } from './changed.js';

const state = Folded.holding().opens('f', 'renewal').submits('f').state;
const filing = state.filings.f;
const rung = {
  rung: 'S-30',
  people: ['person-owner'],
  on: '2026-03-02',
  skipped: false,
  acknowledgedBy: null,
  snoozedUntil: null,
  escalatedTo: [],
  seq: 7,
};

describe('what is made of a state by a change', () => {
  it('has every member of the state, filing or rung as it was, in the same order', () => {
    if (!filing) throw new Error('a filing is expected');
    const same = (copy: object, of: object) => {
      expect(copy).not.toBe(of);
      expect(Object.entries(copy)).toEqual(Object.entries(of));
    };
    same(stateWith(state, {}), state);
    same(filingWith(filing, {}), filing);
    same(rungWith(rung, {}), rung);
  });

  it('differs in what was changed, and leaves the old one alone', () => {
    const before = structuredClone(state);
    expect(stateWith(state, { closed: true, permit: null })).toEqual({ ...state, closed: true, permit: null });
    expect(state).toEqual(before);
  });
});
