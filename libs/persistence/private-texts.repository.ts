import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { TextRef } from '../domain/index.js';
import { commitmentHolds, commitmentOf, newSalt } from '../ledger/commitment.js';
import type { Cipher } from './cipher.js';
import { PrivateTextEntity } from './entities/index.js';

export interface PrivateText {
  text: string;
  /** The stored text is the one that the ledger committed to. */
  intact: boolean;
}

/** Free text and names that must not stand in commands, events or messages. */
export class PrivateTextRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** Stores a text about a license or company before the command that refers to it; unclaimed, it is swept in a day. */
  async add(subjectId: string, text: string): Promise<TextRef> {
    const id = randomUUID();
    const salt = newSalt();
    const commitment = commitmentOf(salt, text);
    await this.manager.insert(PrivateTextEntity, {
      id,
      subjectId,
      salt,
      commitment,
      sealed: this.cipher.sealText(place(id), text),
    });
    return { ref: id, commitment };
  }

  /** Null where it was erased. */
  async read(ref: TextRef): Promise<PrivateText | null> {
    const row = await this.manager.findOneBy(PrivateTextEntity, { id: ref.ref });
    if (!row) return null;
    const text = this.cipher.openText(place(row.id), row.sealed);
    return { text, intact: commitmentHolds(ref.commitment, row.salt, text) };
  }

  async sweepUnclaimed(olderThanHours = 24): Promise<number> {
    const rows = (await this.manager.query(
      `with gone as (delete from paizhao.private_texts
                      where claimed_at is null and stored_at < clock_timestamp() - make_interval(hours => $1) returning 1)
       select count(*)::integer as count from gone`,
      [olderThanHours],
    )) as { count: number }[];
    return rows[0]?.count ?? 0;
  }
}

function place(id: string): string {
  return `private-text:${id}`;
}
