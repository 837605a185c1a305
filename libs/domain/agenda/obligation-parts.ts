import { type CivilDate, maxDate } from '../../calendar/index.js';
import type { Deadline, Law } from '../../rulebook/index.js';
import type { Duty, Obligation, ObligationKind } from '../obligation.js';
import type { Preparation } from '../preparation.js';
import { sameParts } from '../same-parts.js';
import { nextStep } from './wording.js';

/** What differs from one obligation to the next; the rest has a usual value. */
export interface ObligationParts {
  kind: ObligationKind;
  duty: Duty;
  openedSeq: number;
  openedOn: CivilDate;
  deadline: Deadline | null;
  filingId?: string | null;
  period?: string;
  cureEnd?: CivilDate | null;
  paused?: boolean;
  preparation?: Preparation | null;
  /** Whether the law asks for it at all is open; it is followed until somebody knows. */
  doubtful?: boolean;
  /** The authority's system would not take it yet. */
  blocked?: boolean;
  /** Somebody must say first which clock it has. */
  unanswered?: boolean;
}

/** Obligations as they were last built, by id: of one license at a time, or of many that ask in turn. */
const built = new Map<string, { parts: ObligationParts; obligation: Obligation }>();
const mostBuilt = 500;

/**
 * Builds an obligation; its id is `<kind>:<seq>[:<period>]`. One that has not changed is the same object as before, so
 * that what follows from it need not be worked out again; hence it is frozen.
 */
export function obligation(parts: ObligationParts): Obligation {
  const { kind, openedSeq, period = null, paused = false } = parts;
  const id = obligationId(kind, openedSeq, period);
  const known = built.get(id);
  if (known && sameParts(known.parts, parts)) return known.obligation;
  const fresh: Obligation = Object.freeze({
    id,
    kind,
    duty: parts.duty,
    filingId: parts.filingId ?? null,
    period,
    openedSeq,
    openedOn: parts.openedOn,
    deadline: parts.deadline,
    cureEnd: parts.cureEnd ?? null,
    paused,
    preparation: parts.preparation ?? null,
    next: Object.freeze(nextStep(kind, parts)),
  });
  if (built.size >= mostBuilt) built.clear();
  built.set(id, { parts, obligation: fresh });
  return fresh;
}

/** The permanent id of an obligation: what opened it, and its year where it recurs. */
function obligationId(kind: ObligationKind, openedSeq: number, period: string | null = null): string {
  return period === null ? `${kind}:${openedSeq}` : `${kind}:${openedSeq}:${period}`;
}

/** What the pinned law and calendar cannot answer: days outside the calendar, years before the rules. */
const unanswerable: readonly unknown[] = ['calendar-not-covered', 'rule-not-in-force'];

/**
 * The date, or null where it cannot be known. That is no reason to fail: a permit of long ago still has its other
 * duties. Every other error is a defect and passes.
 */
export function knownDate<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Error && 'code' in error && unanswerable.includes(error.code)) return null;
    throw error;
  }
}

/** Those for which the pack has a reminder ladder: an older pack does not know the newer kinds of duties. */
export function inPack(law: Law, obligations: Obligation[]): Obligation[] {
  return obligations.filter(({ kind }) => law.pack.ladders.some((ladder) => ladder.obligation === kind));
}

/** The latest of the days that are there. */
export function latest(first: CivilDate, ...others: (CivilDate | null)[]): CivilDate {
  return maxDate(first, ...others.filter((day) => day !== null));
}
