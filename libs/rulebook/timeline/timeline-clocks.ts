/** The clocks that run by the facts of a timeline. Pure: by one law, all days civil dates of Asia/Shanghai. */
import { type CivilDate, coverage } from '../../calendar/index.js';
import {
  annualReport,
  annualReportCureEnd,
  changeFiling,
  completeness,
  correctionDue,
  deferredMaterials,
  litigation,
  permitIssue,
  reconsideration,
  renewalDecision,
  renewalWindow,
  reportReturnDue,
  review,
} from '../clocks.js';
import type { Law } from '../law.js';
import { InvalidTimelineError, type TimelineComplaint } from './complaint.js';
import { readTimeline } from './read.js';
import { Running, type TimelineClock } from './running.js';
import type { Timeline } from './schema.js';
import { lawOfPermit, validityDeadline } from './validity.js';

/**
 * Every clock that the facts start, in the order in which a license lives.
 * @param input a timeline from outside, see `timelineSchema`
 * @param today for an expert review that is going on and a timeline that does not say
 * @throws InvalidTimelineError (`invalid-timeline`) with everything at once: facts of a wrong form or that contradict
 * one another, facts for which the law or the calendar has no answer, no fact that starts a clock
 */
export function timelineClocks(law: Law, input: unknown, today: CivilDate): TimelineClock[] {
  const { timeline, contradictions } = readTimeline(input);
  const running = new Running(law, contradictions);
  application(running, timeline, timeline.today ?? today);
  decided(running, timeline);
  if (timeline.permit) permit(running, timeline.permit);
  reports(running, timeline);
  changes(running, timeline);
  ending(running, timeline);
  for (const [i, { limit, from }] of (timeline.limits ?? []).entries()) running.addLimit(`/limits/${i}`, limit, from);
  if (running.complaints.length > 0) throw new InvalidTimelineError(running.complaints);
  if (running.clocks.length === 0) throw new InvalidTimelineError([nothingRuns]);
  return running.clocks;
}

const nothingRuns: TimelineComplaint = {
  pointer: '',
  code: 'field-missing',
  message: 'no clock runs by these facts',
  remedy: 'Give a fact that starts one, such as { "rounds": [{ "receivedOn": "2026-09-14" }] }.',
};

function application(running: Running, timeline: Timeline, today: CivilDate): void {
  const { law } = running;
  const { rounds = [], acceptedOn, expertReviews = [] } = timeline;
  for (const [i, { receivedOn, correction }] of rounds.entries()) {
    running.add('completeness', `/rounds/${i}/receivedOn`, () => completeness(law, receivedOn));
    if (!correction) continue;
    const { noticedOn, dueOn = null } = correction;
    running.add('correction', `/rounds/${i}/correction`, () => correctionDue(law, { noticedOn, dueOn }));
  }
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (!acceptedOn || !first || !last || unknownDays(running, timeline, today)) return;
  const pauses = expertReviews.map(({ from, to }) => ({ from, to: to ?? null }));
  const facts = { firstReceivedOn: first.receivedOn, completeReceivedOn: last.receivedOn, acceptedOn, pauses, today };
  running.add('review', '/acceptedOn', () => review(law, facts));
}

/** An expert review is counted out day by day: one that ends ages ahead is a mistake, and not worth the time. */
function unknownDays(running: Running, { expertReviews = [] }: Timeline, today: CivilDate): boolean {
  const { assumedTo } = coverage(running.law.calendar);
  const before = running.complaints.length;
  for (const [i, { to }] of expertReviews.entries()) {
    if ((to ?? today) <= assumedTo) continue;
    const remedy = `Give a day up to ${assumedTo}.`;
    running.complain(
      to ? `/expertReviews/${i}/to` : '/today',
      'calendar-not-covered',
      `the calendar knows no ${to ?? today}`,
      remedy,
    );
  }
  return running.complaints.length > before;
}

function decided(running: Running, { grantedOn, materialsDeferred, refusals = [] }: Timeline): void {
  const { law } = running;
  if (grantedOn) {
    running.add('permit-issue', '/grantedOn', () => permitIssue(law, grantedOn));
    if (materialsDeferred) running.add('deferred-materials', '/grantedOn', () => deferredMaterials(law, grantedOn));
  }
  for (const [i, { servedOn, decidedOn, falseMaterial }] of refusals.entries()) {
    const here = `/refusals/${i}`;
    running.add('reconsideration', `${here}/servedOn`, () => reconsideration(law, servedOn));
    running.add('litigation', `${here}/servedOn`, () => litigation(law, servedOn));
    if (falseMaterial && decidedOn) running.addLimit(`${here}/decidedOn`, 'false-material-bar', decidedOn);
  }
}

function permit(running: Running, { validFrom, lastDay: printed, goesOn }: NonNullable<Timeline['permit']>): void {
  const law = lawOfPermit(running.law, validFrom ?? null, printed ?? null);
  const term = validFrom
    ? running.add('validity', '/permit/validFrom', () => validityDeadline(law, validFrom), law)
    : null;
  const lastDay = printed ?? term?.date;
  const pointer = printed ? '/permit/lastDay' : '/permit/validFrom';
  if (!lastDay) return;
  if (goesOn === false) {
    running.addLimit(pointer, 'non-renewal-report', lastDay);
    return;
  }
  running.add('renewal', pointer, () => renewalWindow(law, lastDay), law);
  // Of older measures only the arithmetic of validity and renewal is known.
  if (law === running.law) running.add('renewal-decision', pointer, () => renewalDecision(law, lastDay));
}

function reports(running: Running, { annualReports = [] }: Timeline): void {
  const { law } = running;
  for (const [i, { year, returnedOn, dueOn = null }] of annualReports.entries()) {
    const here = `/annualReports/${i}`;
    running.add('annual-report', `${here}/year`, () => annualReport(law, year));
    running.add('annual-report-cure', `${here}/year`, () => annualReportCureEnd(law, year));
    if (!returnedOn) continue;
    running.add('report-return', `${here}/returnedOn`, () =>
      reportReturnDue(law, { year: String(year), returnedOn, dueOn }),
    );
  }
}

function changes(running: Running, { changes = [] }: Timeline): void {
  for (const [i, { kind, ...given }] of changes.entries()) {
    const { decidedOn = null, registeredOn = null, effectiveOn = null, operatorChanges = null } = given;
    const facts = { kind, decidedOn, registeredOn, effectiveOn, operatorChanges };
    const before = running.complaints.length;
    const deadline = running.add('change', `/changes/${i}`, () => changeFiling(running.law, facts));
    if (deadline || running.complaints.length > before) continue;
    const remedy = 'Give decidedOn (operator, scope), registeredOn (name, capital, representative) or effectiveOn.';
    running.complain(`/changes/${i}`, 'field-missing', 'the day that starts its clock is not given', remedy);
  }
}

function ending(running: Running, { termination }: Timeline): void {
  const { stopsOn, publishedOn } = termination ?? {};
  if (stopsOn) running.addLimit('/termination/stopsOn', 'change-ahead', stopsOn);
  if (!publishedOn) return;
  running.addLimit('/termination/publishedOn', 'termination-notice', publishedOn);
  const notice = running.clocks.findLast(({ clock }) => clock === 'termination-notice');
  if (notice) running.addLimit('/termination/publishedOn', 'termination-decision', notice.deadline.date);
}
