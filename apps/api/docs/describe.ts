import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { mapped, schemaConverter, withExamples } from './json-schema.js';
import { type FoundOperation, type Json, type Operation, operationsOf, type Parameter } from './operations.js';
import { headersNamed, problemHeaders, problemResponses, problemSchema, statusesOf } from './problem-answers.js';
import { sampleOf } from './samples.js';

const description = `Commands need an \`Idempotency-Key\`: sending the same command again gives the same answer.
Dates are civil days in Asia/Shanghai (\`YYYY-MM-DD\`), instants are UTC. Errors are RFC 9457 problems; \`/problems\` lists
every code. Answers may gain fields: ignore those that you do not know. Press **Authorize** and paste a token, then
**Try it out**: on the demo the examples carry the ids of its license; elsewhere put in your own.`;

/** Of this description, not of the product: it rises when something that was described is taken away or changes its form. */
const descriptionVersion = '1';

/** The description of the API in OpenAPI 3.1: all of it comes from the code, and the same code gives the same bytes. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Paizhao 牌照')
    .setDescription(description)
    .setVersion(descriptionVersion)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'A token of the house (pz_…), or of its identity provider',
    })
    .build();
  const made = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: schemaConverter(),
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  return finished(made);
}

function finished(document: OpenAPIObject): OpenAPIObject {
  const components = (document.components ?? {}) as Record<string, Record<string, Json>>;
  const plain = (schema: Json) => mapped(schema, withExamples);
  for (const [name, schema] of Object.entries(components.schemas ?? {}))
    if (components.schemas) components.schemas[name] = plain(schema);
  components.schemas = sorted({ ...components.schemas, Problem: problemSchema });
  components.responses = { NotModified: notModified, ...problemResponses() };
  components.headers = { ...answerHeaders, ...problemHeaders };
  for (const found of operationsOf(document)) {
    const { operation } = found;
    if (isKnownAgain(found)) {
      operation.parameters = [...(operation.parameters ?? []), ifNoneMatch];
      operation.responses[304] = { $ref: '#/components/responses/NotModified' };
    }
    delete operation['x-in-pieces'];
    operation.parameters = operation.parameters?.map((each) => finishedParameter(each, components, plain));
    finishBody(operation, components, plain);
    const refusals = statusesOf(found);
    delete operation['x-conflict'];
    delete operation.responses.default;
    finishAnswers(found, components, plain, '429' in refusals);
    operation.responses = { ...operation.responses, ...refusals };
  }
  shareHeaders(document, components);
  return document;
}

type Components = Record<string, Record<string, Json>>;

function finishedParameter(each: Parameter, { schemas = {} }: Components, plain: (schema: Json) => Json): Parameter {
  if (!each.schema) return each;
  const schema = plain(each.schema);
  const [said] =
    (schema.examples as unknown[] | undefined) ??
    [sampleOf({ properties: { [each.name]: schema }, type: 'object' }, schemas)].map((all) => (all as Json)[each.name]);
  return each.required || each.in === 'header' ? { ...each, schema, example: said } : { ...each, schema };
}

function finishBody({ requestBody }: Operation, { schemas = {} }: Components, plain: (schema: Json) => Json): void {
  for (const [type, content] of Object.entries(requestBody?.content ?? {})) {
    if (!content.schema) continue;
    // A form has its fields and no others, as every other body.
    content.schema = {
      ...(type === 'multipart/form-data' ? { additionalProperties: false } : {}),
      ...plain(content.schema),
    };
    content.example ??= sampleOf(content.schema, schemas);
  }
}

function finishAnswers(
  { operation }: FoundOperation,
  { schemas = {} }: Components,
  plain: (schema: Json) => Json,
  limited: boolean,
): void {
  const { responses, 'x-also': also } = operation;
  delete operation['x-also'];
  if (also && responses[200]) responses[200].content = { ...responses[200].content, ...(also as object) };
  for (const [status, answer] of Object.entries(responses)) {
    for (const content of Object.values(answer.content ?? {})) {
      if (!content.schema) continue;
      content.schema = plain(content.schema);
      content.example ??= sampleOf(content.schema, schemas);
    }
    if (!status.startsWith('2')) continue;
    const leadsOn = linkIn(answer.content?.['application/json']?.schema ?? {}, schemas);
    const names = [
      'X-Request-Id',
      ...(status === '201' ? ['Location'] : []),
      ...(304 in responses ? ['ETag'] : []),
      ...(leadsOn ? ['Link'] : []),
      ...(limited ? ['RateLimit', 'RateLimit-Policy'] : []),
    ];
    answer.headers = { ...answer.headers, ...headersNamed(...names) };
  }
}

/** Whether an answer to GET has a tag: what is JSON and sent as a whole, and what says so itself. */
const isKnownAgain = ({ method, operation: { responses, ...operation } }: FoundOperation): boolean =>
  304 in responses ||
  (method === 'get' && operation['x-in-pieces'] !== true && 'application/json' in (responses[200]?.content ?? {}));

/** Whether an answer says in `Link` where the next page is, or where it is found again. */
function linkIn({ $ref, properties = {} }: Json, schemas: Record<string, Json>): boolean {
  if (typeof $ref === 'string') return linkIn(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  const { next, canonical } = properties as Record<string, Json>;
  return canonical !== undefined || (next !== undefined && next.type !== 'array');
}

const text = { type: 'string' };

const answerHeaders: Record<string, Json> = {
  'X-Request-Id': {
    description: 'Names this request in logs: yours where you sent a UUID or 32 hexadecimal digits',
    schema: text,
  },
  Location: { description: 'Where what was made is found', schema: { ...text, format: 'uri-reference' } },
  ETag: {
    description: 'Of answers to GET: what If-None-Match and, where the address has a version, If-Match compare',
    schema: text,
  },
  Link: {
    description:
      'Of lists: `<…>; rel="next"`, the address of the next page, where there is one. Of answers about the past: rel="canonical"',
    schema: text,
  },
};

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an answer that you have, or several: 304 while nothing has changed',
  schema: { ...text, examples: ['"-UkS2NbTRlJ6R0bX1Zr5kWQ"'] },
};

const notModified: Json = {
  description: 'Nothing has changed since the ETag of If-None-Match',
  headers: headersNamed('X-Request-Id', 'ETag', 'Link', 'RateLimit', 'RateLimit-Policy'),
};

/** The headers that many operations take stand in one place. */
function shareHeaders(document: OpenAPIObject, components: Components): void {
  const shared: Record<string, Json> = {};
  for (const { operation } of operationsOf(document))
    operation.parameters = operation.parameters?.map((each) => {
      if (each.in !== 'header') return each;
      const name = each.required === true ? `${each.name}` : `${each.name}-optional`;
      shared[name] = each;
      return { $ref: `#/components/parameters/${name}` } as never;
    });
  components.parameters = sorted(shared);
}

const sorted = <T>(map: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
