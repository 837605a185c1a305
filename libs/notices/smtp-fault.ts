import { createTransport } from 'nodemailer';

/** Why a mail server could not be used: nodemailer's code, and the first line of what the server answered, if it did. */
export interface SmtpFault {
  code: string;
  answer: string | null;
}

/** Connects, greets and logs in, and sends nothing. Null where all went well. */
export async function smtpFault(url: string): Promise<SmtpFault | null> {
  const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 };
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    return { code: code ?? 'failed', answer: responseCode ? String(responseCode) : null };
  } finally {
    transport.close();
  }
}
