import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { domainOf, type LetterFrame } from './mime.js';

export interface PlainContent {
  subject: string;
  text: string;
  language: 'zh' | 'en';
}

/** A mail of text alone, for what concerns the installation. The same frame and content give the same bytes. */
export function renderPlainMime(frame: LetterFrame, { subject, text, language }: PlainContent): Promise<Buffer> {
  const fingerprint = createHash('sha256').update(frame.key).digest('hex').slice(0, 32);
  const composer = new MailComposer({
    from: frame.from,
    to: frame.to,
    subject,
    text,
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
