/**
 * The clocks of a license: who must do what by when, each date with its proof. Pure: everything comes in as civil
 * dates of Asia/Shanghai. A start before the pack's rules took force throws `rule-not-in-force`; a working day that the
 * calendar does not know throws `calendar-not-covered`; a malformed date `invalid-date`.
 */
import { type CivilDate, maxDate, rollForward } from '../calendar/index.js';
import { deadlineOf, limitOn, measure, only, pausesOf, type Readings, readingOf, settledFirst } from './deadlines.js';
import { RuleNotInForceError } from './errors.js';
import type { Law } from './law.js';
import type { LimitRule } from './pack.js';
import type { Deadline, DeadlineProof, DeadlineReading } from './proof.js';
import { remembered } from './remembered.js';
import { inForce } from './rules.js';

const onTheNextWorkingDay = 'rest-day-receipt-counts-from-next-working-day';

/** Five working days to say what is missing; silence is acceptance as of `receivedOn` (ALL art. 32(4), 82). */
export function completeness(law: Law, receivedOn: CivilDate): Deadline {
  return remembered(law, `completeness ${receivedOn}`, () => completenessOf(law, receivedOn));
}

function completenessOf(law: Law, receivedOn: CivilDate): Deadline {
  const rule = limitOn(law, 'limit.completeness', receivedOn);
  const readings: Readings = [measure(law, rule, readingOf(law, rule, 'from-receipt'), receivedOn)];
  const worked = rollForward(law.calendar, receivedOn).date;
  if (worked !== receivedOn) {
    readings.push(measure(law, rule, readingOf(law, rule, onTheNextWorkingDay), worked));
  }
  return deadlineOf(law, rule.duty, readings);
}

export interface ReviewFacts {
  /** Day on which the authority received the application for the first time. */
  firstReceivedOn: CivilDate;
  /** Day on which it had all papers: the receipt of the last round. */
  completeReceivedOn: CivilDate;
  acceptedOn: CivilDate;
  /** Expert reviews; `to` is null while one is going on, which then counts up to `today`. */
  pauses: { from: CivilDate; to: CivilDate | null }[];
  today: CivilDate;
}

/**
 * The sixty days of the review. Default, and usually the earliest: calendar days from the first receipt (TR art. 14);
 * then working days from acceptance, and calendar days from the receipt of all papers. A receipt on a rest day may be
 * read as of the next working day. An expert review is left out with both its ends; that its last day counts again is
 * shown as one more reading when there was one.
 */
export function review(law: Law, facts: ReviewFacts): Deadline {
  // Without an expert review, which is the rule, the day of the question does not matter.
  if (facts.pauses.length > 0) return reviewOf(law, facts);
  const { firstReceivedOn, completeReceivedOn, acceptedOn } = facts;
  const question = `review ${firstReceivedOn} ${completeReceivedOn} ${acceptedOn}`;
  return remembered(law, question, () => reviewOf(law, facts));
}

function reviewOf(law: Law, facts: ReviewFacts): Deadline {
  const rule = limitOn(law, 'limit.review', facts.firstReceivedOn);
  const pauses = pausesOf(facts.pauses, facts.today);
  const read = (id: string, start: CivilDate) => measure(law, rule, readingOf(law, rule, id), start, pauses);
  const readings: Readings = [
    read('calendar-days-from-first-receipt', facts.firstReceivedOn),
    read('working-days-from-acceptance', facts.acceptedOn),
    read('calendar-days-from-complete-receipt', facts.completeReceivedOn),
  ];
  const worked = rollForward(law.calendar, facts.firstReceivedOn).date;
  // The first version of the pack did not read it so.
  if (worked !== facts.firstReceivedOn && rule.readings.some(({ id }) => id === onTheNextWorkingDay)) {
    readings.push(read(onTheNextWorkingDay, worked));
  }
  if (facts.pauses.some((pause) => pause.to !== null))
    readings.push(read('end-day-of-review-counts', facts.firstReceivedOn));
  return deadlineOf(law, rule.duty, readings);
}

