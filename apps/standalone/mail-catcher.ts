import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { choosePort } from './free-port.js';
import { mailPages } from './mail-pages.js';
import { MailStore } from './mail-store.js';

export interface MailCatcherOptions {
  /** Keeps the mails across restarts; in memory only when left out. */
  folder?: string;
  smtpPort?: number | undefined;
  httpPort?: number | undefined;
}

/**
 * What the server does instead of accepting:
 * - `refuse-sender`, `refuse-recipient`, `refuse-data`: answers the command with `code` (4xx temporary, 5xx for good);
 * - `drop-before-answer`: takes the whole message and keeps it, then cuts the line without an answer, so that the
 *   sender cannot know;
 * - `lose-and-drop`: the same, but the message is not kept;
 * - `answer-late`: takes and keeps the message, and says so only after `afterMs`; long enough, it hangs.
 */
export type MailFault =
  | { kind: 'refuse-sender' | 'refuse-recipient' | 'refuse-data'; code: 421 | 450 | 451 | 452 | 550 | 552 | 554 }
  | { kind: 'drop-before-answer' | 'lose-and-drop' }
  | { kind: 'answer-late'; afterMs: number };

export interface MailCatcher {
  /** smtp://127.0.0.1:port; no log-in, no TLS. */
  smtpUrl: string;
  smtpPort: number;
  /** The mailbox as web pages and JSON. */
  httpUrl: string;
  store: MailStore;
  /** Lets the next `times` messages (default: all until `behave`) meet this fault. */
  misbehave(fault: MailFault, times?: number): void;
  behave(): void;
  /** Closes the port, so that connecting fails, and cuts the open lines. */
  refuseConnections(): Promise<void>;
  acceptConnections(): Promise<void>;
  stop(): Promise<void>;
}

/** Receives mail by real SMTP on 127.0.0.1, sends none on, and shows it: GET /, /messages, /messages/:id, /messages/:id/raw. */
export async function startMailCatcher(options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const store = new MailStore(options.folder);
  const smtpPort = await choosePort(options.smtpPort, 'PAIZHAO_MAIL_SMTP_PORT');
  const smtp = new SmtpSide(store, smtpPort);
  await smtp.open();
  const httpPort = await choosePort(options.httpPort, 'PAIZHAO_MAIL_HTTP_PORT');
  const http = createServer(mailPages(store));
  await listen(http, httpPort);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    smtpPort,
    httpUrl: `http://127.0.0.1:${httpPort}`,
    store,
    misbehave: (fault, times = Number.POSITIVE_INFINITY) => smtp.misbehave(fault, times),
    behave: () => smtp.behave(),
    refuseConnections: () => smtp.close(),
    acceptConnections: () => smtp.open(),
    stop: async () => {
      await smtp.close();
      await new Promise((closed) => {
        http.close(closed);
        http.closeAllConnections();
      });
    },
  };
}

class SmtpSide {
  #server: SMTPServer | undefined;
  readonly #sockets = new Map<string, Socket>();
  #fault: { fault: MailFault; left: number } | undefined;

  constructor(
    private readonly store: MailStore,
    private readonly port: number,
  ) {}

  misbehave(fault: MailFault, times: number): void {
    this.#fault = { fault, left: times };
  }

  behave(): void {
    this.#fault = undefined;
  }

  async open(): Promise<void> {
    if (this.#server) return;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      banner: 'Paizhao mail catcher',
      size: 30 * 1024 * 1024,
      onMailFrom: (_address, _session, answer) => answer(this.#refusal('refuse-sender')),
      onRcptTo: (_address, _session, answer) => answer(this.#refusal('refuse-recipient')),
      onData: (stream, session, answer) => void this.#receive(stream, session).then(answer, answer),
    });
    server.on('error', () => undefined); // a line cut by the sender; the server goes on
    server.server.on('connection', (socket: Socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.#sockets.set(peer, socket);
      socket.once('close', () => this.#sockets.delete(peer));
    });
    await new Promise<void>((ready, failed) => {
      server.server.once('error', failed);
      server.listen(this.port, '127.0.0.1', ready);
    });
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const socket of this.#sockets.values()) socket.destroy();
    await closed;
  }

  async #receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | undefined> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) return withCode('Message too large', 552);
    const refusal = this.#refusal('refuse-data');
    if (refusal) return refusal;
    const drop = this.#take('drop-before-answer', 'lose-and-drop');
    if (drop?.kind !== 'lose-and-drop') this.#keep(session, Buffer.concat(chunks), drop !== undefined);
    if (!drop) return this.#whenItPleases();
    this.#sockets.get(`${session.remoteAddress}:${session.remotePort}`)?.destroy();
    return new Promise(() => undefined); // no answer: the line is cut
  }

  async #whenItPleases(): Promise<undefined> {
    const fault = this.#take('answer-late');
    if (fault?.kind === 'answer-late') await pause(fault.afterMs, undefined, { ref: false });
  }

  #keep({ envelope }: SMTPServerSession, raw: Buffer, unanswered: boolean): void {
    const from = envelope.mailFrom ? envelope.mailFrom.address : '';
    const to = envelope.rcptTo.map(({ address }) => address);
    this.store.add({ from, to, raw, ...(unanswered ? { unanswered } : {}) });
  }

  #refusal(kind: MailFault['kind']): Error | undefined {
    const fault = this.#take(kind);
    return fault && 'code' in fault ? withCode('Refused on purpose', fault.code) : undefined;
  }

  #take(...kinds: MailFault['kind'][]): MailFault | undefined {
    if (!this.#fault || this.#fault.left <= 0 || !kinds.includes(this.#fault.fault.kind)) return undefined;
    this.#fault.left -= 1;
    return this.#fault.fault;
  }
}

function withCode(message: string, responseCode: number): Error {
  return Object.assign(new Error(message), { responseCode });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
}
