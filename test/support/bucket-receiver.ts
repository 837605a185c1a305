import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * One bucket, `papers`, in memory: enough of an S3-compatible store to stumble in every way that one can. As Amazon's does
 * where objects are kept for a time, it takes none without its MD5.
 */
export class BucketReceiver {
  readonly objects = new Map<string, Buffer>();
  readonly requests: string[] = [];
  /** What it does next, in turn; as it should when there is nothing left. */
  readonly moods: (number | 'hangs-up' | 'loses-answer' | { status: number; code: string })[] = [];
  url = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<BucketReceiver> {
    const server = createServer();
    const receiver = new BucketReceiver(server);
    server.on('request', (request, response) => void receiver.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/papers/house`;
    return receiver;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    this.requests.push(`${method} ${url}`);
    const mood = this.moods.shift();
    if (mood === 'hangs-up') return void request.socket.destroy();
    const body = await bytesOf(request);
    if (typeof mood === 'number') return void response.writeHead(mood).end();
    if (typeof mood === 'object') return fault(response, mood.status, mood.code);
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential='))
      return fault(response, 403, 'AccessDenied');
    const sum = createHash('sha256').update(body).digest('hex');
    if (request.headers['x-amz-content-sha256'] !== sum) return fault(response, 400, 'XAmzContentSHA256Mismatch');
    const md5 = createHash('md5').update(body).digest('base64');
    if (request.method === 'PUT' && request.headers['content-md5'] !== md5)
      return fault(response, 400, request.headers['content-md5'] ? 'BadDigest' : 'InvalidRequest');
    if (mood === 'loses-answer') response.end = () => response.destroy();
    this.answer(request, response, url, body);
  }

  private answer({ method, headers }: IncomingMessage, response: ServerResponse, url: string, body: Buffer): void {
    if (method === 'PUT') this.objects.set(url, body);
    if (method === 'DELETE') this.objects.delete(url);
    if (method !== 'GET') {
      response.writeHead(statusOf(method, url)).end();
      return;
    }
    const found = this.objects.get(url);
    if (!found) {
      fault(response, 404, 'NoSuchKey');
      return;
    }
    if (headers.range && found.length === 0) {
      fault(response, 416, 'InvalidRange');
      return;
    }
    const range = /^bytes=0-(\d+)$/.exec(headers.range ?? '');
    response.writeHead(range ? 206 : 200).end(range ? found.subarray(0, Number(range[1]) + 1) : found);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Of what has no answer to read. */
function statusOf(method: string | undefined, url: string): number {
  if (method === 'HEAD') return url === '/papers' ? 200 : 404;
  return method === 'PUT' ? 200 : 204;
}

function fault(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>private words</Message></Error>`);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