/** Ten working days from the grant to the permit (ALL art. 44, 82). */
export function permitIssue(law: Law, grantedOn: CivilDate): Deadline {
  return only(law, 'limit.permit-issue', 'from-grant', grantedOn);
}

/** Papers promised at filing (容缺): due by the limit for issue, which they hold back. */
export function deferredMaterials(law: Law, grantedOn: CivilDate): Deadline {
  return only(law, 'limit.deferred-materials', 'by-issue-limit', grantedOn);
}

/** The day printed in a correction notice; null where it prints none. */
export function correctionDue(law: Law, notice: { noticedOn: CivilDate; dueOn: CivilDate | null }): Deadline | null {
  return notice.dueOn === null ? null : only(law, 'limit.correction', 'as-printed', notice.dueOn, notice.noticedOn);
}

/**
 * The day printed in the return of an annual report; without one the end of April of the report's year (N321), and
 * null where the return came later than that.
 */
export function reportReturnDue(
  law: Law,
  { year, returnedOn, dueOn }: { year: string; returnedOn: CivilDate; dueOn: CivilDate | null },
): Deadline | null {
  if (dueOn !== null) return only(law, 'limit.report-return', 'as-printed', dueOn, returnedOn);
  const byCureEnd = only(law, 'limit.report-return', 'by-the-end-of-the-cure-month', yearText(year), returnedOn);
  return returnedOn <= byCureEnd.date ? byCureEnd : null;
}

/** March 31 of the year in which the report is filed (`2027`: on the business of 2026); it never moves. */
export function annualReport(law: Law, year: number | string): Deadline {
  return only(law, 'limit.annual-report', 'march-31', yearText(year), `${yearText(year)}-03-31`);
}

/**
 * The end of the cure month. Unlike every other duty of the company the default reading drives: March 31 is already
 * what reminders count back from, and this day only says how long they go on daily.
 */
export function annualReportCureEnd(law: Law, year: number | string): Deadline {
  return remembered(law, `annual-report-cure ${year}`, () => cureEndOf(law, year));
}

function cureEndOf(law: Law, year: number | string): Deadline {
  const rule = limitOn(law, 'limit.annual-report-cure', `${yearText(year)}-03-31`);
  const readings = settledFirst(
    rule.readings.map((reading) => measure(law, rule, reading, yearText(year))) as Readings,
  );
  return { ...deadlineOf(law, rule.duty, [readings[0]]), readings };
}

export interface ChangeFacts {
  kind: string;
  decidedOn: CivilDate | null;
  registeredOn: CivilDate | null;
  /** May lie ahead. */
  effectiveOn: CivilDate | null;
  operatorChanges: boolean | null;
}

/**
 * Thirty days from the company's decision (operator, scope: O42 art. 28) or from the changed business registration
 * (name, legal representative, capital: O42 art. 29). A change of shareholders is the first where it changes the
 * operator, the second where it does not, and the stricter of what is known while nobody has answered. A change of
 * operator or scope whose day of effect is known is due ninety days ahead of it too (TR art. 15); the earlier day counts.
 * @returns null while the day that would start the clock is unknown
 */
export function changeFiling(law: Law, change: ChangeFacts): Deadline | null {
  const { kind, decidedOn, registeredOn, effectiveOn, operatorChanges } = change;
  const question = `change ${kind} ${decidedOn} ${registeredOn} ${effectiveOn} ${operatorChanges}`;
  return remembered(law, question, () => changeFilingOf(law, change));
}

