import { addDays, type CivilDate } from '../calendar/index.js';
import { completeness, renewalDecision, renewalWindow, validity } from '../rulebook/index.js';
import { lastRound } from './agenda/filing-obligations.js';
import { knownDate } from './agenda/obligation-parts.js';
import { renewalsOf } from './agenda/permit-obligations.js';
import { NewestAnswers, type Standing, type StandingFiling } from './agenda/standing.js';
import type { Context } from './context.js';
import type { LicenseEvent } from './events.js';
import type { FilingStatus, Permit, PermitTerm } from './license.js';
import { hasEnded } from './status.js';

/** A limit whose passing changes the license by itself. */
export interface PassingLimit {
  /** The first civil day after the limit: what follows is true from then on. */
  day: CivilDate;
  /** For the Temporal UI, such as `permit ends 2031-03-14`. */
  why: string;
  events: LicenseEvent[];
}

/** The limits that run in this state, whether they have passed or not, the earliest first. */
export function passingLimits(state: Standing, { law }: Pick<Context, 'law'>): readonly PassingLimit[] {
  const known =
    newest.find(state, (each) => each.law === law) ?? newest.keep({ state, law, limits: limitsOf(state, law) });
  return known.limits;
}

/** The day of the question does not matter to it. */
const newest = new NewestAnswers<{ state: Standing; law: Law; limits: readonly PassingLimit[] }>();

function limitsOf(state: Standing, law: Law): readonly PassingLimit[] {
  if (hasEnded(state)) return [];
  const limits = [...Object.values(state.filings).flatMap((filing) => silence(filing, law)), ...expiry(state, law)];
  return Object.freeze(limits.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))));
}

/** ALL art. 32(4): five silent working days, and the application counts as accepted from the day of its receipt. */
function silence(filing: StandingFiling, law: Law): PassingLimit[] {
  const round = lastRound(filing);
  const receivedOn = round?.receivedOn ?? null;
  if (filing.kind === 'annual-report' || filing.status !== 'submitted' || !round || receivedOn === null) return [];
  const deadline = knownDate(() => completeness(law, receivedOn));
  if (!deadline) return [];
  const limit = deadline.date;
  const day = addDays(limit, 1);
  const ruleId = deadline.readings[0]?.proof.ruleId ?? '';
  const data = { filingId: filing.id, round: round.round, acceptedOn: receivedOn, limit, ruleId };
  return [{ day, why: `acceptance limit ${limit}`, events: [{ type: 'acceptance-deemed', v: 1, validOn: day, data }] }];
}

function expiry(state: Standing, law: Law): PassingLimit[] {
  const { permit } = state;
  const term = permit?.terms.at(-1);
  if (!permit || !term || (permit.status !== 'valid' && permit.status !== 'suspended')) return [];
  const day = addDays(term.lastDay, 1);
  const renewals = renewalsOf(state, permit, term);
  const deemed = renewals.find((filing) => isDeemedRenewed(filing, permit, term, law));
  const events = deemed ? [deemedRenewal(deemed, term, day, law)] : lapse(renewals, term, day, law);
  return [{ day, why: `permit ends ${term.lastDay}`, events }];
}

type Law = Context['law'];

const undecided: readonly FilingStatus[] = ['submitted', 'accepted', 'expert-review'];

/**
 * ALL art. 50(2), as far as O42 art. 27 leaves it: the filing was in time, the authority has it and is silent, and
 * every service on the permit was opened. A renewal that is granted while its paper is missing goes on as well.
 */
function isDeemedRenewed(filing: StandingFiling, permit: Permit, term: PermitTerm, law: Law): boolean {
  if (filing.status === 'granted') return true;
  const opened = permit.serviceTypes.every((type) => permit.services[type]?.status === 'opened');
  return undecided.includes(filing.status) && opened && isInTime(filing, term, law);
}

function isInTime(filing: StandingFiling, term: PermitTerm, law: Law): boolean {
  const first = filing.rounds[0];
  const window = knownDate(() => renewalWindow(law, term.lastDay));
  return first !== undefined && window !== null && (first.receivedOn ?? first.submittedOn) <= window.date;
}

function deemedRenewal(filing: StandingFiling, term: PermitTerm, validFrom: CivilDate, law: Law): LicenseEvent {
  const ruleId = renewalDecision(law, term.lastDay).readings[0]?.proof.ruleId ?? '';
  const { lastDay } = validity(law, validFrom);
  return {
    type: 'renewal-deemed',
    v: 1,
    validOn: validFrom,
    data: { filingId: filing.id, validFrom, lastDay, ruleId },
  };
}

/**
 * The permit has ended. Where a renewal was filed in time and still waits (in correction, or for a service that was
 * never opened), the law gives no sure answer: operating stops all the same, and a person is asked to look.
 */
function lapse(renewals: StandingFiling[], term: PermitTerm, day: CivilDate, law: Law): LicenseEvent[] {
  const ruleId = knownDate(() => validity(law, term.validFrom))?.proof.ruleId ?? '';
  const unclear = renewals.filter(
    (filing) => (undecided.includes(filing.status) || filing.status === 'correction') && isInTime(filing, term, law),
  );
  return [
    { type: 'permit-expired', v: 1, validOn: day, data: { lastDay: term.lastDay, ruleId } },
    ...unclear.map(
      ({ id }): LicenseEvent => ({
        type: 'attention-raised',
        v: 1,
        validOn: day,
        data: { reason: 'renewal-undecided', about: id },
      }),
    ),
  ];
}
