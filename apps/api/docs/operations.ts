import type { OpenAPIObject } from '@nestjs/swagger';

export type Json = Record<string, unknown>;

export interface Content {
  schema?: Json;
  example?: unknown;
}

export interface Parameter {
  in: string;
  name: string;
  required?: boolean;
  schema?: Json;
  [more: string]: unknown;
}

/** As much of an operation as is asked for here. */
export interface Operation {
  parameters?: Parameter[] | undefined;
  security?: unknown[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { content?: Record<string, Content>; headers?: Json; [more: string]: unknown }>;
  [extension: string]: unknown;
}

export interface FoundOperation {
  method: string;
  path: string;
  operation: Operation;
}

export function operationsOf({ paths }: Pick<OpenAPIObject, 'paths'>): FoundOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation: operation as Operation })),
  );
}
