import { addDays, type CivilDate, daysBetween, lastWorkingDay, rollForward } from '../../calendar/index.js';
import { completeness, type Deadline, type Law, latestDay, permitIssue, review } from '../../rulebook/index.js';
import { knownDate } from '../agenda/obligation-parts.js';
import type { FilingKind } from '../license.js';
import { nearestRank } from '../preparation.js';
import type { FinishedFiling } from './plan.js';

/** When the permit of a filing may be expected. */
export interface PredictedIssue {
  /** If the authority uses its limits, by the earliest and by the latest reading. */
  from: CivilDate;
  to: CivilDate;
  firmness: Deadline['firmness'];
  /** What the house has seen of this authority for this kind of filing; null where it has seen none end. */
  own: OwnExperience | null;
}

/** From receipt to permit: half of the own filings, and nine of ten, took so many calendar days or fewer. */
export interface OwnExperience {
  count: number;
  p50: { days: number; on: CivilDate };
  p90: { days: number; on: CivilDate };
}

/** The filing that is predicted. */
export interface PredictedFiling {
  authority: string;
  kind: FilingKind;
  receivedOn: CivilDate;
}

/** Without corrections and expert review, which nobody can foresee; own filings show what they cost. */
export function predictIssue(law: Law, filing: PredictedFiling, finished: readonly FinishedFiling[]): PredictedIssue {
  const { from, to, firmness } = byLimits(law, filing.receivedOn);
  return { from, to, firmness, own: experience(law, filing, finished) };
}

function byLimits(law: Law, receivedOn: CivilDate): Pick<PredictedIssue, 'from' | 'to' | 'firmness'> {
  const acceptedOn = completeness(law, receivedOn).date;
  const facts = {
    firstReceivedOn: receivedOn,
    completeReceivedOn: receivedOn,
    acceptedOn,
    pauses: [],
    today: receivedOn,
  };
  const limit = review(law, facts);
  const earliest = limit.readings.map(({ date }) => date).sort()[0] ?? limit.date;
  const last = permitIssue(law, latestDay(limit));
  return { from: permitIssue(law, earliest).date, to: last.date, firmness: last.firmness };
}

function experience(
  law: Law,
  { authority, kind, receivedOn }: PredictedFiling,
  finished: readonly FinishedFiling[],
): OwnExperience | null {
  const days = finished
    .filter((each) => each.authority === authority && each.kind === kind)
    .map((each) => daysBetween(each.receivedOn, each.issuedOn));
  if (days.length === 0) return null;
  const rank = (share: number) => {
    const taken = nearestRank(days, share);
    return { days: taken, on: rollForward(law.calendar, addDays(receivedOn, taken)).date };
  };
  return { count: days.length, p50: rank(0.5), p90: rank(0.9) };
}

/** The last days on which one can begin and still have the permit by a wished day. */
export interface LatestStart {
  /** The day by which the permit is wanted. */
  by: CivilDate;
  /** If the authority takes what the latest reading of its limits allows: safe. Null where it is too late for that. */
  safe: { startOn: CivilDate; filingOn: CivilDate } | null;
  /** If it keeps the earliest reading. */
  hopeful: { startOn: CivilDate; filingOn: CivilDate } | null;
}

/**
 * @param notBefore the day from which one can begin
 * @param preparation calendar days from the beginning of the preparation to the filing
 */
export function latestStart(
  law: Law,
  by: CivilDate,
  { notBefore, preparation }: { notBefore: CivilDate; preparation: number },
): LatestStart {
  const latest = (issuedBy: (filingOn: CivilDate) => CivilDate | null) => {
    const filingOn = latestFiling(law, addDays(notBefore, preparation), by, issuedBy);
    return filingOn === null ? null : { startOn: addDays(filingOn, -preparation), filingOn };
  };
  return {
    by,
    safe: latest((day) => knownDate(() => byLimits(law, day).to)),
    hopeful: latest((day) => knownDate(() => byLimits(law, day).from)),
  };
}

/** The later a filing, the later its permit: so the latest working day that still does is found by halving. */
function latestFiling(
  law: Law,
  first: CivilDate,
  by: CivilDate,
  issuedBy: (filingOn: CivilDate) => CivilDate | null,
): CivilDate | null {
  const meets = (day: CivilDate) => (issuedBy(day) ?? '9999-12-31') <= by;
  if (!meets(first)) return null;
  let [meeting, missing] = [0, daysBetween(first, by) + 1];
  while (missing - meeting > 1) {
    const middle = Math.floor((meeting + missing) / 2);
    if (meets(addDays(first, middle))) meeting = middle;
    else missing = middle;
  }
  const filingOn = lastWorkingDay(law.calendar, addDays(first, meeting)).date;
  return filingOn < first ? null : filingOn;
}
