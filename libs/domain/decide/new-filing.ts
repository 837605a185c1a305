import { openBars } from '../agenda/bars.js';
import type { LicenseCommandData } from '../commands.js';
import type { Context } from '../context.js';
import { Conflict, InvalidInput, NotFound } from '../errors.js';
import type { Filing, FilingKind, LicenseState, Permit } from '../license.js';
import { filingMachines, isTerminal } from '../machines.js';
import { liveTypes, typesGivenUp } from '../types-of-permit.js';
import { permitNotValid, permitOf } from './guard.js';
import { mustKnowFilings } from './pack-knows.js';
import { checkNamedTypes } from './type-checks.js';

type NewFiling = LicenseCommandData['open-filing'];

/**
 * The id of the license's next filing of a kind: `new-1`, `change-2`, `annual-report-2027`, and `-2` after a report
 * that was withdrawn.
 */
export function nextFilingId(state: LicenseState, kind: FilingKind, period: string | null): string {
  const count = filingsOf(state, kind, period).length;
  if (period === null) return `${kind}-${count + 1}`;
  return count === 0 ? `${kind}-${period}` : `${kind}-${period}-${count + 1}`;
}

/** Whether a filing of this kind may be opened beside what is on record. @throws DomainError */
export function checkNewFiling(state: LicenseState, filing: NewFiling, context: Context): void {
  if (filing.kind !== 'annual-report' && filing.period !== null) throw badPeriod('Only an annual report has a period.');
  if (filing.kind !== 'change' && filing.answers.length > 0) {
    throw new InvalidInput('answers-not-applicable', 'Only a change filing answers changes', {
      pointer: '/answers',
      remedy: 'Leave the list empty.',
    });
  }
  const { serviceTypes = null } = filing;
  if (serviceTypes !== null) checkTypes(state, filing.kind, serviceTypes);
  switch (filing.kind) {
    case 'new':
      if (state.permit)
        throw new Conflict('permit-already-held', 'The license has a permit', {
          pointer: '/kind',
          remedy: 'Open a renewal or a change, or a new license.',
        });
      noneOpen(state, 'new', null);
      checkBars(state, context);
      break;
    case 'renewal':
      checkNotGivenUp(permitInForce(state), serviceTypes);
      noneOpen(state, 'renewal', null);
      break;
    case 'termination':
    case 'reissue':
      permitInForce(state);
      noneOpen(state, filing.kind, null);
      mustKnowFilings(context, filing.kind);
      break;
    case 'change':
      permitInForce(state);
      filing.answers.forEach((obligationId, i) => {
        checkAnswered(state, obligationId, `/answers/${i}`);
      });
      break;
    case 'annual-report':
      checkReport(state, filing.period, context);
      break;
    default:
      filing.kind satisfies never;
      throw new InvalidInput('unknown-filing-kind', 'There is no such kind of filing', {
        pointer: '/kind',
        known: Object.keys(filingMachines),
        remedy: 'Use one of the known kinds.',
      });
  }
}

/** A renewal and a termination may be about some types of the permit; every other filing is about all of it. */
function checkTypes(state: LicenseState, kind: FilingKind, serviceTypes: string[]): void {
  if (kind !== 'renewal' && kind !== 'termination') {
    throw new InvalidInput('service-types-not-applicable', 'Only a renewal or a termination names service types', {
      pointer: '/serviceTypes',
      remedy: 'Leave the list out.',
    });
  }
  if (serviceTypes.length === 0) {
    throw new InvalidInput('service-types-missing', 'No service type is named', {
      pointer: '/serviceTypes',
      remedy: 'Name the types, or leave the list out for all of them.',
    });
  }
  checkNamedTypes(serviceTypes, liveTypes(permitOf(state)), '/serviceTypes');
}

