import { randomUUID } from 'node:crypto';
import { Agent, type IncomingMessage, request } from 'node:http';

// biome-ignore lint/suspicious/noExplicitAny: the public JSON is read as a stranger would.
type Json = any;

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

  /** @throws for every answer but 200 and 201 */
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
    throw new Error(`POST ${path} answered ${response.statusCode}: ${text.slice(0, 500)}`);
  }

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
