import { z } from 'zod';

type Json = Record<string, unknown>;

/** The ends of what a number can hold exactly: no limit that anybody set. */
const safeEnds: readonly unknown[] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

/** What a format says by itself. */
const plainFormats: readonly unknown[] = ['uuid', 'date-time', 'email'];

type Converted = { schema: Json; components: Record<string, Json> } | undefined;

/** Converts the schemas of one description, in which a name stands for one form. @throws Error where it stands for two */
export function schemaConverter(): (schema: unknown, asked: { schemaType: 'input' | 'output' }) => Converted {
  const known = new Map<string, string>();
  return (schema, asked) => {
    const converted = jsonSchemaOf(schema, asked);
    for (const [name, component] of Object.entries(converted?.components ?? {})) {
      const form = JSON.stringify(component);
      if ((known.get(name) ?? form) !== form)
        throw new Error(`two schemas, or the two sides of one, share the id ${name}: give one of them another id`);
      known.set(name, form);
    }
    return converted;
  };
}

/**
 * JSON Schema 2020-12 of a zod schema, as OpenAPI 3.1 holds it. An answer may gain fields with the next release, so only a
 * strict schema is closed there.
 */
function jsonSchemaOf(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }): Converted {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $defs,
    $schema: _,
    ...converted
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: schemaType,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === 'object' && (def as { catchall?: unknown }).catchall === undefined)
        delete jsonSchema.additionalProperties;
      if (plainFormats.includes(jsonSchema.format)) delete jsonSchema.pattern;
      if (safeEnds.includes(jsonSchema.minimum)) delete jsonSchema.minimum;
      if (safeEnds.includes(jsonSchema.maximum)) delete jsonSchema.maximum;
    },
  }) as Json;
  return { schema: converted, components: ($defs ?? {}) as Record<string, Json> };
}

const maps = ['properties', 'patternProperties', '$defs'];
const single = ['items', 'additionalProperties', 'not', 'contains', 'propertyNames'];
const several = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];

/** The schema with every schema in it replaced, the innermost first. */
export function mapped(schema: Json, change: (schema: Json) => Json): Json {
  const inner = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? mapped(value as Json, change) : value;
  const result: Json = {};
  for (const [key, value] of Object.entries(schema)) {
    if (maps.includes(key))
      result[key] = Object.fromEntries(Object.entries(value as Json).map(([name, each]) => [name, inner(each)]));
    else if (single.includes(key)) result[key] = inner(value);
    else if (several.includes(key)) result[key] = (value as unknown[]).map(inner);
    else result[key] = value;
  }
  return change(result);
}

/** Nest writes examples as OpenAPI 3.0 had them. */
export function withExamples({ example, ...schema }: Json): Json {
  return example === undefined ? schema : { ...schema, examples: [example] };
}
