import type { IncomingMessage } from 'node:http';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { NextFunction, Request } from 'express';
import type { KnownRequest } from '../access/access.decorators.js';
import { FieldRepeated, MediaTypeUnsupported, RequestInvalid } from '../problems/api-errors.js';
import { unknownField } from '../problems/validation.js';
import { repeatedField } from './repeated-field.js';

const repeated = Symbol('repeated field');

type Read = IncomingMessage & { [repeated]?: string | null };

/** JSON is in UTF-8 (RFC 8259), whatever else its parser would read. */
export function jsonInUtf8(request: Request, _response: unknown, next: NextFunction): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  const other = request.is('application/json') && charset.toLowerCase() !== 'utf-8';
  next(other ? new MediaTypeUnsupported('UTF-8 JSON') : undefined);
}

/** For the parser of bodies, which is the last to see their text. */
export function noteRepeated(request: IncomingMessage, _response: unknown, body: Buffer): void {
  (request as Read)[repeated] = repeatedField(body.toString('utf8'));
}

/** Refuses what would be dropped without a word: a field that stands twice, a query where none is read. */
export class RequestFormGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<KnownRequest & Read>();
    const pointer = request[repeated] ?? null;
    if (pointer !== null) throw new FieldRepeated(pointer);
    // Pages and calendars are fetched by programs that add to an address what they like.
    const names = request.principal ? Object.keys(request.query) : [];
    if (names.length > 0 && !readsQuery(context)) throw new RequestInvalid(names.map((name) => unknownField([name])));
    return true;
  }
}

/** As Nest notes the parameters of a handler: `<kind>:<place>`. */
function readsQuery(context: ExecutionContext): boolean {
  const noted = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    | Record<string, unknown>
    | undefined;
  return Object.keys(noted ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
