import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { letterCalendar } from './calendar.js';
import type { Language, NoticeContent } from './content.js';
import { digestBody } from './digest-body.js';
import type { DigestContent } from './digest-content.js';
import { digestHtml, letterHtml, plainHtml } from './html.js';
import { letterBody } from './letter-body.js';
import { type PlainContent, plainBody } from './plain-body.js';
import { digestText, letterText } from './text.js';

export interface LetterFrame {
  /** Of the outbox or of the digest: message id and boundaries come from it. */
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
  const { language } = content;
  const said = { subject: body.subject, text: letterText(body, language), html: letterHtml(body, language) };
  const calendar = letterCalendar(content, frame.date);
  return composed(frame, language, calendar === null ? said : { ...said, attachments: [asFile(calendar)] });
}

/** One message for all that a person is told on a day; of what waits alone it is the letter. */
export function renderDigest(frame: LetterFrame, content: DigestContent): Promise<Buffer> {
  const [{ notices }] = content.licenses;
  if (content.licenses.length === 1 && notices.length === 1) return renderMime(frame, notices[0]);
  const body = digestBody(content);
  const { language } = content;
  return composed(frame, language, {
    subject: body.subject,
    text: digestText(body, language),
    html: digestHtml(body, language),
  });
}

/** The text as it is, and the same lines as HTML. The same frame and content give the same bytes. */
export function renderPlainMime(frame: LetterFrame, content: PlainContent): Promise<Buffer> {
  const { subject, text, language } = content;
  return composed(frame, language, { subject, text, html: plainHtml(plainBody(content), language) });
}

/** The message around what is said. */
function composed(
  frame: LetterFrame,
  language: Language,
  said: { subject: string; text: string; html: string; attachments?: Attachment[] },
): Promise<Buffer> {
  const fingerprint = createHash('sha256').update(frame.key).digest('hex').slice(0, 32);
  const composer = new MailComposer({
    ...said,
    from: frame.from,
    to: frame.to,
    messageId: `<${fingerprint}@${domainOf(frame.from)}>`,
    date: new Date(frame.date),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language === 'zh' ? 'zh-CN' : 'en' },
    baseBoundary: `paizhao-${fingerprint}`,
    textEncoding: 'base64',
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  });
  return composer.compile().build();
}

type Attachment = ReturnType<typeof asFile>;

/** For whoever keeps dates in a calendar of their own. */
const asFile = (calendar: string) => ({
  filename: 'date.ics',
  content: calendar,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  contentTransferEncoding: 'base64' as const,
});

const domainOf = (from: string): string => /@([^>\s]+)/.exec(from)?.[1] ?? 'paizhao.invalid';
