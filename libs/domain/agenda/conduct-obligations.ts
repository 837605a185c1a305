import {
  companionsOn,
  inspectionAnswer,
  type Law,
  numberCertificateRenewal,
  numberCertificateReport,
  specialCondition,
  stopOperating,
} from '../../rulebook/index.js';
import type { Companion, Inspection, SpecialCondition } from '../conduct.js';
import type { Permit } from '../license.js';
import type { Obligation } from '../obligation.js';
import { alarmOf, operationsOf, presentTimeWithoutRight } from '../operations.js';
import { knownDate, latest, obligation } from './obligation-parts.js';
import { stopStep } from './operating-words.js';
import type { AgendaContext, Standing } from './standing.js';

/**
 * Duties of the business under a permit, beside its filings.
 * @param throughYear the last year whose report on a number is included, whether open or only foreseen
 */
export function conductObligations(state: Standing, context: AgendaContext, throughYear: number): Obligation[] {
  const { inspections, conditions, companions } = state.conduct;
  const alarms = operatingAlarms(state, context);
  if (state.permit?.status === 'cancelled') return alarms;
  return [
    ...alarms,
    ...inspections.flatMap((inspection) => inspectionDuty(inspection, context.law)),
    ...conditions.flatMap((condition) => conditionDuty(state, condition, context.law)),
    ...companions.flatMap((companion) => certificateDuties(companion, context, throughYear)),
  ];
}

/** Open from the alarm on, until the service stops or is permitted: whatever became of the permit. */
export function operatingAlarms(state: Standing, context: AgendaContext): Obligation[] {
  return operationsOf(state).flatMap((operation) => {
    const time = presentTimeWithoutRight(state, operation, context);
    const alarm = time && alarmOf(state, operation, time.from);
    if (!time || !alarm) return [];
    const duty = obligation({
      kind: 'operating-without-permit',
      duty: 'company',
      openedSeq: alarm.seq,
      openedOn: alarm.recordedOn,
      deadline: knownDate(() => stopOperating(context.law, time.from, alarm.recordedOn)),
    });
    return [{ ...duty, next: stopStep(state, operation, time, context) }];
  });
}

/** Open where the authority found something, or set a day, and nobody has answered. */
function inspectionDuty({ heldOn, heldSeq, recordedOn, ...inspection }: Inspection, law: Law): Obligation[] {
  const { findings, answerDueOn, answeredOn } = inspection;
  const asks = findings.length > 0 || answerDueOn !== null;
  if (heldOn === null || heldSeq === null || answeredOn !== null || !asks) return [];
  return [
    obligation({
      kind: 'inspection-answer',
      duty: 'company',
      openedSeq: heldSeq,
      openedOn: recordedOn ?? heldOn,
      deadline: knownDate(() => inspectionAnswer(law, { heldOn, answerDueOn })),
    }),
  ];
}

function conditionDuty({ permit }: Standing, condition: SpecialCondition, law: Law): Obligation[] {
  if (!permit || (permit.status !== 'valid' && permit.status !== 'suspended')) return [];
  if (condition.kind === 'standing' || isMet(permit, condition)) return [];
  return [
    obligation({
      kind: 'special-condition',
      duty: 'company',
      openedSeq: condition.seq,
      openedOn: condition.recordedOn,
      deadline: knownDate(() => specialCondition(law, condition)),
    }),
  ];
}

/** A service is opened by the permit's own machine, or ended before anybody could open it. */
export function isMet({ services }: Permit, { kind, serviceType, metOn }: SpecialCondition): boolean {
  if (kind !== 'open-service') return metOn !== null;
  const service = serviceType === null ? undefined : services[serviceType];
  return service !== undefined && service.status !== 'not-opened';
}

function certificateDuties(companion: Companion, context: AgendaContext, throughYear: number): Obligation[] {
  const [first] = companion.terms;
  const last = companion.terms.at(-1);
  const rule = companionsOn(context.law, context.today).find((known) => known.companion === companion.companion);
  if (!first || !last || !rule || companion.endedOn !== null) return [];
  const asks = (kind: string) => rule.duties.some(({ ladder }) => ladder === `ladder.${kind}`);
  const renewal = obligation({
    kind: 'number-certificate-renewal',
    duty: 'company',
    openedSeq: last.seq,
    openedOn: last.recordedOn,
    deadline: knownDate(() => numberCertificateRenewal(context.law, last.lastDay)),
  });
  const reports = asks('number-certificate-report') ? reportDuties(companion, context, throughYear) : [];
  return asks('number-certificate-renewal') ? [renewal, ...reports] : reports;
}

/** Every first quarter after the year of the certificate; years that were over when it was recorded are left alone. */
function reportDuties({ terms, reports, seq }: Companion, { law }: AgendaContext, throughYear: number): Obligation[] {
  const [first] = terms;
  const last = terms.at(-1);
  if (!first || !last) return [];
  const lastYear = Math.min(throughYear, yearOf(last.lastDay));
  const duties: Obligation[] = [];
  for (let year = Math.max(yearOf(first.validFrom) + 1, yearOf(first.recordedOn)); year <= lastYear; year++) {
    const period = String(year);
    const deadline = knownDate(() => numberCertificateReport(law, period));
    const before = deadline === null || deadline.date < first.recordedOn;
    if (before || reports.some((report) => report.year === period)) continue;
    duties.push(
      obligation({
        kind: 'number-certificate-report',
        duty: 'company',
        period,
        openedSeq: seq,
        openedOn: latest(`${period}-01-01`, first.recordedOn),
        deadline,
      }),
    );
  }
  return duties;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
