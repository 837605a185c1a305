import PostalMime, { type Attachment, type Email } from 'postal-mime';

/** What became of a mail at one address, as a server reports it. Addresses live only as long as the call. */
export interface ReportedRecipient {
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`, or a word of another standard. */
  action: string;
  /** Enhanced status code (RFC 3463), such as 5.1.1; empty where there is none. */
  status: string;
  /** The server's words, which may repeat the address. */
  diagnostic: string;
  /** Original and final recipient. */
  addresses: string[];
}

/** A delivery status report (RFC 3464). */
export interface BounceReport {
  /** What stands before the @ of the reported mail's Message-ID. */
  messageId: string;
  recipients: ReportedRecipient[];
  /** To whom the reported mail was written, by its own headers. */
  writtenTo: string[];
}

const headersOnly = ['text/rfc822-headers', 'message/rfc822-headers', 'message/global-headers'];
const wholeMail = ['message/rfc822', 'message/global'];
const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];

/** Of a longer mail the beginning is read: the report stands there, and behind it what is returned of our own mail. */
const mostBytes = 131_072;
/** A report is one multipart; whoever wraps it, wraps it once or twice. */
const deepest = 6;

/**
 * Reads a report. Null for any other mail, and for a report that does not return the reported mail's headers: a text
 * that only quotes a Message-ID proves nothing.
 */
export async function readBounceReport(bytes: Uint8Array): Promise<BounceReport | null> {
  const mail = await parsed(bytes.subarray(0, mostBytes));
  if (!mail || !isDeliveryReport(mail)) return null;
  const status = partOf(mail, statusTypes);
  const original = partOf(mail, wholeMail) ?? partOf(mail, headersOnly);
  if (!status || !original) return null;
  const reported = await parsed(headersOf(contentOf(original)));
  const messageId = /^<?([\x21-\x3b\x3d\x3f\x41-\x7e]+)@[^@<>\s]+>?$/.exec(reported?.messageId?.trim() ?? '')?.[1];
  const recipients = recipientsIn(Buffer.from(contentOf(status)).toString('utf8'));
  if (!reported || !messageId || recipients.length === 0) return null;
  return { messageId, recipients, writtenTo: (reported.to ?? []).map(({ address }) => address ?? '').filter(isThere) };
}

/** A broken mail is no report. */
async function parsed(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: deepest });
  } catch {
    return null;
  }
}

function isDeliveryReport({ headers }: Email): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  return /^multipart\/report\b/i.test(type) && /report-type\s*=\s*"?delivery-status"?/i.test(type);
}

const partOf = ({ attachments }: Email, types: readonly string[]): Attachment | undefined =>
  attachments.find(({ mimeType }) => types.includes(mimeType));

function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function headersOf(mail: Uint8Array): Uint8Array {
  const bytes = Buffer.from(mail);
  const ends = ['\r\n\r\n', '\n\n'].map((end) => bytes.indexOf(end)).filter((at) => at >= 0);
  return bytes.subarray(0, ends.length > 0 ? Math.min(...ends) : bytes.length);
}

/** Blocks of fields with an empty line between them; the first is about the report, each other about one recipient. */
function recipientsIn(text: string): ReportedRecipient[] {
  const blocks = text
    .replace(/\r\n/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf);
  return blocks.filter((fields) => fields.has('action')).map(recipientOf);
}

function fieldsOf(block: string): Map<string, string> {
  const lines = block.replace(/\n[ \t]+/g, ' ').split('\n');
  const fields = lines.map((line) => /^([A-Za-z0-9-]+)\s*:\s*(.*)$/.exec(line)).filter((found) => found !== null);
  return new Map(fields.map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]));
}

function recipientOf(fields: Map<string, string>): ReportedRecipient {
  const addresses = ['original-recipient', 'final-recipient'].map((name) => addressIn(fields.get(name)));
  return {
    action: (fields.get('action') ?? '')
      .toLowerCase()
      .replace(/[^a-z-]/g, '')
      .slice(0, 40),
    status: /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
    diagnostic: (fields.get('diagnostic-code') ?? '').replace(/^[A-Za-z0-9-]+\s*;\s*/, ''),
    addresses: addresses.filter(isThere),
  };
}

/** `rfc822; somebody@example.com`; no address is longer than 320 characters. */
const addressIn = (value = ''): string =>
  /^[A-Za-z0-9-]{1,40}\s*;\s*<?([^\s<>]+@[^\s<>]+?)>?$/.exec(value.slice(0, 400))?.[1] ?? '';

const isThere = (text: string): boolean => text !== '';
