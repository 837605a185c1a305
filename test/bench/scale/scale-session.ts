import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { type Healer, healerOn } from '../../../apps/cli/healer.js';
import type { Stack } from '../../../apps/standalone/stack.js';
import type { Child } from '../../../apps/standalone/supervise.js';
import { defaultWakeWindow } from '../../../libs/domain/index.js';
import { backlogSeconds, connectTemporal, createClient } from '../../../libs/gateway/index.js';
import { Cipher, createDataSource } from '../../../libs/persistence/index.js';
import { cpuSeconds } from '../cpu-time.js';
import type { Watched } from './process-use.js';
import type { ScaleState } from './scale-state.js';
import { Storage } from './storage.js';

/** All that the parts of a run share, open. */
export interface ScaleSession {
  stack: Stack;
  state: ScaleState;
  /** Keeps the state. */
  keep(): void;
  say(line: string): void;
  /** A line now and then of something that takes long. */
  progress(what: string): (done: number, of: number) => void;
  signal: AbortSignal;
  dataSource: DataSource;
  cipher: Cipher;
  client: Client;
  healer: Healer;
  storage: Storage;
  processes(): Watched[];
  /** The oldest waiting task, in seconds. */
  backlog(): Promise<number>;
  /** In its place a new one, whose cache is empty. */
  newWorker(more?: Record<string, string>): Promise<void>;
  untilIdle(): Promise<void>;
  close(): Promise<void>;
}

type Given = Pick<ScaleSession, 'stack' | 'state' | 'keep' | 'say' | 'signal'> & { folder: string };

const namespace = 'default';
const lineEveryMs = 10_000;

export async function openScaleSession({ folder, ...given }: Given): Promise<ScaleSession> {
  const { stack, say, signal } = given;
  const temporal = { address: stack.temporal.address, namespace };
  const connection = await connectTemporal(temporal, { waitMs: 10_000 });
  const url = stack.database.appUrl;
  const dataSource = await createDataSource({ url, applicationName: 'paizhao-bench' }).initialize();
  const target = {
    databaseUrl: url,
    temporal,
    encryptWith: null,
    simulation: 'off',
    wakeWindow: defaultWakeWindow,
  } as const;
  const storage = Storage.open(stack, folder);
  const processes = () => [
    ...stack.supervisor.children.map(({ name, pid }) => ({ name, pid })),
    { name: 'bench', pid: process.pid },
  ];
  const backlog = async () => Math.max(...Object.values(await backlogSeconds(connection, namespace)));
  return {
    ...given,
    progress: (what) => linesOf(say, what),
    dataSource,
    cipher: new Cipher(Buffer.from(stack.dataKey, 'base64')),
    client: createClient({ connection, namespace, encryptWith: null }),
    healer: healerOn({ ...target, fanOutPerSecond: 10 }, dataSource, connection),
    storage,
    processes,
    backlog,
    newWorker: (more) => replaceWorker(stack, more),
    untilIdle: () => untilIdle(storage, backlog, processes, signal),
    async close() {
      await storage.close();
      await dataSource.destroy();
      await connection.close();
    },
  };
}

function linesOf(say: (line: string) => void, what: string): (done: number, of: number) => void {
  const begunAt = performance.now();
  let toldAt = begunAt;
  return (done, of) => {
    const now = performance.now();
    if (done < of && now - toldAt < lineEveryMs) return;
    toldAt = now;
    say(`${what}: ${done} of ${of}, ${(done / ((now - begunAt) / 1000)).toFixed(1)}/s`);
  };
}

async function replaceWorker(stack: Stack, more?: Record<string, string>): Promise<void> {
  for (const child of stack.supervisor.children.filter(({ name }) => name === 'worker')) await child.stop();
  await untilPolls(await stack.startWorker(more));
}

/** It says so in its log. */
async function untilPolls(worker: Child): Promise<void> {
  for (const limit = Date.now() + 60_000; Date.now() < limit; await pause(50)) {
    if (readFileSync(worker.logFile, 'utf8').includes('"polling"')) return;
    if (worker.hasEnded()) break;
  }
  throw new Error(`The worker does not poll; its log: ${worker.logFile}`);
}

const quietShare = 0.1;
const lookMs = 3_000;

/** Nothing waits in any queue, and the worker has next to nothing to do, three looks one after the other. */
async function untilIdle(
  storage: Storage,
  backlog: () => Promise<number>,
  processes: () => Watched[],
  signal: AbortSignal,
): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const worker = processes().find(({ name }) => name === 'worker')?.pid ?? process.pid;
    const before = cpuSeconds(worker) ?? 0;
    await pause(lookMs, undefined, { signal });
    const share = ((cpuSeconds(worker) ?? 0) - before) / (lookMs / 1000);
    const [waiting] = await storage.query<{ waits: boolean }>(
      `select exists (select from paizhao.channel_feed) or exists (select from paizhao.fan_out where state = 'pending')
           or exists (select from paizhao.outbox where settled_at is null and leaves = 'alone') as waits`,
    );
    quiet = share < quietShare && !waiting?.waits && (await backlog()) === 0 ? quiet + 1 : 0;
  }
}
