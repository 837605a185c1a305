/**
 * The four machines of a license as tables: which event moves what from where to where. `decide` asks them before it
 * looks at any fact, `evolve` follows them, and `proveMachines` checks the tables themselves.
 */
import type { LicenseEventType } from './events.js';
import { annualReport, decidedFiling, reissue, termination } from './filing-tables.js';
import type { FilingKind, FilingStatus, FlagStatus, PermitStatus, ServiceStatus } from './license.js';

/** For each state the events that may happen in it, with the state they lead to. */
export type Machine<S extends string> = { readonly [state in S]?: { readonly [event in LicenseEventType]?: S } };

export interface MachineRules<S extends string> {
  name: string;
  initial: S;
  /** States in which the thing may stay for ever. */
  terminal: readonly S[];
  table: Machine<S>;
}

const closedFiling: readonly FilingStatus[] = ['issued', 'refused', 'not-accepted', 'withdrawn', 'filed', 'completed'];

function filing(kind: FilingKind, table: Machine<FilingStatus>): MachineRules<FilingStatus> {
  return { name: `filing ${kind}`, initial: 'draft', terminal: closedFiling, table };
}

export const filingMachines: Readonly<Record<FilingKind, MachineRules<FilingStatus>>> = {
  new: filing('new', decidedFiling('permit-issued', null)),
  renewal: filing('renewal', decidedFiling('permit-renewed', 'renewal-deemed')),
  change: filing('change', decidedFiling('permit-amended', null)),
  termination: filing('termination', termination),
  reissue: filing('reissue', reissue),
  'annual-report': filing('annual-report', annualReport),
};

const inForce: Machine<PermitStatus>['valid'] = {
  'permit-end-decided': 'valid',
  'permit-amended': 'valid',
  'permit-renewed': 'valid',
  'renewal-deemed': 'valid',
  'deemed-renewal-confirmed': 'valid',
  'deemed-renewal-retracted': 'valid',
  'service-opened': 'valid',
  'permit-reissued': 'valid',
  'non-renewal-decided': 'valid',
  'non-renewal-withdrawn': 'valid',
  'non-renewal-reported': 'valid',
  'services-terminated': 'valid',
  'permit-terminated': 'cancelled',
  'permit-replaced': 'cancelled',
  'permit-suspended': 'suspended',
  'permit-revoked': 'revoked',
  'permit-set-aside': 'set-aside',
  'permit-withdrawn': 'withdrawn',
  'permit-expired': 'expired',
  'permit-cancelled': 'cancelled',
};

export const permitMachine: MachineRules<PermitStatus> = {
  name: 'permit',
  initial: 'valid',
  terminal: ['cancelled'],
  table: {
    valid: inForce,
    suspended: {
      'suspension-lifted': 'valid',
      'service-opened': 'suspended',
      'permit-end-decided': 'suspended',
      'permit-amended': 'suspended',
      'permit-renewed': 'suspended',
      'renewal-deemed': 'suspended',
      'deemed-renewal-confirmed': 'suspended',
      'deemed-renewal-retracted': 'suspended',
      'permit-reissued': 'suspended',
      'non-renewal-decided': 'suspended',
      'non-renewal-withdrawn': 'suspended',
      'non-renewal-reported': 'suspended',
      'services-terminated': 'suspended',
      'permit-terminated': 'cancelled',
      'permit-replaced': 'cancelled',
      'permit-revoked': 'revoked',
      'permit-set-aside': 'set-aside',
      'permit-withdrawn': 'withdrawn',
      'permit-expired': 'expired',
      'permit-cancelled': 'cancelled',
    },
    // Taken for three different reasons; the formal end must follow each of them.
    revoked: { 'service-opened': 'revoked', 'permit-terminated': 'cancelled', 'permit-cancelled': 'cancelled' },
    'set-aside': { 'service-opened': 'set-aside', 'permit-terminated': 'cancelled', 'permit-cancelled': 'cancelled' },
    withdrawn: { 'service-opened': 'withdrawn', 'permit-terminated': 'cancelled', 'permit-cancelled': 'cancelled' },
    expired: {
      // A renewal filed in time may be decided after the printed end.
      'permit-renewed': 'valid',
      // A wrongly entered end had passed.
      'permit-expiry-retracted': 'valid',
      'non-renewal-reported': 'expired',
      'service-opened': 'expired',
      'permit-terminated': 'cancelled',
      'permit-replaced': 'cancelled',
      'permit-cancelled': 'cancelled',
    },
    cancelled: {},
  },
};

