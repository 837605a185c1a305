import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { choosePort } from './free-port.js';
import { OperatorProblem } from './operator-problem.js';
import type { Child, Supervisor } from './supervise.js';

export interface TemporalOptions {
  /** A server that runs already, `host:port`; nothing is started then. */
  address?: string | undefined;
  /** The Temporal CLI; needed when there is no address. */
  binary?: string | undefined;
  /** Where it keeps its data; in memory when left out. */
  databaseFile?: string;
  /** Set by hand; otherwise free ports. */
  port?: number | undefined;
  uiPort?: number | undefined;
  /** Without its web pages: tests need none. */
  headless?: boolean;
  onUnexpectedExit?: (how: string) => void;
}

export interface RunningTemporal {
  /** host:port of its gRPC service; the namespace is `default`. */
  address: string;
  /** Its web pages; undefined when headless or somebody else's. */
  uiUrl?: string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const START_ATTEMPTS = 3;

/**
 * The first two let a workflow's own clock be skipped; the third makes a skip take 40 ms instead of a second;
 * without the fourth, a run that follows another soon is delayed by a second, and skipping jumps over what falls
 * into it; the fifth lets more than ten callers wait on one workflow, as production does.
 */
const DYNAMIC_CONFIG = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'system.workflowTimeSkippingEnabled=true',
  'history.timerProcessorMaxTimeShift="20ms"',
  'history.workflowIdReuseMinimalInterval="0s"',
  'history.maxInFlightUpdates=200',
];

/**
 * Starts a Temporal development server on 127.0.0.1, or checks the one at `address`, and returns when it answers.
 *
 * @throws OperatorProblem `port-in-use`, `server-did-not-start` (with the end of its log), `unreachable-server`
 */
export async function startTemporal(supervisor: Supervisor, options: TemporalOptions): Promise<RunningTemporal> {
  if (options.address) return useRunning(options.address);
  if (!options.binary)
    throw new OperatorProblem(
      'server-did-not-start',
      'There is no Temporal server to start.',
      'Run "node scripts/setup.mjs", or set TEMPORAL_ADDRESS.',
    );
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(options.port, 'PAIZHAO_TEMPORAL_PORT');
    const uiPort = options.headless ? undefined : await choosePort(options.uiPort, 'PAIZHAO_TEMPORAL_UI_PORT');
    const address = `127.0.0.1:${port}`;
    const child = supervisor.start({
      name: 'temporal',
      program: options.binary,
      args: developmentServer(port, uiPort, options.databaseFile),
      ...(options.onUnexpectedExit ? { onUnexpectedExit: options.onUnexpectedExit } : {}),
    });
    if (await answersBefore(Date.now() + START_LIMIT_MS, address, () => child.hasEnded())) {
      return { address, ...(uiPort ? { uiUrl: `http://127.0.0.1:${uiPort}` } : {}), stop: () => child.stop() };
    }
    await child.stop();
    const log = readFileSync(child.logFile, 'utf8');
    if (attempt === START_ATTEMPTS || !/address already in use|port.*in use/i.test(log)) throw didNotStart(child, log);
  }
}

function developmentServer(port: number, uiPort: number | undefined, databaseFile: string | undefined): string[] {
  return [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    ...(uiPort ? ['--ui-port', String(uiPort), '--ui-disable-news-fetch'] : ['--headless']),
    ...(databaseFile ? ['--db-filename', databaseFile] : []),
    '--log-level',
    'error',
    ...DYNAMIC_CONFIG.flatMap((setting) => ['--dynamic-config-value', setting]),
  ];
}

async function useRunning(address: string): Promise<RunningTemporal> {
  if (await answersBefore(Date.now() + 10_000, address, () => false)) return { address, stop: async () => undefined };
  throw new OperatorProblem(
    'unreachable-server',
    `No Temporal server answers at ${address} (TEMPORAL_ADDRESS).`,
    'Start that server, correct TEMPORAL_ADDRESS, or unset it so that Paizhao starts its own.',
  );
}

async function answersBefore(limit: number, address: string, gaveUp: () => boolean): Promise<boolean> {
  while (Date.now() < limit && !gaveUp()) {
    if ((await listens(address)) && (await answers(address))) return true;
    await pause(50);
  }
  return false;
}

/** Asked first, since a gRPC channel that was refused once waits a second before it tries again. */
function listens(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 2_000 });
    const settle = (open: boolean) => () => {
      socket.destroy();
      done(open);
    };
    socket.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false));
  });
}

/** A server on this machine is never asked through a proxy, which grpc-js otherwise does even for 127.0.0.1. */
async function answers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({
      address,
      connectTimeout: 500,
      channelArgs: { 'grpc.enable_http_proxy': 0 },
    });
    try {
      await connection.withDeadline(Date.now() + 2_000, () =>
        connection.workflowService.describeNamespace({ namespace: 'default' }),
      );
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false; // not up yet: the caller asks again until its limit
  }
}

function didNotStart(child: Child, log: string): OperatorProblem {
  const lastLines = log.trim().split('\n').slice(-8).join('\n');
  return new OperatorProblem(
    'server-did-not-start',
    `The Temporal server did not start.\n${lastLines}`,
    `The lines above say why; all of its log is in ${child.logFile}.`,
  );
}
