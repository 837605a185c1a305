import type { CivilDate } from '../calendar/index.js';
import type { Correctable } from './correctable.js';
import type { LicenseState } from './license.js';

/** The state in which it is another day. */
type PutDay = (to: CivilDate) => LicenseState;

/** A day that cannot lie ahead; nothing where no entry told it. */
export const past = (seq: number | null, member: string, value: CivilDate | null, put: PutDay): Correctable[] =>
  seq === null ? [] : [day(seq, member, value, false, put)];

/** The same of a day that may, such as a date in a notice or the end of a permit. */
export const ahead = (seq: number | null, member: string, value: CivilDate | null, put: PutDay): Correctable[] =>
  seq === null ? [] : [day(seq, member, value, true, put)];

function day(seq: number, member: string, value: CivilDate | null, mayLieAhead: boolean, put: PutDay): Correctable {
  return { seq, member, kind: 'day', value, mayLieAhead, put: (to) => (typeof to === 'string' ? put(to) : null) };
}
