import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type PartName, partNames } from './scale/part-names.js';

export const usage = `npm run bench [-- commands|core|scale [a|b|c|d …]|portfolio|as-of|verify] [options]

  commands         (the default) commands per second, as a ratio to a bare workflow
  core             rehearsals and working-day questions per second, load of a pack; needs no server
  scale            ten thousand licenses on one machine: a, registered and asleep; b, a reminder on one day; c, commands
                   on sleepers; d, a life against a daily poll. A run that was interrupted, or of some parts, is gone
                   on with by the next one; its data is removed when all parts are measured
  portfolio        lists and search over a hundred thousand licenses and three million ledger entries, invented once and
                   kept for the next run
  as-of            questions about the past: a license of 300 to 1,000 entries, an obligation, a company, and a list of ten
                   thousand licenses; invented once and kept for the next run
  verify           audit bundles of a hundred thousand and a million entries through the verifier; needs no server
  --rounds N       rounds that count; each runs every part once (default 15)
  --quiet          begin rounds in quiet moments only; \`commands\` also repeats one in a part of which other programs
                   used more than 10 % of the processors (Linux)
  --json FILE      write settings, machine, figures and every round (but of \`core\`: every latency) as JSON
  --help

  of \`commands\` alone:
  --commands N     commands of a part in a round; the round to warm up has four times as many (default 200)
  --callers N      how many act at the same time (default 32)
  --licenses N     open licenses that they act on in turn (default 200)
  --profile DIR    processor profiles (V8) of api and both workers, written when they stop; they cost some speed. Of
                   \`as-of\` too: of the api

  of \`scale\` alone:
  --licenses N     (default 10000)
  --commands N     commands of c in each of its three ways (default 1000)
  --idle N         seconds of a in which nothing is to be done (default 300)
  --window N       minutes over which the reminders of b are spread (default 10)
  --fresh          throws away what an earlier run left

  of \`portfolio\` alone:
  --licenses N     (default 100000)
  --times N        how often each question is asked, each time with other values (default 200)
  --callers N      how many ask at the same time through HTTP (default 2)
  --fresh          throws away the portfolio of an earlier run

  of \`as-of\` alone:
  --licenses N     on the list (default 10000)
  --times N        how often each question is asked, each time about other days (default 400)
  --fresh          throws away what an earlier run invented`;

export interface BenchOptions {
  benchmark: 'commands' | 'core' | 'scale' | 'portfolio' | 'as-of' | 'verify';
  /** Of `scale`. */
  parts: readonly PartName[];
  rounds: number;
  commands: number;
  callers: number;
  licenses: number;
  licensesGiven: boolean;
  idleSeconds: number;
  windowMinutes: number;
  fresh: boolean;
  /** Of `portfolio` and `as-of`. */
  times: number;
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
      rounds: { type: 'string' },
      commands: { type: 'string' },
      callers: { type: 'string' },
      licenses: { type: 'string' },
      quiet: { type: 'boolean' },
      json: { type: 'string' },
      profile: { type: 'string' },
      idle: { type: 'string' },
      window: { type: 'string' },
      fresh: { type: 'boolean' },
      times: { type: 'string' },
      help: { type: 'boolean', default: false },
      'temporal-cli': { type: 'string' },
    },
  });
  const { benchmark, parts } = benchmarkOf(positionals);
  refuseForeign(benchmark, values);
  const ofScale = benchmark === 'scale';
  const ofPortfolio = benchmark === 'portfolio';
  return {
    benchmark,
    parts,
    rounds: wholeNumber('rounds', values.rounds ?? '15'),
    commands: wholeNumber('commands', values.commands ?? (ofScale ? '1000' : '200')),
    callers: wholeNumber('callers', values.callers ?? (ofPortfolio ? '2' : '32')),
    licenses: wholeNumber('licenses', values.licenses ?? defaultLicenses[benchmark]),
    licensesGiven: values.licenses !== undefined,
    idleSeconds: wholeNumber('idle', values.idle ?? '300'),
    windowMinutes: wholeNumber('window', values.window ?? '10'),
    fresh: values.fresh ?? false,
    times: wholeNumber('times', values.times ?? (benchmark === 'as-of' ? '400' : '200')),
    quiet: values.quiet ?? false,
    json: values.json,
    profile: values.profile,
    help: values.help,
    temporalCli: values['temporal-cli'],
  };
}

const defaultLicenses: Record<BenchOptions['benchmark'], string> = {
  commands: '200',
  core: '200',
  scale: '10000',
  portfolio: '100000',
  'as-of': '10000',
  verify: '1',
};

function benchmarkOf(names: readonly string[]): Pick<BenchOptions, 'benchmark' | 'parts'> {
  const [name = 'commands', ...others] = names;
  const isPart = (other: string): other is PartName => partNames.some((part) => part === other);
  if (name === 'scale' && others.every(isPart))
    return { benchmark: name, parts: others.length > 0 ? others : partNames };
  const alone = (['commands', 'core', 'portfolio', 'as-of', 'verify'] as const).find((each) => each === name);
  if (alone && others.length === 0) return { benchmark: alone, parts: [] };
  throw new Error(`There is no benchmark "${names.join(' ')}".\n\n${usage}`);
}

/** Which of them an option is of; of all where it is not named. */
const owners: Record<string, readonly BenchOptions['benchmark'][]> = {
  rounds: ['commands', 'core'],
  quiet: ['commands', 'core'],
  commands: ['commands', 'scale'],
  licenses: ['commands', 'scale', 'portfolio', 'as-of'],
  callers: ['commands', 'portfolio'],
  profile: ['commands', 'as-of'],
  idle: ['scale'],
  window: ['scale'],
  fresh: ['scale', 'portfolio', 'as-of'],
  times: ['portfolio', 'as-of'],
};

function refuseForeign(benchmark: BenchOptions['benchmark'], values: Record<string, unknown>): void {
  const foreign = Object.keys(owners).find((name) => values[name] !== undefined && !owners[name]?.includes(benchmark));
  if (foreign) throw new Error(`--${foreign} is an option of ${owners[foreign]?.join(' and ')} alone.\n\n${usage}`);
}

/** For Node, which writes the profiles of a process when it ends. */
export function profilerArguments({ profile }: BenchOptions): string[] {
  return profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`] : [];
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`--${name} must be a whole number above 0, not "${text}".`);
  return Number(text);
}
