import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { tagOf } from './versions.js';

const madeAtKey = 'paizhao:made-at';

/** Where what an endpoint makes is found: a path with fields of the answer, or of the own address, in braces. */
export const MadeAt = (template: string) =>
  applyDecorators(SetMetadata(madeAtKey, template), ApiExtension('x-location', template));

const nextPageKey = 'paizhao:next-page';

/** With which parameters the next page is asked for, by the member of the answer that says it. */
type NextPage = Readonly<Record<string, string>>;

/** For a list that goes on otherwise than by `after` alone, such as one that goes back by `before`. */
export const NextPageBy = (parameters: NextPage) => SetMetadata(nextPageKey, parameters);

type Body = Record<string, unknown>;

/** What headers say about an answer in JSON: where it is, what comes next, and by which tag it is known again. */
export class AnswerHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const template = Reflect.getMetadata(madeAtKey, context.getHandler()) as string | undefined;
    const nextPage = Reflect.getMetadata(nextPageKey, context.getHandler()) as NextPage | undefined;
    return next.handle().pipe(
      map((body: unknown) => {
        if (!isPlain(body)) return body;
        const place = template === undefined ? null : filled(template, { ...request.params, ...body });
        if (place !== null) response.location(place);
        if (!['GET', 'HEAD'].includes(request.method) || response.statusCode !== 200) return body;
        const following = nextOf(request, body, nextPage);
        if (following !== null) response.set('Link', `<${following}>; rel="next"`);
        return tagged(body, request, response);
      }),
    );
  }
}

/** What passes through as it is: texts, files, and what a handler has sent by itself. */
const isPlain = (body: unknown): body is Body =>
  typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype;

/** Null where the answer does not name what the template needs: nothing was made. */
function filled(template: string, values: Body): string | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => (values[name] ?? null) === null)) return null;
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** The address of the next page, where the answer says that there is one. */
function nextOf(request: Request, body: Body, parameters: NextPage = { after: 'next' }): string | null {
  if (typeof body.next !== 'string' && typeof body.next !== 'number') return null;
  const query = new URLSearchParams(request.originalUrl.split('?')[1]);
  for (const [parameter, member] of Object.entries(parameters)) query.set(parameter, String(body[member]));
  return `${request.path}?${query.toString()}`;
}

/** The text of the answer under its tag; nothing where the caller has it already. */
export function tagged(body: Body, request: Request, response: Response): string | undefined {
  const text = JSON.stringify(body);
  const language = response.get('Content-Language') ?? '';
  const hash = createHash('sha256').update(language).update('\0').update(text).digest('base64url').slice(0, 22);
  const tag = tagOf(versionOf(body), hash);
  // What one caller may read another may not: only the caller keeps it, and asks each time whether it still holds.
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' }).vary('Authorization');
  if (!isKnown(request.get('if-none-match'), tag)) {
    response.type('application/json');
    return text;
  }
  response.status(304);
  return undefined;
}

/** Of what is changed by naming a version: its own count, or that of its stream. */
function versionOf({ version, seq }: Body): number | null {
  const count = version ?? seq;
  return typeof count === 'number' && Number.isSafeInteger(count) ? count : null;
}

/** As RFC 9110 compares them: weakly. */
export function isKnown(header: string | undefined, tag: string): boolean {
  const given = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return given.includes(tag) || given.includes('*');
}