function changeFilingOf(law: Law, change: ChangeFacts): Deadline | null {
  const { decidedOn, registeredOn, effectiveOn } = change;
  const byDecision = isByDecision(change);
  const readings: DeadlineReading[] = [];
  const read = (id: string, readingId: string, start: CivilDate | null) => {
    if (start === null) return;
    const rule = limitOn(law, id, start);
    readings.push(measure(law, rule, readingOf(law, rule, readingId), start));
  };
  if (byDecision !== false) read('limit.change-after-decision', 'from-decision', decidedOn);
  if (byDecision !== true) read('limit.change-after-registration', 'from-registration', registeredOn);
  if (byDecision !== false) read('limit.change-ahead', 'ninety-days-ahead', effectiveOn);
  return isSome(readings) ? deadlineOf(law, 'company', readings) : null;
}

/** Null where a person must still say whether the operator changes. */
function isByDecision({ kind, operatorChanges }: ChangeFacts): boolean | null {
  if (kind === 'scope') return true;
  return kind === 'shareholders' ? operatorChanges : false;
}

/** Ninety days before the permit's last day (O42 art. 27); the general thirty days are shown beside it. */
export function renewalWindow(law: Law, lastDay: CivilDate): Deadline {
  return remembered(law, `renewal ${lastDay}`, () => renewalWindowOf(law, lastDay));
}

function renewalWindowOf(law: Law, lastDay: CivilDate): Deadline {
  const rule = limitOn(law, 'limit.renewal', lastDay);
  return deadlineOf(law, rule.duty, rule.readings.map((reading) => measure(law, rule, reading, lastDay)) as Readings);
}

/** The authority decides on a renewal by the permit's last day; silence renews (ALL art. 50(2)). */
export function renewalDecision(law: Law, lastDay: CivilDate): Deadline {
  return only(law, 'limit.renewal-decision', 'by-last-day-of-validity', lastDay);
}

export interface Validity {
  /** Last day of validity: the eve of the fifth anniversary. */
  lastDay: CivilDate;
  /** What some permits print instead; a known reading, no cause for alarm. */
  sameDayAnniversary: CivilDate;
  proof: DeadlineProof;
}

/**
 * Five years (O42 art. 14): 2021-03-15 → 2026-03-14; 2020-02-29 → 2025-02-28. The rule in force at the end decides, so
 * a permit from before the pack's first day that ends under it is answered too.
 */
export function validity(law: Law, validFrom: CivilDate): Validity {
  return remembered(law, `validity ${validFrom}`, () => validityOf(law, validFrom));
}

function validityOf(law: Law, validFrom: CivilDate): Validity {
  const eve = (rule: LimitRule) => measure(law, rule, readingOf(law, rule, 'eve-of-anniversary'), validFrom);
  const rule = law.pack.limits.find(
    (candidate) => candidate.id === 'limit.validity' && inForce(candidate, eve(candidate).date),
  );
  if (!rule) throw new RuleNotInForceError(law.pack.id, 'limit.validity', validFrom);
  const { date, proof } = eve(rule);
  const printed = measure(law, rule, readingOf(law, rule, 'same-day-anniversary'), validFrom);
  return { lastDay: date, sameDayAnniversary: printed.date, proof };
}

/** Sixty days from service of a decision to ask for administrative reconsideration. */
export function reconsideration(law: Law, servedOn: CivilDate): Deadline {
  return only(law, 'limit.reconsideration', 'sixty-days-from-service', servedOn);
}

/** Six months from service of a decision to go to court; the month's end where the day does not exist. */
export function litigation(law: Law, servedOn: CivilDate): Deadline {
  return only(law, 'limit.litigation', 'six-months-from-service', servedOn);
}

/** The day whose passing makes an authority late under every reading, rest days included: a complaint leaves after it. */
export function latestDay(deadline: Deadline): CivilDate {
  return maxDate(deadline.date, ...deadline.readings.map((reading) => reading.rolled));
}

function isSome(readings: DeadlineReading[]): readings is Readings {
  return readings.length > 0;
}

const yearText = (year: number | string): string => String(year).padStart(4, '0');
