import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { explained } from '../../../apps/standalone/operator-problem.js';
import { startStack } from '../../../apps/standalone/stack.js';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';
import { type FuzzOptions, parseOptions, type Round, usage } from './options.js';
import { prepared } from './prepared.js';
import { aRegister } from './register.js';
import { isClean, shareOf, summaryLine, type Told, toldBy } from './summary.js';

const dist = join(import.meta.dirname, '..', '..', '..');
const serializers = join(dist, '..', 'test', 'fuzz', 'serializers.py');
const config = join(dist, '..', 'test', 'fuzz', 'schemathesis.toml');

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return write(usage);
  const { dataFolder, inherited } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'fuzz');
  const ended: string[] = [];
  const stack = await startStack({
    folder: join(folder, 'stack'),
    fresh: true,
    keep: options.keep,
    dist,
    temporalCli: options.temporalCli,
    temporalAddress: undefined,
    simulation: true,
    // The limit of requests has a spec of its own; here it would only slow everything down.
    inherited: { ...inherited, RATE_LIMIT: 'off' },
    onStep: (line) => void write(line),
    onUnexpectedExit: (name, how) => void ended.push(`${name} ended: ${how}`),
  });
  stack.supervisor.stopOnSignals(130);
  try {
    if (stack.adminToken === null) throw new Error('a fresh folder shows its token');
    const now = new Date().toISOString();
    const today = shanghaiDay(now);
    const register = await aRegister(stack.apiUrl, stack.adminToken, today);
    const description = await (await fetch(`${stack.apiUrl}/openapi.json`)).json();
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(prepared(description as Record<string, unknown>, register.known, today)));
    const operations = idsIn(description as Described);
    write(`seed ${options.seed}`);
    const told: Told[] = [];
    for (const [place, round] of options.rounds.entries())
      told.push(
        ...(await asked(round, options, { file, operations, url: stack.apiUrl, token: register.tokens[round], place })),
      );
    for (const line of ended) write(line);
    write(`\n${summaryLine(told, options.seed, options.cases)}`);
    return isClean(told, options.cases) && ended.length === 0 ? 0 : 1;
  } finally {
    await stack.supervisor.stop();
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

interface Described {
  paths: Record<string, Record<string, { operationId: string }>>;
}

const idsIn = ({ paths }: Described): string[] =>
  Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));

interface Target {
  file: string;
  /** Ids of all operations. */
  operations: string[];
  url: string;
  token: string | null;
  /** The first round does the most; the others look at who may do what. */
  place: number;
}

/** Every boundary of every field takes long: below so many cases only a share of the operations is looked at like that. */
const casesForAll = 10_000;

async function asked(round: Round, options: FuzzOptions, target: Target): Promise<Told[]> {
  write(`\n--- as ${round} ---`);
  const perOperation = Math.max(1, Math.ceil(options.cases / 400));
  const told = [await fuzzed(round, options, target, ['--phases', phases[round], '--max-examples', `${perOperation}`])];
  if (round !== 'all') return told;
  const share = options.cases < casesForAll ? shareOf(target.operations, options.seed) : target.operations;
  write(`\n--- the boundaries of ${share.length} operations ---`);
  const chosen = share.flatMap((id) => ['--include-operation-id', id]);
  return [...told, await fuzzed(round, options, target, ['--phases', 'coverage', ...chosen])];
}

const phases: Record<Round, string> = {
  all: 'examples,fuzzing,stateful',
  officer: 'examples,fuzzing',
  auditor: 'examples,fuzzing',
  stranger: 'examples',
};

async function fuzzed(round: Round, options: FuzzOptions, target: Target, args: string[]): Promise<Told> {
  const { status, output } = await schemathesis(options, target, args);
  return toldBy(round, status, output);
}

/** Its output is shown as it comes. */
function schemathesis(
  options: FuzzOptions,
  { file, url, token, place }: Target,
  more: string[],
): Promise<{ status: number; output: string }> {
  const args = [
    ...['--config-file', config, 'run', file, '--url', url, '--no-color', '--warnings', 'off'],
    ...['--seed', String(options.seed + place), '--request-timeout', '30', ...more],
    ...['--generation-database', 'none', '--continue-on-failure', '--suppress-health-check', 'all'],
    ...(options.path ? ['--include-path-regex', options.path] : []),
    ...(token === null ? [] : ['--header', `Authorization: Bearer ${token}`]),
  ];
  // It keeps notes where it runs.
  const env = { ...process.env, SCHEMATHESIS_HOOKS: serializers };
  const child = spawn(options.schemathesis, args, { cwd: dirname(file), env, stdio: ['ignore', 'pipe', 'inherit'] });
  const end = () => child.kill();
  process.once('exit', end);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    process.stdout.write(chunk);
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (status) => {
      process.off('exit', end);
      done({ status: status ?? 1, output });
    });
  });
}

function write(line: string, status = 0): number {
  process.stdout.write(`${line}\n`);
  return status;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`${explained(error)}\n`);
    process.exit(1);
  },
);
