import { addDays, type CivilDate, maxDate, minDate } from '../calendar/index.js';
import { type RulePack, withWholes } from '../rulebook/index.js';
import type { Standing } from './agenda/standing.js';
import type { OperatingAlarm, Operation, RightStep, WithoutRight } from './conduct.js';
import type { Context } from './context.js';
import type { FilingStatus, LicenseState } from './license.js';
import { rightsByDay } from './rights.js';

/** Days on which an operation ran without a right, both included; no last day while it goes on. */
export interface TimeWithoutRight {
  from: CivilDate;
  to: CivilDate | null;
  /** In the order in which they held. */
  reasons: WithoutRight[];
}

type Asked = Pick<Context, 'today' | 'law'>;

/** The operations on record that were not entered by mistake. */
export function operationsOf(state: Pick<LicenseState, 'conduct'>): Operation[] {
  return state.conduct.operations.filter((operation) => !operation.void);
}

/** Something of this license runs, whatever the permit says. */
export function operates(state: Pick<LicenseState, 'conduct'>): boolean {
  return operationsOf(state).some(({ stoppedOn }) => stoppedOn === null);
}

/** When an operation ran without a right, the earliest time first; judged by what is on record now. */
export function timesWithoutRight(state: Standing, operation: Operation, { today, law }: Asked): TimeWithoutRight[] {
  const steps = rightsByDay(state);
  const last = operation.stoppedOn ?? today;
  const spans = steps.map((step, i) => ({ step, from: step.from, to: eveOf(steps[i + 1]?.from) }));
  const before = { step: null, from: operation.startedOn, to: eveOf(steps[0]?.from) };
  const times: TimeWithoutRight[] = [];
  for (const { step, from, to } of [before, ...spans]) {
    const time = { from: maxDate(from, operation.startedOn), to: minDate(to ?? last, last) };
    if (time.from > time.to) continue;
    const reason = step === null ? reasonBefore(state) : reasonWithin(step, operation, steps, law.pack);
    if (reason !== null) join(times, time, reason);
  }
  return times.map((time) => (operation.stoppedOn === null && time.to === last ? { ...time, to: null } : time));
}

/** The time without a right that goes on today; none for what has stopped. */
export function presentTimeWithoutRight(
  state: Standing,
  operation: Operation,
  asked: Asked,
): TimeWithoutRight | undefined {
  return timesWithoutRight(state, operation, asked).find(({ to }) => to === null);
}

/** The alarm that told of a time without a right. */
export function alarmOf(
  state: Pick<LicenseState, 'conduct'>,
  operation: Operation,
  from: CivilDate,
): OperatingAlarm | undefined {
  return state.conduct.alarms.find((alarm) => alarm.operationId === operation.id && alarm.from === from);
}

function eveOf(day: CivilDate | undefined): CivilDate | null {
  return day === undefined ? null : addDays(day, -1);
}

/** Times that follow each other are one, for one reason after the other. */
function join(times: TimeWithoutRight[], { from, to }: { from: CivilDate; to: CivilDate }, reason: WithoutRight): void {
  const last = times.at(-1);
  if (!last || last.to === null || addDays(last.to, 1) < from) {
    times.push({ from, to, reasons: [reason] });
    return;
  }
  last.to = to;
  if (!last.reasons.includes(reason)) last.reasons.push(reason);
}

function reasonWithin(
  step: RightStep,
  { serviceType, province }: Operation,
  steps: RightStep[],
  pack: RulePack,
): WithoutRight | null {
  if (step.status !== 'valid') return step.status;
  const asked = withWholes(pack, [serviceType]);
  const names = ({ serviceTypes }: RightStep) => serviceTypes.some((type) => asked.includes(type));
  if (!names(step)) {
    if (steps.some((earlier) => earlier.from < step.from && names(earlier))) return 'service-type-ended';
    return 'outside-service-types';
  }
  const { coverage } = step;
  return coverage.kind === 'nationwide' || coverage.provinces.includes(province) ? null : 'outside-coverage';
}

const applying: Record<FilingStatus, WithoutRight> = {
  draft: 'no-application',
  submitted: 'application-pending',
  correction: 'application-pending',
  accepted: 'application-pending',
  'expert-review': 'application-pending',
  'public-notice': 'application-pending',
  granted: 'application-pending',
  issued: 'before-permit',
  completed: 'no-application',
  refused: 'application-refused',
  'not-accepted': 'application-refused',
  withdrawn: 'no-application',
  returned: 'no-application',
  filed: 'no-application',
};

function reasonBefore(state: Standing): WithoutRight {
  if (state.permit) return 'before-permit';
  const latest = Object.values(state.filings)
    .filter(({ kind }) => kind === 'new')
    .sort((a, b) => a.openedSeq - b.openedSeq)
    .at(-1);
  return latest ? applying[latest.status] : 'no-application';
}
