import type { Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Config } from '../../libs/config/index.js';
import { version } from '../../libs/config/version.js';
import { backlogSeconds, pollers } from '../../libs/gateway/index.js';
import { Metrics, type MetricsServer, serveMetrics } from '../../libs/metrics/index.js';
import { FiguresRepository } from '../../libs/persistence/index.js';

/** The API's metrics, the task queues' among them; null where no port is set. */
export async function startMetrics(
  config: Config,
  dataSource: DataSource,
  connection: Connection,
): Promise<{ metrics: Metrics; server: MetricsServer } | null> {
  const { host, apiPort } = config.metrics;
  if (apiPort === null) return null;
  const { namespace } = config.temporal;
  const metrics = new Metrics({
    process: 'api',
    version,
    figures: () => new FiguresRepository(dataSource.manager).at(new Date().toISOString()),
    queues: async () => {
      const [polled, waiting] = await Promise.all([
        pollers(connection, namespace),
        backlogSeconds(connection, namespace),
      ]);
      return {
        licenses: { polled: polled.licenses, backlogSeconds: waiting.licenses },
        notices: { polled: polled.notices, backlogSeconds: waiting.notices },
      };
    },
  });
  return { metrics, server: await serveMetrics(metrics, { host, port: apiPort }) };
}
