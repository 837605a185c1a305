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
  reason: TextRef | null;
  /** Ids of whom it concerns: the people of the license. */
  people: string[];
}

/** Puts on record who is handed what, and why; the reason is kept as other texts of people are. Before the first byte leaves. */
export function recordBundle(
  dataSource: DataSource,
  cipher: Cipher,
  {
    actor,
    now,
    reason,
    ...asked
  }: Omit<RecordedBundle, 'reason' | 'people'> & { actor: Actor; now: string; reason: string | null },
): Promise<void> {
  return dataSource.transaction(async (manager) => {
    const texts = new PrivateTextRepository(manager, cipher);
    const written = reason === null ? null : await texts.add(asked.licenseId, reason);
    if (written) await manager.update(PrivateTextEntity, { id: written.ref }, { claimedAt: now });
    const license = await new LicenseRepository(manager).find(asked.licenseId);
    const people = license ? [...new Set([license.owner, license.deputy, license.manager])] : [];
    const data: RecordedBundle = { ...asked, reason: written, people };
    const validOn = shanghaiDay(now);
    const stream = accessStream(validOn);
    const head = await lockHead(manager, stream);
    const entry = { type: 'audit-bundle-exported', v: 1, validOn, actor, commandId: randomUUID(), data };
    await append(manager, stream, head, now, [entry]);
  });
}
