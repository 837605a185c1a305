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
    super(`${path} answered ${status}: ${answer.slice(0, 500)}`);
  }
}

/** Posts commands with a key each, and reads, on connections that stay open. */
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
  post(path: string, body: object, key: string = randomUUID()): Promise<Json> {
    const bytes = Buffer.from(JSON.stringify(body));
    return this.answerOf('POST', path, bytes, {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'idempotency-key': key,
    });
  }

  /** @throws Refused */
  get(path: string): Promise<Json> {
    return this.answerOf('GET', path, null, { authorization: `Bearer ${this.token}` });
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

  private async answerOf(
    method: string,
    path: string,
    bytes: Buffer | null,
    headers: Record<string, string>,
  ): Promise<Json> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(`${this.baseUrl}${path}`, { method, agent: this.agent, headers }, resolve);
      sent.on('error', reject).end(bytes ?? undefined);
    });
    const text = await textOf(response);
    if (response.statusCode === 200 || response.statusCode === 201) return JSON.parse(text);
    throw new Refused(`${method} ${path}`, response.statusCode, text);
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
