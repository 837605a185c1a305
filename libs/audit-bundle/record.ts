import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { shanghaiDay } from '../calendar/index.js';
import type { Actor, TextRef } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { accessStream } from '../ledger/streams.js';
import { type Cipher, LicenseRepository, PrivateTextEntity, PrivateTextRepository } from '../persistence/index.js';
import type { Days } from './days.js';

/** A bundle that somebody is handed, as the access record of the day keeps it. */
export interface RecordedBundle extends Days {
  licenseId: string;
  files: boolean;
  /** Through the API, or by whoever works on the machine. */
  by: 'api' | 'command-line';
  /** Whom somebody at the command line says to be, where nothing proves it. Since v 2, as `account`. */
  claimed: Extract<Actor, { kind: 'person' }> | null;
  /** At the command line: the account of the operating system, and on which machine. */
  account: TextRef | null;
  reason: TextRef | null;
  /** Ids of whom it concerns: the people of the license, and whoever is said to have done it. */
  people: string[];
}

/** A bundle that is about to leave; why, and by which account, in words. */
export type BundleToRecord = Omit<RecordedBundle, 'reason' | 'account' | 'people'> & {
  actor: Actor;
  /** UTC instant. */
  now: string;
  reason: string | null;
  account: string | null;
};

/** Puts on record who is handed what, and why; the reason is kept as other texts of people are. Before the first byte leaves. */
export function recordBundle(
  dataSource: DataSource,
  cipher: Cipher,
  { actor, now, reason, account, ...asked }: BundleToRecord,
): Promise<void> {
  return dataSource.transaction(async (manager) => {
    const kept = async (text: string | null): Promise<TextRef | null> => {
      if (text === null) return null;
      const ref = await new PrivateTextRepository(manager, cipher).add(asked.licenseId, text);
      await manager.update(PrivateTextEntity, { id: ref.ref }, { claimedAt: now });
      return ref;
    };
    const license = await new LicenseRepository(manager).find(asked.licenseId);
    const concerned = license ? [license.owner, license.deputy, license.manager] : [];
    const people = [...new Set([...concerned, ...(asked.claimed ? [asked.claimed.id] : [])])];
    const data: RecordedBundle = { ...asked, reason: await kept(reason), account: await kept(account), people };
    const validOn = shanghaiDay(now);
    const stream = accessStream(validOn);
    const head = await lockHead(manager, stream);
    const entry = { type: 'audit-bundle-exported', v: 2, validOn, actor, commandId: randomUUID(), data };
    await append(manager, stream, head, now, [entry]);
  });
}
