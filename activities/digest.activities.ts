import { ApplicationFailure } from '@temporalio/common';
import { type Calendar, shanghaiDay } from '../libs/calendar/index.js';
import type { DigestAnswer, DigestRequest, FollowUp, OpenDigests } from '../libs/contracts/index.js';
import { isRestDay, lawOf, pinsOfNew, type WakeWindow } from '../libs/domain/index.js';
import type { DigestContent, LetterFrame, MailCarrier, NoticeContent } from '../libs/notices/index.js';
import type {
  AcknowledgeLinkRepository,
  AdoptionRepository,
  Composed,
  DigestEntity,
  DigestRepository,
  NewLink,
  OutboxEntity,
  OutboxRepository,
  OutboxState,
  Person,
  PersonRepository,
  SendTime,
} from '../libs/persistence/index.js';
import { acknowledgeLink } from './send/acknowledge-link.js';
import { answerFor, attemptOf, timeOf } from './send/attempt.js';
import { noticeContent } from './send/notice-content.js';
import { standInMessage } from './send/stand-in.js';
import { departure, diverted, notBefore, notYet, type SubjectDeps, stateOf } from './send/subject.js';

export interface DigestDeps extends SubjectDeps {
  digests: DigestRepository;
  outbox: Pick<OutboxRepository, 'add' | 'unsent'>;
  links: Pick<AcknowledgeLinkRepository, 'sweep'>;
  adoptions: Pick<AdoptionRepository, 'adopted'>;
  people: Pick<PersonRepository, 'find' | 'cipherOf'>;
  carrier: MailCarrier;
  digestOf: (today: string, notices: readonly NoticeContent[], atOnce: boolean) => DigestContent | null;
  renderDigest: (frame: LetterFrame, content: DigestContent) => Promise<Buffer>;
  /** A token that nobody can guess, for the link that acknowledges. */
  newLinkToken: () => string;
  /** Sender of every mail. */
  mailFrom: string;
  /** Links in mails begin with it. */
  publicUrl: string;
  wakeWindow: WakeWindow;
  /** How long ago the current activity was asked for. */
  waitedMs: () => number;
}

export interface DigestActivities {
  openDigests(request: { now: string; limit: number }): Promise<OpenDigests>;
  sendDigest(request: DigestRequest): Promise<DigestAnswer>;
  giveUpDigest(request: DigestRequest): Promise<DigestAnswer>;
}

/**
 * The daily digest: each person's waiting messages in one. Whoever dies in between leaves a digest that is put together
 * already, or a claim that lapses; the next attempt, or the next day's, sends the very same bytes.
 */
export function createDigestActivities(deps: DigestDeps): DigestActivities {
  return {
    /** Puts the digests of the day together and names those that need an attempt; on a rest day none. */
    async openDigests({ now, limit }) {
      const time = timeOf(now, deps.waitedMs());
      if (isRestDay(await houseCalendar(deps), time.validOn)) return { digestKeys: [] };
      await deps.links.sweep(time.now);
      await deps.digests.assemble(time);
      return { digestKeys: await deps.digests.unsettled(limit) };
    },

    async sendDigest({ digestKey, now }) {
      const time = timeOf(now, deps.waitedMs());
      await waitForQuiet(deps, digestKey, time);
      return deliverDigest(deps, digestKey, time);
    },

    giveUpDigest: ({ digestKey, now }) => abandonDigest(deps, digestKey, timeOf(now, deps.waitedMs())),
  };
}

/** Makes one attempt. */
export async function deliverDigest(deps: DigestDeps, digestKey: string, time: SendTime): Promise<DigestAnswer> {
  const claim = await deps.digests.claim(digestKey, time);
  switch (claim.kind) {
    case 'settled':
      return settled(deps, digestKey, claim.state);
    case 'busy':
      throw notYet('message-busy', 'Another sender has this digest.');
    case 'unknown':
      throw ApplicationFailure.nonRetryable('There is no such digest.', 'message-unknown');
    case 'claimed':
      return attempt(deps, claim, time);
    default:
      return claim satisfies never;
  }
}

/** After the last attempt. */
export async function abandonDigest(deps: DigestDeps, digestKey: string, time: SendTime): Promise<DigestAnswer> {
  const open = (await deps.digests.messages(digestKey)).filter(({ settledAt }) => settledAt === null);
  const followUps = await tellStandIns(deps, open);
  const state = await deps.digests.giveUp(digestKey, 'given up after its last attempt', time);
  return { state: answerFor(state ?? 'failed'), followUps };
}

/** Whoever died behind the last word may not have said whom it brought about: all that wait are named. */
async function settled({ digests, outbox }: DigestDeps, digestKey: string, state: OutboxState): Promise<DigestAnswer> {
  const messages = state === 'sent' ? [] : await digests.messages(digestKey);
  const followUps: FollowUp[] = [];
  for (const licenseId of new Set(messages.map((message) => message.licenseId)))
    for (const outboxKey of await outbox.unsent(licenseId)) followUps.push({ licenseId, outboxKey });
  return { state: answerFor(state), followUps };
}

/** New licenses pin it, so it knows the days to come best. */
async function houseCalendar({ adoptions }: DigestDeps): Promise<Calendar> {
  return lawOf(pinsOfNew(await adoptions.adopted())).calendar;
}

