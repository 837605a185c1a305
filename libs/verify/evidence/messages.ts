import type { Envelope } from '../../ledger/index.js';
import type { Manifest } from '../manifest.js';
import { covers, dayOf, listOf, type Members, membersOf, textOf } from './members.js';

/** What the entries say of a message: as `deliveries.json` has to have it. */
export interface Message extends Members {
  key: string;
  events: MessageEvent[];
}

interface MessageEvent extends Members {
  stream: string;
  seq: number;
  at: string;
}

/** What becomes of a message by an event of this type; by others it stays what it was. */
const states: ReadonlyMap<string, string> = new Map([
  ['delivery-deferred', 'queued'],
  ['delivery-sent', 'sent'],
  ['delivery-uncertain', 'uncertain'],
  ['delivery-suppressed', 'suppressed'],
  ['delivery-failed', 'failed'],
  ['delivery-bounced', 'bounced'],
]);

interface Due {
  stream: string;
  seq: number;
  day: string;
  to: Members[];
}

/** Gathers from entries what is to be told of messages. */
export class Messages {
  private readonly due = new Map<string, Due[]>();
  private readonly acknowledged = new Map<string, Members>();
  private readonly events = new Map<string, { event: MessageEvent; type: string }[]>();

  see({ stream, seq, type, recordedAt: at, actor: by, data }: Envelope): void {
    const { key, attempt = null, obligationId, rung, to } = membersOf(data);
    if (stream.startsWith('delivery/') && typeof key === 'string') {
      const event = { stream, seq, type, at, attempt, code: codeOf(membersOf(data)) };
      added(this.events, key, { event, type });
    }
    if (!stream.startsWith('license/')) return;
    const about = `${textOf(obligationId)}/${textOf(rung)}`;
    if (type === 'notice-acknowledged') this.acknowledged.set(about, { stream, seq, by, at });
    if (type === 'notice-due') added(this.due, about, { stream, seq, day: dayOf(at), to: listOf(to) });
  }

  /** By their keys, in the order of their first entries; `isCovered` where the days of the bundle have them. */
  told(days: Manifest): Map<string, { message: Message; isCovered: boolean }> {
    const all = new Map<string, { message: Message; isCovered: boolean }>();
    for (const [key, events] of this.events) {
      const { message, due } = this.messageOf(key, events);
      const on = [...(due ? [due.day] : []), ...message.events.map(({ at }) => dayOf(at))];
      all.set(key, { message, isCovered: on.some((day) => covers(days, day)) });
    }
    return all;
  }

  private messageOf(key: string, events: readonly { event: MessageEvent; type: string }[]) {
    const { obligationId, rung, recipient, channel } = partsOf(key);
    const about = `${obligationId}/${rung.replace(/^undelivered\//, '')}`;
    const isMail = channel === 'mail';
    const all = this.due.get(about) ?? [];
    const roleIn = ({ to }: Due) => to.find(({ person }) => person === recipient)?.role ?? null;
    const own = isMail ? all.find((due) => roleIn(due) !== null) : undefined;
    const due = own ?? all[0];
    const message: Message = {
      key,
      obligationId,
      rung,
      channel,
      to: isMail ? { person: recipient } : { robot: recipient },
      role: own ? roleIn(own) : null,
      due: due ? { stream: due.stream, seq: due.seq } : null,
      events: events.map(({ event }) => event),
      state: events.reduce((state, { type }) => states.get(type) ?? state, 'queued'),
      acknowledged: this.acknowledged.get(about) ?? null,
    };
    return { message, due };
  }
}

function added<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** License, obligation, rung, recipient and channel; of these only a rung may hold a slash. */
function partsOf(key: string) {
  const parts = key.split('/');
  const [recipient = '', channel = ''] = parts.slice(2).slice(-2);
  return { obligationId: parts[1] ?? '', rung: parts.slice(2, -2).join('/'), recipient, channel };
}

/** Three digits, and the enhanced code where there is one; what came back has a status instead. */
function codeOf({ answer, status }: Members): unknown {
  const text = typeof answer === 'string' ? answer.replace(/^HTTP /, '') : '';
  const found = /^([2-5]\d\d)(?:[ -](\d\.\d{1,3}\.\d{1,3}))?(?![\w.])/.exec(text);
  if (!found) return status ?? null;
  return found[2] === undefined ? found[1] : `${found[1]} ${found[2]}`;
}
