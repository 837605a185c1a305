import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Stack, type StackOptions, startStack } from '../../../apps/standalone/stack.js';
import { Supervisor } from '../../../apps/standalone/supervise.js';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';
import type { BenchOptions } from '../options.js';
import { measureCommands } from './commands-on-sleepers.js';
import { measureLife } from './cost-of-a-life.js';
import { measureNewYear } from './new-year.js';
import { type PartName, partNames } from './part-names.js';
import { scaleReportLines, scaleResultOf } from './scale-report.js';
import { openScaleSession, type ScaleSession } from './scale-session.js';
import { keepState, newState, type ScaleState, stateIn } from './scale-state.js';
import { measureSleepers } from './sleepers.js';

type Say = (line: string) => void;

/**
 * What ten thousand licenses cost on one machine. Parts (a) to (c) share a stack whose data stays in its folder until
 * all four are measured, so that a run can be gone on with; (d) has one of its own.
 */
export async function runScale(options: BenchOptions, say: Say): Promise<void> {
  const { dataFolder } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'bench-scale');
  if (options.fresh || stateIn(folder) === null) await clear(folder);
  const state = stateIn(folder) ?? newState(options.licenses);
  if (options.licensesGiven && state.licenses !== options.licenses)
    throw new Error(
      `The run in ${folder} is one of ${state.licenses} licenses: leave --licenses out to go on with it, or begin anew with --fresh.`,
    );
  keepState(folder, state);
  const wanted = partNames.filter((part) => options.parts.includes(part) && !state.results[part]);
  const shared = wanted.filter((part) => part !== 'd');
  if (shared.length > 0) await measureShared(shared, folder, state, options, say);
  if (wanted.includes('d')) {
    state.results.d = await measureAlone(`${folder}-life`, options, say);
    keepState(folder, state);
  }
  const result = scaleResultOf(state, options);
  for (const line of scaleReportLines(result)) process.stdout.write(`${line}\n`);
  if (options.json) {
    writeFileSync(options.json, `${JSON.stringify(result)}\n`);
    process.stdout.write(`Every figure: ${options.json}\n`);
  }
  const missing = partNames.filter((part) => !state.results[part]);
  if (missing.length === 0) {
    await clear(folder);
    return say('everything is stopped and removed');
  }
  say(`everything is stopped; the data stays for "npm run bench -- scale ${missing.join(' ')}"`);
}

/** Nobody may be using it. */
async function clear(folder: string): Promise<void> {
  await (await Supervisor.claim(folder)).stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureShared(
  parts: readonly PartName[],
  folder: string,
  state: ScaleState,
  options: BenchOptions,
  say: Say,
): Promise<void> {
  await onStack({ folder, fresh: false, simulation: false }, options, say, async (stack, signal) => {
    const healing = performance.now();
    const healed = await stack.healed;
    if (healed && healed.checked > 0)
      say(`heal looked at ${healed.checked} licenses in ${((performance.now() - healing) / 1000).toFixed(0)} s`);
    const keep = () => keepState(folder, state);
    const session = await openScaleSession({ stack, state, keep, say, signal, folder });
    try {
      for (const part of parts) {
        say(`part ${part}`);
        await measurePart(part, session, options);
        keep();
      }
    } finally {
      await session.close();
    }
  });
}

async function measurePart(part: PartName, session: ScaleSession, options: BenchOptions): Promise<void> {
  const { results } = session.state;
  if (part !== 'a' && !results.a)
    throw new Error(`Part ${part} acts on the licenses of part a: measure that one first.`);
  if (part === 'a') results.a = await measureSleepers(session, options.idleSeconds);
  if (part === 'b') results.b = await measureNewYear(session, options.windowMinutes);
  if (part === 'c') results.c = await measureCommands(session, options.commands);
}

async function measureAlone(folder: string, options: BenchOptions, say: Say) {
  const identity = { port: undefined, production: false };
  const life = await onStack({ folder, fresh: true, simulation: true, identity }, options, say, (stack) =>
    measureLife(stack, say),
  );
  rmSync(folder, { recursive: true, force: true });
  return life;
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The stack runs as long as the work does, and ends with it, on Ctrl-C too. */
async function onStack<T>(
  how: Pick<StackOptions, 'folder' | 'fresh' | 'simulation' | 'identity'>,
  options: BenchOptions,
  say: Say,
  work: (stack: Stack, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { dataFolder: _, ...settings } = loadLocalSettings();
  const leave = () => process.exit(130); // while parts are still starting, the supervisor kills them as we exit
  for (const signal of stopSignals) process.on(signal, leave);
  const stack = await startStack({
    ...settings,
    inherited: { ...settings.inherited, RATE_LIMIT: 'off' },
    ...how,
    flush: true,
    dist: join(import.meta.dirname, '..', '..', '..'),
    temporalCli: options.temporalCli,
    nodeArguments: ['--enable-source-maps'], // as `npm start`
    onStep: say,
    onUnexpectedExit: (name, exit) => {
      process.stderr.write(`The ${name} ended by itself (${exit}). Its log: ${join(how.folder, 'logs')}\n`);
      process.exit(1);
    },
  });
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
    void stack.supervisor.stop().finally(leave);
  };
  for (const signal of stopSignals) process.off(signal, leave).once(signal, stop);
  try {
    return await work(stack, stopping.signal);
  } catch (error) {
    if (stopping.signal.aborted) return new Promise(() => undefined); // it failed because everything is being stopped
    throw error;
  } finally {
    for (const signal of stopSignals) process.off(signal, stop);
    if (!stopping.signal.aborted) await stack.supervisor.stop();
  }
}
