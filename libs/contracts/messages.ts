/**
 * What crosses Temporal between client, workflow and activities: small plain JSON, no personal data, no law. Ids are
 * strings; instants are UTC ISO 8601 strings with milliseconds. A change here can break licenses that sleep.
 */

/** Where a license stands, as the workflow may know it. */
export interface Progress {
  status: string;
  filings: { id: string; status: string }[];
  /** Next wake-up in words, for the Temporal UI. */
  nextWhy: string | null;
  needsAttention: boolean;
  simulated: boolean;
  /** A terminal license has no running workflow. */
  ended: boolean;
}

/** Input of the `license` workflow when it continues as new; no input means: resume from the ledger. */
export interface LicenseCarry {
  seq: number;
  wakeAt: string | null;
  progress: Progress;
  /** Outbox keys not yet sent. */
  unsent: string[];
}

/** One of three requests: run a stored command, run the wake-up, or only say where the ledger stands. */
export type AdvanceRequest = {
  licenseId: string;
  /** Head that the workflow believes in; null when it resumes. */
  expectedSeq: number | null;
  /** The workflow's time. */
  now: string;
} & ({ kind: 'command'; commandId: string } | { kind: 'wake-up' } | { kind: 'resume' });

export interface Refusal {
  code: string;
  kind: 'not-found' | 'conflict' | 'invalid' | 'forbidden' | 'unavailable';
  message: string;
  details: Record<string, unknown>;
}

/**
 * What is on record after the call, never what was proposed. `refused` is an answer, not a failure. `ledger-behind`:
 * the head is older than the workflow has seen (a restored database).
 */
export interface AdvanceAnswer {
  outcome: 'appended' | 'duplicate' | 'refused' | 'nothing' | 'ledger-behind';
  seq: number;
  progress: Progress;
  wakeAt: string | null;
  unsent: string[];
  refusal: Refusal | null;
}

/** Answer of the Update `execute`. */
export interface ExecuteAnswer {
  outcome: 'appended' | 'duplicate' | 'nothing';
  seq: number;
}

export interface SendRequest {
  licenseId: string;
  outboxKey: string;
  /** The workflow's time when the message was first taken up; for `sentAt` and for what the message says. */
  now: string;
}

/**
 * What became of one message. `followUps` are outbox keys that this one brought about: the deputy is told when a
 * message could not be delivered.
 */
export interface SendAnswer {
  /** `left-to-digest`: another message carries it, such as the recipient's next digest. */
  state: 'sent' | 'already-sent' | 'suppressed' | 'failed' | 'left-to-digest';
  followUps: string[];
}

/** Keys of digests that need an attempt. */
export interface OpenDigests {
  digestKeys: string[];
}

export interface DigestRequest {
  digestKey: string;
  /** The workflow's time when the digest was first taken up. */
  now: string;
}

/** A message that a digest brought about: somebody is told in its recipient's place. */
export interface FollowUp {
  licenseId: string;
  outboxKey: string;
}

export interface DigestAnswer {
  state: SendAnswer['state'];
  followUps: FollowUp[];
}

/** Input of the `fan-out` workflow: one company or house event, carried to the licenses concerned. */
export interface FanOutInput {
  eventId: string;
  /** Commands per second, so that a large house does not starve its people. */
  perSecond: number;
}

export interface FanOutBatchRequest {
  eventId: string;
  perSecond: number;
  /** Licenses to do in one batch. */
  limit: number;
}

/** Which licenses are still to do is read from PostgreSQL, never carried. */
export interface FanOutBatchAnswer {
  settled: number;
  /** Licenses that could not be reached now; they are tried again. */
  postponed: number;
  left: number;
}

export interface HeartbeatRequest {
  /** The workflow's time. */
  now: string;
}

export interface HeartbeatAnswer {
  /** People to whom the mail of this week has left. */
  sent: number;
}

/** Input of the `bounce` workflow: a stored report about a mail of ours. */
export interface BounceRequest {
  bounceId: string;
  /** The workflow's time. */
  now: string;
}

/** Messages that the report brought about: somebody else is told. */
export interface BounceAnswer {
  followUps: { licenseId: string; outboxKey: string }[];
}
