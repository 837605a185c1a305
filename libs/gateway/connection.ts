import {
  Connection,
  type ConnectionOptions,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';

export interface TemporalTarget {
  /** host:port */
  address: string;
  namespace: string;
  /** For Temporal Cloud: an API key, or a client certificate with its key (PEM). */
  apiKey?: string;
  certificate?: { crt: Buffer; key: Buffer };
}

export interface Patience {
  /** How long to wait for a server that is still starting. */
  waitMs: number;
  /** Told after each failed attempt, with a line that an operator understands. */
  onWaiting?: (line: string) => void;
}

export class TemporalUnreachable extends Error {
  constructor(target: TemporalTarget, waitedMs: number, options: ErrorOptions) {
    super(
      `No Temporal server answers at ${target.address} (namespace ${target.namespace}) after ${Math.round(waitedMs / 1000)} s. ` +
        'Is it running, is TEMPORAL_ADDRESS right, and does the namespace exist?',
      options,
    );
    this.name = 'TemporalUnreachable';
  }
}

const usualRetries = defaultGrpcRetryOptions({ initialIntervalMs: firstPause });

/**
 * The server knows a start by its request's id. Where the run that it started has ended before the Update reached it,
 * the very same request can only fail, so that a failed update-with-start is left to the gateway, which asks anew.
 */
export const grpcRetries: typeof usualRetries = {
  ...usualRetries,
  retryableDecider: (attempt, status) =>
    !/update-with-start could not be executed/i.test(status.details) && usualRetries.retryableDecider(attempt, status),
};

/** gRPC obeys `http_proxy` even for this machine's own addresses, where a proxy can only be in the way. */
export function connectionOptions({ address, apiKey, certificate }: TemporalTarget): ConnectionOptions {
  return {
    address,
    connectTimeout: 5_000,
    interceptors: [makeGrpcRetryInterceptor(grpcRetries)],
    ...(isLocal(address) ? { channelArgs: { 'grpc.enable_http_proxy': 0 } } : {}),
    ...(apiKey ? { apiKey, tls: true } : {}),
    ...(certificate ? { tls: { clientCertPair: certificate } } : {}),
  };
}

/** For the first question; a server that was taken away after it took the call never answers. */
const answerLimitMs = 5_000;

/** Connects, waiting for a server and namespace that are still coming up. Throws `TemporalUnreachable`. */
export async function connectTemporal(target: TemporalTarget, { waitMs, onWaiting }: Patience): Promise<Connection> {
  return withPatience(target, { waitMs, onWaiting }, async () => {
    const connection = await Connection.connect(connectionOptions(target));
    try {
      await connection.withDeadline(Date.now() + answerLimitMs, () =>
        connection.workflowService.describeNamespace({ namespace: target.namespace }),
      );
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  });
}

/** Tries again every second until `waitMs` are over. */
export async function withPatience<T>(
  target: TemporalTarget,
  { waitMs, onWaiting }: Patience,
  connect: () => Promise<T>,
): Promise<T> {
  const begun = Date.now();
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      const waited = Date.now() - begun;
      if (waited >= waitMs) throw new TemporalUnreachable(target, waited, { cause: error });
      onWaiting?.(
        `waiting for Temporal at ${target.address}: ${error instanceof Error ? error.message : String(error)}`,
      );
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/**
 * A run that is just continuing as new answers RESOURCE_EXHAUSTED too, and is past it in milliseconds: the SDK's second
 * of pause is for a server that is really out of breath.
 */
function firstPause({ code, details }: { code: number; details: string }): number {
  const resourceExhausted = 8;
  if (code !== resourceExhausted) return 100;
  return /workflow is closing/i.test(details) ? 20 : 1_000;
}

function isLocal(address: string): boolean {
  const host = address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
