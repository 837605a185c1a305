import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { DomainError } from '../../../libs/domain/index.js';
import { isDatabaseAway } from '../../../libs/persistence/index.js';
import type { AccessRecords } from '../access/access-records.js';
import { methodsAt } from '../http/allowed-methods.js';
import { languageOf } from '../http/language.js';
import { requestIdOf } from '../http/request-id.js';
import { shownPath } from '../http/shown-path.js';
import {
  ApiError,
  BodyTooLarge,
  howMany,
  MalformedForm,
  MalformedJson,
  MediaTypeUnsupported,
  MethodNotAllowed,
  RecordUnavailable,
  RouteNotFound,
  together,
} from './api-errors.js';
import { wordingOf } from './catalog.js';
import { type Problem, type ProblemEntry, type ProblemSource, statusByKind } from './problem.js';

/** The only place where an error becomes an HTTP answer. What it does not know is a 500 without internals. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly publicUrl: string,
    private readonly log: Logger,
    private readonly records: Pick<AccessRecords, 'denied'>,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const source = atAddress(sourceOf(error), request);
    if (source.status >= 500) {
      this.log.error({ requestId: requestIdOf(request), code: source.code, err: error }, 'request failed');
    }
    const denial = denialOf(error, source);
    if (denial !== null) this.records.denied(request, denial);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.locals.problemCode = source.code;
    response
      .status(source.status)
      .set(source.headers ?? {})
      .type('application/problem+json')
      .vary('Accept-Language')
      .set('Content-Language', languageOf(request))
      .send(JSON.stringify(this.problem(source, request, !(error instanceof ApiError) && isTyped(error))));
  }

  private problem(source: ProblemSource, request: Request, ofCore: boolean): Problem {
    const said = (each: Said) => (languageOf(request) === 'en' ? inEnglish(each) : inChinese(each, ofCore));
    const { title, detail, remedy } = said(source);
    return {
      type: `${this.publicUrl}/problems/${source.code}`,
      title,
      status: source.status,
      detail,
      instance: shownPath(request),
      code: source.code,
      remedy,
      ...(source.pointer === undefined ? {} : { pointer: source.pointer }),
      ...(source.errors === undefined
        ? {}
        : { errors: source.errors.map((each) => ({ pointer: each.pointer, code: each.code, ...said(each) })) }),
      ...(source.details && Object.keys(source.details).length > 0 ? { details: source.details } : {}),
      requestId: requestIdOf(request),
    };
  }
}

type Said = Pick<ProblemSource, 'code' | 'detail' | 'remedy' | 'zh'>;

function inEnglish({ code, detail, remedy }: Said): Told {
  const wording = wordingOf(code);
  return { title: wording.title.en, detail, remedy: remedy || wording.remedy.en };
}

/**
 * The product's own words are in English; in Chinese the catalog's are nearer to the reader. But what the core found in
 * this very case names days, numbers and things, and the title would not.
 */
function inChinese({ code, detail, zh }: Said, ofCore: boolean): Told {
  const { title, remedy } = wordingOf(code);
  return {
    title: title.zh,
    detail: zh?.detail ?? (ofCore ? detail : title.zh),
    remedy: zh?.remedy ?? remedy.zh,
  };
}

type Told = Pick<Problem, 'title' | 'detail' | 'remedy'>;

/** Nothing at an address by this method is one thing, nothing at it at all another. */
function atAddress(source: ProblemSource, request: Request): ProblemSource {
  if (source.code !== 'route-not-found') return source;
  const allowed = methodsAt(request);
  return allowed.length === 0 || allowed.includes(request.method) ? source : new MethodNotAllowed(allowed);
}

/** Why something was denied, also where the answer does not say that there is anything; null for every other error. */
function denialOf(error: unknown, { status, code }: ProblemSource): string | null {
  const { denied } = (error ?? {}) as { denied?: unknown };
  if (typeof denied === 'string') return denied;
  return status === 401 || status === 403 ? code : null;
}

/** Every error, put into the product's terms. */
export function sourceOf(error: unknown): ProblemSource {
  if (error instanceof ApiError) return error;
  if (isTyped(error)) return typedSource(error);
  if (isDatabaseAway(error)) return new RecordUnavailable();
  return borderError(error) ?? { code: 'internal-error', status: 500, detail: 'something went wrong inside Paizhao' };
}

function typedSource({ code, kind, message, details: all }: Typed): ProblemSource {
  const { pointer, remedy, errors, retryAfterSeconds = 5, ...details } = all;
  const faults = Array.isArray(errors) ? (errors as Complaint[]).map(entryOf) : [];
  const named = together(faults, code, message);
  // What is named after its first fault keeps that one's words.
  const counted = named.first !== undefined && !named.alike && named.first.detail !== message;
  return {
    code: named.code,
    status: statusByCode[code] ?? statusByKind[kind],
    detail: named.detail,
    ...(counted ? { zh: howMany(faults.length) } : {}),
    details: faults.length > named.errors.length ? { ...details, faults: faults.length } : details,
    ...(typeof pointer === 'string' ? { pointer } : {}),
    ...(typeof remedy === 'string' ? { remedy } : {}),
    ...(faults.length > 0 ? { errors: named.errors } : {}),
    ...(kind === 'unavailable' ? { headers: { 'Retry-After': String(retryAfterSeconds) } } : {}),
  };
}

/** Statuses that no kind stands for. */
const statusByCode: Readonly<Record<string, number>> = { 'too-many-commands': 429, 'version-stale': 412 };

/** How the core lists what is wrong with a question. */
interface Complaint {
  pointer: string;
  code: string;
  message: string;
  remedy: string;
}

const entryOf = ({ pointer, code, message, remedy }: Complaint): ProblemEntry => ({
  pointer,
  code,
  detail: message,
  remedy,
});

type Typed = Pick<DomainError, 'code' | 'kind' | 'message' | 'details'>;

/** The core's errors, and the calendar's, which carry the same fields without being the core's. */
function isTyped(error: unknown): error is Typed {
  if (error instanceof DomainError) return true;
  if (!(error instanceof Error)) return false;
  const { code, kind, details } = error as Partial<Typed> & Error;
  return (
    typeof code === 'string' &&
    typeof kind === 'string' &&
    kind in statusByKind &&
    typeof details === 'object' &&
    details !== null
  );
}

/** What Express, its body parsers, Multer and Nest throw themselves. */
function borderError(error: unknown): ApiError | null {
  if (!(error instanceof Error)) return null;
  const { name, type, code } = error as Error & { type?: string; code?: string };
  if (type === 'entity.too.large') return new BodyTooLarge('1 MB');
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return new MediaTypeUnsupported('UTF-8 JSON');
  if (type?.startsWith('entity.') || type?.startsWith('request.') || type === 'stream.encoding.set')
    return new MalformedJson();
  if (name === 'MulterError') return new MalformedForm(`the form is not usable: ${code ?? 'unknown fault'}`);
  if (error instanceof HttpException) return httpException(error);
  if (error instanceof URIError) return new RouteNotFound();
  return null;
}

function httpException(error: HttpException): ApiError | null {
  const status = error.getStatus();
  if (status === 404 || status === 405) return new RouteNotFound();
  if (status === 413) return new BodyTooLarge('1 MB');
  if (status === 415) return new MediaTypeUnsupported('application/json');
  // Nest makes one and the same exception of a body that is no JSON and of an address that cannot be decoded.
  if (status === 400) return /decode|URI/.test(error.message) ? new RouteNotFound() : new MalformedJson();
  return null;
}
