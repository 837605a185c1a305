import { readFileSync } from 'node:fs';

type Json = Record<string, unknown>;

/** An operation of docs/openapi.json, as far as tests drive all of them. */
export interface DescribedOperation {
  method: string;
  path: string;
  /** What its body looks like; undefined where it takes none in JSON. */
  body: unknown;
  queries: string[];
  /** Those of them that are whole numbers. */
  numbers: string[];
  guarded: boolean;
}

interface Raw {
  parameters?: { in?: string; name?: string; schema?: { type?: string } }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  'x-access'?: object;
}

const queriesIn = (parameters: NonNullable<Raw['parameters']>): string[] =>
  parameters.flatMap((each) => (each.in === 'query' && each.name ? [each.name] : []));

export function describedOperations(): DescribedOperation[] {
  const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, Raw>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, 'x-access': access }]) => ({
      method,
      path,
      body: requestBody?.content['application/json']?.example,
      queries: queriesIn(parameters),
      numbers: queriesIn(parameters.filter(({ schema }) => schema?.type === 'integer')),
      guarded: access !== undefined,
    })),
  );
}

/** A value in a body, and how the body is with another one in its place. */
export interface Leaf {
  pointer: string;
  name: string;
  value: unknown;
  with(other: unknown): unknown;
}

/** Every value in a body that is neither an object nor an array. */
export function leavesOf(body: unknown, pointer = '', name = ''): Leaf[] {
  if (typeof body !== 'object' || body === null) return [{ pointer, name, value: body, with: (other) => other }];
  const copied = (key: string, inner: unknown): unknown =>
    Array.isArray(body)
      ? body.map((each, index) => (String(index) === key ? inner : each))
      : { ...(body as Json), [key]: inner };
  return Object.entries(body).flatMap(([key, value]) =>
    leavesOf(value, `${pointer}/${key}`, Array.isArray(body) ? name : key).map((leaf) => ({
      ...leaf,
      with: (other: unknown) => copied(key, leaf.with(other)),
    })),
  );
}
