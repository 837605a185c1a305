import type { CivilDate } from '../calendar/index.js';
import { type Ladder, type Law, ladderFor } from '../rulebook/index.js';
import type { Absences } from './absences.js';
import { knownDate } from './agenda/obligation-parts.js';
import {
  type ChosenLadder,
  type ChosenLadders,
  chosenLadder,
  countsBack,
  type LadderSource,
  ladderOf,
  sourceOf,
} from './chosen-ladders.js';
import type { Context } from './context.js';
import { type Escalation, escalationsToCome } from './escalation.js';
import { type Rung, rungsToCome } from './ladder.js';
import type { LicenseState, NoticeRecord, People } from './license.js';
import type { Obligation } from './obligation.js';

/** All that people are still to be told about one obligation, due or not. */
export interface PendingNotices {
  obligation: Obligation;
  record: NoticeRecord;
  rungs: readonly Rung[];
  escalations: readonly Escalation[];
  /** The earliest day of all of them. */
  earliest: CivilDate;
  /** Who is told of each rung together with the owner. */
  alsoTells: readonly ('deputy' | 'manager')[];
  /** Whose ladder it is. */
  ladder: LadderSource;
}

const nothing: NoticeRecord = { fired: [], quoted: null };

/** What the notices of an obligation follow from, besides the obligation itself and the day. */
interface Grounds {
  law: Law;
  record: NoticeRecord;
  people: People;
  absences: Absences;
  ladders: ChosenLadders;
  permitEnd: CivilDate | null;
}

interface Answer {
  grounds: Grounds;
  rungs: readonly Rung[];
  /** The civil days for which it holds: from the first to the one before `until`. */
  from: CivilDate;
  until: CivilDate;
  pending: PendingNotices;
}

/** The newest answer for each obligation: between two events only the day changes, and that seldom matters. */
const newest = new WeakMap<Obligation, Answer>();

/** Notices to come of an obligation. While its clock stands still there are none. */
export function pendingNotices(state: LicenseState, obligation: Obligation, context: Context): PendingNotices {
  const { law, today } = context;
  const record = state.notices[obligation.id] ?? nothing;
  const permitEnd = state.permit?.terms.at(-1)?.lastDay ?? null;
  const { people, absences, ladders } = state;
  const grounds: Grounds = { law, record, people, absences, ladders, permitEnd };
  const known = newest.get(obligation);
  const sameDays = known !== undefined && known.from <= today && today < known.until;
  if (sameDays && sameGrounds(known.grounds, grounds)) return known.pending;
  const answer = work(obligation, grounds, today, sameDays ? known : null);
  newest.set(obligation, answer);
  return answer.pending;
}

function sameGrounds(a: Grounds, b: Grounds): boolean {
  return (
    a.law === b.law &&
    a.record === b.record &&
    a.people === b.people &&
    a.absences === b.absences &&
    a.ladders === b.ladders &&
    a.permitEnd === b.permitEnd
  );
}

const ofThePack = sourceOf(null);

const forEver = '9999-99-99';

function work(obligation: Obligation, grounds: Grounds, today: CivilDate, before: Answer | null): Answer {
  const { law, record, people, absences, ladders } = grounds;
  const base = knownDate(() => ladderFor(law, obligation.kind));
  const alsoTells = base?.alsoTells ?? [];
  const chosen = chosenLadder(ladders, obligation.kind);
  const ladder = base && chosen && countsBack(base) ? sourceOf(chosen) : ofThePack;
  // Without a ladder in the pinned pack the duty stands on the agenda, and nobody is reminded.
  if (obligation.paused || base === null) {
    const pending = { obligation, record, rungs: [], escalations: [], earliest: forEver, alsoTells, ladder };
    return { grounds, rungs: [], from: today, until: forEver, pending };
  }
  const kept = before && sameLadder(before.grounds, grounds) ? before : laid(obligation, base, chosen, grounds, today);
  const escalations = escalationsToCome(obligation, record.fired, { people, absences }, law.calendar);
  const rungs = thatMatter(obligation, kept.rungs);
  const told = thatMatter(obligation, escalations);
  const pending = {
    obligation,
    record,
    rungs,
    escalations: told,
    earliest: earliestOf(rungs, told),
    alsoTells,
    ladder,
  };
  return { grounds, rungs: kept.rungs, from: kept.from, until: kept.until, pending };
}

function laid(
  obligation: Obligation,
  base: Ladder,
  chosen: ChosenLadder | null,
  { law, record, permitEnd }: Grounds,
  today: CivilDate,
) {
  const ladder = ladderOf(base, chosen, { law, obligation, fired: record.fired });
  const rungs = rungsToCome(ladder, {
    law,
    obligation,
    permitEnd,
    fired: record.fired,
    today,
  });
  // Of the rungs that repeat, those up to the first one after today are listed: from its day on there is one more.
  const last = rungs.at(-1)?.day ?? today;
  return { rungs, from: today, until: last > today ? last : forEver };
}

/** Acknowledging, snoozing and escalating leave the ladder as it is: it goes by which rung fired on which day. */
function sameLadder(a: Grounds, b: Grounds): boolean {
  if (a.law !== b.law || a.ladders !== b.ladders || a.permitEnd !== b.permitEnd) return false;
  const [before, after] = [a.record.fired, b.record.fired];
  return (
    before.length === after.length &&
    after.every((each, i) => each === before[i] || (each.rung === before[i]?.rung && each.on === before[i]?.on))
  );
}

/** A right that has lapsed is nobody's business any more; a duty that is late is. */
function thatMatter<T extends { day: CivilDate }>({ duty, deadline }: Obligation, notices: readonly T[]): readonly T[] {
  return duty !== 'right' || deadline === null ? notices : notices.filter(({ day }) => day <= deadline.date);
}

function earliestOf(...notices: (readonly { day: CivilDate }[])[]): CivilDate {
  let earliest = forEver;
  for (const list of notices) for (const { day } of list) if (day < earliest) earliest = day;
  return earliest;
}
