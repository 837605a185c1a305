import { Folded } from '../../../test/support/folded.js';
import type { LicenseState } from '../license.js';
import { NewestAnswers } from './standing.js';

const beside = [
  'seq',
  'recordedAt',
  'notices',
  'waiverProposals',
  'attention',
  'corrected',
  'papers',
  'people',
  'absences',
  'ladders',
  'simulated',
  'unknownEvents',
];

const standing = () => Folded.holding().opens('f', 'renewal').submits('f').opens('g', 'change').state;
/** Something else than what is there, whatever it is. */
const other = (value: unknown) => ({ other: value }) as never;

describe('an answer about a license', () => {
  const answers = () => new NewestAnswers<string>();
  const known = (state: LicenseState, next: LicenseState) => {
    const kept = answers();
    expect(kept.keep(state, 'answer')).toBe('answer');
    return kept.find(next);
  };

  it('is not there before it was given', () => {
    expect(answers().find(standing())).toBeUndefined();
  });

  it('holds for the same state, and for one that differs in what no obligation looks at', () => {
    const state = standing();
    expect(known(state, state)).toBe('answer');
    expect(known(state, { ...state })).toBe('answer');
    for (const member of beside) expect(known(state, { ...state, [member]: other(0) })).toBe('answer');
  });

  it('does not hold once anything else of the license is another', () => {
    const state = standing();
    const members = Object.keys(state).filter((member) => !beside.includes(member) && member !== 'filings');
    expect(members).toContain('permit');
    const held = members.filter((member) => known(state, { ...state, [member]: other(0) }) !== undefined);
    expect(held).toEqual([]);
  });

  it('holds over what a filing is made of, and over nothing else of it', () => {
    const state = standing();
    const { f } = state.filings;
    const changed = (member: string) => ({ ...state, filings: { ...state.filings, f: { ...f, [member]: other(0) } } });
    expect(known(state, { ...state, filings: { ...state.filings } })).toBe('answer');
    const held = Object.keys(f ?? {}).filter((member) => known(state, changed(member) as LicenseState) !== undefined);
    expect(held).toEqual(['materials', 'originals', 'pack']);
  });

  it('does not hold with one filing more, or one less', () => {
    const state = standing();
    const { f, g } = state.filings;
    if (!f || !g) throw new Error('two filings are expected');
    expect(known(state, { ...state, filings: { f, g, h: { ...g, id: 'h' } } })).toBeUndefined();
    expect(known(state, { ...state, filings: { f } })).toBeUndefined();
    expect(known(state, { ...state, filings: {} })).toBeUndefined();
    expect(known({ ...state, filings: {} }, state)).toBeUndefined();
  });

  it('is the newest one, of each license by itself', () => {
    const kept = answers();
    const [one, two] = [standing(), { ...standing(), licenseId: 'another' }];
    kept.keep(one, 'first');
    kept.keep(two, 'second');
    expect([kept.find(one), kept.find(two)]).toEqual(['first', 'second']);
    kept.keep(one, 'third');
    expect([kept.find(one), kept.find(two)]).toEqual(['third', 'second']);
    const closed = { ...one, closed: true };
    kept.keep(closed, 'fourth');
    expect([kept.find(one), kept.find(closed)]).toEqual([undefined, 'fourth']);
  });
});
