import { randomUUID } from 'node:crypto';

/** What the API answered; `body` is parsed JSON, or text where it is none. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the demo reads the public JSON as a stranger would.
  body: any;
}

/** One person's view of the public HTTP API. */
export class ApiClient {
  constructor(
    private readonly baseUrl: string,
    readonly token: string | null,
  ) {}

  get(path: string): Promise<Answer> {
    return this.request('GET', path, {});
  }

  post(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.write('POST', path, body, key);
  }

  put(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.write('PUT', path, body, key);
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

  private write(method: 'POST' | 'PUT', path: string, body: unknown, key: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.request(method, path, { headers, body: JSON.stringify(body) });
  }

  private async request(method: string, path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    const response = await fetch(`${this.baseUrl}${path}`, { ...init, method, headers });
    const text = await response.text();
    // JSON lines are text: an export is verified as the very text it is.
    const json = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: json && text !== '' ? JSON.parse(text) : text };
  }
}
