import { createHash } from 'node:crypto';
import { type MailCarrier, renderPlainMime } from '../notices/index.js';
import { subjectOf, type Telling, textOf } from './telling.js';

/** A way to reach people. Answers whether it was taken; never throws. */
export interface Voice {
  name: 'mail' | 'webhook';
  tell(telling: Telling): Promise<boolean>;
}

export interface MailVoiceOptions {
  carrier: MailCarrier;
  /** `Paizhao <paizhao@example.com>` */
  from: string;
  /** Looked up at the last moment. */
  addresses: (now: string) => Promise<string[]>;
  publicUrl: string;
}

/** Straight to the mail server: a mail by way of Temporal would be silent together with it. */
export function mailVoice({ carrier, from, addresses, publicUrl }: MailVoiceOptions): Voice {
  return {
    name: 'mail',
    async tell(telling) {
      const subject = subjectOf(telling);
      const text = textOf(telling, publicUrl);
      let taken = 0;
      try {
        for (const to of new Set(await addresses(telling.at))) {
          const key = createHash('sha256').update([telling.at, to, text].join('\n')).digest('hex');
          const mime = await renderPlainMime({ key, from, to, date: telling.at }, { subject, text, language: 'zh' });
          const { outcome } = await carrier.deliver({ from, to, mime });
          if (outcome === 'accepted') taken += 1;
          if (outcome === 'lost') break; // a server that hangs would hold the watch up once per recipient
        }
      } catch {
        return taken > 0; // whom to write to could not be read: the next channel needs no database
      }
      return taken > 0;
    },
  };
}

const patienceMs = 10_000;

/** Posts JSON with a `text` for people and the alarms for programs. A redirect is not followed: the operator named an address. */
export function webhookVoice(url: string, publicUrl: string): Voice {
  return {
    name: 'webhook',
    async tell(telling) {
      const text = `${subjectOf(telling)}\n\n${textOf(telling, publicUrl)}`;
      const body = JSON.stringify({ source: 'paizhao', text, ...telling });
      return answersOk(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    },
  };
}

/** Whether the address answers 2xx in time. */
export async function answersOk(url: string, init: RequestInit = {}): Promise<boolean> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // away, too slow, or not to be trusted: said by the answer
  }
}
