import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorProblem } from '../../apps/standalone/operator-problem.js';
import { startStack } from '../../apps/standalone/stack.js';
import { loadLocalSettings } from '../../libs/config/local-settings.js';
import { runAsOf } from './as-of/run-as-of.js';
import { runCore } from './core/run-core.js';
import { isDisturbed, measureRound, type Round, untilQuiet } from './measure.js';
import { type BenchOptions, parseOptions, profilerArguments, usage } from './options.js';
import { runPortfolio } from './portfolio/run-portfolio.js';
import { partLine, type Result, reportLines, resultOf } from './report.js';
import { runScale } from './scale/run-scale.js';
import { openSession } from './session.js';
import { runVerify } from './verify/run-verify.js';

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return write(usage);
  switch (options.benchmark) {
    case 'core':
      return runCore(process.argv.slice(2));
    case 'scale':
      return runScale(options, clock());
    case 'portfolio':
      return runPortfolio(options, clock());
    case 'as-of':
      return runAsOf(options, clock());
    case 'verify':
      return runVerify(options, clock());
    case 'commands':
      return runCommands(options);
    default:
      return options.benchmark satisfies never;
  }
}

/** How fast commands go, on a stack of its own that is gone afterwards. */
async function runCommands(options: BenchOptions): Promise<void> {
  const leave = () => process.exit(130); // while parts are still starting, the supervisor kills them as we exit
  for (const signal of stopSignals) process.on(signal, leave);

  const say = clock();
  const { dataFolder, ...settings } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'bench');
  const stack = await startStack({
    ...settings,
    inherited: { ...settings.inherited, RATE_LIMIT: 'off' },
    nodeArguments: ['--enable-source-maps', ...profilerArguments(options)], // as `npm start`
    folder,
    fresh: true,
    flush: true,
    dist: join(import.meta.dirname, '..', '..'),
    temporalCli: options.temporalCli,
    simulation: false,
    onStep: say,
    onUnexpectedExit: (name, how) => {
      process.stderr.write(`The ${name} ended by itself (${how}). Its log: ${join(folder, 'logs')}\n`);
      process.exit(1);
    },
  });
  const clear = async (): Promise<void> => {
    await stack.supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
    say('everything is stopped and removed');
  };
  let asked = false;
  const stop = (): void => {
    asked = true;
    void clear().finally(leave);
  };
  for (const signal of stopSignals) process.off(signal, leave).once(signal, stop);
  try {
    const result = await measure(stack, options, say);
    for (const line of reportLines(result)) write(line);
    if (options.json) {
      writeFileSync(options.json, `${JSON.stringify(result)}\n`);
      write(`Every figure: ${options.json}`);
    }
  } catch (error) {
    if (asked) return new Promise(() => undefined); // it failed because everything is being stopped
    await stack.supervisor.stop(); // the folder stays: its logs say more
    throw error;
  }
  await clear();
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function measure(
  stack: Parameters<typeof openSession>[0],
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Result> {
  const session = await openSession(stack, options);
  say(`${options.licenses} licenses and as many bare workflows are open`);
  try {
    const measuring = { ...session, callers: options.callers, commands: options.commands };
    await measureRound({ ...measuring, commands: 4 * options.commands }, (name) => say(`warmed up: ${name}`));
    const rounds: Round[] = [];
    let discarded = 0;
    while (rounds.length < options.rounds) {
      if (options.quiet) await untilQuiet();
      const label = `round ${rounds.length + 1} of ${options.rounds}`;
      const round = await measureRound(measuring, (name, figures) => say(`${label}: ${partLine(name, figures)}`));
      if (!options.quiet || !isDisturbed(round)) rounds.push(round);
      else discarded += 1;
    }
    return resultOf(options, session.processes, rounds, discarded);
  } finally {
    await session.close();
  }
}

function clock(): (line: string) => void {
  const started = performance.now();
  return (line) => write(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)}s] ${line}`);
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const text =
      error instanceof OperatorProblem ? `${error.message}\n${error.wayOut}` : String((error as Error).stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  },
);
