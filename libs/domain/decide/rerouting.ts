import type { CivilDate } from '../../calendar/index.js';
import { inForce } from '../../rulebook/index.js';
import type { Context } from '../context.js';
import { InvalidInput } from '../errors.js';
import type { LicenseEvent } from '../events.js';
import type { Filing, LicenseState } from '../license.js';
import { decided } from './decider.js';
import { nextFilingId, permitInForce } from './new-filing.js';

/**
 * An authority that is not competent names the one that is (ALL art. 32(1)(2)): the filing has ended, and the same is
 * asked of the other one by a new filing, linked to it. The rights against the decision stay open beside it.
 */
export function rerouted(
  state: LicenseState,
  filing: Filing,
  authority: string,
  on: CivilDate,
  { law }: Context,
): LicenseEvent[] {
  checkRerouting(authority, state.authority, on, law, '/reroutedTo');
  return [decided('authority-moved', on, { authority, office: authority }), goingOn(state, filing, on)];
}

/** Another authority than the one that has decided, and one that the rules know. @throws InvalidInput */
export function checkRerouting(
  authority: string,
  decides: string,
  on: CivilDate,
  law: Context['law'],
  pointer: string,
): void {
  const known = law.pack.authorities.filter((each) => inForce(each, on)).map(({ code }) => code);
  if (!known.includes(authority)) {
    throw new InvalidInput('unknown-authority', `The rules know no authority ${String(authority).slice(0, 40)}`, {
      pointer,
      known,
      remedy: 'Use the code of an authority: MIIT, or that of a provincial administration, such as sh.',
    });
  }
  if (authority === decides) {
    throw new InvalidInput('rerouted-to-itself', 'The authority that decides already is no other one', {
      pointer,
      authority,
      remedy: 'Name the authority that the decision names, or leave it out.',
    });
  }
}

/** The same, asked by a new filing that is linked to the first. */
function goingOn(state: LicenseState, filing: Filing, on: CivilDate): LicenseEvent {
  const { kind, period, serviceTypes, id: follows } = filing;
  if (kind !== 'new') permitInForce(state);
  const answers = state.changes
    .filter(({ obligationId, filingId, done }) => {
      const free = filingId === null || filingId === filing.id;
      return filing.answers.includes(obligationId) && free && !done;
    })
    .map(({ obligationId }) => obligationId);
  const filingId = nextFilingId(state, kind, period);
  return decided('filing-opened', on, { filingId, kind, period, answers, serviceTypes, plannedOn: null, follows });
}

/**
 * What was wrong about the authority that a decision names is put right: the license goes where the decision sends it,
 * unless facts have led elsewhere since, and a filing goes on there where no draft does.
 */
export function afterOtherRerouting(before: LicenseState, after: LicenseState, on: CivilDate): LicenseEvent[] {
  return Object.values(before.filings).flatMap((filing): LicenseEvent[] => {
    const [was, is] = [filing.decision, after.filings[filing.id]?.decision];
    if (!was || !is || was.reroutedTo === is.reroutedTo) return [];
    const { reroutedTo: named, by } = is;
    const goes = named === null ? by : { authority: named, office: named };
    const moves = before.authority === (was.reroutedTo ?? by.authority);
    const drafted = Object.values(after.filings).some(
      ({ follows, status }) => follows === filing.id && status === 'draft',
    );
    return [
      ...(moves ? [decided('authority-moved', on, goes)] : []),
      ...(named === null || drafted ? [] : [goingOn(before, filing, on)]),
    ];
  });
}
