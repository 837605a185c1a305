import type { CivilDate } from '../../calendar/index.js';
import {
  annualReport,
  annualReportCureEnd,
  changeFiling,
  type Deadline,
  type Law,
  renewalWindow,
} from '../../rulebook/index.js';
import { blockingChanges } from '../blocking-changes.js';
import type { FilingKind, FilingStatus, OpenChange, Permit, PermitStatus, PermitTerm } from '../license.js';
import type { Obligation } from '../obligation.js';
import { type Preparation, preparationFor, preparationsOf } from '../preparation.js';
import { liveTypes, typesGivenUp } from '../types-of-permit.js';
import { termOf } from './filing-obligations.js';
import { knownDate, latest, obligation } from './obligation-parts.js';
import type { AgendaContext, Standing, StandingFiling } from './standing.js';
import { afterTheEnd, renewalOfTypes } from './wording.js';

/** A permit that the authority took away has no duty left but its formal end; an expired one keeps its open ones. */
const bearsDuties: Record<PermitStatus, boolean> = {
  valid: true,
  suspended: true,
  expired: true,
  revoked: false,
  'set-aside': false,
  withdrawn: false,
  cancelled: false,
};

/**
 * Whether a filing in this state does what the duty asks for. A refused or withdrawn one does not, so that the duty
 * comes back; one in correction has a duty of its own.
 */
const fulfills: Record<FilingStatus, boolean> = {
  draft: false,
  submitted: true,
  correction: true,
  accepted: true,
  'expert-review': true,
  'public-notice': true,
  granted: true,
  issued: true,
  completed: true,
  returned: true,
  filed: true,
  refused: false,
  'not-accepted': false,
  withdrawn: false,
};

/**
 * Duties of the holder of a permit: yearly reports, changes, renewal.
 * @param throughYear the last year whose report is included, whether open or only foreseen
 */
export function permitObligations(state: Standing, context: AgendaContext, throughYear: number): Obligation[] {
  const { permit } = state;
  const [firstTerm] = permit?.terms ?? [];
  const lastTerm = permit?.terms.at(-1);
  if (!permit || !firstTerm || !lastTerm || !bearsDuties[permit.status]) return [];
  const lastYear = Math.min(throughYear, yearOf(lastTerm.lastDay));
  return [
    ...annualReports(state, permit, { firstTerm, lastTerm }, lastYear, context),
    ...state.changes.flatMap((change) => changeDuty(state, change, context.law)),
    ...renewalDuty(state, permit, lastTerm, context.law),
  ];
}

/** The renewal filings of a term that have been submitted at least once. */
export function renewalsOf(state: Standing, permit: Permit, term: PermitTerm): StandingFiling[] {
  return Object.values(state.filings).filter(
    (filing) => filing.kind === 'renewal' && filing.rounds.length > 0 && termOf(permit, filing) === term,
  );
}

function annualReports(
  state: Standing,
  permit: Permit,
  { firstTerm, lastTerm }: { firstTerm: PermitTerm; lastTerm: PermitTerm },
  lastYear: number,
  context: AgendaContext,
): Obligation[] {
  const { law } = context;
  const reports = reportsOf(state);
  const blocked = blockingChanges(state).length > 0;
  const taken = takenFor(state, 'annual-report', law);
  const duties: Obligation[] = [];
  for (let year = firstReportYear(state, permit, firstTerm, law); year <= lastYear; year++) {
    const period = String(year);
    const filing = reports.find((report) => report.period === period);
    if (state.reportsFiledBefore.includes(period) || filing?.status === 'filed') continue;
    const deadline = knownDate(() => annualReport(law, year));
    // The pinned rules know nothing of such a year.
    if (deadline === null && year < yearOf(context.today)) continue;
    duties.push(
      obligation({
        kind: 'annual-report',
        duty: 'company',
        filingId: filing?.id ?? null,
        period,
        openedSeq: permit.seq,
        openedOn: latest(`${period}-01-01`, firstTerm.recordedOn),
        deadline,
        cureEnd: cureEnd(law, year),
        preparation: deadline && preparationFor(law, taken.days, deadline.safeDay, taken.of),
        doubtful: deadline !== null && lastTerm.lastDay <= deadline.date,
        blocked,
      }),
    );
  }
  return duties;
}

