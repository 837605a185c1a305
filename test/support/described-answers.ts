import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

interface DescribedAnswer {
  $ref?: string;
  content?: Record<string, { schema?: Json }>;
  headers?: Json;
}

/** What an answer says in headers to programs: each of them is described wherever it is sent. */
const toldInHeaders = [
  ...['ETag', 'Link', 'Location', 'Allow', 'Retry-After', 'WWW-Authenticate', 'RateLimit', 'RateLimit-Policy'],
];

interface DescribedPath {
  pattern: RegExp;
  path: string;
  /** Paths in which more is written out win: `/licenses/registrations` is no license. */
  written: number;
}

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, DescribedAnswer> }>>;
  components: { schemas: Record<string, Json>; responses: Record<string, DescribedAnswer> };
}

/** Holds answers against docs/openapi.json; what is not in it is nobody's to judge. */
class DescribedAnswers {
  private readonly description = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Description;
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly paths: DescribedPath[];

  constructor() {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ components: this.description.components }, 'openapi');
    this.paths = Object.keys(this.description.paths)
      .map((path) => ({
        path,
        pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        written: path.split('/').filter((part) => part !== '' && !part.startsWith('{')).length,
      }))
      .sort((a, b) => b.written - a.written);
  }

  /** @returns what about the answer is not as described; null where it is */
  differs(method: string, address: string, { status, headers }: Answered, body: unknown): string | null {
    const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
    const target = new URL(address, 'http://x').pathname;
    const found = this.paths.find(({ pattern }) => pattern.test(target));
    const operation = found && this.description.paths[found.path]?.[method.toLowerCase()];
    const { responses } = this.description.components;
    // By a method that a path does not have there is no operation, and one answer for all of them.
    if (!operation && (!found || status !== 405)) return null;
    const named = `${method} ${found.path}`;
    const described = operation ? operation.responses[String(status)] : responses.Problem405;
    if (!described) return `${named} answers ${status}, which is not described`;
    const answer = described.$ref ? responses[described.$ref.split('/').at(-1) ?? ''] : described;
    const untold = toldInHeaders.find((name) => headers.has(name) && !answer?.headers?.[name]);
    if (untold) return `${named} answers ${status} with ${untold}, which is not described`;
    if (type === 'application/json' && answer?.headers?.ETag && !headers.has('etag'))
      return `${named} answers ${status} without the ETag that is described`;
    const content = Object.entries(answer?.content ?? {}).find(([named]) => named.split(';')[0] === type)?.[1];
    if (!content) return answer?.content ? `${named} answers ${status} as ${type}, which is not described` : null;
    if (!content.schema || !type.endsWith('json')) return null;
    const validate = this.validatorOf(content.schema);
    if (validate(body)) return null;
    return `${named} answers ${status} otherwise than described: ${this.ajv.errorsText(validate.errors)}`;
  }

  /** One for all answers that are described alike, as most refusals are. */
  private validatorOf(schema: Json): ValidateFunction {
    const written = JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/');
    const known = this.validators.get(written);
    if (known) return known;
    const made = this.ajv.compile(JSON.parse(written) as Json);
    this.validators.set(written, made);
    return made;
  }
}

let described: DescribedAnswers | null = null;

interface Answered {
  status: number;
  headers: Headers;
}

/** @throws Error where an answer of the API is not as docs/openapi.json describes it */
export function mustBeAsDescribed(method: string, address: string, response: Answered, body: unknown): void {
  described ??= new DescribedAnswers();
  const difference = described.differs(method, address, response, body);
  if (difference) throw new Error(difference);
}
