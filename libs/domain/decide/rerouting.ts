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
  const known = law.pack.authorities.filter((each) => inForce(each, on)).map(({ code }) => code);
  if (!known.includes(authority)) {
    throw new InvalidInput('unknown-authority', `The rules know no authority ${String(authority).slice(0, 40)}`, {
      pointer: '/reroutedTo',
      known,
      remedy: 'Use the code of an authority: MIIT, or that of a provincial administration, such as sh.',
    });
  }
  if (authority === state.authority) {
    throw new InvalidInput('rerouted-to-itself', 'The authority that decides already is no other one', {
      pointer: '/reroutedTo',
      authority,
      remedy: 'Name the authority that the decision names, or leave it out.',
    });
  }
  if (filing.kind !== 'new') permitInForce(state);
  const { kind, period, serviceTypes, id: follows } = filing;
  const answers = state.changes
    .filter(({ filingId }) => filingId === filing.id)
    .map(({ obligationId }) => obligationId);
  const filingId = nextFilingId(state, kind, period);
  const opening = { filingId, kind, period, answers, serviceTypes, plannedOn: null, follows };
  return [decided('authority-moved', on, { authority, office: authority }), decided('filing-opened', on, opening)];
}
