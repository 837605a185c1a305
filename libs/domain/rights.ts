import { type CivilDate, minDate } from '../calendar/index.js';
import type { RightStep } from './conduct.js';
import type { RecordedEvent } from './events.js';
import { stateWith } from './evolve/changed.js';
import type { LicenseState, Permit } from './license.js';
import { servicesInOrder } from './types-of-permit.js';

/** Where nobody knows when a registered permit was granted, no day before it is held against the company. */
const unknownPast: CivilDate = '1900-01-01';

/** What the permit allowed from which day on, the earliest day first: of two entries the newer one holds from its day. */
export function rightsByDay({ conduct }: Pick<LicenseState, 'conduct'>): RightStep[] {
  return conduct.rights.reduce<RightStep[]>(
    (steps, told) => [...steps.filter(({ from }) => from < told.from), told],
    [],
  );
}

/**
 * Writes down what an event made of the permit. A corrected day moves the step that it dates; an expiry or a renewal
 * that was none leaves no step.
 */
export function withRights(before: LicenseState, after: LicenseState, event: RecordedEvent): LicenseState {
  const { permit } = after;
  if (permit === null || permit === before.permit) return after;
  return stateWith(after, {
    conduct: { ...after.conduct, rights: rightsAfter(after.conduct.rights, before.permit, permit, event) },
  });
}

function rightsAfter(rights: RightStep[], before: Permit | null, permit: Permit, event: RecordedEvent): RightStep[] {
  if (event.type === 'entry-corrected')
    return rights.map((step) => ({ ...restated(step, before ?? permit, permit), from: dayOf(step, permit) }));
  if (event.type === 'permit-expiry-retracted') {
    const expiry = rights.findLast(({ status }) => status === 'expired');
    return rights.filter((step) => step !== expiry);
  }
  if (event.type === 'deemed-renewal-retracted') return rights.filter((step) => step.seq !== event.data.deemedSeq);
  const { seq, validOn } = event;
  const last = rights.at(-1);
  const { status, coverage } = permit;
  const step: RightStep = {
    status,
    serviceTypes: typesNotEnded(permit),
    coverage,
    from: dayOf({ seq, from: validOn }, permit),
    seq,
  };
  const begins = permit.terms.some(({ toldSeq }) => toldSeq === seq);
  return last && !begins && sameRight(last, step) ? rights : [...rights, step];
}

/** The step that an entry brought about begins on another day, as far as the entry's own day dates it. */
export function withRightFrom(state: LicenseState, seq: number, from: CivilDate): LicenseState {
  const { permit, conduct } = state;
  if (permit === null || !conduct.rights.some((step) => step.seq === seq)) return state;
  const rights = conduct.rights.map((step) =>
    step.seq === seq ? { ...step, from: dayOf({ seq, from }, permit) } : step,
  );
  return stateWith(state, { conduct: { ...conduct, rights } });
}

/** What the corrected paper says of types and coverage holds for every step since it came. */
function restated(step: RightStep, before: Permit, permit: Permit): RightStep {
  if (step.seq < permit.printedSeq) return step;
  const kept = step.serviceTypes.filter(
    (type) => permit.serviceTypes.includes(type) || !before.serviceTypes.includes(type),
  );
  const added = permit.serviceTypes.filter((type) => !before.serviceTypes.includes(type));
  const coverage = permit.coverage === before.coverage ? step.coverage : permit.coverage;
  return { ...step, serviceTypes: [...kept, ...added].sort(), coverage };
}

/** As the permit says it now: the first day of its term, or the day on which it was taken. */
function dayOf({ seq, from }: Pick<RightStep, 'seq' | 'from'>, permit: Permit): CivilDate {
  if (seq === permit.seq) return firstDay(permit);
  if (seq === permit.taking?.seq) return permit.taking.on;
  return permit.terms.find((term) => term.toldSeq === seq)?.validFrom ?? from;
}

function typesNotEnded(permit: Permit): string[] {
  return servicesInOrder(permit).flatMap(([type, { status }]) => (status === 'ended' ? [] : [type]));
}

/** A permit that was held before Paizhao knew of it may have had terms that nobody entered. */
function firstDay({ terms, grantedOn }: Permit): CivilDate {
  const [first] = terms;
  if (!first) return unknownPast;
  if (first.filingId !== null) return first.validFrom;
  return grantedOn === null ? unknownPast : minDate(grantedOn, first.validFrom);
}

function sameRight(a: RightStep, b: RightStep): boolean {
  const types = (step: RightStep) => [...step.serviceTypes].sort().join(' ');
  return a.status === b.status && types(a) === types(b) && JSON.stringify(a.coverage) === JSON.stringify(b.coverage);
}
