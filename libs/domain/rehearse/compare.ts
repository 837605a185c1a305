import { type CivilDate, daysBetween } from '../../calendar/index.js';
import type { Law } from '../../rulebook/index.js';
import { InvalidInput } from '../errors.js';
import type { ObligationKind } from '../obligation.js';
import { rehearse } from '../rehearse.js';
import type { RehearsalFinding } from './findings.js';
import type { ActWindow, Rehearsal } from './rehearsal.js';

/** A value under either plan. */
export interface Both<T> {
  a: T;
  b: T;
}

/** What another plan changes. Days are civil dates of Asia/Shanghai. */
export interface Comparison {
  filingOn: Both<CivilDate | null>;
  /** The day of the first permit as it was played; null where the plan comes to none. */
  issuedOn: Both<CivilDate | null>;
  predictedIssue: Both<Rehearsal['predictedIssue']>;
  end: Both<Rehearsal['end'] & { on: CivilDate }>;
  waiting: Both<Rehearsal['waiting']>;
  /** The least slack that each plan leaves to the company, in days. */
  leastSlack: Both<number | null>;
  /** Acts of the company whose days differ, in the order of the first plan; what only one plan brings has one side. */
  acts: ComparedAct[];
  notices: Both<number> & { byPerson: Record<string, Both<number>> };
  /** What is to be known of one plan only. */
  findings: Both<RehearsalFinding[]>;
}

/** The same act under both plans: the n-th of its kind and year. */
export interface ComparedAct {
  kind: ObligationKind;
  period: string | null;
  count: number;
  a: ActDays | null;
  b: ActDays | null;
  /** Calendar days by which the safe day moves from the first plan to the second. */
  movedDays: number | null;
}

type ActDays = Pick<ActWindow, 'from' | 'to' | 'doneOn' | 'slackDays' | 'firmness'>;

/**
 * Plays two plans and says what differs.
 * @throws InvalidInput as `rehearse`; pointers begin with `/a` or `/b`, and where both plans are wrong, `errors` has the
 *   faults of both
 */
export function comparePlans(law: Law, plans: Both<unknown>): Comparison {
  const [a, b] = [played(law, plans.a, 'a'), played(law, plans.b, 'b')];
  if (a instanceof InvalidInput) throw b instanceof InvalidInput ? together(a, b) : a;
  if (b instanceof InvalidInput) throw b;
  return compareRehearsals(a, b);
}

/** A plan played, or what is wrong with it, pointing into it. */
function played(law: Law, plan: unknown, name: 'a' | 'b'): Rehearsal | InvalidInput {
  try {
    return rehearse(law, plan);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { pointer, errors, ...details } = error.details;
    const within = (at: unknown) => `/${name}${typeof at === 'string' ? at : ''}`;
    const all = Array.isArray(errors) ? errors.map((each) => ({ ...each, pointer: within(each.pointer) })) : undefined;
    return new InvalidInput(error.code, `${name}: ${error.message}`, {
      ...details,
      pointer: within(pointer),
      ...(all ? { errors: all } : {}),
    });
  }
}

/** The faults of both, where both are lists; a plan that could not be played has one, and it stands for itself. */
function together(a: InvalidInput, b: InvalidInput): InvalidInput {
  const [ofA, ofB] = [a.details.errors, b.details.errors];
  if (!Array.isArray(ofA) || !Array.isArray(ofB)) return Array.isArray(ofB) ? b : a;
  return new InvalidInput(a.code, `${a.message} ${b.message}`, { ...a.details, errors: [...ofA, ...ofB] });
}

function compareRehearsals(a: Rehearsal, b: Rehearsal): Comparison {
  const both = <T>(of: (rehearsal: Rehearsal) => T): Both<T> => ({ a: of(a), b: of(b) });
  return {
    filingOn: both(({ filingOn }) => filingOn),
    issuedOn: both(({ timeline }) => timeline.find(({ what }) => what === 'permit-issued')?.on ?? null),
    predictedIssue: both(({ predictedIssue }) => predictedIssue),
    end: both(({ end, endOn }) => ({ ...end, on: endOn })),
    waiting: both(({ waiting }) => waiting),
    leastSlack: both(leastSlack),
    acts: comparedActs(a, b),
    notices: { ...both(({ notices }) => notices.length), byPerson: noticesByPerson(a, b) },
    findings: { a: onlyIn(a, b), b: onlyIn(b, a) },
  };
}

function leastSlack({ windows }: Rehearsal): number | null {
  const slacks = windows.flatMap(({ slackDays }) => slackDays ?? []);
  return slacks.length > 0 ? Math.min(...slacks) : null;
}

function comparedActs(a: Rehearsal, b: Rehearsal): ComparedAct[] {
  const [first, second] = [counted(a), counted(b)];
  const keys = [...new Set([...first.keys(), ...second.keys()])];
  return keys.flatMap((key) => {
    const [left, right] = [first.get(key) ?? null, second.get(key) ?? null];
    const known = left ?? right;
    if (!known || (left && right && sameDays(left.days, right.days))) return [];
    const { kind, period, count } = known;
    const movedDays = left && right ? daysBetween(left.days.to, right.days.to) : null;
    return [{ kind, period, count, a: left?.days ?? null, b: right?.days ?? null, movedDays }];
  });
}

type CountedAct = Pick<ComparedAct, 'kind' | 'period' | 'count'> & { days: ActDays };

/** Ids of obligations tell which event opened them, and two plans have not the same events: so acts are counted. */
function counted({ windows }: Rehearsal): Map<string, CountedAct> {
  const acts = new Map<string, CountedAct>();
  const counts = new Map<string, number>();
  for (const { kind, period, from, to, doneOn, slackDays, firmness } of windows) {
    const name = `${kind} ${period}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    acts.set(`${name} ${count}`, { kind, period, count, days: { from, to, doneOn, slackDays, firmness } });
  }
  return acts;
}

function sameDays(a: ActDays, b: ActDays): boolean {
  return a.from === b.from && a.to === b.to && a.doneOn === b.doneOn && a.firmness === b.firmness;
}

function noticesByPerson(a: Rehearsal, b: Rehearsal): Record<string, Both<number>> {
  const people = [...new Set([...Object.keys(a.noticesByPerson), ...Object.keys(b.noticesByPerson)])];
  return Object.fromEntries(
    people.map((person) => [person, { a: a.noticesByPerson[person] ?? 0, b: b.noticesByPerson[person] ?? 0 }]),
  );
}

/** Findings are the same when they say the same; what they are about carries a number that the plan gave it. */
function onlyIn(one: Rehearsal, other: Rehearsal): RehearsalFinding[] {
  const known = new Set(other.findings.map(({ code, text }) => `${code} ${text.en}`));
  return one.findings.filter(({ code, text }) => !known.has(`${code} ${text.en}`));
}
