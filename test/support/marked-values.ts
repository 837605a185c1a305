import { readFileSync } from 'node:fs';

const mark = 'markedvalueqz7xk';

/** A value that nobody else writes, of a name that says where it was given. */
export const marked = (name: string): string => `${mark}-${name}`;

/** The mark as files and rows may hold it: as it is, in hexadecimal digits, in base64 at each of its three places. */
const forms = [mark, Buffer.from(mark).toString('hex'), ...[0, 1, 2].map(inBase64)];

/** What base64 makes of the mark after so many other bytes, without the characters that neighbors have a part in. */
function inBase64(before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), Buffer.from(mark)]).toString('base64');
  const whole = Math.floor(((before + mark.length) * 8) / 6);
  return text.slice(Math.ceil((before * 8) / 6), whole);
}

/** The marked values that stand in a text or in bytes, each with what follows it; empty is well. */
export function marksIn(content: string | Uint8Array): string[] {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
  const found = forms.flatMap((form) => [...text.matchAll(new RegExp(`${form}[A-Za-z0-9+/.-]{0,60}`, 'gi'))]);
  return [...new Set(found.map(([value]) => value))];
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

interface Description {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
}

/**
 * Every field of a request's body in docs/openapi.json in which people can write what they like, as
 * `POST /people name`, or `PUT /views/{id} filter.q`.
 */
export function freeFields(): string[] {
  const { paths, components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Description;
  const fields = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      Object.values(requestBody?.content ?? {})
        .flatMap(({ schema }) => freeIn(schema, '', components.schemas, []))
        .map((field) => `${method.toUpperCase()} ${path} ${field}`.trimEnd()),
    ),
  );
  return [...new Set(fields)];
}

function freeIn(schema: Schema, at: string, schemas: Record<string, Schema>, within: string[]): string[] {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    const named = schemas[name];
    return named && !within.includes(name) ? freeIn(named, at, schemas, [...within, name]) : [];
  }
  const inner = (part: Schema, place: string): string[] => freeIn(part, place, schemas, within);
  const { anyOf = [], oneOf = [], allOf = [], items, properties = {} } = schema;
  return [
    ...(isFree(schema) ? [at] : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((part) => inner(part, at)),
    ...(items ? inner(items, at) : []),
    ...Object.entries(properties).flatMap(([name, part]) => inner(part, at === '' ? name : `${at}.${name}`)),
  ];
}

/** A text of no form that a machine checks; an address is free too, and so is a file. */
function isFree({ type, format, enum: values, const: value, pattern }: Schema): boolean {
  if (![type].flat().includes('string') || values !== undefined || value !== undefined) return false;
  return format === undefined ? pattern === undefined : ['email', 'binary', 'uri'].includes(format);
}

/** The fields of a body that carry a marked value, as `freeFields` names them. */
export function markedFieldsOf(body: unknown, at = ''): string[] {
  if (typeof body === 'string') return body.includes(mark) ? [at] : [];
  if (Array.isArray(body)) return body.flatMap((each) => markedFieldsOf(each, at));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => markedFieldsOf(value, at === '' ? name : `${at}.${name}`));
}