/**
 * No report is due for the year of the grant. Where the past of a registered permit is unknown, nobody is reminded of
 * years that were over, cure month included, when Paizhao came to know of it.
 */
function firstReportYear(state: Standing, permit: Permit, firstTerm: PermitTerm, law: Law): number {
  const afterGrant = yearOf(permit.grantedOn ?? firstTerm.validFrom) + 1;
  const registered = firstTerm.filingId === null;
  const pastKnown = permit.grantedOn !== null && !state.unknown.includes('reportsFiled');
  if (!registered || pastKnown) return afterGrant;
  const knownYear = yearOf(firstTerm.recordedOn);
  const end = cureEnd(law, knownYear);
  return Math.max(afterGrant, end !== null && firstTerm.recordedOn > end ? knownYear + 1 : knownYear);
}

function reportsOf(state: Standing): StandingFiling[] {
  return Object.values(state.filings).filter(({ kind, status }) => kind === 'annual-report' && status !== 'withdrawn');
}

function cureEnd(law: Law, year: number): CivilDate | null {
  return knownDate(() => annualReportCureEnd(law, year).date);
}

/** Open until a filing that answers it is submitted, and open again from the day on which that filing failed. */
function changeDuty(state: Standing, open: OpenChange, law: Law): Obligation[] {
  const filings = Object.values(state.filings).filter(({ answers }) => answers.includes(open.obligationId));
  if (filings.some(({ status }) => fulfills[status])) return [];
  const unanswered = open.change.kind === 'shareholders' && open.change.operatorChanges === null;
  const deadline = knownDate(() => changeFiling(law, open.change));
  return [
    obligation({
      kind: 'change',
      duty: 'company',
      filingId: open.filingId,
      openedSeq: open.seq,
      openedOn: latest(open.recordedOn, ...filings.map(({ closedOn }) => closedOn)),
      deadline,
      preparation: deadline && preparation(state, 'change', deadline, law),
      unanswered,
    }),
  ];
}

/**
 * Only a submitted renewal, or the decision to let a type end, ends this duty for a type; when a filing fails, the duty
 * is open again from that day on.
 */
function renewalDuty(state: Standing, permit: Permit, term: PermitTerm, law: Law): Obligation[] {
  const filings = renewalsOf(state, permit, term);
  const given = typesGivenUp(permit);
  const settled = filings.filter(({ status }) => fulfills[status]);
  if (settled.some(({ serviceTypes }) => serviceTypes === null)) return [];
  const covered = [...given, ...settled.flatMap(({ serviceTypes }) => serviceTypes ?? [])];
  const open = liveTypes(permit).filter((type) => !covered.includes(type));
  if (covered.length > 0 && open.length === 0) return [];
  const duty = renewalObligation(state, term, filings, law);
  if (permit.status === 'expired') return [{ ...duty, next: afterTheEnd }];
  return [covered.length > 0 ? { ...duty, next: renewalOfTypes(open) } : duty];
}

function renewalObligation(state: Standing, term: PermitTerm, filings: StandingFiling[], law: Law): Obligation {
  const deadline = knownDate(() => renewalWindow(law, term.lastDay));
  return obligation({
    kind: 'renewal',
    duty: 'company',
    openedSeq: term.seq,
    openedOn: latest(term.recordedOn, ...filings.map(({ closedOn }) => closedOn)),
    deadline,
    preparation: deadline && preparation(state, 'renewal', deadline, law),
  });
}

function preparation(state: Standing, kind: FilingKind, { safeDay }: Deadline, law: Law): Preparation | null {
  const { days, of } = takenFor(state, kind, law);
  return preparationFor(law, days, safeDay, of);
}

/** What the filings of the kind took that were handed in before; without any, those of the company's other licenses. */
function takenFor(state: Standing, kind: FilingKind, law: Law): { days: readonly number[]; of: Preparation['of'] } {
  const own = preparationsOf(law, state.filings, kind);
  return own.length > 0 ? { days: own, of: 'license' } : { days: state.experience[kind]?.days ?? [], of: 'company' };
}

function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}
