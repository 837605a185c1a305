import type { TimelineComplaint } from './complaint.js';
import type { Timeline } from './schema.js';

type Day = string | null | undefined;

/** Facts that cannot all be true, or without which a stated one starts no clock. Unknown days contradict nothing. */
export function contradictionsOf(timeline: Timeline): TimelineComplaint[] {
  const found = new Contradictions();
  application(timeline, found);
  expertReviews(timeline, found);
  decision(timeline, found);
  holding(timeline, found);
  return found.all;
}

class Contradictions {
  readonly all: TimelineComplaint[] = [];

  /** The later fact may not lie before the earlier one. */
  order(pointer: string, later: Day, earlierName: string, earlier: Day): void {
    if (!later || !earlier || later >= earlier) return;
    this.all.push({
      pointer,
      code: 'out-of-order',
      message: `${later} lies before ${earlierName}, ${earlier}`,
      remedy: `Give a day on or after ${earlier}, or correct ${earlierName}.`,
    });
  }

  both(pointer: string, message: string, remedy: string): void {
    this.all.push({ pointer, code: 'facts-contradict', message, remedy });
  }

  missing(pointer: string, message: string, remedy: string): void {
    this.all.push({ pointer, code: 'field-missing', message, remedy });
  }
}

function application({ rounds = [], acceptedOn }: Timeline, found: Contradictions): void {
  for (const [i, { receivedOn, correction }] of rounds.entries()) {
    const here = `/rounds/${i}`;
    const before = rounds[i - 1];
    if (before && !before.correction) {
      const remedy = `Add the notice to /rounds/${i - 1}, or take this round out.`;
      found.both(here, 'a further round follows a correction notice, and the round before has none', remedy);
    }
    found.order(`${here}/receivedOn`, receivedOn, 'the receipt of the round before', before?.receivedOn);
    found.order(`${here}/receivedOn`, receivedOn, 'the correction notice', before?.correction?.noticedOn);
    found.order(`${here}/correction/noticedOn`, correction?.noticedOn, 'the receipt', receivedOn);
    found.order(`${here}/correction/dueOn`, correction?.dueOn, 'the notice', correction?.noticedOn);
  }
  if (!acceptedOn) return;
  const last = rounds.at(-1);
  if (!last) found.missing('/rounds', 'the review counts from the receipt, and no round is given', 'Give the rounds.');
  found.order('/acceptedOn', acceptedOn, 'the last receipt', last?.receivedOn);
  if (last?.correction) {
    found.both('/acceptedOn', 'the last round was sent back for correction', 'Add the round that answered the notice.');
  }
}

function expertReviews({ expertReviews = [], acceptedOn, grantedOn, today }: Timeline, found: Contradictions): void {
  for (const [i, { from, to }] of expertReviews.entries()) {
    const here = `/expertReviews/${i}`;
    const before = expertReviews[i - 1];
    if (!acceptedOn) found.missing('/acceptedOn', 'an expert review follows the acceptance', 'Give the acceptance.');
    found.order(`${here}/from`, from, 'the acceptance', acceptedOn);
    found.order(`${here}/to`, to, 'its first day', from);
    if (before && (!before.to || from <= before.to)) {
      found.both(
        `${here}/from`,
        'it begins before the review before it has ended',
        'Give periods that do not overlap.',
      );
    }
    if (to) found.order('/grantedOn', grantedOn, `the end of expert review ${i + 1}`, to);
    else if (grantedOn) found.both(`${here}/to`, 'it goes on, and the permit was granted', 'Give its last day.');
    else found.order('/today', today, `the beginning of expert review ${i + 1}, which goes on`, from);
  }
}

function decision(
  { rounds = [], acceptedOn, grantedOn, materialsDeferred, refusals = [] }: Timeline,
  found: Contradictions,
) {
  found.order('/grantedOn', grantedOn, 'the acceptance', acceptedOn);
  found.order('/grantedOn', grantedOn, 'the last receipt', rounds.at(-1)?.receivedOn);
  if (materialsDeferred && !grantedOn) {
    found.missing('/grantedOn', 'deferred materials are due by the limit for issue', 'Give the day of the grant.');
  }
  for (const [i, { servedOn, decidedOn, falseMaterial }] of refusals.entries()) {
    const here = `/refusals/${i}`;
    found.order(`${here}/servedOn`, servedOn, 'the decision', decidedOn);
    found.order(`${here}/servedOn`, servedOn, 'the first receipt', rounds[0]?.receivedOn);
    if (falseMaterial && !decidedOn) {
      found.missing(`${here}/decidedOn`, 'the bar for false material counts from the decision', 'Give its day.');
    }
    if (grantedOn) found.both(here, 'the same application was granted', 'Take out the grant or the refusal.');
  }
}

function holding({ permit, annualReports = [], changes = [], termination }: Timeline, found: Contradictions): void {
  if (permit && !permit.validFrom && !permit.lastDay) {
    found.missing('/permit', 'neither its first nor its last day is given', 'Give validFrom, lastDay or both.');
  }
  found.order('/permit/lastDay', permit?.lastDay, 'the first day', permit?.validFrom);
  const years = annualReports.map(({ year }) => year);
  for (const [i, { year, returnedOn, dueOn }] of annualReports.entries()) {
    const here = `/annualReports/${i}`;
    if (year && years.indexOf(year) < i)
      found.both(`${here}/year`, `the year ${year} is there twice`, 'Name each year once.');
    if (dueOn && !returnedOn)
      found.missing(`${here}/returnedOn`, 'a return has its own day', 'Give the day of the return.');
    if (year) found.order(`${here}/returnedOn`, returnedOn, 'the first day of that year', `${year}-01-01`);
    found.order(`${here}/dueOn`, dueOn, 'the return', returnedOn);
  }
  for (const [i, { decidedOn, registeredOn }] of changes.entries()) {
    found.order(`/changes/${i}/registeredOn`, registeredOn, 'the decision', decidedOn);
  }
  if (termination && !termination.stopsOn && !termination.publishedOn) {
    found.missing('/termination', 'no day is given', 'Give stopsOn, publishedOn or both.');
  }
  found.order('/termination/stopsOn', termination?.stopsOn, 'the first day of the permit', permit?.validFrom);
}
