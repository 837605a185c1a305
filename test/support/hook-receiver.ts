import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  id: string;
  seconds: number;
  /** As the receiver's own secret verifies it. */
  signatures: string[];
  raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads public JSON as a stranger would.
  body: any;
}

/** Somebody's server that takes webhooks as the Standard Webhooks specification tells receivers to. */
export class HookReceiver {
  readonly received: Received[] = [];
  /** What it answers to the next requests, in turn, or that it never does; 204 when there is nothing left. */
  readonly answers: ({ status: number; headers?: Record<string, string> } | 'never')[] = [];
  host = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HookReceiver> {
    const server = createServer();
    const receiver = new HookReceiver(server);
    server.on('request', (request, response) => void receiver.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return receiver;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.received.push(await read(request));
    const answer = this.answers.shift() ?? { status: 204 };
    if (answer === 'never') return;
    const { status, headers } = answer;
    response.writeHead(status, headers).end('谢谢 person@example.com');
  }

  get url(): string {
    return `http://${this.host}/hooks?token=s3cret-in-url`;
  }

  /** Whether one of the signatures is by this secret, over id, time and the very bytes. */
  static verifies(secret: string, { id, seconds, signatures, raw }: Received): boolean {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${seconds}.${raw}`).digest();
    return signatures.some((signature) => {
      const [version, given = ''] = signature.split(',');
      const bytes = Buffer.from(given, 'base64');
      return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected);
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString('utf8');
  return {
    id: String(request.headers['webhook-id']),
    seconds: Number(request.headers['webhook-timestamp']),
    signatures: String(request.headers['webhook-signature']).split(' '),
    raw,
    body: JSON.parse(raw),
  };
}
