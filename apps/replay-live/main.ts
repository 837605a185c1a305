/** Replays open workflows of a running installation against this build, before it is deployed. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { ConfigurationError, loadTemporalConfig, type TemporalConfig, version } from '../../libs/config/index.js';
import { connectTemporal, createClient, dataConverter, type TemporalTarget } from '../../libs/gateway/index.js';
import { keyringOf } from '../../libs/keys/keyring.js';
import { type Broken, type ReplayReport, replayLive } from './replay.js';

const connectPatienceMs = 5_000;
const bundle = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));

const usage = `Usage: npm run replay-live -- [--address <host:port>] [--namespace <name>] [--count <n>] [--json]
在部署新版本之前，用它重放正在运行的许可证流程；只读取，不改动
Replays open workflows of a running installation against this build, before it is deployed. It only reads.

  --address, --namespace  what is not given comes from the environment of the worker (TEMPORAL_ADDRESS,
                          TEMPORAL_NAMESPACE, its key or certificate; in production PAIZHAO_DATA_KEY too, since
                          messages are encrypted there)
  --count <n>             a sample of n workflows, evenly over all of them
  --json                  answer in JSON
  --help                  show this help

Exit code: 0 nothing would break; 1 something would, or could not be asked; 2 the question or the configuration is wrong.`;

interface Question {
  address: string | undefined;
  namespace: string | undefined;
  count: number | null;
  json: boolean;
}

async function main(): Promise<number> {
  const question = questionOf(process.argv.slice(2));
  if (question === null) {
    say(usage);
    return 0;
  }
  const { count, json, ...given } = question;
  const config = loadTemporalConfig();
  const target = targetOf(config, given);
  // Faults of a replay are the answer here: the SDK's own lines would only hide it.
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  const connection = await connectTemporal(target, { waitMs: connectPatienceMs });
  try {
    const encryptWith = config.dataKey && keyringOf({ dataKey: config.dataKey, otherDataKeys: config.otherDataKeys });
    const client = createClient({ connection, namespace: target.namespace, encryptWith });
    const report = await replayLive(
      { client, workflowBundle: { codePath: bundle }, dataConverter: dataConverter(encryptWith) },
      { count, onReplayed: (done, of, broken) => progress(done, of, broken) },
    );
    say(json ? JSON.stringify({ version, ...report }, null, 2) : linesOf(report).join('\n'));
    return report.broken.length > 0 ? 1 : 0;
  } finally {
    await connection.close();
  }
}

/** Null where only help was asked for. */
function questionOf(words: string[]): Question | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: words.filter((word) => !word.startsWith('--temporal-cli=')),
    options: {
      address: text,
      namespace: text,
      count: text,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { count, ...rest } = values;
  if (rest.help) return null;
  if (count !== undefined && !/^[1-9]\d*$/.test(count))
    throw new WrongQuestion(`--count must be a whole number from 1 on, not ${count}`);
  return { address: rest.address, namespace: rest.namespace, json: rest.json, count: count ? Number(count) : null };
}

class WrongQuestion extends Error {}

function targetOf(
  { temporal }: TemporalConfig,
  { address, namespace }: Pick<Question, 'address' | 'namespace'>,
): TemporalTarget {
  const { apiKey, certificate } = temporal;
  return {
    address: address ?? temporal.address,
    namespace: namespace ?? temporal.namespace,
    ...(apiKey ? { apiKey: apiKey.reveal() } : {}),
    ...(certificate
      ? { certificate: { crt: Buffer.from(certificate.crt), key: Buffer.from(certificate.key.reveal()) } }
      : {}),
  };
}

function progress(done: number, of: number, broken: Broken | null): void {
  if (broken || done % 100 === 0) process.stderr.write(`${done}/${of}${broken ? `  ${inWords(broken)}` : ''}\n`);
}

const inWords = ({ workflowId, runId, kind, why }: Broken): string =>
  `${workflowId} (run ${runId}): ${kind === 'nondeterminism' ? 'the new code would not do what this run has done' : 'cannot be replayed'}: ${why}`;

function linesOf({ open, replayed, broken }: ReplayReport): string[] {
  const advice =
    broken.length > 0
      ? ['不要部署此版本 / Do not deploy this build: put the change behind patched(), see docs/upgrading.md.']
      : ['可以部署 / Nothing would break.'];
  return [
    ...broken.map(inWords),
    `${replayed} of ${open} open workflows replayed against ${version}: ${broken.length} would break.`,
    ...advice,
  ];
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  process.exitCode = await main();
} catch (error) {
  const wrong = error instanceof WrongQuestion || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`replay-live: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = wrong || error instanceof ConfigurationError ? 2 : 1;
}
