import type { AuditedDate, AuditedDeadline, AuditedEnd, SilenceAs } from '../audit-report/content.js';
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
 * @param days none of which lies ahead; where the last one lies before the first, there is no day
 */
export function dutiesOf(licenseId: string, entries: readonly LicenseEntry[], days: Days): AuditedDeadline[] {
  const watch = new DutyWatch(entries);
  const marks = marksOf(days);
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
function marksOf({ from, to }: Days): CivilDate[] {
  const marks = new Set([from, to]);
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1) marks.add(`${year}-01-01`);
  return [...marks].filter((day) => from <= day && day <= to).sort();
}

class DutyWatch {
  private readonly duties = new Map<string, Duty>();
  private newest: readonly Obligation[] | null = null;

  /** @param entries all of them: what silence did may be confirmed much later */
  constructor(private readonly entries: readonly LicenseEntry[]) {}

  /** @param by the entry that has just been folded; null where only time went by */
  look(state: LicenseState | null, day: CivilDate, by: LicenseEntry | null): void {
    if (state === null) return;
    const law = lawOfLicense(state);
    const open = agenda(state, { law, today: day });
    // The same list for as long as nothing changed that a duty depends on.
    if (open === this.newest) return;
    this.newest = open;
    for (const obligation of open) this.isOpen(obligation, state, day);
    for (const [id, duty] of this.duties) {
      if (duty.ended !== null || open.some((each) => each.id === id)) continue;
      duty.ended = endOf(duty, by, state, this.entries);
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

function endOf(
  { obligation, dates }: Duty,
  by: LicenseEntry | null,
  { waived }: LicenseState,
  entries: readonly LicenseEntry[],
): AuditedEnd {
  const date = dates.at(-1)?.explanation.date ?? null;
  if (by === null)
    return {
      how: 'lapsed',
      on: date === null ? obligation.openedOn : addDays(date, 1),
      by: null,
      daysLate: null,
      bySilence: null,
    };
  const { seq, type, recordedAt, actor, validOn: on } = by;
  const how = waived.includes(obligation.id) ? 'waived' : 'done';
  return {
    how,
    on,
    by: { seq, type, recordedAt, actor },
    daysLate: date && Math.max(0, daysBetween(date, on)),
    bySilence: bySilence(by, entries),
  } as AuditedEnd;
}

/** What a silence of the authority counts as, and the entries by which that is confirmed or taken back. */
const silences: Readonly<Record<string, { as: SilenceAs; confirmed: readonly string[]; retracted: string }>> = {
  'acceptance-deemed': {
    as: 'acceptance',
    confirmed: ['deemed-acceptance-confirmed', 'filing-accepted'],
    retracted: 'deemed-acceptance-retracted',
  },
  'renewal-deemed': {
    as: 'renewal',
    confirmed: ['deemed-renewal-confirmed', 'permit-renewed'],
    retracted: 'deemed-renewal-retracted',
  },
};

function bySilence(by: LicenseEntry, entries: readonly LicenseEntry[]): AuditedEnd['bySilence'] {
  const silence = Object.hasOwn(silences, by.type) ? silences[by.type] : undefined;
  if (silence === undefined) return null;
  const settles = ({ seq, type, data }: LicenseEntry): boolean =>
    seq > by.seq &&
    (silence.confirmed.includes(type) || silence.retracted === type) &&
    filingOf(data) === filingOf(by.data);
  const found = entries.find(settles);
  return {
    as: silence.as,
    settled: found
      ? { how: found.type === silence.retracted ? 'retracted' : 'confirmed', seq: found.seq, on: found.validOn }
      : null,
  };
}

const filingOf = (data: object): unknown => ('filingId' in data ? data.filingId : null);

function toldDuty({ obligation, dates, ended }: Duty): AuditedDeadline {
  const { id, kind, duty, filingId, period, openedOn, openedSeq, next } = obligation;
  return { obligationId: id, kind, duty, filingId, period, openedOn, openedSeq, about: next, dates, ended };
}
