import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Act } from '../access/access.decorators.js';
import type { Action } from '../access/access-table.js';

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

/** Every endpoint that only reads or computes. */
export const ReadEndpoint = (action: Action, summary: string, answer?: z.ZodType) =>
  applyDecorators(
    Act(action),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiBearerAuth(),
    ApiResponse({ status: 200, description: 'The answer', ...(answer ? { standardSchema: answer } : {}) }),
    Problems(),
  );

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

/** Every endpoint that carries a command: it needs an Idempotency-Key. */
export const CommandEndpoint = (action: Action, summary: string, status: 200 | 201 = 200) =>
  applyDecorators(
    Act(action),
    HttpCode(status),
    ApiOperation({ summary }),
    ApiBearerAuth(),
    KeyHeader(),
    ApiResponse({ status, description: 'What is on record', standardSchema: commandAnswer }),
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
    schema: { type: 'string', minLength: 1, maxLength: 200, example: 'my-command-0001' },
  });
