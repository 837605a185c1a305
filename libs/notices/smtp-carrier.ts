import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Delivery, Letter, MailCarrier } from './mail-port.js';
import { unnamed } from './unnamed.js';

/** How long a mail server may keep silent, in ms: until it is there, until it greets, until it says anything more. */
export interface SmtpPatience {
  connectionTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
}

const usualPatience: SmtpPatience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Carries mail by SMTP over a few kept connections. `url` is `smtp://` or `smtps://`, with credentials if needed. */
export function createSmtpCarrier(url: string, patience: SmtpPatience = usualPatience): MailCarrier {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    ...patience,
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
        const message = { envelope: { from: addressOf(from), to }, bytes, raw: '' };
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

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

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
