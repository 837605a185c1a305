import { randomUUID } from 'node:crypto';
import type { Known } from './register.js';

type Json = Record<string, unknown>;

/** Whose id a path names, by what comes before it. */
const ofPath: readonly [RegExp, keyof Known | string[]][] = [
  [/\/licenses\/\{id\}/, 'license'],
  [/^\/companies\/\{id\}/, 'company'],
  [/^\/people\/\{id\}/, 'person'],
  [/^\/views\/\{id\}/, 'view'],
  [/^\/webhooks\/\{id\}/, 'webhook'],
  [/^\/robots\/\{id\}/, 'robot'],
  [/^\/tokens\/\{id\}/, 'token'],
  [/^\/adoptions\/\{id\}/, 'adoption'],
];

const ofName: Readonly<Record<string, keyof Known>> = {
  licenseId: 'license',
  licenseIds: 'license',
  licenses: 'license',
  follows: 'license',
  companyId: 'company',
  companyIds: 'company',
  companies: 'company',
  personId: 'person',
  owner: 'person',
  deputy: 'person',
  manager: 'person',
  person: 'person',
  to: 'person',
  successor: 'person',
  commentId: 'comment',
  materialId: 'material',
  view: 'view',
};

/**
 * The description as one who knows the register would write it: ids are those that are there, and one that is not;
 * webhooks go to a host that nobody has; time is skipped by days and not by years. All else is as it was.
 */
export function prepared(document: Json, known: Known): Json {
  const text = JSON.parse(JSON.stringify(document)) as {
    paths: Record<string, Record<string, Json>>;
    components: Json;
  };
  const missing = randomUUID();
  const idsOf = (kind: keyof Known) => [...known[kind].filter((id) => id !== ''), missing];
  for (const [path, methods] of Object.entries(text.paths))
    for (const operation of Object.values(methods))
      for (const parameter of (operation.parameters ?? []) as Json[]) {
        const ids = parameter.in === 'path' ? idsInPath(path, String(parameter.name), idsOf) : null;
        if (ids) Object.assign(parameter, { schema: { type: 'string', format: 'uuid', enum: ids }, example: ids[0] });
        if (parameter.name === 'filingId' && parameter.in === 'path')
          Object.assign(parameter, { schema: { type: 'string', enum: ['new-1', 'renewal-1', 'new-9'] } });
      }
  const { schemas = {}, parameters = {} } = text.components as { schemas?: Json; parameters?: Record<string, Json> };
  // One tag that fits whatever there is, and one that mostly does not.
  for (const parameter of Object.values(parameters))
    if (parameter.name === 'If-Match') parameter.schema = { type: 'string', enum: ['*', '"1-x"'] };
  for (const [name, schema] of Object.entries(schemas)) schemas[asked(name)] = referringToAsked(knownIn(schema, idsOf));
  for (const methods of Object.values(text.paths))
    for (const operation of Object.values(methods))
      if (operation.requestBody) operation.requestBody = referringToAsked(knownIn(operation.requestBody, idsOf));
  return text as unknown as Json;
}

/** What is asked and what is answered may share a schema; only what is asked is narrowed. */
const asked = (name: string): string => `Asked${name}`;

function referringToAsked<T>(value: T): T {
  const text = JSON.stringify(value);
  return JSON.parse(
    text.replaceAll(/"#\/components\/schemas\/(\w+)"/g, (_, name: string) => `"#/components/schemas/${asked(name)}"`),
  ) as T;
}

function idsInPath(path: string, name: string, idsOf: (kind: keyof Known) => string[]): string[] | null {
  if (name !== 'id') return ofName[name] ? idsOf(ofName[name]) : null;
  const [, kind] = ofPath.find(([pattern]) => pattern.test(path)) ?? [];
  return kind ? idsOf(kind as keyof Known) : null;
}

/** Replaces what the schemas of bodies say of ids, addresses and days that are skipped. */
function knownIn(value: unknown, idsOf: (kind: keyof Known) => string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => knownIn(each, idsOf));
  if (typeof value !== 'object' || value === null) return value;
  const result: Json = {};
  for (const [key, inner] of Object.entries(value))
    result[key] = key === 'properties' ? properties(inner as Json, idsOf) : knownIn(inner, idsOf);
  return result;
}

function properties(all: Json, idsOf: (kind: keyof Known) => string[]): Json {
  return Object.fromEntries(
    Object.entries(all).map(([name, schema]) => {
      const kind = ofName[name];
      const { format } = schema as Json;
      if (kind && format === 'uuid') return [name, { ...(schema as Json), enum: idsOf(kind) }];
      if (name === 'url' && !(schema as Json).description) return [name, { type: 'string', enum: [nobodysHost] }];
      if (name === 'days' && (schema as Json).maximum === 3660) return [name, { ...(schema as Json), maximum: 3 }];
      return [name, knownIn(schema, idsOf)];
    }),
  );
}

const nobodysHost = 'https://hooks.example.com/fuzz';
