import { ApplicationFailure } from '@temporalio/common';
import type { DigestAnswer, SendAnswer, SendRequest } from '../libs/contracts/index.js';
import type { LetterFrame, NoticeContent } from '../libs/notices/index.js';
import type {
  Attempt,
  OutboxEntity,
  OutboxRepository,
  OutboxState,
  Person,
  SendTime,
} from '../libs/persistence/index.js';
import { abandonDigest, type DigestDeps, deliverDigest } from './digest.activities.js';
import { acknowledgeLink } from './send/acknowledge-link.js';
import { answerFor, attemptOf, timeOf } from './send/attempt.js';
import { noticeContent } from './send/notice-content.js';
import { standInMessage } from './send/stand-in.js';
import { departure, diverted, notBefore, notYet, stateOf } from './send/subject.js';

/** What is sent is one message, or several in one. `waitedMs` counts time skipped for a license, too. */
export interface SendDeps extends DigestDeps {
  outbox: OutboxRepository;
  render: (frame: LetterFrame, content: NoticeContent) => Promise<Buffer>;
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
      const otherwise = (await holdBack(deps, outboxKey, time)) ?? (await inCompany(deps, outboxKey, time));
      if (otherwise) return otherwise;
      const claim = await deps.outbox.claim(outboxKey, time);
      switch (claim.kind) {
        case 'settled':
          return settled(deps, outboxKey, claim.state);
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
      const time = timeOf(now, deps.waitedMs());
      if (message.digestKey !== null && deps.digests.carrierOf(message.digestKey) !== null)
        return asOne(await abandonDigest(deps, message.digestKey, time));
      const left = message.state === 'sent' || message.state === 'suppressed';
      const followUps = left ? [] : await tellStandIn(deps, message);
      const state = await deps.outbox.giveUp(outboxKey, 'failed', 'given up after its last attempt', time);
      return { state: answerFor(state ?? 'failed'), followUps };
    },
  };
}

/** Whoever died behind the last word may not have said whom it brought about: all of the license's that wait are named. */
async function settled({ outbox }: SendDeps, outboxKey: string, state: OutboxState): Promise<SendAnswer> {
  const message = state === 'sent' ? null : await outbox.find(outboxKey);
  return { state: answerFor(state), followUps: message ? await outbox.unsent(message.licenseId) : [] };
}

/** For a hand-over, or by what the recipient asks of reminders; null where the message may leave. */
async function holdBack(deps: SendDeps, outboxKey: string, time: SendTime): Promise<SendAnswer | null> {
  const message = await deps.outbox.find(outboxKey);
  if (!message || message.settledAt !== null) return null;
  if (message.leaves === 'digest') return { state: 'left-to-digest', followUps: [] };
  if (message.digestKey !== null) return null;
  const elsewhere = message.attempts === 0 ? await diverted(deps, message, time.validOn) : null;
  if (elsewhere) {
    const { reason, instead } = elsewhere;
    if (instead) await deps.outbox.add(message.licenseId, instead);
    const state = await deps.outbox.giveUp(outboxKey, 'suppressed', reason, time);
    return { state: answerFor(state ?? 'suppressed'), followUps: instead ? [instead.key] : [] };
  }
  const leaves = await departure(deps, message, time.now);
  if (leaves.kind === 'not-before') throw notBefore(leaves.at, time.now);
  if (leaves.kind === 'now' || !(await deps.outbox.leaveToDigest(outboxKey))) return null;
  return { state: 'left-to-digest', followUps: [] };
}

/**
 * Several dates of one license leave in one message, by the hand of the row that was first; where that one says nothing
 * any more, by the others. Null where the message is by itself.
 */
async function inCompany(deps: SendDeps, outboxKey: string, time: SendTime): Promise<SendAnswer | null> {
  const message = await deps.outbox.find(outboxKey);
  const digestKey =
    message?.digestKey ?? (message?.settledAt === null ? await deps.digests.together(message, time) : null);
  const carrier = digestKey === null ? null : deps.digests.carrierOf(digestKey);
  if (digestKey === null || carrier === null) return null;
  const carries = carrier === outboxKey || (await deps.outbox.find(carrier))?.settledAt !== null;
  return carries ? asOne(await deliverDigest(deps, digestKey, time)) : { state: 'left-to-digest', followUps: [] };
}

const asOne = ({ state, followUps }: DigestAnswer): SendAnswer => ({
  state,
  followUps: followUps.map(({ outboxKey }) => outboxKey),
});

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
  const delivery = await deps.carrier.deliver({ from: deps.mailFrom, to: recipient.mail, mime });
  const ended = attemptOf(delivery);
  // An address that failed before may swallow this one too; that a server takes it proves nothing.
  const doubtful = ended.outcome === 'failed' || recipient.failingSince !== null;
  const followUps = doubtful ? await tellStandIn(deps, message) : [];
  await settle(ended);
  if (ended.outcome === 'deferred') throw notYet('mail-deferred', 'The mail server did not take the message.');
  if (ended.outcome === 'uncertain') throw notYet('mail-uncertain', 'The connection was lost behind the message.');
  return { state: ended.outcome, followUps };
}

/** What was rendered once is what is sent, for ever; null where nothing was and there is nothing left to say. */
async function rendered(deps: SendDeps, message: OutboxEntity, recipient: Person, now: string): Promise<Buffer | null> {
  const { outbox, people, render, mailFrom, publicUrl, wakeWindow } = deps;
  const place = `outbox:${message.key}`;
  const cipher = await people.cipherOf(recipient.id);
  if (message.rendered) return cipher.open(place, message.rendered);
  const state = await stateOf(deps, message);
  const { url: acknowledgeUrl, link } = acknowledgeLink(message, deps.newLinkToken(), publicUrl, now);
  const content = noticeContent({ message, state, recipient, now, publicUrl, acknowledgeUrl, wakeWindow });
  if (!content) return null;
  const frame = { key: message.key, from: mailFrom, to: recipient.mail, date: message.dueAt };
  const sealed = cipher.seal(place, await render(frame, content));
  return cipher.open(place, await outbox.keepRendered(message.key, sealed, [link]));
}

/** Before the failed message is settled, so that whoever dies in between leaves the stand-in told, not forgotten. */
async function tellStandIn({ outbox, snapshots }: SendDeps, failed: OutboxEntity): Promise<string[]> {
  const snapshot = await snapshots.find(failed.licenseId);
  const message = snapshot && standInMessage(failed, snapshot.state);
  if (!message) return [];
  await outbox.add(failed.licenseId, message);
  return [message.key];
}
