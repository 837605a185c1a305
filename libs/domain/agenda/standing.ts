import type { Context } from '../context.js';
import type { Filing, LicenseState } from '../license.js';
import { sameParts } from '../same-parts.js';

/**
 * What of a state no obligation and no limit looks at: what people were told and answered, and where the stream stands.
 * Events that change nothing else leave the agenda as it is; the type `Standing` sees to it that the list is true.
 */
const besideTheAgenda = [
  'seq',
  'recordedAt',
  'notices',
  'waiverProposals',
  'attention',
  'people',
  'simulated',
  'unknownEvents',
] as const satisfies (keyof LicenseState)[];

/** The same of a filing: its papers matter to whoever hands it in. */
const besideTheFiling = ['materials', 'pack'] as const satisfies (keyof Filing)[];

/** A filing as obligations see it. */
export type StandingFiling = Omit<Filing, (typeof besideTheFiling)[number]>;

/** A state as obligations see it. */
export interface Standing extends Omit<LicenseState, 'filings' | (typeof besideTheAgenda)[number]> {
  filings: Record<string, StandingFiling>;
}

/** Obligations depend on the day, not on the hour, and on nobody who acts. */
export type AgendaContext = Pick<Context, 'law' | 'today'>;

const besides: readonly string[] = [...besideTheAgenda, 'filings'];

/** Whether two states are the same to every obligation. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return a === b || (sameParts(a, b, besides) && sameFilings(a.filings, b.filings));
}

function sameFilings(a: Standing['filings'], b: Standing['filings']): boolean {
  if (a === b) return true;
  for (const id in a) if (!(id in b)) return false;
  for (const id in b) {
    const [before, after] = [a[id], b[id]];
    if (before !== after && !(before && after && sameParts(before, after, besideTheFiling))) return false;
  }
  return true;
}

/** Licenses whose newest answer is kept: those that are asked about again and again within a short time. */
const mostLicenses = 200;

/**
 * The newest answer to a question about each license, so that the same question about a state that is the same to it is
 * not worked out again.
 */
export class NewestAnswers<A extends { state: Standing }> {
  private readonly byLicense = new Map<string, A>();

  find(state: Standing, fits: (answer: A) => boolean): A | undefined {
    const answer = this.byLicense.get(state.licenseId);
    if (!answer || !fits(answer) || !sameStanding(answer.state, state)) return undefined;
    // The next question is most likely about this very state.
    answer.state = state;
    return answer;
  }

  keep(answer: A): A {
    if (this.byLicense.size >= mostLicenses) this.byLicense.clear();
    this.byLicense.set(answer.state.licenseId, answer);
    return answer;
  }
}
