import type { Fault, Told } from './journal.js';

/** An entry of a license's stream, as far as accounts go. */
export interface LedgerLine {
  stream: string;
  seq: number;
  type: string;
  commandId: string;
}

export interface CommandAccount {
  /** Acknowledged, and not on record as it was acknowledged. */
  lost: string[];
  /** On record more often than it was acknowledged. */
  doubled: string[];
}

/** Compares what callers were told with what is on record. Answers that name no entries are not judged here. */
export function accountOf(answers: Iterable<Told>, ledger: readonly LedgerLine[]): CommandAccount {
  const byCommand = new Map<string, Set<string>>();
  for (const { stream, seq, type, commandId } of ledger) {
    const name = `${stream} ${commandId}`;
    byCommand.set(name, (byCommand.get(name) ?? new Set()).add(`${seq} ${type}`));
  }
  const account: CommandAccount = { lost: [], doubled: [] };
  for (const { licenseId, commandId, events } of answers) {
    if (!licenseId || !commandId || !Array.isArray(events)) continue;
    const told = new Set((events as { seq: number; type: string }[]).map(({ seq, type }) => `${seq} ${type}`));
    const kept = byCommand.get(`license/${licenseId} ${commandId}`) ?? new Set();
    if ([...told].some((line) => !kept.has(line))) account.lost.push(`${licenseId} ${commandId}`);
    if ([...kept].some((line) => !told.has(line))) account.doubled.push(`${licenseId} ${commandId}`);
  }
  return account;
}

/** One arrival of a message. */
export interface Arrival {
  messageId: string;
  /** UTC instant. */
  receivedAt: string;
  raw: Buffer;
  /** The line was cut before the sender was told. */
  unanswered: boolean;
}

export interface MailAccount {
  /** Messages by their Message-ID. */
  messages: number;
  arrivals: number;
  /** Arrivals beyond the first that an ACK explains which the sender did not get. */
  byLostAck: number;
  /** Those that a kill explains, between the arrival and its entry in the record. */
  byKill: number;
  unexplained: string[];
}

/** From its arrival to its entry in the record a message takes milliseconds; a machine that is busy takes longer. */
const windowMs = 2_000;

/**
 * An arrival that another one follows must have a reason why its sender did not know of it: a lost ACK, or a kill in
 * the window, each good for one more arrival of a message. The loss of Temporal's data is no reason: the outbox knows.
 */
export function mailAccountOf(arrivals: readonly Arrival[], faults: readonly Fault[]): MailAccount {
  const kills = faults.filter(({ what }) => what !== 'temporal-lost');
  const byId = new Map<string, Arrival[]>();
  for (const one of arrivals) byId.set(one.messageId, [...(byId.get(one.messageId) ?? []), one]);
  const account: MailAccount = {
    messages: byId.size,
    arrivals: arrivals.length,
    byLostAck: 0,
    byKill: 0,
    unexplained: [],
  };
  for (const [messageId, copies] of byId) {
    const spent = new Set<Fault>();
    const [first] = copies;
    if (copies.some(({ raw }) => !raw.equals(first?.raw ?? raw))) account.unexplained.push(`${messageId}: other bytes`);
    for (const copy of copies.slice(0, -1)) {
      const kill = kills.find((fault) => !spent.has(fault) && isInWindow(copy, fault));
      if (copy.unanswered) account.byLostAck += 1;
      else if (kill) {
        spent.add(kill);
        account.byKill += 1;
      } else
        account.unexplained.push(`${messageId}: arrived ${copies.length} times, at ${copy.receivedAt} for no reason`);
    }
  }
  return account;
}

function isInWindow({ receivedAt }: Arrival, { from, until }: Fault): boolean {
  const at = Date.parse(receivedAt);
  return at >= Date.parse(from) - windowMs && at <= Date.parse(until) + 1_000;
}
