import { applyDecorators, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { VersionStale } from '../../../libs/domain/index.js';
import { IfMatchInvalid, VersionRequired } from '../problems/api-errors.js';

const takesVersionKey = 'paizhao:takes-version';

/** The version that the caller has seen of what is changed; null: whichever there is. */
export type Expected = number | null;

/** No version has this number: a tag that we never gave out fits nothing. */
const never = -1;

const description =
  'The ETag of what was read: the change is made only where nothing else has changed it since; `*` for whatever there is.';

const header = (required: boolean) =>
  ApiHeader({
    name: 'If-Match',
    required,
    description,
    schema: { type: 'string', pattern: String.raw`^(\*|(W/)?"[!#-~]*")$`, example: '*' },
  });

/** The endpoint changes what has a version, and a change that nobody saw must not be lost: the caller names the version. */
export const NeedsVersion = () => applyDecorators(SetMetadata(takesVersionKey, 'needed'), header(true));

/** The endpoint adds to a record that has a version; whoever names one adds only to that one. */
export const TakesVersion = () => applyDecorators(SetMetadata(takesVersionKey, 'taken'), header(false));

/** Versions are integers of the database: a longer number is none of ours. */
const tagShape = /^"(\d{1,9})-[\w-]+"$/;

/**
 * The version that the caller names in `If-Match`.
 * @throws VersionRequired, IfMatchInvalid; VersionStale where the address has no versions
 */
export function expectedBy(request: Pick<Request, 'get'>, context: Pick<ExecutionContext, 'getHandler'>): Expected {
  const takes = Reflect.getMetadata(takesVersionKey, context.getHandler()) as 'needed' | 'taken' | undefined;
  const tag = request.get('if-match')?.trim();
  if (takes === 'needed' && (tag ?? '') === '') throw new VersionRequired();
  if (tag === undefined) return null;
  if (tag === '*') return null;
  if (!/^(W\/)?"[\x21\x23-\x7e]*"$/.test(tag)) throw new IfMatchInvalid();
  if (takes === undefined) throw new VersionStale();
  return Number(tagShape.exec(tag)?.[1] ?? never);
}

/**
 * A strong validator: the version of what is shown, where it has one, and the hash of the bytes that show it. Of the two
 * `If-Match` compares the version: the bytes differ by language, reader and day as well. What has no version begins with
 * the dash, so that no hash is taken for one.
 */
export const tagOf = (version: number | null, hash: string): string => `"${version ?? ''}-${hash}"`;
