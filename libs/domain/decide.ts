import type { LicenseCommand, LicenseCommandType } from './commands.js';
import type { Context } from './context.js';
import { acceptance } from './decide/acceptance.js';
import { authorityPapers } from './decide/authority-papers.js';
import { besideThePermit } from './decide/beside-the-permit.js';
import { corrections } from './decide/corrections.js';
import { pastDay } from './decide/days.js';
import type { Act, Deciders } from './decide/decider.js';
import { decisions } from './decide/decisions.js';
import { duties } from './decide/duties.js';
import { erasing } from './decide/erasing.js';
import { inspecting } from './decide/inspections.js';
import { keeping } from './decide/keeping.js';
import { openLicense, registerPermit } from './decide/opening.js';
import { operating } from './decide/operating.js';
import { originals } from './decide/originals.js';
import { permits } from './decide/permits.js';
import { preparing } from './decide/preparing.js';
import { reminding } from './decide/reminding.js';
import { subsidiaries } from './decide/subsidiaries.js';
import { termEnds } from './decide/term-ends.js';
import { Conflict, DomainError, InvalidInput, NotFound } from './errors.js';
import type { LicenseEvent } from './events.js';
import type { LicenseState } from './license.js';

const conduct = { ...operating, ...inspecting, ...besideThePermit, ...subsidiaries };
const deciders: Deciders = {
  ...preparing,
  ...originals,
  ...acceptance,
  ...decisions,
  ...permits,
  ...termEnds,
  ...duties,
  ...corrections,
  ...keeping,
  ...erasing,
  ...reminding,
  ...conduct,
  ...authorityPapers,
};

/** Asked of every license by the fan-out and the timer: where it no longer matters it is not an error. */
const pointlessWhenClosed: readonly LicenseCommandType[] = [
  'wake-up',
  'adopt-calendar',
  'adopt-rulebook',
  'adopt-readings',
  'adopt-ladder',
  'tell-absence',
  'tell-preparation',
  'record-company-fact',
  'record-flag',
  'mark-simulated',
];
const allowedWhenClosed: readonly LicenseCommandType[] = [
  'clear-attention',
  'assign-people',
  'hand-over',
  'propose-correction',
  'approve-correction',
  'record-original-return',
  'correct-original',
  'attach-scan',
  'erase-texts',
  'erase-files',
];

/**
 * What follows from a command: the events to append, in order; none where nothing changes. The state machines are
 * asked first, then the facts. Acts of the company or of an authority cannot be dated after `context.today`.
 * @param state null before the license is opened
 * @throws DomainError with a permanent code, and in `details` a JSON pointer into the command's data and a remedy
 */
export function decide(state: LicenseState | null, command: LicenseCommand, context: Context): LicenseEvent[] {
  try {
    pastDay(command.validOn, '/validOn', context);
    if (command.type === 'open-license') return openLicense(state, command, context);
    if (command.type === 'register-permit') return registerPermit(state, command, context);
    return decideOpen(state, command, { validOn: command.validOn, context });
  } catch (error) {
    throw asDomainError(error);
  }
}

type OpenCommand = Exclude<LicenseCommand, { type: 'open-license' | 'register-permit' }>;

function decideOpen(state: LicenseState | null, command: OpenCommand, act: Act): LicenseEvent[] {
  if (!Object.hasOwn(deciders, command.type)) {
    throw new InvalidInput('unknown-command', `There is no command ${String(command.type).slice(0, 60)}`, {
      pointer: '/type',
      remedy: 'Use a command of the API.',
    });
  }
  if (state === null)
    throw new NotFound('license-not-found', 'The license does not exist', { remedy: 'Open it first.' });
  if (state.closed && pointlessWhenClosed.includes(command.type)) return [];
  if (state.closed && !allowedWhenClosed.includes(command.type)) {
    throw new Conflict('license-closed', 'The license is closed', {
      remedy: 'Open a new license that follows this one.',
    });
  }
  const decider = deciders[command.type] as (
    state: LicenseState,
    data: OpenCommand['data'],
    act: Act,
  ) => LicenseEvent[];
  return decider(state, command.data, act);
}

/** Calendar and rulebook refuse with the same fields and know nothing of the domain's classes. */
function asDomainError(error: unknown): unknown {
  if (error instanceof DomainError || !isRefusal(error)) return error;
  return new DomainError(error.code, error.kind, error.message, error.details);
}

function isRefusal(error: unknown): error is Error & Pick<DomainError, 'code' | 'kind' | 'details'> {
  if (!(error instanceof Error) || !('code' in error) || !('kind' in error) || !('details' in error)) return false;
  return error.kind === 'invalid' || error.kind === 'unavailable';
}
