import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP receiver: keeps what was posted, answers what the test says. */
export interface WebhookReceiver {
  url: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads public JSON as a stranger would.
  bodies: any[];
  /** How often it was asked, with or without a body. */
  count(): number;
  answerWith(status: number): void;
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const bodies: unknown[] = [];
  let status = 204;
  let asked = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      asked += 1;
      const text = Buffer.concat(chunks).toString('utf8');
      if (text !== '' && status < 300) bodies.push(JSON.parse(text));
      response.writeHead(status, status >= 300 && status < 400 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    bodies,
    count: () => asked,
    answerWith: (next) => {
      status = next;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
