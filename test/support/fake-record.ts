import { ApplicationFailure } from '@temporalio/common';
import type { Activities } from '../../activities/index.js';
import type {
  AdvanceAnswer,
  AdvanceRequest,
  DigestAnswer,
  DigestRequest,
  ExecuteAnswer,
  FanOutBatchAnswer,
  FanOutBatchRequest,
  FollowUp,
  Progress,
  SendAnswer,
  SendRequest,
} from '../../libs/contracts/index.js';
import type { CommandLookup } from '../../libs/gateway/index.js';

/** What a command or a wake-up does to a fake license. */
export interface Step {
  /** The next wake-up: an instant, null for none, absent for "as before". */
  wakeAt?: string | null;
  messages?: string[];
  refuse?: string;
  ended?: boolean;
  needsAttention?: boolean;
  status?: string;
}

interface FakeLicense {
  /** Ids of the commands and wake-ups on record, in order. */
  appended: string[];
  /** The license's time of each. */
  times: string[];
  wakeAt: string | null;
  progress: Progress;
  unsent: Set<string>;
  /** Wake-ups to come, in order; each says what it does. */
  wakeUps: Step[];
  /** PostgreSQL is away for this license. */
  away: boolean;
  /** PostgreSQL comes back at that moment (milliseconds), and the SDK tries until then. */
  awayUntil: number;
  /** The mail server refuses this license's messages. */
  mailAway: boolean;
  /** The mail server takes its time, until it is released. */
  mailHeld: Promise<void> | null;
}

/**
 * A ledger in memory that answers as `advance` must: one append per command, duplicates known, everything as of the
 * head. Commands are given by their ids before they are executed.
 */
export class FakeRecord implements CommandLookup {
  readonly commands = new Map<string, Step>();
  readonly licenses = new Map<string, FakeLicense>();
  /** Keys in the order in which they were delivered. */
  readonly sent: string[] = [];
  readonly attempts: string[] = [];
  readonly givenUp: string[] = [];
  /** By event: what the batches of its fan-out answer, in order; then that nothing is left. */
  private readonly batches = new Map<string, FanOutBatchAnswer[]>();
  /** Digests that wait, with what each brings about; one without is refused. */
  readonly digests = new Map<string, FollowUp[] | null>();
  readonly batchRequests: FanOutBatchRequest[] = [];
  /** Messages that the next bounce brings about. */
  readonly bounced: { licenseId: string; outboxKey: string }[] = [];
  /** When heartbeats were asked for. */
  readonly heartbeats: string[] = [];
  command(id: string, step: Step = {}): string {
    this.commands.set(id, step);
    return id;
  }

  carries(eventId: string, ...batches: FanOutBatchAnswer[]): void {
    this.batches.set(eventId, batches);
  }

  plan(licenseId: string, wakeUps: Step[]): void {
    this.license(licenseId).wakeUps.push(...wakeUps);
  }

  license(licenseId: string): FakeLicense {
    const found = this.licenses.get(licenseId) ?? {
      appended: [],
      times: [],
      wakeAt: null,
      unsent: new Set<string>(),
      wakeUps: [],
      away: false,
      awayUntil: 0,
      mailAway: false,
      mailHeld: null,
      progress: {
        status: 'preparing',
        filings: [],
        nextWhy: null,
        needsAttention: false,
        simulated: false,
        ended: false,
      },
    };
    this.licenses.set(licenseId, found);
    return found;
  }

  /** Messages of this license wait until the answer is called. */
  holdMail(licenseId: string): () => void {
    const license = this.license(licenseId);
    let release = () => {};
    license.mailHeld = new Promise((resolve) => {
      release = () => {
        license.mailHeld = null;
        resolve();
      };
    });
    return release;
  }

  async answerOf(commandId: string): Promise<ExecuteAnswer | null> {
    for (const { appended } of this.licenses.values()) {
      if (appended.includes(commandId)) return { outcome: 'duplicate', seq: appended.indexOf(commandId) + 1 };
    }
    return null;
  }

