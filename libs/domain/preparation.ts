import { type CivilDate, subtractWorkingDays, workingDaysBetween } from '../calendar/index.js';
import type { Law } from '../rulebook/index.js';
import { knownDate } from './agenda/obligation-parts.js';
import type { StandingFiling } from './agenda/standing.js';
import type { FilingKind } from './license.js';

/** How long the company has taken over its own papers, and when it must begin at the latest. */
export interface Preparation {
  /** The latest working day from which nine of ten of the own filings would have been ready by the safe day. */
  startBy: CivilDate;
  /** Working days which that counts on. */
  workingDays: number;
  /** What the newest of them took. */
  lastTime: number;
  /** How many it rests on. */
  count: number;
  /** Whose filings they are: this license's, or while it has none those of the company's other licenses. */
  of: 'license' | 'company';
}

/** What the other licenses of the company took for filings of a kind, in working days, oldest first; and since when. */
export type Experience = { [kind in FilingKind]?: { days: number[]; on: CivilDate } };

/** More than these tell no more. */
export const mostExperience = 20;

type Filings = Readonly<Record<string, StandingFiling>>;

/** From the opening of a filing to its first submission: what the company did before, in working days, oldest first. */
export function preparationsOf(law: Law, filings: Filings, kind: FilingKind): readonly number[] {
  const done: StandingFiling[] = [];
  for (const id in filings) {
    const filing = filings[id];
    if (filing?.kind === kind && filing.rounds.length > 0) done.push(filing);
  }
  if (done.length === 0) return none;
  return done
    .sort((a, b) => a.openedSeq - b.openedSeq)
    .flatMap(({ openedOn, rounds: [first] }) => (first ? taken(law, openedOn, first.submittedOn) : []));
}

const none: readonly number[] = [];

/** From the notice of a correction to its answer, of all filings. */
export function answersOf(law: Law, filings: Filings): number[] {
  const answered = Object.values(filings).flatMap(({ rounds }) =>
    rounds.flatMap(({ correction }, i) => {
      const next = rounds[i + 1];
      return correction && next ? [{ seq: correction.seq, from: correction.noticedOn, to: next.submittedOn }] : [];
    }),
  );
  return answered.sort((a, b) => a.seq - b.seq).flatMap(({ from, to }) => taken(law, from, to));
}

/** What own history advises for a safe day; null without history, or where nothing took a day. */
export function preparationFor(
  law: Law,
  days: readonly number[],
  safeDay: CivilDate | null,
  of: Preparation['of'] = 'license',
): Preparation | null {
  const lastTime = days.at(-1);
  if (lastTime === undefined || safeDay === null) return null;
  if (days.every((each) => each === 0)) return null;
  const workingDays = nearestRank(days, 0.9);
  const startBy =
    workingDays > 0 ? knownDate(() => subtractWorkingDays(law.calendar, safeDay, workingDays).date) : null;
  return startBy === null ? null : same({ startBy, workingDays, lastTime, count: days.length, of });
}

/** The same advice is the same object, so that an obligation which has not changed is told from one that has. */
const advised = new Map<string, Preparation>();
const mostAdvised = 500;

function same(advice: Preparation): Preparation {
  const key = Object.values(advice).join(' ');
  const found = advised.get(key);
  if (found) return found;
  if (advised.size >= mostAdvised) advised.clear();
  advised.set(key, Object.freeze(advice));
  return advice;
}

/** The nearest rank: a number of days that one of them really took. */
export function nearestRank(days: readonly number[], share: number): number {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

/** An entry whose days run backwards, or lie outside the calendar, teaches nothing. */
function taken(law: Law, from: CivilDate, to: CivilDate): number[] {
  const days = to < from ? null : knownDate(() => workingDaysBetween(law.calendar, from, to).days);
  return days === null ? [] : [days];
}
