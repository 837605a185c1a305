import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { pipeline } from 'node:stream/promises';

export interface Exchange {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: NodeJS.ReadableStream;
}

export interface Answer {
  /** 0 where none came. */
  status: number;
  body: Buffer;
  /** The store's own word for what went wrong, or the network's; null where nothing did or nothing was said. */
  code: string | null;
}

const silenceMs = 10_000;
/** No file of ours is larger; a store that sends more is none. */
const mostBytes = 60_000_000;

/** One request and its answer. Never rejects: a network that fails is an answer too. */
export async function exchange({ method, url, headers, body }: Exchange): Promise<Answer> {
  try {
    const send = url.protocol === 'https:' ? secure : plain;
    const request = send(url, { method, headers, timeout: silenceMs });
    request.on('timeout', () => request.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.once('error', reject);
    });
    const sent = body ? pipeline(body, request) : Promise.resolve(void request.end());
    // A store that refuses may answer and hang up before it has everything: its answer counts.
    sent.catch(() => undefined);
    const response = await answered;
    const answer = await bytesOf(response);
    const status = response.statusCode ?? 0;
    return { status, body: answer, code: status >= 300 ? codeIn(answer) : null };
  } catch (error) {
    return { status: 0, body: Buffer.alloc(0), code: String((error as NodeJS.ErrnoException).code ?? 'no answer') };
  }
}

async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) throw Object.assign(new Error('too long'), { code: 'EMSGSIZE' });
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** `<Code>` of the error document; a code is a word, nothing else of it is shown to anybody. */
const codeIn = (body: Buffer): string | null => /<Code>(\w{1,60})<\/Code>/.exec(body.toString('utf8'))?.[1] ?? null;
