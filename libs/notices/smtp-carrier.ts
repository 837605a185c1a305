import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Delivery, Letter, MailCarrier } from './mail-port.js';
import { unnamed } from './unnamed.js';

/** Carries mail by SMTP over a few kept connections. `url` is `smtp://` or `smtps://`, with credentials if needed. */
export function createSmtpCarrier(url: string): MailCarrier {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', (mail, done) => {
    // The rendered bytes go out as they are, and only once the server has said that it takes them.
    const { bytes } = mail.data as unknown as { bytes: HandedOver };
    mail.message.createReadStream = () => bytes;
    done();
  });

  return {
    async deliver({ from, to, mime }: Letter): Promise<Delivery> {
      const bytes = new HandedOver(mime);
      try {
        const message = { envelope: { from, to }, bytes, raw: '' };
        const { response } = await transport.sendMail(message);
        return { outcome: 'accepted', answer: unnamed(response, [to]) };
      } catch (error) {
        const judgment = judged(error, bytes.completely);
        return { ...judgment, answer: unnamed(judgment.answer, [to]) };
      }
    },
    close: () => transport.close(),
  };
}

/** Knows whether it was read to its end, which happens behind the server's word that data may follow. */
class HandedOver extends Readable {
  completely = false;

  constructor(private readonly bytes: Buffer) {
    super();
    this.once('end', () => {
      this.completely = true;
    });
  }

  override _read(): void {
    this.push(this.bytes);
    this.push(null);
  }
}

/** Nodemailer's errors carry the server's reply where there was one. */
function judged(error: unknown, handedOver: boolean): Delivery {
  const { message, response, responseCode } = error as { message: string; response?: string; responseCode?: number };
  if (!responseCode) return { outcome: 'lost', answer: message, handedOver };
  return {
    outcome: 'refused',
    answer: response ?? message,
    permanent: responseCode >= 500 && !isOurFault(responseCode),
  };
}

/** Log-in refused, TLS demanded: the operator can mend it, and the message may still leave. */
const isOurFault = (code: number): boolean => [530, 534, 535, 538].includes(code);
