import {
  filingMachines,
  flagMachine,
  isTerminal,
  type MachineRules,
  machineFaults,
  nextState,
  permitMachine,
  proveMachines,
  serviceMachine,
} from './machines.js';

describe('the state machines', () => {
  it('reach every state and leave every state that is not terminal', () => {
    expect(proveMachines).not.toThrow();
  });

  it('are found wrong when a state is unreachable, a dead end or missing', () => {
    const broken: MachineRules<string> = {
      name: 'broken',
      initial: 'a',
      terminal: ['end'],
      table: {
        a: { 'filing-submitted': 'trap' },
        trap: {},
        lost: { 'filing-granted': 'end' },
        b: { 'filing-granted': 'nowhere' },
        end: {},
      },
    };
    expect(machineFaults(broken)).toEqual([
      'broken: no way out of a',
      'broken: no way out of trap',
      'broken: nothing leads to lost',
      'broken: b leads to nowhere, which has no row',
      'broken: nothing leads to b',
      'broken: no way out of b',
      'broken: nothing leads to end',
    ]);
  });

  it.each([
    ['new', 'accepted', 'filing-granted', 'granted'],
    ['new', 'granted', 'permit-issued', 'issued'],
    ['renewal', 'granted', 'permit-renewed', 'issued'],
    ['change', 'granted', 'permit-amended', 'issued'],
    ['new', 'granted', 'permit-renewed', null],
    ['new', 'expert-review', 'filing-granted', null],
    ['new', 'submitted', 'filing-granted', null],
    ['new', 'accepted', 'renewal-deemed', null],
    ['renewal', 'accepted', 'renewal-deemed', 'accepted'],
    ['annual-report', 'submitted', 'report-returned', 'returned'],
    ['annual-report', 'returned', 'filing-submitted', 'submitted'],
    ['annual-report', 'submitted', 'filing-accepted', null],
    ['termination', 'accepted', 'notice-published', 'public-notice'],
    ['termination', 'submitted', 'notice-published', 'public-notice'],
    ['termination', 'accepted', 'filing-granted', null],
    ['termination', 'public-notice', 'filing-granted', 'granted'],
    ['termination', 'granted', 'permit-terminated', 'completed'],
    ['termination', 'granted', 'services-terminated', 'completed'],
    ['termination', 'granted', 'permit-issued', null],
    ['reissue', 'draft', 'notice-published', 'draft'],
    ['reissue', 'submitted', 'permit-reissued', 'issued'],
    ['reissue', 'submitted', 'acceptance-deemed', null],
    ['change', 'accepted', 'notice-published', null],
  ] as const)('move a %s filing in %s by %s to %s', (kind, from, event, to) => {
    expect(nextState(filingMachines[kind], from, event)).toBe(to);
  });

  it.each([
    ['valid', 'permit-terminated', 'cancelled'],
    ['valid', 'services-terminated', 'valid'],
    ['expired', 'services-terminated', null],
    ['expired', 'permit-expiry-retracted', 'valid'],
    ['revoked', 'permit-expiry-retracted', null],
    ['suspended', 'permit-replaced', 'cancelled'],
    ['revoked', 'non-renewal-decided', null],
  ] as const)('move a permit that is %s by %s to %s', (from, event, to) => {
    expect(nextState(permitMachine, from, event)).toBe(to);
  });

  it('let nothing happen to what has ended, but what silence made of the permit of a renewal turned down since', () => {
    const machines = [...Object.values(filingMachines), permitMachine, serviceMachine] as MachineRules<string>[];
    const happening = machines.flatMap(({ name, terminal, table }) =>
      terminal.flatMap((from) =>
        Object.entries(table[from] ?? {}).map(([event, to]) => `${name}: ${from} by ${event} to ${to}`),
      ),
    );
    const silence = ['renewal-deemed', 'deemed-renewal-confirmed', 'deemed-renewal-retracted'];
    expect(happening).toEqual(
      ['refused', 'not-accepted', 'withdrawn'].flatMap((closed) =>
        silence.map((event) => `filing renewal: ${closed} by ${event} to ${closed}`),
      ),
    );
    expect(isTerminal(flagMachine, 'clear')).toBe(true);
  });
});
