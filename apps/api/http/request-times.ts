import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from '../../../libs/metrics/index.js';

/** Measures each answered request under the pattern of its path: an id in a label would be a metric per license. */
export function requestTimes(metrics: Pick<Metrics, 'answered'>) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    response.on('finish', () => {
      const pattern = (request.route as { path?: unknown } | undefined)?.path;
      const route = typeof pattern === 'string' ? pattern : 'none';
      metrics.answered(request.method, route, response.statusCode, (performance.now() - started) / 1_000);
    });
    next();
  };
}
