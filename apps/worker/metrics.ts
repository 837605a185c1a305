import type { DataSource } from 'typeorm';
import type { Config } from '../../libs/config/index.js';
import { version } from '../../libs/config/version.js';
import { Metrics, serveMetrics } from '../../libs/metrics/index.js';
import { FiguresRepository } from '../../libs/persistence/index.js';

/** The worker's metrics; none where no port is set. */
export async function startMetrics(
  { metrics: { host, workerPort } }: Config,
  { manager }: DataSource,
): Promise<{ metrics: Metrics | null; closeMetrics: () => Promise<void> }> {
  if (workerPort === null) return { metrics: null, closeMetrics: async () => undefined };
  const figures = () => new FiguresRepository(manager).at(new Date().toISOString());
  const metrics = new Metrics({ process: 'worker', version, figures, queues: null });
  const server = await serveMetrics(metrics, { host, port: workerPort });
  return { metrics, closeMetrics: () => server.close() };
}
