import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `npm run bench [-- commands|core] [options]

  commands         (the default) commands per second, as a ratio to a bare workflow
  core             rehearsals and working-day questions per second, load of a pack; needs no server
  --rounds N       rounds that count; each runs every part once (default 15)
  --quiet          begin rounds in quiet moments only; \`commands\` also repeats one in a part of which other programs
                   used more than 10 % of the processors (Linux)
  --json FILE      write settings, machine, figures and every round (\`commands\`: every latency) as JSON
  --help

  of \`commands\` alone:
  --commands N     commands of a part in a round; the round to warm up has four times as many (default 200)
  --callers N      how many act at the same time (default 32)
  --licenses N     open licenses that they act on in turn (default 200)
  --profile DIR    processor profiles (V8) of api and both workers, written when they stop; they cost some speed`;

export interface BenchOptions {
  benchmark: 'commands' | 'core';
  rounds: number;
  commands: number;
  callers: number;
  licenses: number;
  quiet: boolean;
  json: string | undefined;
  profile: string | undefined;
  help: boolean;
  temporalCli: string | undefined;
}

/** @throws Error that names what is wrong with the arguments */
export function parseOptions(args: string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '15' },
      commands: { type: 'string' },
      callers: { type: 'string' },
      licenses: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      json: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
      'temporal-cli': { type: 'string' },
    },
  });
  const benchmark = benchmarkOf(positionals);
  const foreign = (['commands', 'callers', 'licenses', 'profile'] as const).find((name) => values[name] !== undefined);
  if (benchmark === 'core' && foreign) throw new Error(`--${foreign} is an option of commands alone.\n\n${usage}`);
  return {
    benchmark,
    rounds: wholeNumber('rounds', values.rounds),
    commands: wholeNumber('commands', values.commands ?? '200'),
    callers: wholeNumber('callers', values.callers ?? '32'),
    licenses: wholeNumber('licenses', values.licenses ?? '200'),
    quiet: values.quiet,
    json: values.json,
    profile: values.profile,
    help: values.help,
    temporalCli: values['temporal-cli'],
  };
}

function benchmarkOf(names: readonly string[]): BenchOptions['benchmark'] {
  const [name = 'commands', ...others] = names;
  if ((name === 'commands' || name === 'core') && others.length === 0) return name;
  throw new Error(`There is no benchmark "${names.join(' ')}".\n\n${usage}`);
}

/** For Node, which writes the profiles of a process when it ends. */
export function profilerArguments({ profile }: BenchOptions): string[] {
  return profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`] : [];
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`--${name} must be a whole number above 0, not "${text}".`);
  return Number(text);
}
