import { randomUUID } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';

// biome-ignore lint/suspicious/noExplicitAny: the public JSON is read as a stranger would.
type Json = any;

/** An answer that is neither 200 nor 201. */
export class Refused extends Error {
  constructor(
    path: string,
    readonly status: number | undefined,
    answer: string,
  ) {
    super(`POST ${path} answered ${status}: ${answer.slice(0, 500)}`);
  }
}

/** Posts commands with a key each, on connections that stay open. */
export class HttpClient {
  private readonly agent: Agent;

  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, noDelay: true });
  }

  /** @throws Refused */
  async post(path: string, body: object, key: string = randomUUID()): Promise<Json> {
    const bytes = Buffer.from(JSON.stringify(body));
    const response = await this.exchange(path, bytes, {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'idempotency-key': key,
    });
    const text = await textOf(response);
    if (response.statusCode === 200 || response.statusCode === 201) return JSON.parse(text);
    throw new Refused(path, response.statusCode, text);
  }

  /** For what is not measured: where the outcome is unknown it asks again with the same key, as the API advises. */
  async postInTheEnd(path: string, body: object): Promise<Json> {
    const key = randomUUID();
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.post(path, body, key);
      } catch (error) {
        if (!(error instanceof Refused && error.status === 503) || tries === 5) throw error;
      }
    }
  }

  /** Closes what is open; the next request connects anew. */
  close(): void {
    this.agent.destroy();
  }

  private exchange(path: string, bytes: Buffer, headers: Record<string, string>): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request(`${this.baseUrl}${path}`, { method: 'POST', agent: this.agent, headers }, resolve)
        .on('error', reject)
        .end(bytes);
    });
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
