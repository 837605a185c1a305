import fc from 'fast-check';
import { houseIn, houseStreams } from '../../test/support/past-house.js';
import { expect } from '../../test/support/quick-expect.js';
import { addDays } from '../calendar/index.js';
import { type HouseChange, houseAsOf, houseChangesBetween } from './house-as-of.js';

const runs = Number(process.env.PAIZHAO_MODEL_RUNS ?? 300);

const day = fc.integer({ min: -1, max: 30 }).map((n) => addDays('2026-01-01', n));
const asking = fc.record({ validOn: day, knownOn: day.map((known) => `${known}T03:00:00.000Z`) });

const toldOf = (decided: readonly HouseChange[], member: HouseChange['member']): Record<string, unknown> =>
  Object.fromEntries(decided.flatMap((each) => (each.member === member ? [[member, each.to]] : [])));

/** Programs of one id in any order: several tokens of one may be held. */
const inOrder = (access: readonly object[]): string[] => access.map((each) => JSON.stringify(each)).sort();

describe('a house as of two times', () => {
  it('is what one finds by looking each thing up in its entries', () => {
    fc.assert(
      fc.property(houseStreams, fc.array(asking, { minLength: 8, maxLength: 8 }), (stream, questions) => {
        for (const asOf of questions) {
          const { entries: _, access, ...answer } = houseAsOf(stream, asOf);
          const { access: expected, ...found } = houseIn(stream, asOf);
          expect({ asOf, ...answer }).toEqual({ asOf, ...found });
          expect({ asOf, access: inOrder(access) }).toEqual({ asOf, access: inOrder(expected) });
        }
      }),
      { numRuns: runs },
    );
  });

  it('is the earlier answer with what was decided put in', () => {
    fc.assert(
      fc.property(houseStreams, asking, asking, (stream, one, other) => {
        const [before, after] = [houseIn(stream, one), houseIn(stream, other)];
        const { decided } = houseChangesBetween(houseAsOf(stream, one), houseAsOf(stream, other));
        for (const member of ['rulebook', 'calendar'] as const)
          expect({ [member]: before[member], ...toldOf(decided, member) }).toEqual({ [member]: after[member] });
        const kinds = decided
          .filter(({ member }) => member === 'ladder')
          .map(({ of }) => (of as { kind: string }).kind);
        for (const kind of ['renewal', 'change'])
          expect(kinds.includes(kind)).toBe(
            JSON.stringify(before.ladders[kind]) !== JSON.stringify(after.ladders[kind]),
          );
      }),
      { numRuns: runs },
    );
  });
});
