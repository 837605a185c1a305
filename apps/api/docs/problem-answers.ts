import { wordingOf } from '../problems/catalog.js';
import { exampleValues } from '../schemas/example-values.js';
import type { FoundOperation, Json, Operation } from './operations.js';

const text = { type: 'string' };
const entry = {
  type: 'object',
  required: ['pointer', 'code', 'title', 'detail', 'remedy'],
  properties: { pointer: text, code: text, title: text, detail: text, remedy: text },
};

export const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'remedy', 'requestId'],
  properties: {
    type: { ...text, format: 'uri', description: 'A page about the code, for people' },
    title: { ...text, description: 'In Chinese or English, by Accept-Language' },
    status: { type: 'integer' },
    detail: {
      ...text,
      description: 'What the record or the law does not allow in this very case is said in English alone',
    },
    instance: text,
    code: { ...text, description: 'Permanent; see /problems' },
    remedy: text,
    pointer: { ...text, description: 'JSON pointer into the request' },
    errors: { type: 'array', items: entry, description: 'All that is wrong, where several things are' },
    details: { type: 'object' },
    requestId: text,
  },
};

export const problemHeaders: Record<string, Json> = {
  'Retry-After': { description: 'Seconds', schema: text },
  'WWW-Authenticate': { description: 'RFC 6750', schema: text },
  Allow: { description: 'The methods that the address takes', schema: text },
  RateLimit: {
    description: 'How many requests are left, and seconds until all are: `"bearers";r=499;t=1`',
    schema: text,
  },
  'RateLimit-Policy': { description: 'How many requests in how many seconds: `"bearers";q=500;w=5`', schema: text },
};

export const headersNamed = (...names: string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

interface Kind {
  description: string;
  /** A problem that people meet often. */
  code: string;
  detail: string;
  header?: keyof typeof problemHeaders;
}

/** What each status of a refusal says, wherever it is answered. */
const kinds: Readonly<Record<string, Kind>> = {
  400: { description: 'The request cannot be read', code: 'malformed-json', detail: 'the body is not JSON' },
  401: {
    description: 'Who asks is not known',
    code: 'token-missing',
    detail: 'the request carries no bearer token',
    header: 'WWW-Authenticate',
  },
  403: {
    description: 'Not for this role, token, scope or person',
    code: 'role-not-allowed',
    detail: '"open-license" is not for auditor',
  },
  404: {
    description: 'What the address names is not there, or not for the caller',
    code: 'license-not-found',
    detail: 'there is no such license',
  },
  405: {
    description: 'By a method that the address does not take: of no operation here, and of every address',
    code: 'method-not-allowed',
    detail: 'this address takes GET, HEAD',
    header: 'Allow',
  },
  408: {
    description: 'The body did not arrive in time',
    code: 'body-too-slow',
    detail: 'the body did not arrive within 120 seconds',
  },
  409: {
    description: 'The record does not allow it as it stands, or the same command is in flight',
    code: 'grant-before-acceptance',
    detail: 'the filing is not accepted yet',
    header: 'Retry-After',
  },
  412: {
    description: 'It has changed since the version of If-Match',
    code: 'version-stale',
    detail: 'it has changed since you read it',
  },
  413: { description: 'Too large', code: 'body-too-large', detail: 'the body is larger than 1 MB' },
  415: {
    description: 'A body of another type',
    code: 'media-type-unsupported',
    detail: 'this endpoint takes application/json',
  },
  422: {
    description: 'The request does not fit the description or the law; every fault is named',
    code: 'invalid-date',
    detail: '"2026-02-30" is not a date',
  },
  428: {
    description: 'The version that is changed is not named',
    code: 'version-required',
    detail: 'a change here needs the header If-Match',
  },
  429: {
    description: 'Too much at once',
    code: 'too-many-requests',
    detail: 'more requests than the limit allows',
    header: 'Retry-After',
  },
  503: {
    description: 'Unknown whether it was kept: the same key asks again',
    code: 'record-unavailable',
    detail: 'the record does not answer',
    header: 'Retry-After',
  },
};

const nameOf = (status: string): string => `Problem${status}`;

export function problemResponses(): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(kinds).map(([status, { description, header, ...kind }]) => {
      const content = {
        'application/problem+json': {
          schema: { $ref: '#/components/schemas/Problem' },
          example: problemExample(Number(status), kind),
        },
      };
      const headers = headersNamed('X-Request-Id', ...(header ? [header] : []), 'RateLimit', 'RateLimit-Policy');
      return [nameOf(status), { description, headers, content }];
    }),
  );
}

function problemExample(status: number, { code, detail }: Pick<Kind, 'code' | 'detail'>): Json {
  const { title, remedy } = wordingOf(code);
  return {
    type: `https://paizhao.example.com/problems/${code}`,
    title: title.en,
    status,
    detail,
    instance: `/licenses/${exampleValues.license}`,
    code,
    remedy: remedy.en,
    requestId: '6f1c2a9e-0000-4000-8000-000000000001',
  };
}

/** Every status with which an operation may refuse, by what it takes; those that it names itself are left as they are. */
export function statusesOf({ path, operation }: FoundOperation): Operation['responses'] {
  const { responses } = operation;
  // An operation without problems of its own (health) names none.
  if (!('default' in responses)) return {};
  const header = (name: string) => operation.parameters?.find((each) => each.in === 'header' && each.name === name);
  const version = header('If-Match');
  const body = operation.requestBody !== undefined;
  const keyed = header('Idempotency-Key') !== undefined;
  const told = {
    400: true,
    401: operation.security !== undefined,
    403: operation.security !== undefined,
    404: path.includes('{') || keyed,
    408: body,
    409: keyed || operation['x-conflict'] === true,
    412: keyed,
    413: body,
    415: body,
    422: true,
    428: version?.required === true,
    429: true,
    503: true,
  };
  return Object.fromEntries(
    Object.entries(told)
      .filter(([status, applies]) => applies && !(status in responses))
      .map(([status]) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]),
  );
}
