import { addDays, type CivilDate } from '../calendar/index.js';
import { completeness, renewalDecision, renewalWindow, validity } from '../rulebook/index.js';
import { knownDate } from './agenda/obligation-parts.js';
import { renewalsOf } from './agenda/permit-obligations.js';
import { lastRound } from './agenda/rounds.js';
import { type AgendaContext, NewestAnswers, type Standing, type StandingFiling } from './agenda/standing.js';
import type { Context } from './context.js';
import type { LicenseEvent } from './events.js';
import type { FilingStatus, Permit, PermitTerm } from './license.js';
import { filingMachines, nextState } from './machines.js';
import { alarmOf, operates, operationsOf, presentTimeWithoutRight } from './operations.js';
import { rightsByDay } from './rights.js';
import { isFormallyOver } from './status.js';
import { liveTypes } from './types-of-permit.js';

/** A limit whose passing changes the license by itself. */
export interface PassingLimit {
  /** The first civil day after the limit: what follows is true from then on. */
  day: CivilDate;
  /** For the Temporal UI, such as `permit ends 2031-03-14`. */
  why: string;
  events: LicenseEvent[];
}

/** The limits that run in this state, whether they have passed or not, the earliest first. */
export function passingLimits(state: Standing, context: AgendaContext): readonly PassingLimit[] {
  const { law } = context;
  const known = newest.find(state);
  const { limits } = known?.law === law ? known : newest.keep(state, { law, limits: limitsOf(state, law) });
  const alarms = operatingAlarmsToRaise(state, context);
  return alarms.length === 0 ? limits : [...limits, ...alarms].sort(byDay);
}

/** Those for which the day of the question does not matter. */
const newest = new NewestAnswers<{ law: Law; limits: readonly PassingLimit[] }>();

function limitsOf(state: Standing, law: Law): readonly PassingLimit[] {
  if (state.closed || isFormallyOver(state)) return [];
  const limits: PassingLimit[] = [];
  for (const filing of Object.values(state.filings)) limits.push(...silence(filing, law));
  limits.push(...expiry(state, law));
  return limits.sort(byDay);
}

function byDay(a: PassingLimit, b: PassingLimit): number {
  return a.day < b.day ? -1 : Number(a.day > b.day);
}

/** ALL art. 32(4): five silent working days, and the application counts as accepted from the day of its receipt. */
function silence(filing: StandingFiling, law: Law): PassingLimit[] {
  const round = lastRound(filing);
  const receivedOn = round?.receivedOn ?? null;
  const mayBeDeemed = nextState(filingMachines[filing.kind], filing.status, 'acceptance-deemed') !== null;
  if (!mayBeDeemed || !round || receivedOn === null) return [];
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
  const deemed = renewals.find((filing) => deemedTypes(filing, permit, term, law).length > 0);
  const events = deemed ? deemedRenewal(permit, deemed, term, day, law) : lapse(renewals, term, day, law);
  return [{ day, why: `permit ends ${term.lastDay}`, events }];
}

type Law = Context['law'];

/** The authority has it and has not decided. */
const undecided: readonly FilingStatus[] = ['submitted', 'accepted', 'expert-review'];

/**
 * ALL art. 50(2), as far as O42 art. 27 leaves it: the filing was in time, the authority has it and is silent, and the
 * service was opened; each type stands for itself. What is granted while its paper is missing goes on as well.
 */
function deemedTypes(filing: StandingFiling, permit: Permit, term: PermitTerm, law: Law): string[] {
  if (!goesOn(filing, term, law)) return [];
  const asked = filing.serviceTypes ?? liveTypes(permit);
  const refused = refusedBy(filing, term);
  return asked.filter((type) => (refused ? !refused.includes(type) : permit.services[type]?.status === 'opened'));
}

/** The types that the authority had left out of its grant by the end of the term; null where it had granted nothing. */
export function refusedBy(filing: StandingFiling, term: PermitTerm): string[] | null {
  return statusBy(filing, term.lastDay) === 'granted' ? (filing.decision?.refusedTypes ?? []) : null;
}

/** Whether a permit may go on after a term by this renewal: granted by then, or in time and still with the authority. */
export function goesOn(filing: StandingFiling, term: PermitTerm, law: Law): boolean {
  const status = statusBy(filing, term.lastDay);
  return status === 'granted' || (undecided.includes(status) && isInTime(filing, term, law));
}

/** Where a filing stood at the end of a day: what was said or done later, though it is known by now, is no part of it. */
function statusBy({ withdrawnOn, decision, rounds }: StandingFiling, day: CivilDate): FilingStatus {
  if (withdrawnOn !== null && withdrawnOn <= day) return 'withdrawn';
  if (decision && decision.on <= day) return decision.outcome;
  const round = rounds.findLast(({ submittedOn }) => submittedOn <= day);
  if (!round) return 'draft';
  return round.correction && round.correction.noticedOn <= day ? 'correction' : 'submitted';
}

