import type { OpenAPIObject } from '@nestjs/swagger';
import { type FoundOperation, type Json, operationsOf } from './operations.js';
import { sampleOf } from './samples.js';

/** What the description of the API lacks, in words for whoever wrote the endpoint; empty where it is complete. */
export function gapsIn(document: OpenAPIObject): string[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
  return operationsOf(document).flatMap((found) => {
    const named = `${found.method.toUpperCase()} ${found.path}`;
    return [...ofVersion(found), ...ofBody(found, schemas), ...ofAnswers(found, schemas)].map(
      (gap) => `${named}: ${gap}`,
    );
  });
}

/** What replaces something names what it replaces. */
function ofVersion({ method, operation }: FoundOperation): string[] {
  return method === 'put' && operation.responses['428'] === undefined ? [noVersion] : [];
}

function ofBody({ operation: { requestBody } }: FoundOperation, schemas: Record<string, Json>): string[] {
  return Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
    schema === undefined
      ? [`the ${type} body has no schema`]
      : unsaidIn(schema, schemas).map(
          (field) =>
            `the example of the body says nothing for ${field}: give the field or the schema .meta({ examples: […] })`,
        ),
  );
}

function ofAnswers({ operation }: FoundOperation, schemas: Record<string, Json>): string[] {
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  return answers.flatMap(([status, { content }]) => {
    if (content === undefined)
      return [`the answer ${status} has no schema: give one to ReadEndpoint, WriteEndpoint or ApiResponse`];
    const gaps = status === '201' && operation['x-location'] === undefined ? [noLocation] : [];
    return gaps.concat(
      ...Object.entries(content).map(([type, { schema, example }]) => {
        if (schema === undefined || !type.endsWith('json'))
          return example === undefined ? [`the answer ${status} has no example`] : [];
        return unsaidIn(schema, schemas).map(
          (field) =>
            `the example of the answer ${status} says nothing for ${field}: give the field .meta({ examples: […] }), or add its name to apps/api/docs/sample-words.ts`,
        );
      }),
    );
  });
}

const noVersion = 'a PUT names the version that it replaces: add @NeedsVersion()';
const noLocation = "the answer 201 says no Location: add @MadeAt('/path/{fieldOfTheAnswer}')";

function unsaidIn(schema: Json, schemas: Record<string, Json>): string[] {
  const fields = new Set<string>();
  sampleOf(schema, schemas, (field) => fields.add(field));
  return [...fields];
}
