import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { isStorable } from '../../../libs/domain/index.js';
import { NestedTooDeep, RequestInvalid } from './api-errors.js';
import { type Issue, wordsOf } from './field-words.js';
import type { ProblemEntry } from './problem.js';

/**
 * Validates body, query and path by the schema of the parameter; all faults are answered at once. Refused first, whatever
 * the schema: a text that neither PostgreSQL nor canonical JSON can hold, and a name that Nest would drop.
 */
class RequestPipe extends StandardSchemaValidationPipe {
  override async transform<T = unknown>(value: unknown, metadata: ArgumentMetadata): Promise<T> {
    const faults = ['body', 'query'].includes(metadata.type) ? faultsIn(value, []) : [];
    if (faults.length > 0) throw new RequestInvalid(faults);
    return (await super.transform(value, metadata)) as T;
  }
}

export const validationPipe = new RequestPipe({
  exceptionFactory: (issues) =>
    new RequestInvalid((issues as readonly Issue[]).flatMap((issue) => entriesOf(issue, []))),
});

/** For a body that the description shows in another form than it is checked in. @throws RequestInvalid */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new RequestInvalid((result.error.issues as readonly Issue[]).flatMap((issue) => entriesOf(issue, [])));
}

/** No request of this API is nested deeper than a few levels; what is, would exhaust the stack of whoever reads it. */
const deepest = 50;

/** No field of this API has one of these names; Nest takes them out without a word. */
const dropped = new Set(['__proto__', 'constructor', 'prototype']);

function faultsIn(value: unknown, path: string[]): ProblemEntry[] {
  if (path.length > deepest) throw new NestedTooDeep(deepest);
  if (typeof value === 'string') return isStorable(value) ? [] : [unstorable(path)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (dropped.has(key)) return [unknownField([...path, key])];
    return isStorable(key) ? faultsIn(inner, [...path, key]) : [unstorable(path)];
  });
}

const unstorable = (path: string[]): ProblemEntry => ({
  pointer: pointerOf(path),
  code: 'text-not-storable',
  detail: 'the text holds U+0000 or half of a surrogate pair',
  remedy: 'Remove the character.',
});

export const unknownField = (path: readonly string[]): ProblemEntry => ({
  pointer: pointerOf(path),
  code: 'unknown-field',
  detail: `"${path.at(-1)}" is not a field of this request`,
  remedy: 'Remove the field, or correct its name.',
});

export function entriesOf(issue: Issue, parent: string[]): ProblemEntry[] {
  const path = [...parent, ...(issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))];
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => unknownField([...path, key]));
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue.errors ?? []);
    if (nearest) return nearest.flatMap((inner) => entriesOf(inner, path));
  }
  return [{ pointer: pointerOf(path), ...wordsOf(issue) }];
}

/** The branch of a union that the input meant: one of its own type, and of these the one with the fewest faults. */
function nearestBranch(branches: Issue[][]): Issue[] | undefined {
  const faults = (branch: Issue[]) => branch.length + (branch.some(isOfOtherType) ? 0.5 : 0);
  return branches.filter((branch) => branch.length > 0).sort((a, b) => faults(a) - faults(b))[0];
}

const isOfOtherType = ({ code, path = [] }: Issue): boolean => code === 'invalid_type' && path.length === 0;

/** RFC 6901. */
export function pointerOf(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