/** What the company has decided to let end is not renewed before that decision is withdrawn. */
function checkNotGivenUp(permit: Permit, serviceTypes: string[] | null): void {
  const given = typesGivenUp(permit);
  const asked = serviceTypes ?? liveTypes(permit);
  if (!asked.some((type) => given.includes(type))) return;
  throw new Conflict('renewal-given-up', 'It is decided that the permit, or a part of it, is not renewed', {
    pointer: '/serviceTypes',
    given,
    remedy: 'Withdraw that decision, or name the other types.',
  });
}

/** False material bars from applying for a year, the dishonest list as long as it lasts. */
function checkBars(state: LicenseState, context: Context): void {
  const bar = openBars(state, context).at(-1);
  if (bar) {
    throw new Conflict('application-barred', `No application may be made until ${bar.deadline.date}`, {
      pointer: '/kind',
      until: bar.deadline.date,
      bar: bar.kind,
      remedy: `Apply after ${bar.deadline.date}.`,
    });
  }
  if (!state.company.onDishonestList) return;
  throw new Conflict('company-on-dishonest-list', 'The company is on the dishonest list (失信名单)', {
    pointer: '/kind',
    since: state.flags['dishonest-list'].since,
    remedy: 'Apply once the company has been taken from the list, and record that.',
  });
}

function checkReport(state: LicenseState, period: string | null, { today }: Context): void {
  const permit = permitOf(state);
  if (permit.status === 'cancelled') throw permitNotValid(permit, 'A cancelled permit has no reports.');
  if (period === null || !/^\d{4}$/.test(period))
    throw badPeriod('Name the year in which the report is filed, such as 2027.');
  if (period > today.slice(0, 4)) throw badPeriod(`The report of ${period} opens on ${period}-01-01.`);
  const granted = permit.grantedOn?.slice(0, 4);
  if (granted !== undefined && period <= granted)
    throw badPeriod(`The permit was granted in ${granted}: the first report is that of the year after.`);
  if (
    state.reportsFiledBefore.includes(period) ||
    filingsOf(state, 'annual-report', period).some(({ status }) => status === 'filed')
  ) {
    throw new Conflict('report-already-filed', `The report of ${period} is filed`, {
      pointer: '/period',
      period,
      remedy: 'A filed report is not edited here.',
    });
  }
  noneOpen(state, 'annual-report', period);
}

function checkAnswered(state: LicenseState, obligationId: string, pointer: string): void {
  const change = state.changes.find((open) => open.obligationId === obligationId && !open.done);
  if (!change) {
    throw new NotFound('change-not-found', `There is no open change ${String(obligationId).slice(0, 60)}`, {
      pointer,
      known: state.changes.filter((open) => !open.done).map((open) => open.obligationId),
      remedy: 'Name open changes of the agenda.',
    });
  }
  if (change.filingId === null) return;
  throw new Conflict('change-already-answered', `Filing ${change.filingId} answers this change`, {
    pointer,
    filingId: change.filingId,
    remedy: 'Continue that filing, or withdraw it first.',
  });
}

export function permitInForce(state: LicenseState): Permit {
  const permit = permitOf(state);
  if (permit.status === 'valid' || permit.status === 'suspended') return permit;
  throw permitNotValid(
    permit,
    'After its end a permit is applied for anew, under a license of its own that follows this one.',
  );
}

function noneOpen(state: LicenseState, kind: FilingKind, period: string | null): void {
  const open = filingsOf(state, kind, period).find((filing) => !isTerminal(filingMachines[kind], filing.status));
  if (!open) return;
  throw new Conflict('filing-already-open', `Filing ${open.id} of the same kind is open`, {
    pointer: '/kind',
    filingId: open.id,
    status: open.status,
    remedy: 'Continue that filing, or withdraw it first.',
  });
}

function filingsOf(state: LicenseState, kind: FilingKind, period: string | null): Filing[] {
  return Object.values(state.filings).filter((filing) => filing.kind === kind && filing.period === period);
}

function badPeriod(remedy: string): InvalidInput {
  return new InvalidInput('invalid-report-period', remedy, { pointer: '/period', remedy });
}
