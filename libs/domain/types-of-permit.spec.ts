import { aLicense, aText, Desk, otherTypes } from '../../test/support/builders.js';
import { isGivenUp, licensedFor, liveTypes, typesGivenUp, typesOf } from './types-of-permit.js';

const two = { serviceTypes: ['B24', 'B25'] };
const ends = (desk: Desk, serviceTypes: string[] | null) =>
  desk.does('decide-non-renewal', { decidedOn: desk.today, serviceTypes, reason: aText });
const permitOf = (desk: Desk) => {
  const { permit } = desk.state;
  if (!permit) throw new Error('no permit');
  return permit;
};
const terminated = () => {
  const desk = Desk.holds('2026-11-20', two)
    .prepares({ kind: 'termination', serviceTypes: ['B25'] })
    .submits();
  desk.published().until('2027-01-04').granted();
  return desk.does('record-termination', { filingId: desk.newest.id, endedOn: desk.today, number: null });
};

describe('what a license is for', () => {
  it('is what was applied for, and what the permit names once there is one', () => {
    const sh = { kind: 'province', provinces: ['sh'] };
    const desk = aLicense('2026-06-01').prepares().submits().accepted().granted();
    expect(licensedFor(desk.state)).toEqual({ serviceTypes: ['B24'], coverage: sh });
    desk.issued({ serviceTypes: ['B25'] }, otherTypes);
    expect(licensedFor(desk.state)).toEqual({ serviceTypes: ['B25'], coverage: sh });
    const { permit } = desk.state;
    const nationwide = { kind: 'nationwide' } as const;
    const elsewhere = { ...desk.state, permit: permit && { ...permit, coverage: nationwide } };
    expect(licensedFor(elsewhere)).toEqual({ serviceTypes: ['B25'], coverage: nationwide });
  });
});

describe('the types of a permit', () => {
  it('live until they have ended, and those of an expired one all the same', () => {
    expect(liveTypes(permitOf(Desk.holds('2026-11-20', two)))).toEqual(['B24', 'B25']);
    const desk = terminated();
    expect(liveTypes(permitOf(desk))).toEqual(['B24']);
    expect(liveTypes({ ...permitOf(desk), status: 'expired' })).toEqual(permitOf(desk).serviceTypes);
  });

  it('are given up by a decision about the present term, and no longer', () => {
    const desk = Desk.holds('2026-11-20', two);
    expect([typesGivenUp(permitOf(desk)), isGivenUp(permitOf(desk))]).toEqual([[], false]);
    ends(desk, ['B25']);
    expect([typesGivenUp(permitOf(desk)), isGivenUp(permitOf(desk))]).toEqual([['B25'], false]);
    desk.does('withdraw-non-renewal', { on: desk.today });
    expect(typesGivenUp(permitOf(desk))).toEqual([]);
    ends(desk, null);
    expect([typesGivenUp(permitOf(desk)), isGivenUp(permitOf(desk))]).toEqual([['B24', 'B25'], true]);
    const { terms, ...permit } = permitOf(desk);
    const [term] = terms;
    if (!term) throw new Error('no term');
    const next = { ...permit, terms: [term, { ...term, seq: term.seq + 40 }] };
    expect([typesGivenUp(next), isGivenUp(next)]).toEqual([[], false]);
  });

  it('are what a filing is about: those it names, or all that there are', () => {
    const desk = Desk.holds('2026-11-20', two).prepares({ kind: 'renewal', serviceTypes: ['B25'] });
    expect(typesOf(desk.state, desk.newest)).toEqual(['B25']);
    expect(typesOf(desk.state, { ...desk.newest, serviceTypes: null })).toEqual(['B24', 'B25']);
    const half = terminated();
    expect(typesOf(half.state, { ...half.newest, serviceTypes: null })).toEqual(['B24']);
    expect(typesOf(half.state, { ...half.newest, kind: 'new', serviceTypes: null })).toEqual(half.state.serviceTypes);
    const asked = aLicense('2026-03-02', two).prepares();
    expect(typesOf(asked.state, asked.newest)).toEqual(['B24', 'B25']);
  });
});