  activities(): Activities {
    return {
      advance: async (request) => this.advance(request),
      send: (request) => this.send(request),
      giveUpSend: async (request) => this.giveUp(request),
      openDigests: async () => ({ digestKeys: [...this.digests.keys()] }),
      sendDigest: async (request) => this.sendDigest(request),
      giveUpDigest: async ({ digestKey }) => {
        this.givenUp.push(digestKey);
        this.digests.delete(digestKey);
        return { state: 'failed', followUps: [] };
      },
      carryBatch: async (request) => {
        this.batchRequests.push(request);
        return this.batches.get(request.eventId)?.shift() ?? { settled: 0, postponed: 0, left: 0 };
      },
      settleBounce: async () => ({ followUps: this.bounced.splice(0) }),
      sendHeartbeats: async ({ now }) => ({ sent: this.heartbeats.push(now) }),
    };
  }

  private sendDigest({ digestKey }: DigestRequest): DigestAnswer {
    const followUps = this.digests.get(digestKey);
    if (!followUps) throw ApplicationFailure.nonRetryable('nobody takes it', 'message-unknown');
    this.digests.delete(digestKey);
    this.sent.push(digestKey);
    return { state: 'sent', followUps };
  }

  private advance(request: AdvanceRequest): AdvanceAnswer {
    const license = this.license(request.licenseId);
    // Not tried again by the SDK, whose patience of thirty seconds would be the test's.
    if (license.away) throw ApplicationFailure.nonRetryable('connect ECONNREFUSED');
    if (Date.now() < license.awayUntil) throw new Error('connect ECONNREFUSED');
    if (request.expectedSeq !== null && license.appended.length < request.expectedSeq)
      return this.answer(license, 'ledger-behind');
    if (request.kind === 'resume') return this.answer(license, 'nothing');
    if (request.kind === 'wake-up') return this.wake(license, request);
    return this.run(license, request.commandId, request.now);
  }

  private wake(license: FakeLicense, { expectedSeq, now }: AdvanceRequest): AdvanceAnswer {
    if (license.wakeAt === null || license.wakeAt > now) return this.answer(license, 'nothing');
    return this.append(license, `wake:${expectedSeq}`, now, license.wakeUps.shift() ?? { wakeAt: null });
  }

  private run(license: FakeLicense, commandId: string, now: string): AdvanceAnswer {
    if (license.appended.includes(commandId)) return this.answer(license, 'duplicate');
    const step = this.commands.get(commandId) ?? { refuse: 'command-unknown' };
    if (!step.refuse) return this.append(license, commandId, now, step);
    const refusal = {
      code: step.refuse,
      kind: 'conflict' as const,
      message: 'The record does not allow it.',
      details: {},
    };
    return { ...this.answer(license, 'refused'), refusal };
  }

  private append(license: FakeLicense, id: string, now: string, step: Step): AdvanceAnswer {
    license.appended.push(id);
    license.times.push(now);
    if (step.wakeAt !== undefined) license.wakeAt = step.wakeAt;
    for (const key of step.messages ?? []) license.unsent.add(key);
    license.progress = {
      ...license.progress,
      status: step.status ?? license.progress.status,
      ended: step.ended ?? license.progress.ended,
      needsAttention: step.needsAttention ?? license.progress.needsAttention,
      nextWhy: license.wakeAt && 'renewal: S-30',
    };
    return this.answer(license, 'appended');
  }

  private answer(license: FakeLicense, outcome: AdvanceAnswer['outcome']): AdvanceAnswer {
    const { appended, progress, wakeAt, unsent } = license;
    return { outcome, seq: appended.length, progress, wakeAt, unsent: [...unsent], refusal: null };
  }

  private async send({ licenseId, outboxKey }: SendRequest): Promise<SendAnswer> {
    this.attempts.push(outboxKey);
    const { unsent, mailHeld, mailAway } = this.license(licenseId);
    await mailHeld;
    if (mailAway) throw new Error('connect ECONNREFUSED');
    if (!unsent.delete(outboxKey)) return { state: 'already-sent', followUps: [] };
    this.sent.push(outboxKey);
    return { state: 'sent', followUps: [] };
  }

  private giveUp({ licenseId, outboxKey }: SendRequest): SendAnswer {
    this.givenUp.push(outboxKey);
    this.license(licenseId).unsent.delete(outboxKey);
    return { state: 'failed', followUps: [] };
  }
}
