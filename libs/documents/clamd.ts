import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { FileInfected, ScannerUnavailable } from './errors.js';
import type { Scan, Scanner } from './scanner.js';

export interface ClamdTimes {
  connectMs: number;
  /** For its answer once it has everything, and for each chunk to be taken. */
  answerMs: number;
}

const usual: ClamdTimes = { connectMs: 5_000, answerMs: 30_000 };
const mostAnswerBytes = 4_096;

/**
 * ClamAV's daemon, by its own protocol (clamd(8)): `zINSTREAM`, then each chunk behind its length, a length of zero at
 * the end; one line comes back, ended by a NUL.
 */
export class ClamdScanner implements Scanner {
  /** @param address host:port, or the path of a Unix socket */
  constructor(
    private readonly address: string,
    private readonly times: ClamdTimes = usual,
  ) {}

  async begin(): Promise<Scan> {
    const conversation = await Conversation.open(this.address, this.times);
    await conversation.say(Buffer.from('zINSTREAM\0'));
    return new ClamdScan(conversation);
  }

  async probe(): Promise<void> {
    const conversation = await Conversation.open(this.address, this.times);
    try {
      await conversation.say(Buffer.from('zPING\0'));
      const answer = await conversation.answer();
      if (answer !== 'PONG') throw new ScannerUnavailable('it does not speak the protocol of clamd');
    } finally {
      conversation.close();
    }
  }
}

class ClamdScan implements Scan {
  constructor(private readonly conversation: Conversation) {}

  async give(chunk: Buffer): Promise<void> {
    await this.conversation.say(Buffer.concat([lengthOf(chunk), chunk]));
  }

  async verdict(): Promise<void> {
    await this.conversation.say(lengthOf(Buffer.alloc(0)));
    judge(await this.conversation.answer());
  }

  abandon(): void {
    this.conversation.close();
  }
}

function judge(answer: string): void {
  if (/^stream: OK$/.test(answer)) return;
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  // The name of a signature, and nothing else that a foreign server might write.
  if (signature !== undefined) throw new FileInfected(signature.replace(/[^\w.:/-]/g, '?').slice(0, 100));
  if (/size limit exceeded/.test(answer))
    throw new ScannerUnavailable('its StreamMaxLength is below the size that an upload may have');
  throw new ScannerUnavailable('it gave no verdict');
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

/** One connection: what is said waits until the other side takes it; what it says may come at any time. */
class Conversation {
  private heard = Buffer.alloc(0);

  private constructor(
    private readonly socket: Socket,
    private readonly times: ClamdTimes,
  ) {
    socket.on('data', (data: Buffer) => {
      if (this.heard.length < mostAnswerBytes) this.heard = Buffer.concat([this.heard, data]);
    });
    // A close follows, and whoever waits is told by it.
    socket.on('error', () => undefined);
  }

  static async open(address: string, times: ClamdTimes): Promise<Conversation> {
    const socket = connect(targetOf(address));
    try {
      await within(times.connectMs, once(socket, 'connect'));
    } catch (error) {
      socket.destroy();
      throw error;
    }
    return new Conversation(socket, times);
  }

  /** Where the other side has hung up after an answer (a limit of its own), the answer tells why. */
  async say(bytes: Buffer): Promise<void> {
    if (this.socket.destroyed || !this.socket.writable) return;
    if (!this.socket.write(bytes)) await within(this.times.answerMs, anyOf(this.socket, 'drain', 'close'));
  }

  async answer(): Promise<string> {
    while (!this.hasHeardOut && !this.socket.destroyed && !this.socket.readableEnded) {
      await within(this.times.answerMs, anyOf(this.socket, 'data', 'end', 'close'));
    }
    const end = this.heard.indexOf(0);
    return this.heard.subarray(0, end < 0 ? this.heard.length : end).toString('utf8');
  }

  /** Its answer, or more than an answer can be. */
  private get hasHeardOut(): boolean {
    return this.heard.includes(0) || this.heard.length >= mostAnswerBytes;
  }

  close(): void {
    this.socket.destroy();
  }
}

const targetOf = (address: string): { path: string } | { host: string; port: number } => {
  if (address.startsWith('/')) return { path: address };
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) };
};

function anyOf(socket: Socket, ...events: string[]): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of events) socket.off(event, done);
      resolve();
    };
    for (const event of events) socket.on(event, done);
  });
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ScannerUnavailable('it does not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    if (error instanceof ScannerUnavailable) throw error;
    throw new ScannerUnavailable(String((error as NodeJS.ErrnoException).code ?? 'the connection broke'));
  } finally {
    clearTimeout(timer);
  }
}
