import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { bareHost, isPublicAddress, type OutboundFault, OutboundRules } from './outbound-rules.js';

export interface OutboundRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * How a request ended. `answered`: a status came, and the beginning of a body. `refused`: it did not leave, because of
 * where it would have gone. `lost`: no status came; `handedOver` says whether the whole request had been given to the
 * network by then. `why` is an error's code, never its words: they like to repeat the address.
 */
export type OutboundAnswer =
  | { kind: 'answered'; status: number; retryAfter: string | null; body: string }
  | { kind: 'refused'; fault: OutboundFault }
  | { kind: 'lost'; why: string; handedOver: boolean };

/** Posts to addresses that people have entered. Never throws. */
export interface Outbound {
  post(request: OutboundRequest): Promise<OutboundAnswer>;
}

export interface ResolvedAddress {
  address: string;
  family: number;
}

export interface OutboundOptions {
  allowedHosts: readonly string[];
  resolve?: (host: string) => Promise<ResolvedAddress[]>;
  /** For everything together: name, connection, headers, body. */
  deadlineMs?: number;
}

/** More of an answer is not read. */
const bodyBytes = 8_192;
const headerBytes = 8_192;

/**
 * The one way out. The host is resolved here and every address it has must be public; the connection then goes to these
 * very addresses, so that a second answer of the name server changes nothing. Redirects are not followed, proxy
 * variables of the environment are not heeded, and nothing is kept open.
 */
export function createOutbound({
  allowedHosts,
  resolve = (host) => lookup(host, { all: true }),
  deadlineMs = 15_000,
}: OutboundOptions): Outbound {
  const rules = new OutboundRules(allowedHosts);
  return {
    async post(request) {
      const fault = rules.faultOf(request.url);
      if (fault) return { kind: 'refused', fault };
      const url = new URL(request.url);
      const deadline = AbortSignal.timeout(deadlineMs);
      try {
        const addresses = await before(deadline, resolve(bareHost(url)));
        if (addresses.length === 0) return { kind: 'lost', why: 'ENOTFOUND', handedOver: false };
        if (!rules.isNamed(url) && !addresses.every(({ address }) => isPublicAddress(address)))
          return { kind: 'refused', fault: 'address' };
        return await exchange(url, request, addresses, deadline);
      } catch (error) {
        return { kind: 'lost', why: codeOf(error), handedOver: false };
      }
    },
  };
}

function exchange(
  url: URL,
  { headers, body }: OutboundRequest,
  addresses: ResolvedAddress[],
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    let handedOver = false;
    let answered = false;
    const request = (secure ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
      // An agent of its own: the global one may have been told of a proxy.
      agent: secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
      lookup: onlyThese(addresses),
      maxHeaderSize: headerBytes,
      signal,
    });
    request.once('finish', () => {
      handedOver = true;
    });
    request.once('response', (response) => {
      answered = true;
      void beginningOf(response).then(resolve);
    });
    request.on('error', (error) => {
      if (!answered) resolve({ kind: 'lost', why: codeOf(error), handedOver });
    });
    request.end(body);
  });
}

/** The status counts, and as much of the body as came within bounds and time. */
function beginningOf(response: IncomingMessage): Promise<OutboundAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= bodyBytes) response.destroy();
    });
    response.on('error', () => undefined);
    response.once('close', () => {
      const { statusCode, headers } = response;
      const body = Buffer.concat(chunks).subarray(0, bodyBytes).toString('utf8');
      resolve({ kind: 'answered', status: statusCode ?? 0, retryAfter: headers['retry-after'] ?? null, body });
    });
  });
}

/** Gives a socket the addresses that were checked, whatever it asks for. */
function onlyThese(addresses: ResolvedAddress[]): LookupFunction {
  const [first] = addresses;
  return (_host, options, callback) => {
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function before<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function codeOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: unknown };
  const aborted =
    name === 'TimeoutError' || name === 'AbortError' || (cause as { name?: string })?.name === 'TimeoutError';
  if (aborted) return 'TIMEOUT';
  return typeof code === 'string' ? code : 'FAILED';
}
