import type { AuditedDate, AuditedDeadline, AuditedEnd } from '../audit-report/content.js';
import { addDays, type CivilDate, daysBetween, shanghaiDay } from '../calendar/index.js';
import {
  agenda,
  evolve,
  explainObligation,
  type LicenseEntry,
  type LicenseState,
  lawOfLicense,
  type Obligation,
} from '../domain/index.js';
import { type Days, within } from './days.js';

interface Duty {
  obligation: Obligation;
  /** The deadline that the newest of `dates` explains, to see whether it moved. */
  told: string;
  dates: AuditedDate[];
  ended: AuditedEnd | null;
}

/**
 * Every duty that was open on a day that is covered, with each date that it had, as it was computed then: the stream is
 * folded entry by entry, and what was due is looked at before and after each, at both ends and on each 1 January.
 * @param entries of the license's stream from the first one on
 * @param today the license's day: later ones have not come yet
 */
export function dutiesOf(
  licenseId: string,
  entries: readonly LicenseEntry[],
  days: Days,
  today: CivilDate,
): AuditedDeadline[] {
  const watch = new DutyWatch();
  const marks = marksOf(days, today);
  let state: LicenseState | null = null;
  for (const entry of entries) {
    const day = shanghaiDay(entry.recordedAt);
    for (; marks[0] !== undefined && marks[0] < day; marks.shift()) watch.look(state, marks[0], null);
    const covered = within(days, day);
    if (covered) watch.look(state, day, null);
    state = evolve(licenseId, state, entry);
    if (covered) watch.look(state, day, entry);
  }
  for (const mark of marks) watch.look(state, mark, null);
  return watch.seen();
}

/** Days on which it is looked whether or not anything was recorded. */
function marksOf({ from, to }: Days, today: CivilDate): CivilDate[] {
  const last = to < today ? to : today;
  const marks = new Set([from, last]);
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(last.slice(0, 4)); year += 1) marks.add(`${year}-01-01`);
  return [...marks].filter((day) => day <= last).sort();
}

class DutyWatch {
  private readonly duties = new Map<string, Duty>();

  /** @param by the entry that has just been folded; null where only time went by */
  look(state: LicenseState | null, day: CivilDate, by: LicenseEntry | null): void {
    if (state === null) return;
    const law = lawOfLicense(state);
    const open = agenda(state, { law, today: day });
    for (const obligation of open) this.isOpen(obligation, state, day);
    for (const [id, duty] of this.duties) {
      if (duty.ended !== null || open.some((each) => each.id === id)) continue;
      duty.ended = endOf(duty, by, state);
    }
  }

  private isOpen(obligation: Obligation, state: LicenseState, day: CivilDate): void {
    const duty = this.duties.get(obligation.id) ?? { obligation, told: '', dates: [], ended: null };
    this.duties.set(obligation.id, duty);
    duty.obligation = obligation;
    duty.ended = null;
    const told = JSON.stringify([obligation.deadline, state.pins]);
    if (told === duty.told) return;
    duty.told = told;
    const explanation = explainObligation(lawOfLicense(state), obligation);
    if (explanation) duty.dates.push({ since: { seq: state.seq, day }, explanation });
  }

  /** In the order of their dates, those without one last. */
  seen(): AuditedDeadline[] {
    return [...this.duties.values()].map(toldDuty).sort((a, b) => {
      const [first, second] = [dateOf(a), dateOf(b)];
      return first === second
        ? a.openedSeq - b.openedSeq || (a.obligationId < b.obligationId ? -1 : 1)
        : first < second
          ? -1
          : 1;
    });
  }
}

const dateOf = ({ dates }: Pick<AuditedDeadline, 'dates'>): CivilDate => dates.at(-1)?.explanation.date ?? '9999-12-31';

function endOf({ obligation, dates }: Duty, by: LicenseEntry | null, { waived }: LicenseState): AuditedEnd {
  const date = dates.at(-1)?.explanation.date ?? null;
  if (by === null)
    return { how: 'lapsed', on: date === null ? obligation.openedOn : addDays(date, 1), by: null, daysLate: null };
  const { seq, type, recordedAt, actor, validOn: on } = by;
  const how = waived.includes(obligation.id) ? 'waived' : 'done';
  return {
    how,
    on,
    by: { seq, type, recordedAt, actor },
    daysLate: date && Math.max(0, daysBetween(date, on)),
  } as AuditedEnd;
}

function toldDuty({ obligation, dates, ended }: Duty): AuditedDeadline {
  const { id, kind, duty, filingId, period, openedOn, openedSeq, next } = obligation;
  return { obligationId: id, kind, duty, filingId, period, openedOn, openedSeq, about: next, dates, ended };
}
