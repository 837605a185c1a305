import type { Delivery } from '../domain/index.js';

export type { Delivery };

/** One rendered message and whom it goes to. Addresses live only as long as the call. */
export interface Letter {
  /** As in the message: `Paizhao <paizhao@example.com>`, or an address alone. */
  from: string;
  to: string;
  mime: Buffer;
}

/** Gives a message to the next mail server. Never throws. */
export interface MailCarrier {
  deliver(letter: Letter): Promise<Delivery>;
  close(): void;
}
