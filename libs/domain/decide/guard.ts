import { knownDate } from '../agenda/obligation-parts.js';
import type { Context } from '../context.js';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../errors.js';
import type { LicenseEventType, Numbered } from '../events.js';
import type { Filing, LicenseState, Permit, PermitTerm, Round } from '../license.js';
import { filingMachines, nextState, permitMachine } from '../machines.js';

export function filingOf(state: LicenseState, filingId: string): Filing {
  const filing = Object.hasOwn(state.filings, filingId) ? state.filings[filingId] : undefined;
  if (filing) return filing;
  throw new NotFound('filing-not-found', `The license has no filing ${String(filingId).slice(0, 60)}`, {
    pointer: '/filingId',
    known: Object.keys(state.filings),
    remedy: 'Open a filing first, or name one of the known ones.',
  });
}

interface StatusRefusal {
  code: string;
  remedy: string;
}

/**
 * The filing, if its machine allows the event in its present status.
 * @throws Conflict `filing-kind-mismatch` where filings of its kind never have the event, else the given code
 */
export function filingFor(
  state: LicenseState,
  filingId: string,
  event: LicenseEventType,
  refusal: StatusRefusal,
): Filing {
  const filing = filingOf(state, filingId);
  const machine = filingMachines[filing.kind];
  if (nextState(machine, filing.status, event) !== null) return filing;
  const everAllowed = Object.values(machine.table).some((row) => row && event in row);
  if (!everAllowed) {
    throw new Conflict('filing-kind-mismatch', `A filing of kind ${filing.kind} has no such step`, {
      pointer: '/filingId',
      filingId,
      filingKind: filing.kind,
      remedy: 'Name a filing of the right kind.',
    });
  }
  throw wrongStatus(filing, refusal);
}

export function wrongStatus(filing: Filing, { code, remedy }: StatusRefusal): Conflict {
  return new Conflict(code, `Filing ${filing.id} is in status ${filing.status}`, {
    pointer: '/filingId',
    filingId: filing.id,
    filingKind: filing.kind,
    status: filing.status,
    remedy,
  });
}

/** The latest submission of a filing that has one. */
export function lastRound(filing: Filing): Round {
  const round = filing.rounds.at(-1);
  if (round) return round;
  throw wrongStatus(filing, { code: 'filing-not-submitted', remedy: 'Submit the filing first.' });
}

export function permitOf(state: LicenseState): Permit {
  if (state.permit) return state.permit;
  throw new Conflict('permit-not-issued', 'The license has no permit yet', {
    remedy: 'Record the permit of a granted filing first.',
  });
}

/** The term in force, or about to be: a permit has one from its issue on. */
export function lastTerm(permit: Permit): PermitTerm {
  return permit.terms.at(-1) as PermitTerm;
}

/** The permit, if its machine allows the event in its present status. */
export function permitFor(
  state: LicenseState,
  event: LicenseEventType,
  remedy: string,
  code = 'permit-not-valid',
): Permit {
  const permit = permitOf(state);
  if (nextState(permitMachine, permit.status, event) !== null) return permit;
  throw permitNotValid(permit, remedy, code);
}

export function permitNotValid(permit: Permit, remedy: string, code = 'permit-not-valid'): Conflict {
  return new Conflict(code, `The permit is ${permit.status}`, { status: permit.status, remedy });
}

/** Acts that answer for something need a person behind them. */
export function personOf({ actor }: Pick<Context, 'actor'>): string {
  if (actor.kind === 'person') return actor.id;
  throw new Forbidden('person-required', 'Only a person may do this', {
    actor: actor.kind,
    remedy: 'Repeat the request with the token of a person.',
  });
}

/** The thing of that id. @throws what `unknown` gives */
export function listedOf<T extends { id: string }>(list: readonly T[], id: string, unknown: () => Error): T {
  const found = list.find((each) => each.id === id);
  if (found) return found;
  throw unknown();
}

/** `inspection-1`, `inspection-2` … in the order in which they are recorded. */
export function nextId(name: string, list: readonly unknown[]): string {
  return `${name}-${list.length + 1}`;
}

/**
 * What the pinned rules say. @throws InvalidInput `rule-not-in-force` where they do not know the subject: nothing is
 * recorded that nobody would be reminded of
 */
export function lawGives<T>(ask: () => T): T {
  const answer = knownDate(ask);
  if (answer !== null) return answer;
  throw new InvalidInput('rule-not-in-force', 'The rule pack of this license does not know the subject', {
    remedy: 'Adopt a newer rule pack first.',
  });
}

/** A number for an entry that leaves it out where the paper bears none. */
export function numbered(number: string | null | undefined): Numbered {
  return number === null || number === undefined ? {} : { number };
}
