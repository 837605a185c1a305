import type { NextFunction, Request, Response } from 'express';
import { MethodNotAllowed } from '../problems/api-errors.js';

/** As much of Express's router as is asked. */
interface Layer {
  route?: { path: unknown; methods: Record<string, boolean> };
  match(path: string): boolean;
}

const routesOf = (app: unknown): Layer[] => (app as { router: { stack: Layer[] } }).router.stack;

/** The methods that the address of a request takes; none where there is nothing at it, or where it cannot be decoded. */
export function methodsAt({ app, path }: Pick<Request, 'app' | 'path'>): string[] {
  return allowed(routesOf(app).filter((layer) => layer.route && isAt(layer, path)));
}

/** An address that is written out is that one, for every method: `/licenses/registrations` is no license. */
export function writtenAddresses() {
  let written: Map<string, string[]> | null = null;
  return ({ app, path, method }: Request, _response: Response, next: NextFunction): void => {
    written ??= writtenIn(routesOf(app));
    const methods = written.get(path);
    next(methods && !methods.includes(method) ? new MethodNotAllowed(methods) : undefined);
  };
}

function writtenIn(layers: readonly Layer[]): Map<string, string[]> {
  const paths = new Map<string, Layer[]>();
  for (const layer of layers) {
    const path = layer.route?.path;
    if (typeof path === 'string' && !/[:*]/.test(path)) paths.set(path, [...(paths.get(path) ?? []), layer]);
  }
  return new Map([...paths].map(([path, at]) => [path, allowed(at)]));
}

function allowed(layers: readonly Layer[]): string[] {
  const methods = new Set(
    layers.flatMap(({ route }) => Object.keys(route?.methods ?? {})).map((each) => each.toUpperCase()),
  );
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function isAt(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false; // a percent sign that stands for nothing
  }
}
