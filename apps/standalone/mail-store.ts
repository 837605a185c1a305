import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

export interface CaughtMail {
  /** Counts up from `000001` in the order of arrival. */
  id: string;
  /** UTC instant of arrival, by the real clock. */
  receivedAt: string;
  /** Of the SMTP envelope, not of the headers. */
  from: string;
  to: string[];
  raw: Buffer;
  /** The line was cut before the sender was told that it arrived. */
  unanswered?: true;
}

/** Keeps what arrived, byte for byte, in memory and, given a folder, on disk across restarts. */
export class MailStore {
  readonly #mails: CaughtMail[] = [];

  constructor(readonly folder?: string) {
    if (folder) this.#mails.push(...readFolder(folder));
  }

  add(arrived: Omit<CaughtMail, 'id' | 'receivedAt'>): CaughtMail {
    const last = Number(this.#mails.at(-1)?.id ?? 0);
    const mail = { id: String(last + 1).padStart(6, '0'), receivedAt: new Date().toISOString(), ...arrived };
    if (this.folder) writeMail(this.folder, mail);
    this.#mails.push(mail);
    return mail;
  }

  /** In the order of arrival; a recipient is compared without regard to case. */
  all(recipient?: string): readonly CaughtMail[] {
    if (recipient === undefined) return this.#mails;
    return this.#mails.filter(({ to }) => to.some((address) => address.toLowerCase() === recipient.toLowerCase()));
  }

  byId(id: string): CaughtMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }
}

/** The mail's headers and parts, as a mail program would show them. */
export function parsed(mail: CaughtMail): Promise<Email> {
  return PostalMime.parse(mail.raw);
}

function readFolder(folder: string): CaughtMail[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const envelopes = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return envelopes.map((name) => {
    const envelope = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<CaughtMail, 'raw'>;
    return { ...envelope, raw: readFileSync(join(folder, `${envelope.id}.eml`)) };
  });
}

/** The envelope comes last and by renaming, so a mail that has one is whole. */
function writeMail(folder: string, { raw, ...envelope }: CaughtMail): void {
  writeFileSync(join(folder, `${envelope.id}.eml`), raw, { mode: 0o600 });
  const file = join(folder, `${envelope.id}.json`);
  writeFileSync(`${file}.new`, JSON.stringify(envelope), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
