import type { CivilDate } from '../calendar/index.js';
import type { Correctable } from './correctable.js';
import { shown, without } from './evolve/originals.js';
import type { Filing, LicenseState, Original } from './license.js';

/** Under which the day of a showing is corrected, and that of a return, by the entries that told them. */
export const movementMembers = { showing: 'shownOn', return: 'returnedOn' } as const;

/** The days on which a filing's originals were shown and came back; none where that was entered by mistake. */
export function ofOriginals(
  { originals }: Filing,
  withFiling: (change: Pick<Filing, 'originals'>) => LicenseState,
): Correctable[] {
  return Object.entries(originals).flatMap(([requirementId, original]) => {
    const movement = (
      seq: number,
      member: string,
      value: CivilDate,
      put: (to: CivilDate) => Original,
    ): Correctable => ({
      ...{ seq, member, kind: 'movement', value, mayLieAhead: false },
      put: (to) => {
        if (to !== null && typeof to !== 'string') return null;
        const changed = to === null ? without(original, seq) : put(to);
        return withFiling({ originals: { ...originals, [requirementId]: changed } });
      },
    });
    const { showings, returnedOn, returnedSeq } = original;
    return [
      ...showings.map(({ seq, on }) =>
        movement(seq, movementMembers.showing, on, (to) =>
          shown(
            original,
            showings.map((each) => (each.seq === seq ? { seq, on: to } : each)),
          ),
        ),
      ),
      ...(returnedSeq === null || returnedOn === null
        ? []
        : [movement(returnedSeq, movementMembers.return, returnedOn, (to) => ({ ...original, returnedOn: to }))]),
    ];
  });
}
