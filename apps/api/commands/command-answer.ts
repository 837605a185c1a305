import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Act } from '../access/access.decorators.js';
import type { Action } from '../access/access-table.js';
import { TakesVersion } from '../http/versions.js';

/** The answer to a command, as kept with it: a repeat gives the same bytes. */
export const commandAnswer = z
  .object({
    licenseId: z.uuid(),
    commandId: z.uuid(),
    outcome: z.enum(['appended', 'nothing']),
    seq: z.int().meta({ description: "The license's newest entry after the command" }),
    events: z.array(z.object({ seq: z.int(), type: z.string() })),
    status: z.string(),
  })
  .meta({ id: 'CommandAnswer' });

export type CommandAnswer = z.output<typeof commandAnswer>;

/** What is answered in another form than JSON. */
export interface FileAnswer {
  types: readonly string[];
  /** Of texts; bytes have none. */
  example?: string;
  /** What it says in headers beside what every answer does. */
  headers?: readonly string[];
}

/** Server-sent events, each with an id and its data in JSON. */
export interface EventsAnswer {
  event: string;
  /** Name of the schema of the data, which another answer gives. */
  data: string;
  example: { id: string; data: object };
}

/** Every endpoint that only reads or computes. `also`: the other form in which the same is answered. */
export const ReadEndpoint = (
  action: Action,
  summary: string,
  answer: z.ZodType | FileAnswer | EventsAnswer,
  also?: FileAnswer,
) =>
  applyDecorators(
    Act(action),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiBearerAuth(),
    ...answered(answer, also),
    Problems(),
  );

/** Beside a `ReadEndpoint`: 409 while what it reads is not made yet, or is not kept any more. */
export const OnceMade = () => ApiExtension('x-conflict', true);

/** Beside an endpoint of texts that compares `If-None-Match` itself; of what is JSON every answer does. */
export const KnownAgain = () => ApiResponse({ status: 304, description: 'Nothing has changed' });

/** Beside a `ReadEndpoint` whose JSON is sent while it is made: nobody knows its tag beforehand. */
export const SentInPieces = () => ApiExtension('x-in-pieces', true);

/** The other form in which the answer 200 is given where somebody asks for it. */
export const AlsoAs = (also: FileAnswer) => ApiExtension('x-also', fileContent(also));

function answered(answer: z.ZodType | FileAnswer | EventsAnswer, also?: FileAnswer): MethodDecorator[] {
  const said = { status: 200, description: 'The answer' };
  if ('event' in answer) return [ApiResponse({ ...said, content: eventsContent(answer) })];
  if (!(answer instanceof z.ZodType)) {
    const headers = Object.fromEntries(
      (answer.headers ?? []).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    );
    return [ApiResponse({ ...said, content: fileContent(answer), headers: headers as never })];
  }
  return [ApiResponse({ ...said, standardSchema: answer }), ...(also ? [AlsoAs(also)] : [])];
}

export function fileContent({
  types,
  example,
}: FileAnswer): Record<string, { schema: { type: 'string'; format?: string }; example?: string }> {
  const one =
    example === undefined
      ? { schema: { type: 'string' as const, format: 'binary' } }
      : { schema: { type: 'string' as const }, example };
  return Object.fromEntries(types.map((type) => [type, one]));
}

/** As OpenAPI has it: one event of the stream, with its fields as the standard of HTML names them. */
function eventsContent({ event, data, example }: EventsAnswer) {
  const ofData = {
    type: 'string' as const,
    contentMediaType: 'application/json',
    contentSchema: { $ref: `#/components/schemas/${data}` },
  };
  const schema = {
    type: 'object' as const,
    required: ['id', 'event', 'data'],
    properties: { id: { type: 'string' as const }, event: { type: 'string' as const, enum: [event] }, data: ofData },
  };
  return {
    'text/event-stream': { schema, example: { id: example.id, event, data: JSON.stringify(example.data) } },
  };
}

/** Every endpoint that writes what is not a license's: companies, people, tokens. Its answer is its own. */
export const WriteEndpoint = (action: Action, summary: string, answer: z.ZodType, status: 200 | 201 = 201) =>
  applyDecorators(
    Act(action),
    HttpCode(status),
    ApiOperation({ summary }),
    ApiBearerAuth(),
    KeyHeader(),
    ApiResponse({ status, description: 'What was done', standardSchema: answer }),
    Problems(),
  );

/** Every endpoint that carries a command of a license: it needs an Idempotency-Key, and takes the license's version. */
export const CommandEndpoint = (
  action: Action,
  summary: string,
  status: 200 | 201 = 200,
  answer: z.ZodType = commandAnswer,
) =>
  applyDecorators(
    Act(action),
    HttpCode(status),
    ApiOperation({ summary }),
    ApiBearerAuth(),
    KeyHeader(),
    TakesVersion(),
    ApiResponse({ status, description: 'What is on record', standardSchema: answer }),
    Problems(),
  );

/** Every error has one form; which ones there are stands in docs/problems.md and under /problems. */
export const Problems = () =>
  applyDecorators(
    ApiResponse({
      status: 'default',
      description: 'A problem (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }),
  );

const KeyHeader = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Your own id of this command: sending it again with the same body gives the same answer.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$', example: 'my-command-0001' },
  });
