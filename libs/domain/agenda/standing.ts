import type { Context } from '../context.js';
import type { Filing, LicenseState } from '../license.js';

/**
 * What of a state no obligation and no limit looks at: what people were told and answered, and where the stream stands.
 * Events that change nothing else leave the agenda as it is; the type `Standing` sees to it that the list is true.
 */
type BesideTheAgenda =
  | 'seq'
  | 'recordedAt'
  | 'notices'
  | 'waiverProposals'
  | 'attention'
  | 'corrected'
  | 'papers'
  | 'people'
  | 'absences'
  | 'ladders'
  | 'simulated'
  | 'unknownEvents';

/** The same of a filing: its papers matter to whoever hands it in. */
type BesideTheFiling = 'materials' | 'originals' | 'pack';

/** A filing as obligations see it. */
export type StandingFiling = Omit<Filing, BesideTheFiling>;

/** A state as obligations see it. */
export interface Standing extends Omit<LicenseState, 'filings' | BesideTheAgenda> {
  filings: Record<string, StandingFiling>;
}

/** Obligations depend on the day, not on the hour, and on nobody who acts. */
export type AgendaContext = Pick<Context, 'law' | 'today'>;

/** The parts that obligations look at, each named once: the compiler asks for any that is missing. */
const parts = partsOf<Omit<Standing, 'filings'>>({
  form: true,
  licenseId: true,
  openedOn: true,
  companyId: true,
  company: true,
  serviceTypes: true,
  coverage: true,
  authority: true,
  office: true,
  pins: true,
  readings: true,
  readingsSeq: true,
  follows: true,
  permit: true,
  experience: true,
  flags: true,
  factSeqs: true,
  changes: true,
  reportsFiledBefore: true,
  unknown: true,
  waived: true,
  proposedCorrections: true,
  replacedBy: true,
  closed: true,
  conduct: true,
});

const filingParts = partsOf<StandingFiling>({
  id: true,
  kind: true,
  status: true,
  openedOn: true,
  openedSeq: true,
  openedBy: true,
  period: true,
  answers: true,
  follows: true,
  serviceTypes: true,
  plannedOn: true,
  rounds: true,
  acceptance: true,
  expertReviews: true,
  publication: true,
  decision: true,
  withdrawnOn: true,
  reportReturn: true,
  deferred: true,
  closedSeq: true,
  closedOn: true,
});

function partsOf<T>(named: Record<keyof T, true>): (keyof T)[] {
  return Object.keys(named) as (keyof T)[];
}

/** Whether two states are the same to every obligation. */
function sameStanding(a: Standing, b: Standing): boolean {
  return a === b || (parts.every((part) => a[part] === b[part]) && sameFilings(a.filings, b.filings));
}

function sameFilings(a: Standing['filings'], b: Standing['filings']): boolean {
  if (a === b) return true;
  for (const id in a) if (!(id in b)) return false;
  for (const id in b) {
    const [before, after] = [a[id], b[id]];
    if (before !== after && !(before && after && filingParts.every((part) => before[part] === after[part])))
      return false;
  }
  return true;
}

/** Licenses of which something is kept: those that are asked about again and again within a short time. */
const mostLicenses = 200;

/** Something newest of each license. */
class OfEachLicense<T> {
  private readonly byLicense = new Map<string, T>();

  get(licenseId: string): T | undefined {
    return this.byLicense.get(licenseId);
  }

  keep(licenseId: string, newest: T): void {
    if (this.byLicense.size >= mostLicenses) this.byLicense.clear();
    this.byLicense.set(licenseId, newest);
  }
}

const stood = new OfEachLicense<{ state: Standing; standing: Standing }>();

/** The first of the states in a row that are the same to every obligation: they are compared once for all questions. */
function standingOf(state: Standing): Standing {
  const newest = stood.get(state.licenseId);
  if (newest?.state === state) return newest.standing;
  const standing = newest && sameStanding(newest.standing, state) ? newest.standing : state;
  stood.keep(state.licenseId, { state, standing });
  return standing;
}

/**
 * The newest answer to a question about each license, so that the same question about a state that is the same to it is
 * not worked out again.
 */
export class NewestAnswers<A> {
  private readonly answers = new OfEachLicense<{ standing: Standing; answer: A }>();

  find(state: Standing): A | undefined {
    const newest = this.answers.get(state.licenseId);
    return newest?.standing === standingOf(state) ? newest.answer : undefined;
  }

  keep(state: Standing, answer: A): A {
    this.answers.keep(state.licenseId, { standing: standingOf(state), answer });
    return answer;
  }
}
