import { type CivilDate, daysBetween } from '../../calendar/index.js';
import { applicationBar, type BarKind, barKinds, type Deadline, type Facts, type Law } from '../../rulebook/index.js';
import { knownDate } from '../agenda/obligation-parts.js';
import type { Complaints } from './complaints.js';
import { dateAt } from './values.js';

/** A decision after which one may not apply again for a time. */
export interface Bar {
  kind: BarKind;
  /** Day of the decision. */
  decidedOn: CivilDate;
}

/** With the last day of the bar, and its proof. */
export interface DatedBar extends Bar {
  lastDay: CivilDate;
  deadline: Deadline;
}

export function barsAt(law: Law, errors: Complaints, input: unknown, today: CivilDate | null): Bar[] {
  return errors.list('/company/bars', input).flatMap((item, i) => {
    const pointer = `/company/bars/${i}`;
    const bar = errors.object(pointer, item, ['kind', 'decidedOn']);
    const kind = errors.choice(`${pointer}/kind`, bar.kind ?? '', barKinds);
    const decidedOn = dateAt(errors, `${pointer}/decidedOn`, bar.decidedOn);
    if (decidedOn === null || kind === null) return [];
    const remedy = 'Give the day of the decision.';
    if (today !== null && decidedOn > today)
      errors.add(`${pointer}/decidedOn`, 'date-in-future', 'The decision lies after the day of the question.', remedy);
    if (knownDate(() => applicationBar(law, kind, decidedOn)) === null)
      errors.add(`${pointer}/decidedOn`, 'rule-not-in-force', `The rules know no such bar of ${decidedOn}.`, remedy);
    return [{ kind, decidedOn }];
  });
}

/** @param bars as read: the pack has a rule for each */
export function datedBars(law: Law, bars: readonly Bar[]): DatedBar[] {
  return bars.flatMap((bar) => {
    const deadline = knownDate(() => applicationBar(law, bar.kind, bar.decidedOn));
    return deadline ? [{ ...bar, lastDay: deadline.date, deadline }] : [];
  });
}

export function factsOfBars(bars: readonly DatedBar[], filingDay: CivilDate): Partial<Facts> {
  const distances = bars.map(({ lastDay }) => Math.abs(daysBetween(lastDay, filingDay)));
  return {
    barKinds: [...new Set(bars.filter(({ lastDay }) => filingDay <= lastDay).map(({ kind }) => kind))],
    daysFromBarEnd: distances.length > 0 ? Math.min(...distances) : null,
  };
}
