import { createServer, type Server, type Socket } from 'node:net';
import { createSmtpCarrier, type SmtpPatience } from './smtp-carrier.js';

const letter = {
  from: 'Paizhao <paizhao@example.com>',
  to: 'wang@example.com',
  mime: Buffer.from('Subject: s\r\n\r\n.a dot at the line’s start\r\n'),
};

/** Answers to what the carrier says, where they differ from the usual: a line, or no answer at all. */
interface Script {
  greeting?: string | 'hang';
  rcpt?: string | 'hang';
  data?: string | 'hang' | 'hang-up';
  message?: string | 'hang' | 'hang-up';
}

/** A mail server that answers as it is told; what it was given as a message comes back. */
class ScriptedServer {
  readonly messages: string[] = [];
  /** Whom it was told that they come from. */
  readonly senders: string[] = [];
  private readonly sockets = new Set<Socket>();
  private constructor(private readonly server: Server) {}

  static async start(script: Script): Promise<ScriptedServer> {
    const server = createServer((socket) => scripted.serve(socket, script));
    const scripted = new ScriptedServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }

  private serve(socket: Socket, script: Script): void {
    this.sockets.add(socket);
    let message: string | null = null;
    const answer = (line: string) => {
      if (line === 'hang-up') socket.destroy();
      else if (line !== 'hang') socket.write(`${line}\r\n`);
    };
    answer(script.greeting ?? '220 ready');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      if (message !== null) {
        message += chunk.toString();
        if (!message.endsWith('\r\n.\r\n')) return;
        this.messages.push(message);
        message = null;
        return answer(script.message ?? '250 kept');
      }
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (/^EHLO/.test(line)) answer('250 hello');
        else if (/^MAIL/.test(line)) {
          this.senders.push(line);
          answer('250 ok');
        } else if (/^RCPT/.test(line)) answer(script.rcpt ?? '250 ok');
        else if (/^DATA/.test(line)) {
          if (!script.data) message = '';
          answer(script.data ?? '354 go on');
        } else answer('250 ok');
      }
    });
  }
}

describe('the SMTP carrier', () => {
  let server: ScriptedServer;
  const started: ScriptedServer[] = [];
  const deliverTo = async (script: Script, patience?: SmtpPatience) => {
    server = await ScriptedServer.start(script);
    started.push(server);
    const carrier = createSmtpCarrier(server.url, patience);
    const delivery = await carrier.deliver(letter);
    carrier.close();
    return delivery;
  };
  afterEach(() => Promise.all(started.splice(0).map((server) => server.stop())));

  it('names the address of the sender alone to the server', async () => {
    await deliverTo({});
    expect(server.senders).toEqual(['MAIL FROM:<paizhao@example.com>']);
  });

  it('hands the bytes over as they were rendered', async () => {
    await expect(deliverTo({})).resolves.toEqual({ outcome: 'accepted', answer: '250 kept' });
    expect(server.messages).toEqual(['Subject: s\r\n\r\n..a dot at the line’s start\r\n.\r\n']);
  });

  it('takes 5xx for final', async () => {
    await expect(deliverTo({ rcpt: '550 no such mailbox' })).resolves.toMatchObject({
      outcome: 'refused',
      permanent: true,
    });
    await expect(deliverTo({ message: '552 too big' })).resolves.toMatchObject({ outcome: 'refused', permanent: true });
  });

  it('does not repeat who was written to', async () => {
    const [local] = letter.to.split('@');
    const delivery = await deliverTo({ rcpt: `550 <${letter.to}>: mailbox ${local?.toUpperCase()} is closed` });
    expect(delivery.answer).toBe('550 <…>: mailbox … is closed');
  });

  it('takes 4xx, and a log-in that the operator can mend, for passing', async () => {
    await expect(deliverTo({ rcpt: '450 later' })).resolves.toMatchObject({ outcome: 'refused', permanent: false });
    await expect(deliverTo({ rcpt: '530 log in first' })).resolves.toMatchObject({
      outcome: 'refused',
      permanent: false,
    });
  });

  it('knows that nothing has left when the connection breaks before the message', async () => {
    await expect(deliverTo({ data: 'hang-up' })).resolves.toMatchObject({ outcome: 'lost', handedOver: false });
  });

  it('does not know whether it has left when the connection breaks behind it', async () => {
    await expect(deliverTo({ message: 'hang-up' })).resolves.toMatchObject({ outcome: 'lost', handedOver: true });
  });

  it.each([
    ['greet', { greeting: 'hang' }, false],
    ['take the recipient', { rcpt: 'hang' }, false],
    ['take the data', { data: 'hang' }, false],
    ['say that it has the message', { message: 'hang' }, true],
  ] as const)('does not wait for ever for a server to %s', async (_, script, handedOver) => {
    const patience = { connectionTimeout: 100, greetingTimeout: 100, socketTimeout: 100 };
    await expect(deliverTo(script, patience)).resolves.toMatchObject({ outcome: 'lost', handedOver });
  });

  it('says so when nobody listens', async () => {
    await deliverTo({});
    const { url } = server;
    await server.stop();
    const carrier = createSmtpCarrier(url);
    await expect(carrier.deliver(letter)).resolves.toMatchObject({ outcome: 'lost', handedOver: false });
    carrier.close();
  });
});
