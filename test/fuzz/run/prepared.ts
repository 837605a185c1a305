import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '../../../libs/calendar/index.js';
import type { Known } from './register.js';

type Json = Record<string, unknown>;

/** Whose id a path names, by what comes before it. */
const ofPath: readonly [RegExp, keyof Known][] = [
  [/\/licenses\/\{id\}/, 'license'],
  [/^\/companies\/\{id\}/, 'company'],
  [/^\/people\/\{id\}/, 'person'],
  [/^\/views\/\{id\}/, 'view'],
  [/^\/feeds\/\{id\}/, 'feed'],
  [/^\/jobs\/\{id\}/, 'job'],
  [/^\/exports\/\{id\}/, 'export'],
  [/^\/imports\/\{id\}/, 'import'],
  [/^\/webhooks\/\{id\}/, 'webhook'],
  [/^\/robots\/\{id\}/, 'robot'],
  [/^\/tokens\/\{id\}/, 'token'],
  [/^\/adoptions\/\{id\}/, 'adoption'],
  [/^\/readings\/\{id\}/, 'reading'],
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
  absenceId: 'absence',
  filingId: 'filing',
  materialId: 'material',
  requirementId: 'requirement',
  scanId: 'scan',
  itemId: 'item',
  commentId: 'comment',
  obligationId: 'obligation',
  operationId: 'operation',
  inspectionId: 'inspection',
  conditionId: 'condition',
  companionId: 'companion',
  subsidiaryId: 'subsidiary',
  view: 'view',
};

/**
 * The description as one who knows the register would write it: ids are those that are there, and one that is not;
 * webhooks go to a host that nobody has; time is skipped by days, and once by a month. All else is as it was.
 */
export function prepared(document: Json, known: Known, today: CivilDate): Json {
  const text = JSON.parse(JSON.stringify(document)) as {
    paths: Record<string, Record<string, Json>>;
    components: Json;
  };
  const missing = randomUUID();
  const idsOf = (kind: keyof Known) => [...(known[kind] ?? []).filter((id) => id !== ''), missing];
  for (const [path, methods] of Object.entries(text.paths))
    for (const operation of Object.values(methods))
      for (const parameter of (operation.parameters ?? []) as Json[]) {
        const kind = parameter.in === 'path' ? kindInPath(path, String(parameter.name)) : null;
        if (kind)
          Object.assign(parameter, idParameter(parameter.schema as Json, idsOf(kind), known[kind]?.length ?? 0));
      }
  const { schemas = {}, parameters = {} } = text.components as {
    schemas?: Record<string, Json>;
    parameters?: Record<string, Json>;
  };
  // One tag that fits whatever there is, and one that mostly does not.
  for (const parameter of Object.values(parameters))
    if (parameter.name === 'If-Match') parameter.schema = { type: 'string', enum: ['*', '"1-x"'] };
  if (schemas.Skip) schemas.Skip = skippingLittle(schemas.Skip, today);
  for (const [name, schema] of Object.entries(schemas))
    schemas[asked(name)] = referringToAsked(knownIn(schema, idsOf) as Json);
  for (const methods of Object.values(text.paths))
    for (const operation of Object.values(methods))
      if (operation.requestBody) operation.requestBody = referringToAsked(knownIn(operation.requestBody, idsOf));
  return text as unknown as Json;
}

/** Entries are counted: of them none is missing that is a number. */
function idParameter({ type, format }: Json, ids: string[], known: number): Json {
  const all = type === 'string' ? ids : [...ids.slice(0, known).map(Number), 999_999];
  return { schema: { type, ...(format === undefined ? {} : { format }), enum: all }, example: all[0] };
}

/**
 * A license lives a year in some seconds, and on a machine that is busy in more than a fuzzer waits for. Its bounds stay:
 * what lies beyond narrower ones the API rightly takes.
 */
function skippingLittle(schema: Json, today: CivilDate): Json {
  const until = { type: 'string', format: 'date', enum: [-1, 3, 30].map((days) => addDays(today, days)) };
  const ways = (schema.anyOf as { properties: { days?: Json } }[]).map((way) => ({
    ...way,
    properties: way.properties.days ? { days: { ...way.properties.days, enum: [1, 2, 3] } } : { until },
  }));
  return { ...schema, anyOf: ways };
}

/** What is asked and what is answered may share a schema; only what is asked is narrowed. */
const asked = (name: string): string => `Asked${name}`;

function referringToAsked<T>(value: T): T {
  const text = JSON.stringify(value);
  return JSON.parse(
    text.replaceAll(/"#\/components\/schemas\/(\w+)"/g, (_, name: string) => `"#/components/schemas/${asked(name)}"`),
  ) as T;
}

function kindInPath(path: string, name: string): keyof Known | null {
  if (name === 'id') return ofPath.find(([pattern]) => pattern.test(path))?.[1] ?? null;
  if (name === 'seq') return path.includes('/packs/') ? 'pack' : 'paper';
  return ofName[name] ?? null;
}

/** Replaces what the schemas of bodies say of ids and addresses. */
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
      const { format, type } = schema as Json;
      if (kind && (format === 'uuid' || (type === 'string' && name.endsWith('Id'))))
        return [name, { ...(schema as Json), enum: idsOf(kind) }];
      if (name === 'url' && !(schema as Json).description) return [name, { type: 'string', enum: [nobodysHost] }];
      return [name, knownIn(schema, idsOf)];
    }),
  );
}

const nobodysHost = 'https://hooks.example.com/fuzz';
