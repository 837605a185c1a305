import { join } from 'node:path';
import type { Stack } from '../../apps/standalone/stack.js';
import { connectTemporal, createClient } from '../../libs/gateway/index.js';
import { Cipher, createDataSource } from '../../libs/persistence/index.js';
import { barePart } from './bare-part.js';
import type { BenchProcess } from './bench-process.js';
import { gatewayPart } from './gateway-part.js';
import { httpPart } from './http-part.js';
import { type BenchOptions, profilerArguments } from './options.js';
import type { Part } from './part.js';
import { Portfolio } from './portfolio.js';

/** All that a round needs, open: connections, licenses, bare workflows and their worker. */
export interface Session {
  parts: Part[];
  processes: BenchProcess[];
  close(): Promise<void>;
}

export async function openSession(stack: Stack, options: BenchOptions): Promise<Session> {
  const { licenses, callers } = options;
  const target = { address: stack.temporal.address, namespace: 'default' };
  const connection = await connectTemporal(target, { waitMs: 10_000 });
  const client = createClient({ connection, namespace: target.namespace, encryptWith: null });
  const dataSource = await createDataSource({
    url: stack.database.appUrl,
    applicationName: 'paizhao-bench',
  }).initialize();
  stack.supervisor.start({
    name: 'bare-worker',
    program: process.execPath,
    args: [
      '--enable-source-maps', // as the product's worker
      ...profilerArguments(options),
      join(import.meta.dirname, 'bare-worker.js'),
      `--address=${target.address}`,
    ],
  });
  const portfolio = await Portfolio.open(stack, licenses, callers);
  const cipher = new Cipher(Buffer.from(stack.dataKey, 'base64'));
  return {
    parts: [await barePart(client, licenses), gatewayPart(client, dataSource, cipher, portfolio), httpPart(portfolio)],
    processes: processesOf(stack),
    async close() {
      portfolio.http.close();
      await dataSource.destroy();
      await connection.close();
    },
  };
}

const duties: Record<string, string> = {
  temporal: 'Temporal development server (SQLite file), for all parts',
  postgres: 'PostgreSQL, its commits flushed to the disk',
  worker: 'the product’s worker: workflows and activities',
  api: 'the product’s API; idle but for HTTP',
  'bare-worker': 'worker of the bare workflows; idle but for them',
};

function processesOf(stack: Stack): BenchProcess[] {
  const started = stack.supervisor.children.map(({ name, pid }) => ({ name, pid, does: duties[name] ?? name }));
  return [
    ...started,
    { name: 'bench', pid: process.pid, does: 'this process: the callers, and the gateway of its part' },
  ];
}
