import { exampleValues } from '../schemas/example-values.js';
import type { Json } from './operations.js';
import { wordsOfFields } from './sample-words.js';

/** Told where a value would say nothing to a reader: the path of the field. */
export type Unsaid = (field: string) => void;

/**
 * A value that fits a schema and reads like a real one: the schema's own example where it has one, else put together from
 * its parts. The same schema gives the same value.
 */
export function sampleOf(schema: Json, schemas: Record<string, Json>, unsaid: Unsaid = () => undefined): unknown {
  return new Sampler(schemas, unsaid).of(schema, []);
}

class Sampler {
  constructor(
    private readonly schemas: Record<string, Json>,
    private readonly unsaid: Unsaid,
  ) {}

  of(schema: Json, path: string[]): unknown {
    const { examples, $ref, anyOf, oneOf, allOf } = schema;
    if (Array.isArray(examples) && examples.length > 0) return examples[0];
    if ('default' in schema && schema.default !== null) return schema.default;
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return schema.enum[0];
    if (typeof $ref === 'string') return this.of(this.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, path);
    const choices = (anyOf ?? oneOf) as Json[] | undefined;
    if (choices) return this.of(choices.find(({ type }) => type !== 'null') ?? {}, path);
    if (Array.isArray(allOf)) return Object.assign({}, ...(allOf as Json[]).map((each) => this.of(each, path)));
    return this.ofType(schema, path);
  }

  private ofType(schema: Json, path: string[]): unknown {
    const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== 'null') : schema.type;
    switch (type) {
      case 'object':
        return this.object(schema, path);
      case 'array':
        return this.array(schema, path);
      case 'string':
        return this.text(schema, path);
      case 'integer':
      case 'number':
        return (path.length > 0 ? numbersOfFields[path.at(-1) ?? ''] : undefined) ?? schema.minimum ?? 1;
      case 'boolean':
        return false;
      case 'null':
        return null;
      default:
        return this.words(path) ?? null; // of any type
    }
  }

  private object({ properties = {}, additionalProperties, propertyNames }: Json, path: string[]): Json {
    const result: Json = {};
    for (const [name, each] of Object.entries(properties as Record<string, Json>))
      result[name] = this.of(each, [...path, name]);
    if (typeof additionalProperties === 'object' && Object.keys(additionalProperties as Json).length > 0) {
      const { enum: names } = (propertyNames ?? {}) as { enum?: string[] };
      const name = keysOfFields[path.at(-1) ?? ''] ?? names?.[0] ?? 'key';
      result[name] = this.of(additionalProperties as Json, [...path, name]);
    }
    return result;
  }

  private array({ items, prefixItems }: Json, path: string[]): unknown[] {
    const several = (prefixItems as Json[] | undefined) ?? (items ? [items as Json] : []);
    return several.map((each) => this.of(each, path));
  }

  private text({ format }: Json, path: string[]): string {
    const name = path.at(-1) ?? '';
    if (format === 'binary') return '';
    if (format === 'uuid')
      return idsOfFields[name] ?? (name.endsWith('s') ? idsOfFields[`${name.slice(0, -1)}Id`] : undefined) ?? otherId;
    if (format === 'date') return /last|until|end|to$/i.test(name) ? exampleValues.lastDay : exampleValues.today;
    if (format === 'date-time') return exampleMoment;
    if (format === 'email') return 'owner@example.com';
    if (name.endsWith('At')) return exampleMoment;
    if (name.endsWith('On')) return exampleValues.today;
    return this.words(path) ?? 'text';
  }

  private words(path: string[]): string | undefined {
    const name = path.at(-1) ?? '';
    const words = wordsOfFields[[path.at(-2), name].join('.')] ?? wordsOfFields[name];
    if (words === undefined) this.unsaid(path.join('.') || '(all of it)');
    return words;
  }
}

const exampleMoment = `${exampleValues.today}T02:00:00.000Z`;
const otherId = '00000000-0000-5000-8000-000000000010';

const idsOfFields: Readonly<Record<string, string>> = {
  licenseId: exampleValues.license,
  companyId: exampleValues.company,
  companieId: exampleValues.company,
  personId: exampleValues.owner,
  owner: exampleValues.owner,
  deputy: exampleValues.deputy,
  manager: exampleValues.manager,
  materialId: exampleValues.material,
};

const numbersOfFields: Readonly<Record<string, number>> = { seq: 12, houseSeq: 12, count: 3 };

/** Names under which maps hold their values. */
const keysOfFields: Readonly<Record<string, string>> = { inputs: 'expiry', materials: 'application-form' };
