/**
 * Clocks of what ends a permit, of lost papers, bars and credit lists. As in `clocks.ts`: pure, civil dates of
 * Asia/Shanghai; a pack without the rule throws `rule-not-in-force`.
 */
import type { CivilDate } from '../calendar/index.js';
import { deadlineOf, limitOn, measure, type Readings } from './deadlines.js';
import type { Law } from './law.js';
import type { Deadline } from './proof.js';

/** Last day of the thirty days for which a termination is published (O42 art. 30, 31). */
export function terminationNotice(law: Law, publishedOn: CivilDate): Deadline {
  return everyReading(law, 'limit.termination-notice', publishedOn);
}

/** Sixty days from the end of that notice, in both readings of "day". */
export function terminationDecision(law: Law, noticeEndsOn: CivilDate): Deadline {
  return everyReading(law, 'limit.termination-decision', noticeEndsOn);
}

/** The yardstick for the new paper of a lost permit; the law sets no limit of its own. */
export function reissueDecision(law: Law, receivedOn: CivilDate): Deadline {
  return everyReading(law, 'limit.reissue-decision', receivedOn);
}

/** Ninety days before the last day of a permit that is not to be renewed (O42 art. 27). */
export function nonRenewalReport(law: Law, lastDay: CivilDate): Deadline {
  return everyReading(law, 'limit.non-renewal-report', lastDay);
}

/** The day by which a paper permit goes back, as the decision prints it; null where it prints none. */
export function permitReturn(law: Law, { dueOn }: { dueOn: CivilDate | null }): Deadline | null {
  return dueOn === null ? null : everyReading(law, 'limit.permit-return', dueOn);
}

/** Why somebody may not apply again for a time. */
export const barKinds = ['false-material', 'fraud'] as const;
export type BarKind = (typeof barKinds)[number];

/** Last day on which nobody may apply: a year after false material, three after a permit got by deceit (O42 art. 44). */
export function applicationBar(law: Law, cause: BarKind, decidedOn: CivilDate): Deadline {
  return everyReading(law, `limit.${cause}-bar`, decidedOn);
}

/** The day from which a company may be taken from a credit list. */
export function listExit(law: Law, list: 'bad-list' | 'dishonest-list', listedOn: CivilDate): Deadline {
  return everyReading(law, `limit.${list}-exit`, listedOn);
}

function everyReading(law: Law, id: string, start: CivilDate): Deadline {
  const rule = limitOn(law, id, start);
  return deadlineOf(law, rule.duty, rule.readings.map((reading) => measure(law, rule, reading, start)) as Readings);
}
