/** The clocks of the business under a permit. As for those of a license: pure, civil dates of Asia/Shanghai. */
import type { CivilDate } from '../calendar/index.js';
import { only } from './deadlines.js';
import type { Law } from './law.js';
import type { Deadline } from './proof.js';

/**
 * A service without a right stops from the first day on (TR art. 7(3)).
 * @param knownOn day on which it became known: the law of that day is what the company must follow now
 */
export function stopOperating(law: Law, from: CivilDate, knownOn: CivilDate): Deadline {
  return only(law, 'limit.operating-without-permit', 'from-the-first-day', from, knownOn);
}

/** The day printed in the notice of an inspection; null where it prints none. */
export function inspectionAnswer(
  law: Law,
  { heldOn, answerDueOn }: { heldOn: CivilDate; answerDueOn: CivilDate | null },
): Deadline | null {
  return answerDueOn === null ? null : only(law, 'limit.inspection-answer', 'as-printed', answerDueOn, heldOn);
}

/** The day that a special condition of the permit prints; null where it prints none. */
export function specialCondition(
  law: Law,
  { dueOn, recordedOn }: { dueOn: CivilDate | null; recordedOn: CivilDate },
): Deadline | null {
  return dueOn === null ? null : only(law, 'limit.special-condition', 'as-printed', dueOn, recordedOn);
}

/** Renewal of a number's certificate, before its last day. */
export function numberCertificateRenewal(law: Law, lastDay: CivilDate): Deadline {
  return only(law, 'limit.number-certificate-renewal', 'ninety-days-before', lastDay);
}

/** The yearly report on the use of a number. */
export function numberCertificateReport(law: Law, year: string): Deadline {
  return only(law, 'limit.number-certificate-report', 'march-31', year, `${year}-03-31`);
}
