import type { CivilDate } from '../calendar/index.js';
import type { DeadlineReading, Law } from '../rulebook/index.js';
import { agenda } from './agenda.js';
import type { Context } from './context.js';
import { Unavailable } from './errors.js';
import type { LicenseState, MovedDate } from './license.js';
import type { Obligation } from './obligation.js';

/** A date by one law, with the rule, the reading and the calendar that give it. Null: no duty, or no date. */
export interface DateUnderLaw {
  date: CivilDate | null;
  safeDay: CivilDate | null;
  rule: string | null;
  reading: string | null;
  pack: string;
  calendar: string;
}

/** An obligation whose date or safe day another law moves, opens or closes. */
export interface DateImpact {
  obligationId: string;
  kind: Obligation['kind'];
  from: DateUnderLaw;
  to: DateUnderLaw;
}

/**
 * What a license's dates would be, and are no longer, under another law: `context.law` is the new one and
 * `context.lawBefore` the one that the license pins. Nothing is written.
 * @throws `law-not-loaded` (unavailable) without `lawBefore`
 */
export function adoptionImpact(state: LicenseState, context: Context): DateImpact[] {
  const { law, lawBefore } = context;
  if (!lawBefore) {
    throw new Unavailable('law-not-loaded', 'The law that the license pins is not loaded', {
      pins: state.pins,
      remedy: 'Load it beside the new one.',
    });
  }
  const before = obligationsBy(state, { ...context, law: lawBefore });
  const after = obligationsBy(state, context);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((obligationId) => {
    const kind = (before.get(obligationId) ?? after.get(obligationId))?.kind;
    const [from, to] = [dateUnder(lawBefore, before.get(obligationId)), dateUnder(law, after.get(obligationId))];
    const same = from.date === to.date && from.safeDay === to.safeDay;
    return same || kind === undefined ? [] : [{ obligationId, kind, from, to }];
  });
}

/** The legal dates that move, as the event of the adoption keeps them. */
export function movedDatesIn(impact: readonly DateImpact[]): MovedDate[] {
  return impact
    .filter(({ from, to }) => from.date !== to.date)
    .map(({ obligationId, from, to }) => ({ obligationId, from: from.date, to: to.date }));
}

function obligationsBy(state: LicenseState, context: Context): Map<string, Obligation> {
  return new Map(agenda(state, context).map((obligation) => [obligation.id, obligation]));
}

function dateUnder({ pack, calendar }: Law, obligation: Obligation | undefined): DateUnderLaw {
  const deadline = obligation?.deadline ?? null;
  const driving: DeadlineReading | undefined =
    deadline?.readings.find(({ date }) => date === deadline.date) ?? deadline?.readings[0];
  return {
    date: deadline?.date ?? null,
    safeDay: deadline?.safeDay ?? null,
    rule: driving?.proof.ruleId ?? null,
    reading: driving?.id ?? null,
    pack: pack.id,
    calendar: calendar.id,
  };
}
