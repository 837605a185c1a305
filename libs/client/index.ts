import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './schema.js';

export type { paths } from './schema.js';

export interface ClientOptions {
  /** Where the API is, without a slash at its end. */
  baseUrl: string;
  /** Null for a stranger. */
  token: string | null;
  /** Names what is asked, where the caller names nothing itself; a new name for each call. */
  newKey?: () => string;
}

/** The API with its paths, parameters, bodies and answers as types. */
export type PaizhaoClient = Client<paths>;

/**
 * A client whose calls carry the token, and, where they write, an Idempotency-Key: the caller's own, which a repeat needs,
 * or a new one. Nothing is thrown for what is refused: `error` is the problem, `response.status` its status.
 */
export function createClient({ baseUrl, token, newKey = () => crypto.randomUUID() }: ClientOptions): PaizhaoClient {
  const client = createFetchClient<paths>({ baseUrl });
  const headers: Middleware = {
    onRequest({ request }) {
      if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', newKey());
      return request;
    },
  };
  client.use(headers);
  return client;
}
