import { randomUUID } from 'node:crypto';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import type { TextRef } from '../domain/index.js';
import type { Sql } from '../ledger/append.js';
import { commitmentHolds, commitmentOf, newSalt } from '../ledger/commitment.js';
import type { Cipher } from './cipher.js';
import { PrivateTextEntity } from './entities/index.js';
import { forgetRequestsThatBrought } from './forgotten-requests.js';
import { OwnKeyGone } from './own-key-gone.js';
import { destroyOwnKeys, OwnKeyRepository } from './own-keys.repository.js';

export interface PrivateText {
  text: string;
  /** The stored text is the one that the ledger committed to. */
  intact: boolean;
}

/**
 * Free text and names that must not stand in commands, events or messages. Text and salt are sealed under a key that the
 * text has for itself: once it is destroyed, no copy of the row tells what was said, nor whether a guess is right.
 */
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
    const cipher = await new OwnKeyRepository(this.manager, this.cipher).make(id);
    await this.manager.insert(PrivateTextEntity, {
      id,
      subjectId,
      salt: cipher.seal(saltPlace(id), salt),
      commitment,
      sealed: cipher.sealText(place(id), text),
    });
    return { ref: id, commitment };
  }

  /** Null where it was erased. */
  async read(ref: TextRef): Promise<PrivateText | null> {
    return (await this.readAll([ref])).get(ref.ref) ?? null;
  }

  /** By reference; those that were erased are not there. One question, however many there are. */
  async readAll(refs: readonly TextRef[]): Promise<ReadonlyMap<string, PrivateText>> {
    if (refs.length === 0) return new Map();
    const rows = (await this.manager.query(
      `select t.id, t.salt, t.sealed, k.sealed as key
         from paizhao.private_texts t left join paizhao.own_keys k on k.id = t.id where t.id = any($1::uuid[])`,
      [refs.map(({ ref }) => ref)],
    )) as StoredText[];
    const commitments = new Map(refs.map(({ ref, commitment }) => [ref, commitment]));
    const read = new Map<string, PrivateText>();
    for (const row of rows) {
      const text = this.open(row, commitments.get(row.id) ?? '');
      if (text) read.set(row.id, text);
    }
    return read;
  }

  private open(row: StoredText, commitment: string): PrivateText | null {
    try {
      const cipher = new OwnKeyRepository(this.manager, this.cipher).with(row.id, row.key);
      const text = cipher.openText(place(row.id), row.sealed);
      const salt = row.salt.length === plainSaltBytes ? row.salt : cipher.open(saltPlace(row.id), row.salt);
      return { text, intact: commitmentHolds(commitment, salt, text) };
    } catch (error) {
      if (error instanceof OwnKeyGone) return null;
      throw error;
    }
  }

  /** Those of the ids that are no text on record about this license or company, or are erased. */
  async missing(subjectId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.manager.find(PrivateTextEntity, {
      where: { id: In([...ids]), subjectId, claimedAt: Not(IsNull()) },
      select: { id: true },
    });
    return ids.filter((id) => !rows.some((row) => row.id === id));
  }

  /** Of these, what no record claimed is removed. */
  async removeUnclaimed(ids: readonly string[]): Promise<void> {
    await this.manager.query(
      `with gone as (delete from paizhao.private_texts where claimed_at is null and id = any($1::uuid[]) returning id)
       delete from paizhao.own_keys k using gone where k.id = gone.id`,
      [ids],
    );
  }

  async sweepUnclaimed(olderThanHours = 24): Promise<number> {
    const rows = (await this.manager.query(
      `with gone as (delete from paizhao.private_texts
                      where claimed_at is null and stored_at < clock_timestamp() - make_interval(hours => $1)
                      returning id),
            keys as (delete from paizhao.own_keys k using gone where k.id = gone.id)
       select count(*)::integer as count from gone`,
      [olderThanHours],
    )) as { count: number }[];
    return rows[0]?.count ?? 0;
  }
}

/**
 * Row, salt and key are gone, and the fingerprint of the request that brought it: nobody can tell any more what was said,
 * nor whether a guess is right. It is noted, so that a restored copy goes too.
 */
export async function eraseTexts(manager: Sql, ids: readonly string[]): Promise<void> {
  await forgetRequestsThatBrought(manager, ids);
  await destroyOwnKeys(manager, ids);
  await manager.query(
    `with gone as (delete from paizhao.private_texts where id = any($1::uuid[]) returning id)
     insert into paizhao.erasures (kind, subject) select 'text', id from gone order by id`,
    [ids],
  );
}

interface StoredText extends Pick<PrivateTextEntity, 'id' | 'salt' | 'sealed'> {
  /** The text's own key, sealed; null where there is none. */
  key: Buffer | null;
}

/** So long are salts that were stored before 0.5.0, and not sealed. */
export const plainSaltBytes = 32;

function place(id: string): string {
  return `private-text:${id}`;
}

const saltPlace = (id: string): string => `private-text-salt:${id}`;
