import { randomUUID } from 'node:crypto';
import { createClient, type PaizhaoClient } from '../../libs/client/index.js';

/** What the API answered; `body` is parsed JSON, or text where it is none. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks by a path put together at run time reads as a stranger would
  body: any;
}

interface Sending {
  body?: string | FormData;
  headers?: Record<string, string>;
}

/** One person's view of the public HTTP API. */
export class ApiClient {
  /** Paths, bodies and answers as types, for paths that are known beforehand. */
  readonly typed: PaizhaoClient;

  constructor(
    private readonly baseUrl: string,
    readonly token: string | null,
  ) {
    this.typed = createClient({ baseUrl, token });
  }

  get(path: string): Promise<Answer> {
    return this.request('GET', path, {});
  }

  post(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.write('POST', path, body, key);
  }

  /** Whatever the version of what stands there. */
  put(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.write('PUT', path, body, key, { 'if-match': '*' });
  }

  upload(
    path: string,
    fields: Record<string, string>,
    file: { name: string; type: string; bytes: Buffer },
    key: string = randomUUID(),
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
    return this.request('POST', path, { headers: { 'idempotency-key': key }, body: form });
  }

  private write(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    key: string,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...more };
    return this.request(method, path, { headers, body: JSON.stringify(body) });
  }

  private async request(method: string, path: string, { body, headers: given = {} }: Sending): Promise<Answer> {
    const headers = new Headers(given);
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    const response = await fetch(`${this.baseUrl}${path}`, { method, headers, ...(body ? { body } : {}) });
    const text = await response.text();
    // JSON lines are text: an export is verified as the very text it is.
    const json = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: json && text !== '' ? JSON.parse(text) : text };
  }
}
