/** A mail as the mail catcher's pages show it. */
export interface CaughtMail {
  id: string;
  to: string[];
  subject: string;
  messageId: string;
  bytes: number;
}

/** Reads the mail catcher over its own HTTP pages, raw source included. */
export class Mailbox {
  private seen = 0;

  constructor(private readonly baseUrl: string) {}

  /** Mails known after the last look. */
  get count(): number {
    return this.seen;
  }

  async all(): Promise<CaughtMail[]> {
    const response = await fetch(`${this.baseUrl}/messages`);
    const mails = (await response.json()) as CaughtMail[];
    this.seen = mails.length;
    return mails;
  }

  async since(count: number): Promise<CaughtMail[]> {
    return (await this.all()).slice(count);
  }

  /** Waits up to ten seconds until this many mails have arrived. */
  async waitFor(count: number): Promise<boolean> {
    for (let round = 0; round < 100; round += 1) {
      const seen = this.seen;
      const arrived = (await this.all()).length >= count;
      this.seen = seen;
      if (arrived) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  async text(id: string): Promise<string> {
    const mail = (await (await fetch(`${this.baseUrl}/messages/${id}`)).json()) as { text?: string };
    return mail.text ?? '';
  }

  async raw(id: string): Promise<string> {
    return (await fetch(`${this.baseUrl}/messages/${id}/raw`)).text();
  }
}
