import { ApplicationFailure } from '@temporalio/common';
import { shanghaiDay } from '../libs/calendar/index.js';
import type { SendAnswer, SendRequest } from '../libs/contracts/index.js';
import type { WakeWindow } from '../libs/domain/index.js';
import type { Delivery, LetterFrame, MailCarrier, NoticeContent } from '../libs/notices/index.js';
import type {
  Attempt,
  Cipher,
  OutboxEntity,
  OutboxRepository,
  OutboxState,
  Person,
  PersonRepository,
  SendTime,
  SnapshotRepository,
} from '../libs/persistence/index.js';
import { noticeContent } from './send/notice-content.js';
import { standInMessage } from './send/stand-in.js';

export interface SendDeps {
  outbox: OutboxRepository;
  people: Pick<PersonRepository, 'find'>;
  snapshots: Pick<SnapshotRepository, 'find'>;
  cipher: Cipher;
  carrier: MailCarrier;
  render: (frame: LetterFrame, content: NoticeContent) => Promise<Buffer>;
  /** Sender of every mail. */
  mailFrom: string;
  /** Links in mails begin with it. */
  publicUrl: string;
  wakeWindow: WakeWindow;
  /** How long ago the current activity was asked for; time skipped for a license counts. */
  waitedMs: () => number;
}

export interface SendActivities {
  send(request: SendRequest): Promise<SendAnswer>;
  giveUpSend(request: SendRequest): Promise<SendAnswer>;
}

/**
 * Delivers the messages of the outbox. Each change of a message is an event of the license's delivery stream; whoever
 * dies in between leaves a claim that lapses, after which the very same bytes are sent again.
 */
export function createSendActivities(deps: SendDeps): SendActivities {
  return {
    async send({ outboxKey, now }) {
      const time = timeOf(now, deps.waitedMs());
      const claim = await deps.outbox.claim(outboxKey, time);
      switch (claim.kind) {
        case 'settled':
          return { state: answerFor(claim.state), followUps: [] };
        case 'busy':
          throw notYet('message-busy', 'Another sender has this message.');
        case 'unknown':
          throw ApplicationFailure.nonRetryable('The outbox does not know this message.', 'message-unknown');
        case 'claimed':
          return attempt(deps, claim.message, claim.token, time);
        default:
          return claim satisfies never;
      }
    },

    async giveUpSend({ outboxKey, now }) {
      const message = await deps.outbox.find(outboxKey);
      if (!message) return { state: 'failed', followUps: [] };
      const followUps = await tellStandIn(deps, message);
      const time = timeOf(now, deps.waitedMs());
      const state = await deps.outbox.giveUp(outboxKey, 'failed', 'given up after its last attempt', time);
      return { state: answerFor(state ?? 'failed'), followUps };
    },
  };
}

async function attempt(deps: SendDeps, message: OutboxEntity, token: string, time: SendTime): Promise<SendAnswer> {
  const settle = (ended: Attempt) => deps.outbox.settle(message.key, token, ended, time);
  const recipient = await deps.people.find(message.personId);
  if (!recipient?.active || !recipient.mail) {
    const followUps = await tellStandIn(deps, message);
    await settle({ outcome: 'failed', answer: 'nobody of that id has an address' });
    return { state: 'failed', followUps };
  }
  const mime = await rendered(deps, message, recipient, time.now);
  if (!mime) {
    await settle({ outcome: 'suppressed', reason: 'the matter was closed before the message left' });
    return { state: 'suppressed', followUps: [] };
  }
  const delivery = await deps.carrier.deliver({ from: addressOf(deps.mailFrom), to: recipient.mail, mime });
  const ended = attemptOf(delivery);
  const followUps = ended.outcome === 'failed' ? await tellStandIn(deps, message) : [];
  await settle(ended);
  if (ended.outcome === 'deferred') throw notYet('mail-deferred', 'The mail server did not take the message.');
  if (ended.outcome === 'uncertain') throw notYet('mail-uncertain', 'The connection was lost behind the message.');
  return { state: ended.outcome, followUps };
}

/** What was rendered once is what is sent, for ever; null where nothing was and there is nothing left to say. */
async function rendered(
  { outbox, snapshots, cipher, render, mailFrom, publicUrl, wakeWindow }: SendDeps,
  message: OutboxEntity,
  recipient: Person,
  now: string,
): Promise<Buffer | null> {
  const place = `outbox:${message.key}`;
  if (message.rendered) return cipher.open(place, message.rendered);
  const snapshot = await snapshots.find(message.licenseId);
  if (!snapshot) throw notYet('license-not-found', 'The license of this message has no state.');
  const content = noticeContent({ message, state: snapshot.state, recipient, now, publicUrl, wakeWindow });
  if (!content) return null;
  const frame = { key: message.key, from: mailFrom, to: recipient.mail, date: message.dueAt };
  const kept = await outbox.keepRendered(message.key, cipher.seal(place, await render(frame, content)));
  return cipher.open(place, kept);
}

/** Before the failed message is settled, so that whoever dies in between leaves the stand-in told, not forgotten. */
async function tellStandIn({ outbox, snapshots }: SendDeps, failed: OutboxEntity): Promise<string[]> {
  const snapshot = await snapshots.find(failed.licenseId);
  const message = snapshot && standInMessage(failed, snapshot.state);
  if (!message) return [];
  await outbox.add(failed.licenseId, message);
  return [message.key];
}

function attemptOf(delivery: Delivery): Exclude<Attempt, { outcome: 'suppressed' }> {
  const { answer } = delivery;
  switch (delivery.outcome) {
    case 'accepted':
      return { outcome: 'sent', answer };
    case 'refused':
      return { outcome: delivery.permanent ? 'failed' : 'deferred', answer };
    case 'lost':
      return delivery.handedOver ? { outcome: 'uncertain', answer, final: false } : { outcome: 'deferred', answer };
    default:
      return delivery satisfies never;
  }
}

/** What is on record of a message that needs no further attempt. */
function answerFor(state: OutboxState): SendAnswer['state'] {
  if (state === 'sent') return 'already-sent';
  return state === 'suppressed' ? 'suppressed' : 'failed';
}

function timeOf(askedAt: string, waitedMs: number): SendTime {
  const now = new Date(Date.parse(askedAt) + waitedMs).toISOString();
  return { now, validOn: shanghaiDay(now) };
}

/** The server's own words stay out of Temporal: they like to repeat the address. */
const notYet = (type: string, message: string): ApplicationFailure => ApplicationFailure.retryable(message, type);

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;