/**
 * The day on which the authority turned a filing down, or gave it back for a correction that it waits for, or on which
 * the company withdrew it.
 */
export function turnedDownOn(filing: StandingFiling): CivilDate | null {
  if (filing.status === 'withdrawn') return filing.withdrawnOn;
  if (filing.status === 'correction') return lastRound(filing)?.correction?.noticedOn ?? null;
  return filing.status === 'refused' || filing.status === 'not-accepted' ? (filing.decision?.on ?? null) : null;
}

/** A renewal that the authority had by the end of its window. */
function isInTime(filing: StandingFiling, term: PermitTerm, law: Law): boolean {
  const first = filing.rounds[0];
  const window = knownDate(() => renewalWindow(law, term.lastDay));
  return first !== undefined && window !== null && (first.receivedOn ?? first.submittedOn) <= window.date;
}

/**
 * Of a type that was never opened no deemed renewal is claimed: it stands still, and a person decides; as where the
 * renewal is known to have been turned down or withdrawn after the end.
 */
function deemedRenewal(
  permit: Permit,
  filing: StandingFiling,
  term: PermitTerm,
  validFrom: CivilDate,
  law: Law,
): LicenseEvent[] {
  const ruleId = renewalDecision(law, term.lastDay).readings[0]?.proof.ruleId ?? '';
  const { lastDay } = validity(law, validFrom);
  const renewed = deemedTypes(filing, permit, term, law);
  const live = liveTypes(permit);
  const asked = filing.serviceTypes ?? live;
  const doubtful = refusedBy(filing, term) ? [] : asked.filter((type) => !renewed.includes(type));
  const turnedDown = turnedDownOn(filing);
  const all = live.every((type) => renewed.includes(type));
  return [
    {
      type: 'renewal-deemed',
      v: 2,
      validOn: validFrom,
      data: { filingId: filing.id, validFrom, lastDay, ruleId, serviceTypes: all ? null : renewed },
    },
    ...doubtful.map((type) => undecidedRenewal(`${filing.id}:${type}`, validFrom)),
    ...(turnedDown === null ? [] : [undecidedRenewal(filing.id, turnedDown)]),
  ];
}

function undecidedRenewal(about: string, validOn: CivilDate): LicenseEvent {
  return { type: 'attention-raised', v: 1, validOn, data: { reason: 'renewal-undecided', about } };
}

/**
 * The permit has ended. Where a renewal was filed in time and still waits (in correction, or for a service that was
 * never opened), the law gives no sure answer: operating stops all the same, and a person is asked to look.
 */
function lapse(renewals: StandingFiling[], term: PermitTerm, day: CivilDate, law: Law): LicenseEvent[] {
  const unclear = renewals.filter((filing) => {
    const status = statusBy(filing, term.lastDay);
    return (undecided.includes(status) || status === 'correction') && isInTime(filing, term, law);
  });
  return [expired(term, law), ...unclear.map(({ id }) => undecidedRenewal(id, day))];
}

/** The end of the permit with a term. */
export function expired({ validFrom, lastDay }: PermitTerm, law: Law): LicenseEvent {
  const ruleId = knownDate(() => validity(law, validFrom))?.proof.ruleId ?? '';
  return { type: 'permit-expired', v: 1, validOn: addDays(lastDay, 1), data: { lastDay, ruleId } };
}

/**
 * Services that run without a right of which nobody was told: the permit ended under them, or they began without one.
 * All of a day at once. A right may end on a day to come as well: by a renewal on record that leaves a service out.
 */
function operatingAlarmsToRaise(state: Standing, context: AgendaContext): PassingLimit[] {
  if (state.closed || !operates(state)) return [];
  const { today } = context;
  const days = [
    today,
    ...rightsByDay(state)
      .map(({ from }) => from)
      .filter((from) => from > today),
  ];
  return days.flatMap((day) => {
    const events = alarmsOn(state, { ...context, today: day });
    return events.length === 0 ? [] : [{ day, why: 'operating without a permit', events }];
  });
}

function alarmsOn(state: Standing, context: AgendaContext): LicenseEvent[] {
  return operationsOf(state).flatMap((operation): LicenseEvent[] => {
    const time = presentTimeWithoutRight(state, operation, context);
    if (!time || alarmOf(state, operation, time.from)) return [];
    const { id: operationId, serviceType, province } = operation;
    const data = { operationId, serviceType, province, from: time.from, reasons: time.reasons };
    return [{ type: 'operating-alarm-raised', v: 1, validOn: context.today, data }];
  });
}
