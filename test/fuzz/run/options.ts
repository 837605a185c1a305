import { parseArgs } from 'node:util';

export const usage = `npm run test:fuzz [-- options]

  Runs the whole product on a stack of its own and sends it requests that Schemathesis makes of docs/openapi.json, good
  and bad ones, as several roles. Status 0 only if every answer is as it is described.

  --cases N       at least so many cases (default 2000)
  --seed N        of chance; a new one where it is left out
  --roles A,B     only these of: all, officer, auditor, stranger
  --path REGEX    only operations whose path matches
  --keep          leave data, logs and reports in .paizhao/fuzz
  --help`;

export const rounds = ['all', 'officer', 'auditor', 'stranger'] as const;

/** Who asks in one round: everything that a person can be, one role alone, or nobody. */
export type Round = (typeof rounds)[number];

export interface FuzzOptions {
  cases: number;
  seed: number;
  rounds: Round[];
  path: string | undefined;
  keep: boolean;
  help: boolean;
  temporalCli: string;
  schemathesis: string;
}

/** @throws Error that names what is wrong with the arguments */
export function parseOptions(args: string[], chance: () => number = Math.random): FuzzOptions {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string' },
      roles: { type: 'string', default: rounds.join(',') },
      path: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'temporal-cli': { type: 'string', default: '' },
      schemathesis: { type: 'string', default: 'st' },
    },
  });
  return {
    cases: wholeNumber('cases', values.cases),
    seed: values.seed === undefined ? Math.floor(chance() * 1e9) : wholeNumber('seed', values.seed),
    rounds: values.roles.split(',').map(roundOf),
    path: values.path,
    keep: values.keep,
    help: values.help,
    temporalCli: values['temporal-cli'],
    schemathesis: values.schemathesis,
  };
}

function roundOf(name: string): Round {
  const round = rounds.find((each) => each === name.trim());
  if (!round) throw new Error(`--roles must be some of ${rounds.join(', ')}, not "${name}".\n\n${usage}`);
  return round;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}".\n\n${usage}`);
  return Number(text);
}
