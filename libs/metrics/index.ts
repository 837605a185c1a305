export { Metrics, type MetricsSources } from './metrics.js';
export { type MetricsServer, serveMetrics } from './metrics-server.js';
