import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** The EICAR test file, in two halves, so that no scanner takes this source for it. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);

/** A virus scanner that speaks clamd's protocol and knows one virus. */
export class ClamdReceiver {
  /** How many bytes of content came in each conversation. */
  readonly scanned: number[] = [];
  /** What it does next, in turn; it scans when there is nothing left. */
  readonly moods: ('silent' | 'hangs-up' | 'error' | 'nonsense')[] = [];
  streamMaxLength = Number.POSITIVE_INFINITY;
  address = '';

  private constructor(private readonly server: Server) {}

  /** @param path of a Unix socket; a free port of this machine where it is left out */
  static async start(path?: string): Promise<ClamdReceiver> {
    const server = createServer();
    const receiver = new ClamdReceiver(server);
    server.on('connection', (socket) => {
      socket.on('error', () => undefined);
      void receiver.converse(socket);
    });
    await new Promise<void>((resolve) =>
      path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve),
    );
    receiver.address = path ?? `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return receiver;
  }

  private async converse(socket: Socket): Promise<void> {
    const mood = this.moods.shift();
    if (mood === 'hangs-up') return void socket.destroy();
    let heard = Buffer.alloc(0);
    for await (const data of socket) {
      heard = Buffer.concat([heard, data as Buffer]);
      if (mood === 'silent') continue;
      const answer = this.answerTo(heard, mood);
      if (answer !== null) return void socket.end(`${answer}\0`);
    }
  }

  /** Null while it has not heard enough. */
  private answerTo(heard: Buffer, mood: string | undefined): string | null {
    if (heard.toString('latin1') === 'zPING\0') return mood === 'nonsense' ? 'HTTP/1.1 400' : 'PONG';
    const command = Buffer.from('zINSTREAM\0');
    if (!heard.subarray(0, command.length).equals(command)) return heard.includes(0) ? 'UNKNOWN COMMAND' : null;
    const { content, ended } = contentOf(heard.subarray(command.length));
    if (content.length > this.streamMaxLength) return 'INSTREAM size limit exceeded. ERROR';
    if (!ended) return null;
    this.scanned.push(content.length);
    if (mood === 'error') return "stream: Can't allocate memory ERROR";
    return content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Chunks behind their lengths, up to a length of zero. */
function contentOf(bytes: Buffer): { content: Buffer; ended: boolean } {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return { content: Buffer.concat(chunks), ended: true };
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { content: Buffer.concat(chunks), ended: false };
}
