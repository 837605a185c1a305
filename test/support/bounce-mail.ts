export interface BounceMail {
  /** What stands before the @ of the Message-ID of the mail that came back. */
  messageId: string;
  recipient: string;
  action?: string;
  status?: string;
  /** By the headers of the mail that came back. */
  writtenTo?: string;
  /** What is returned of the mail: all of it, its headers, or nothing. */
  returned?: 'message/rfc822' | 'text/rfc822-headers' | null;
  reportType?: string;
}

/** A delivery status report as mail servers write it (RFC 3464, appendix E). */
export function bounceMail(about: BounceMail): Buffer {
  const {
    messageId,
    recipient,
    action = 'failed',
    status = '5.1.1',
    writtenTo = recipient,
    returned = 'message/rfc822',
    reportType = 'delivery-status',
  } = about;
  const headers = [`Message-ID: <${messageId}@example.com>`, `To: ${writtenTo}`, 'Subject: Paizhao', ''];
  const lines = [
    'From: MAILER-DAEMON@mx.example.net',
    'To: paizhao@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${reportType};`,
    '\tboundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `Your message to ${recipient} could not be delivered. Message-ID: <${messageId}@example.com>`,
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    'Arrival-Date: Fri, 20 Nov 2026 10:00:00 +0800',
    '',
    `Original-Recipient: rfc822;${recipient}`,
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status} (unknown)`,
    `Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>:`,
    '    no such user here',
    '',
    ...(returned
      ? ['--b1', `Content-Type: ${returned}`, '', ...headers, ...(returned === 'message/rfc822' ? ['body', ''] : [])]
      : []),
    '--b1--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