const serviceEnds: Machine<ServiceStatus>['opened'] = {
  // Renewed, amended or terminated without, or for, this type.
  'permit-renewed': 'ended',
  'renewal-deemed': 'ended',
  'permit-amended': 'ended',
  'services-terminated': 'ended',
  'permit-terminated': 'ended',
  'permit-replaced': 'ended',
  'permit-revoked': 'ended',
  'permit-set-aside': 'ended',
  'permit-withdrawn': 'ended',
  'permit-expired': 'ended',
  'permit-cancelled': 'ended',
};

export const serviceMachine: MachineRules<ServiceStatus> = {
  name: 'permit service',
  initial: 'not-opened',
  terminal: ['ended'],
  table: {
    'not-opened': { 'service-opened': 'opened', ...serviceEnds },
    opened: serviceEnds,
    ended: {},
  },
};

export const flagMachine: MachineRules<FlagStatus> = {
  name: 'company flag',
  initial: 'clear',
  terminal: ['clear'],
  table: {
    // The company's stream may say what the license knows already: then only its place in that stream is news.
    clear: { 'company-flag-listed': 'listed', 'company-flag-cleared': 'clear' },
    listed: { 'company-flag-cleared': 'clear', 'company-flag-listed': 'listed' },
  },
};

/** The state after the event, or null where the table does not allow the event. */
export function nextState<S extends string>(machine: MachineRules<S>, from: S, event: LicenseEventType): S | null {
  return machine.table[from]?.[event] ?? null;
}

export function isTerminal<S extends string>(machine: MachineRules<S>, state: S): boolean {
  return machine.terminal.includes(state);
}

/** What is wrong with a table: states that nothing reaches, states without a way to a terminal one. */
export function machineFaults<S extends string>(machine: MachineRules<S>): string[] {
  const states = Object.keys(machine.table) as S[];
  const targets = (state: S): S[] =>
    Object.values<S | undefined>(machine.table[state] ?? {}).filter((to) => to !== undefined);
  const reachable = closure([machine.initial], targets);
  const faults: string[] = [];
  for (const state of states) {
    for (const to of targets(state))
      if (!states.includes(to)) faults.push(`${machine.name}: ${state} leads to ${to}, which has no row`);
    if (!reachable.has(state)) faults.push(`${machine.name}: nothing leads to ${state}`);
    const ends = [...closure([state], targets)].some((end) => machine.terminal.includes(end));
    if (!ends) faults.push(`${machine.name}: no way out of ${state}`);
  }
  return faults;
}

function closure<S extends string>(from: S[], targets: (state: S) => S[]): Set<S> {
  const seen = new Set(from);
  for (const state of seen) for (const to of targets(state)) seen.add(to);
  return seen;
}

/**
 * Checks all tables; called at start-up and by a spec.
 * @throws Error that lists every fault: the program must not start on a machine that is wrong
 */
export function proveMachines(): void {
  const faults = [
    ...Object.values(filingMachines).flatMap((machine) => machineFaults(machine)),
    ...machineFaults(permitMachine),
    ...machineFaults(serviceMachine),
    ...machineFaults(flagMachine),
  ];
  if (faults.length > 0) throw new Error(`The state machines are wrong: ${faults.join('; ')}`);
}
