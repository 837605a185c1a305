import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explained } from '../../../apps/standalone/operator-problem.js';
import { loadLocalSettings } from '../../../libs/config/local-settings.js';
import { parseOptions, usage } from './options.js';
import { runChaos } from './run-chaos.js';
import { isClean, summaryLines } from './summary.js';

/** Long enough for a command to be under way when the next kill comes, and for a worker to come up again. */
const between: [number, number] = [1_500, 6_500];

async function main(): Promise<number> {
  const { help, json, fresh: asked, seed, temporalCli, ...plan } = parseOptions(process.argv.slice(2));
  if (help) return write(usage);
  const { dataFolder, inherited } = loadLocalSettings();
  const folder = resolve(dataFolder ?? '.paizhao', 'chaos');
  const fresh = asked || !existsSync(join(folder, 'journal.jsonl'));
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (interrupted.signal.aborted) process.exit(130); // the second time: at once; the supervisor kills the rest
      interrupted.abort();
      write('stopping; "npm run test:chaos" goes on from here');
    });
  try {
    const summary = await runChaos({
      folder,
      fresh,
      keep: true,
      dist: join(import.meta.dirname, '..', '..', '..'),
      temporalCli: temporalCli ?? '',
      inherited: { ...inherited, RATE_LIMIT: 'off' },
      say: clock(),
      plan,
      pace: { between, sparesSends: false },
      seed,
      signal: interrupted.signal,
    });
    for (const line of summaryLines(summary)) write(line);
    if (json) writeFileSync(json, `${JSON.stringify(summary, null, 2)}\n`);
    if (!isClean(summary))
      return write(`\nNot clean. Data and logs: ${join(folder, 'stack')}; "--fresh" begins anew.`, 1);
    rmSync(join(folder, 'journal.jsonl'));
    return write('\nNothing was lost, doubled, stuck or silent.');
  } catch (error) {
    if (interrupted.signal.aborted) return 130;
    throw error;
  }
}

function clock(): (line: string) => void {
  const started = performance.now();
  return (line) => void write(`[${((performance.now() - started) / 1000).toFixed(0).padStart(5)}s] ${line}`);
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
