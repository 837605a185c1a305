import type { CivilDate } from '../../calendar/index.js';
import { route } from '../../rulebook/index.js';
import { termOf } from '../agenda/filing-obligations.js';
import { knownDate } from '../agenda/obligation-parts.js';
import type { LicenseEvent } from '../events.js';
import type { LicenseState, PermitTerm } from '../license.js';
import { goesOn, refusedBy, turnedDownOn } from '../passing-limits.js';
import { sameCoverage } from '../permit-review.js';
import { type Act, decided } from './decider.js';
import { endInDoubt } from './permit-checks.js';
import { afterOtherRerouting } from './rerouting.js';
import { deemedTerm, isDeemedAcceptance, noticesOpenedBy, retractedRenewal } from './retraction.js';

/** What silence or time had brought about on the strength of the mistaken day is taken back; the tick says it anew. */
export function consequences(before: LicenseState, after: LicenseState, { validOn, context }: Act): LicenseEvent[] {
  return [
    ...Object.values(before.filings).flatMap((filing): LicenseEvent[] => {
      const receipts = (state: LicenseState) => state.filings[filing.id]?.rounds.map(({ receivedOn }) => receivedOn);
      const moved = String(receipts(before)) !== String(receipts(after));
      if (!moved || !filing.acceptance || !isDeemedAcceptance(filing)) return [];
      return [retractedSilence(before, filing.id, filing.acceptance.seq, validOn)];
    }),
    ...afterMovedRenewal(before, after, validOn, context),
    ...afterMovedEnd(before, after, validOn, context),
    ...afterOtherCoverage(before, after, validOn, context),
    ...afterOtherRerouting(before, after, validOn),
  ];
}

/** Who decides follows from the coverage: a permit of another area is another authority's. */
function afterOtherCoverage(
  before: LicenseState,
  { serviceTypes, coverage, company, authority: decides }: LicenseState,
  validOn: CivilDate,
  { law }: Act['context'],
): LicenseEvent[] {
  if (sameCoverage(before.coverage, coverage)) return [];
  const routed = knownDate(() => route(law, { serviceTypes, coverage, company, on: validOn }));
  if (!routed || routed.authority === decides) return [];
  const { authority, office } = routed;
  return [decided('authority-moved', validOn, { authority, office })];
}

/** Whether a renewal was in time, and still with the authority, decides what silence did at the permit's end. */
function afterMovedRenewal(
  before: LicenseState,
  after: LicenseState,
  validOn: CivilDate,
  { law }: Act['context'],
): LicenseEvent[] {
  const { permit } = before;
  if (!permit) return [];
  return Object.values(before.filings).flatMap((filing): LicenseEvent[] => {
    const corrected = after.filings[filing.id];
    const term = termOf(permit, filing);
    if (filing.kind !== 'renewal' || !corrected || !term) return [];
    const [went, goes] = [goesOn(filing, term, law), goesOn(corrected, term, law)];
    const deemed = deemedTerm(before, filing);
    const inOtherParts = String(refusedBy(filing, term) ?? '') !== String(refusedBy(corrected, term) ?? '');
    if (deemed && went && (!goes || inOtherParts)) return retractedRenewal(before, filing.id, deemed, validOn);
    if (deemed && turnedDownOn(filing) === null && turnedDownOn(corrected) !== null)
      return [decided('attention-raised', validOn, { reason: 'renewal-undecided', about: filing.id })];
    const lapsed = permit.status === 'expired' && term === permit.terms.at(-1);
    return lapsed && goes && !went ? [decided('permit-expiry-retracted', validOn, { lastDay: term.lastDay })] : [];
  });
}

function afterMovedEnd(
  before: LicenseState,
  after: LicenseState,
  validOn: CivilDate,
  { law, today }: Act['context'],
): LicenseEvent[] {
  const events: LicenseEvent[] = [];
  const [was, is] = [paperTerm(before), paperTerm(after)];
  if (
    !was ||
    !is ||
    (was.lastDay === is.lastDay && was.validFrom === is.validFrom && was.printedLastDay === is.printedLastDay)
  )
    return [];
  const doubt = endInDoubt({ printedLastDay: is.printedLastDay ?? is.lastDay }, is.validFrom, validOn, law);
  const marked = before.attention.some(({ reason }) => reason === 'permit-end-differs');
  if (!marked) events.push(...doubt);
  if (marked && doubt.length === 0)
    events.push(decided('attention-cleared', validOn, { reason: 'permit-end-differs', about: 'permit' }));
  for (const filing of Object.values(before.filings)) {
    const term = deemedTerm(before, filing);
    if (term) events.push(...retractedRenewal(before, filing.id, term, validOn));
  }
  if (before.permit?.status === 'expired' && is.lastDay >= today)
    events.push(decided('permit-expiry-retracted', validOn, { lastDay: is.lastDay }));
  return events;
}

/** The newest term that a paper states. */
function paperTerm({ permit }: LicenseState): PermitTerm | undefined {
  return permit?.terms.findLast(({ provisional }) => !provisional);
}

export function retractedSilence(
  state: LicenseState,
  filingId: string,
  deemedSeq: number,
  validOn: CivilDate,
): LicenseEvent {
  const wrongNotices = noticesOpenedBy(state, deemedSeq);
  return decided('deemed-acceptance-retracted', validOn, { filingId, deemedSeq, wrongNotices });
}
