import type { Request } from 'express';

/** As much of Express's router as is asked. */
interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** The methods that the address of a request takes; none where there is nothing at it, or where it cannot be decoded. */
export function methodsAt({ app, path }: Pick<Request, 'app' | 'path'>): string[] {
  const { stack } = (app as unknown as { router: { stack: Layer[] } }).router;
  const methods = new Set<string>();
  for (const layer of stack) {
    if (!layer.route || !isAt(layer, path)) continue;
    for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
  }
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
