import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { NoticeContent } from './content.js';
import { asHtml, asText } from './layout.js';
import { letterBody } from './letter-body.js';

export interface LetterFrame {
  /** The outbox key: message id and boundaries come from it. */
  key: string;
  /** `Paizhao <paizhao@example.com>` */
  from: string;
  to: string;
  /** UTC instant for the `Date` header. */
  date: string;
}

/**
 * The whole message as bytes (RFC 5322, CRLF). The same frame and content always give the same bytes, so that a
 * message sent again is the same message to every mail program.
 */
export function renderMime(frame: LetterFrame, content: NoticeContent): Promise<Buffer> {
  const body = letterBody(content);
  const fingerprint = createHash('sha256').update(frame.key).digest('hex').slice(0, 32);
  const composer = new MailComposer({
    from: frame.from,
    to: frame.to,
    subject: body.subject,
    text: asText(body),
    html: asHtml(body, content.language),
    messageId: `<${fingerprint}@${domainOf(frame.from)}>`,
    date: new Date(frame.date),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': content.language === 'zh' ? 'zh-CN' : 'en' },
    baseBoundary: `paizhao-${fingerprint}`,
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  });
  return composer.compile().build();
}

export const domainOf = (from: string): string => /@([^>\s]+)/.exec(from)?.[1] ?? 'paizhao.invalid';
