import type { CivilDate } from '../calendar/index.js';
import { aftermathObligations, leavesAgenda } from './agenda/aftermath-obligations.js';
import { conductObligations, operatingAlarms } from './agenda/conduct-obligations.js';
import { filingObligations } from './agenda/filing-obligations.js';
import { permitObligations } from './agenda/permit-obligations.js';
import { type AgendaContext, NewestAnswers, type Standing } from './agenda/standing.js';
import type { Context } from './context.js';
import type { LicenseState } from './license.js';
import type { Obligation } from './obligation.js';
import { isFormallyOver } from './status.js';

/**
 * What is due on `context.today`: the open obligations of a license, the earliest date first, those without a date
 * last. Derived from the state and the pinned law alone; it never writes anything and never throws for a state that
 * `evolve` has built. A closed license has none; one whose permit is cancelled has its alarms, rights and bars.
 */
export function agenda(state: LicenseState, context: AgendaContext): readonly Obligation[] {
  return known(state, context).open;
}

/** The agenda, and the duties that only time will open: next year's annual report. */
export function foreseen(state: LicenseState, context: AgendaContext): readonly Obligation[] {
  return known(state, context).foreseen;
}

interface Answer {
  law: Context['law'];
  /** The civil days for which it holds: those of a year where only the year matters. */
  from: CivilDate;
  to: CivilDate;
  foreseen: readonly Obligation[];
  open: readonly Obligation[];
}

const newest = new NewestAnswers<Answer>();

function known(state: Standing, context: AgendaContext): Answer {
  const { law, today } = context;
  const found = newest.find(state);
  if (found?.law === law && found.from <= today && today <= found.to) return found;
  const year = yearOf(context);
  const asked = new AskedContext(law, today);
  const all = obligations(state, asked, year + 1);
  const open = Object.freeze(all.filter(({ period }) => period === null || Number(period) <= year));
  const foreseen = Object.freeze(all);
  const [from, to] = asked.dayMatters ? [today, today] : [`${today.slice(0, 5)}01-01`, `${today.slice(0, 5)}12-31`];
  return newest.keep(state, { law, from, to, foreseen, open });
}

/** Notes whether an answer depends on the very day: most depend on the year alone. */
class AskedContext implements AgendaContext {
  dayMatters = false;

  constructor(
    readonly law: Context['law'],
    private readonly day: CivilDate,
  ) {}

  get today(): CivilDate {
    this.dayMatters = true;
    return this.day;
  }
}

function obligations(state: Standing, context: AgendaContext, throughYear: number): Obligation[] {
  if (state.closed) return [];
  const { waived } = state;
  const open = opened(state, context, throughYear);
  return (waived.length === 0 ? open : open.filter(({ id }) => !waived.includes(id))).sort(byDate);
}

function opened(state: Standing, context: AgendaContext, throughYear: number): Obligation[] {
  const brought: Obligation[] = [];
  for (const filing of Object.values(state.filings)) brought.push(...filingObligations(state, filing, context));
  brought.push(...aftermathObligations(state, context));
  if (isFormallyOver(state)) {
    return [...operatingAlarms(state, context), ...brought.filter((each) => leavesAgenda(each) !== null)];
  }
  return [
    ...brought,
    ...permitObligations(state, context, throughYear),
    ...conductObligations(state, context, throughYear),
  ];
}

function byDate(a: Obligation, b: Obligation): number {
  const [first, second] = [a.deadline?.date ?? '9999-12-31', b.deadline?.date ?? '9999-12-31'];
  if (first !== second) return first < second ? -1 : 1;
  return a.openedSeq - b.openedSeq || (a.id < b.id ? -1 : 1);
}

function yearOf({ today }: AgendaContext): number {
  return Number(today.slice(0, 4));
}
