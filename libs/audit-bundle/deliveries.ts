import type { AuditedDelivery, AuditedDeliveryEvent } from '../audit-report/content.js';
import { shanghaiDay } from '../calendar/index.js';
import type { LicenseEntry, RecordedOf } from '../domain/index.js';
import { deliveryInWords } from '../history/index.js';
import type { Envelope } from '../ledger/envelope.js';
import { type Days, within } from './days.js';

const states: Readonly<Record<string, AuditedDelivery['state']>> = {
  'delivery-deferred': 'queued',
  'delivery-sent': 'sent',
  'delivery-uncertain': 'uncertain',
  'delivery-suppressed': 'suppressed',
  'delivery-failed': 'failed',
  'delivery-bounced': 'bounced',
};

/** Messages that fell due, or to which something happened, on a day that is covered; in the order of their first entry. */
export async function deliveriesOf(
  entries: readonly LicenseEntry[],
  deliveries: AsyncIterable<Envelope> | Iterable<Envelope>,
  days: Days,
): Promise<AuditedDelivery[]> {
  const rungs = new Rungs(entries);
  const messages = new Map<string, AuditedDelivery>();
  for await (const { seq, type, recordedAt: at, data } of deliveries) {
    const { key, attempt = null } = data as { key?: string; attempt?: number | null };
    if (key === undefined) continue;
    const message = messages.get(key) ?? rungs.messageOf(key);
    messages.set(key, message);
    message.events.push({ seq, type, words: deliveryInWords(type), at, attempt, code: codeOf(data as Told) });
    message.state = states[type] ?? message.state;
  }
  return [...messages.values()].filter((message) => isCovered(message, days));
}

function isCovered({ due, events }: AuditedDelivery, days: Days): boolean {
  return (due !== null && within(days, due.day)) || events.some(({ at }) => within(days, shanghaiDay(at)));
}

interface Told {
  answer?: string | null;
  status?: string;
}

/** Of what the other side said only the code: the rest stands in the chain, scrubbed. */
function codeOf({ answer, status }: Told): AuditedDeliveryEvent['code'] {
  const [, code, enhanced] = /^(?:HTTP )?([2-5]\d\d)(?:[ -](\d\.\d{1,3}\.\d{1,3}))?(?![\w.])/.exec(answer ?? '') ?? [];
  if (code === undefined) return status ?? null;
  return enhanced === undefined ? code : `${code} ${enhanced}`;
}

/** What the license's stream says of the rungs that messages are about. */
class Rungs {
  /** A rung falls due for one after the other where nobody acknowledges it. */
  private readonly due = new Map<string, RecordedOf<'notice-due'>[]>();
  private readonly acknowledged = new Map<string, RecordedOf<'notice-acknowledged'>>();

  constructor(entries: readonly LicenseEntry[]) {
    for (const entry of entries) {
      if (entry.type === 'notice-due') this.dueOf(rungOf(entry.data)).push(entry);
      if (entry.type === 'notice-acknowledged') this.acknowledged.set(rungOf(entry.data), entry);
    }
  }

  /** A message before anything happened to it. */
  messageOf(key: string): AuditedDelivery {
    const { obligationId, rung, recipient, channel } = partsOf(key);
    const about = rungOf({ obligationId, rung: rung.replace(/^undelivered\//, '') });
    const isMail = channel === 'mail';
    const toldTo = ({ data }: RecordedOf<'notice-due'>) => data.to.find(({ person }) => person === recipient);
    const all = this.dueOf(about);
    const due = (isMail ? all.find(toldTo) : null) ?? all[0];
    const acknowledged = this.acknowledged.get(about);
    return {
      key,
      obligationId,
      rung,
      channel,
      to: isMail ? { person: recipient } : { robot: recipient },
      role: (isMail && due && toldTo(due)?.role) || null,
      due: due ? { seq: due.seq, day: shanghaiDay(due.recordedAt) } : null,
      events: [],
      state: 'queued',
      acknowledged: acknowledged
        ? { seq: acknowledged.seq, by: acknowledged.actor, at: acknowledged.recordedAt }
        : null,
    };
  }

  private dueOf(rung: string): RecordedOf<'notice-due'>[] {
    const all = this.due.get(rung) ?? [];
    this.due.set(rung, all);
    return all;
  }
}

const rungOf = ({ obligationId, rung }: { obligationId: string; rung: string }): string => `${obligationId}/${rung}`;

/** License, obligation, rung, recipient and channel; of these only a rung may hold a slash. */
function partsOf(key: string) {
  const [, obligationId = '', ...rest] = key.split('/');
  const [recipient = '', channel = ''] = rest.slice(-2);
  return { obligationId, rung: rest.slice(0, -2).join('/'), recipient, channel };
}
