import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';

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
  readonly moods: ('silent' | 'hangs-up' | 'error' | 'nonsense' | 'talks')[] = [];
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
    if (mood === 'talks') return void Readable.from(withoutEnd()).pipe(socket);
    const listening = new Listening();
    for await (const data of socket) {
      listening.hear(data as Buffer);
      if (mood === 'silent') continue;
      const answer = this.answerTo(listening, mood);
      if (answer !== null) return void socket.end(`${answer}\0`);
    }
  }

  /** Null while it has not heard enough. */
  private answerTo({ command, content, ended }: Listening, mood: string | undefined): string | null {
    if (command === null) return null;
    if (command === 'zPING') return mood === 'nonsense' ? 'HTTP/1.1 400' : 'PONG';
    if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
    const bytes = content.reduce((sum, { length }) => sum + length, 0);
    if (bytes > this.streamMaxLength) return 'INSTREAM size limit exceeded. ERROR';
    if (!ended) return null;
    this.scanned.push(bytes);
    if (mood === 'error') return "stream: Can't allocate memory ERROR";
    return Buffer.concat(content).includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

async function* withoutEnd(): AsyncGenerator<Buffer> {
  for (;;) yield Buffer.alloc(1_000, 'x');
}

/** A command up to its NUL, then chunks, each behind its length, up to a length of zero. */
class Listening {
  command: string | null = null;
  readonly content: Buffer[] = [];
  ended = false;
  private rest = Buffer.alloc(0);

  hear(data: Buffer): void {
    this.rest = Buffer.concat([this.rest, data]);
    const nul = this.command === null ? this.rest.indexOf(0) : -1;
    if (nul >= 0) {
      this.command = this.rest.toString('latin1', 0, nul);
      this.rest = this.rest.subarray(nul + 1);
    }
    while (this.command !== null && !this.ended && this.rest.length >= 4) {
      const length = this.rest.readUInt32BE(0);
      if (this.rest.length < 4 + length) return;
      this.ended = length === 0;
      this.content.push(this.rest.subarray(4, 4 + length));
      this.rest = this.rest.subarray(4 + length);
    }
  }
}