/** A digest waits for the end of its recipient's quiet hours, unless something in it must not. */
async function waitForQuiet(deps: DigestDeps, digestKey: string, { now }: SendTime): Promise<void> {
  let end: string | null = null;
  for (const message of await deps.digests.messages(digestKey)) {
    if (message.settledAt !== null) continue;
    const leaves = await departure(deps, { ...message, statutory: true }, now);
    if (leaves.kind !== 'not-before') return;
    end = leaves.at;
  }
  if (end !== null) throw notBefore(end, now);
}

interface Turn {
  digest: DigestEntity;
  messages: OutboxEntity[];
  token: string;
}

async function attempt(deps: DigestDeps, turn: Turn, time: SendTime): Promise<DigestAnswer> {
  const { digest, messages, token } = turn;
  const recipient = await deps.people.find(digest.personId);
  if (!recipient?.active || !recipient.mail) {
    const followUps = await tellStandIns(deps, messages);
    const failed = { outcome: 'failed', answer: 'nobody of that id has an address' } as const;
    await deps.digests.settle(digest.key, token, failed, time);
    return { state: 'failed', followUps };
  }
  const { mime, followUps } = await rendered(deps, turn, recipient, time);
  if (!mime) return { state: 'suppressed', followUps };
  const delivery = await deps.carrier.deliver({ from: deps.mailFrom, to: recipient.mail, mime });
  const ended = attemptOf(delivery);
  const doubtful = ended.outcome === 'failed' || recipient.failingSince !== null;
  if (doubtful) followUps.push(...(await tellStandIns(deps, messages)));
  await deps.digests.settle(digest.key, token, ended, time);
  if (ended.outcome === 'deferred') throw notYet('mail-deferred', 'The mail server did not take the message.');
  if (ended.outcome === 'uncertain') throw notYet('mail-uncertain', 'The connection was lost behind the message.');
  return { state: ended.outcome, followUps };
}

/** What was rendered once is what is sent, for ever; null where there is nothing left to say. */
async function rendered(
  deps: DigestDeps,
  { digest, messages, token }: Turn,
  recipient: Person,
  time: SendTime,
): Promise<{ mime: Buffer | null; followUps: FollowUp[] }> {
  const place = `digest:${digest.key}`;
  const cipher = await deps.people.cipherOf(recipient.id);
  if (digest.rendered) return { mime: cipher.open(place, digest.rendered), followUps: [] };
  const { notices, dropped, links, followUps } = await gather(deps, messages, recipient, time);
  const content = deps.digestOf(shanghaiDay(digest.dueAt), notices, deps.digests.carrierOf(digest.key) !== null);
  const frame = { key: digest.key, from: deps.mailFrom, to: recipient.mail, date: digest.dueAt };
  const fresh = content && cipher.seal(place, await deps.renderDigest(frame, content));
  const kept = await deps.digests.compose(digest.key, token, { rendered: fresh, dropped, links }, time);
  return { mime: kept && cipher.open(place, kept), followUps };
}

interface Gathered extends Pick<Composed, 'links' | 'dropped'> {
  notices: NoticeContent[];
  followUps: FollowUp[];
}

/** What each message says today; one whose matter was closed, or that somebody else is told, says nothing. */
async function gather(
  deps: DigestDeps,
  messages: readonly OutboxEntity[],
  recipient: Person,
  { now, validOn }: SendTime,
): Promise<Gathered> {
  const { publicUrl, wakeWindow } = deps;
  const notices: NoticeContent[] = [];
  const links: NewLink[] = [];
  const dropped: { key: string; reason: string }[] = [];
  const followUps: FollowUp[] = [];
  for (const message of messages) {
    const elsewhere = await diverted(deps, message, validOn);
    if (elsewhere) {
      dropped.push({ key: message.key, reason: elsewhere.reason });
      if (elsewhere.instead) followUps.push(await followUp(deps, message.licenseId, elsewhere.instead));
      continue;
    }
    const state = await stateOf(deps, message);
    const { url: acknowledgeUrl, link } = acknowledgeLink(message, deps.newLinkToken(), publicUrl, now);
    const content = noticeContent({ message, state, recipient, now, publicUrl, acknowledgeUrl, wakeWindow });
    if (!content) dropped.push({ key: message.key, reason: 'the matter was closed before the message left' });
    else {
      notices.push(content);
      links.push(link);
    }
  }
  return { notices, links, dropped, followUps };
}

/** Before what failed is settled, so that whoever dies in between leaves the stand-ins told, not forgotten. */
async function tellStandIns(deps: DigestDeps, failed: readonly OutboxEntity[]): Promise<FollowUp[]> {
  const followUps: FollowUp[] = [];
  for (const message of failed) {
    const snapshot = await deps.snapshots.find(message.licenseId);
    const instead = snapshot && standInMessage(message, snapshot.state);
    if (instead) followUps.push(await followUp(deps, message.licenseId, instead));
  }
  return followUps;
}

async function followUp(
  { outbox }: DigestDeps,
  licenseId: string,
  message: Parameters<OutboxRepository['add']>[1],
): Promise<FollowUp> {
  await outbox.add(licenseId, message);
  return { licenseId, outboxKey: message.key };
}
