import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Sql } from '../ledger/append.js';
import { type Cipher, ownPrefix } from './cipher.js';
import { OwnKeyEntity } from './entities/index.js';
import { OwnKeyGone } from './own-key-gone.js';

/** A key is made where none was: not for a person who is erased, nor for what lies under a key that is destroyed. */
const makeSql = `
  insert into paizhao.own_keys (id, sealed)
  select $1, $2
   where not exists (select from paizhao.people
                      where id = $1 and (name is null or substring(name from 1 for 1) = $3))
     and not exists (select from paizhao.private_texts where id = $1 and substring(sealed from 1 for 1) = $3)
  on conflict (id) do nothing returning id`;

/**
 * Keys that single records have for themselves: a person, a text. What is sealed under one is unreadable once it is
 * destroyed, in every copy of the sealed bytes. They lie sealed under the data key, in a table of their own.
 */
export class OwnKeyRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /**
   * What seals for a record, under a key that is made where it has none yet.
   * @throws OwnKeyGone where it had one: an old copy of its row came back, and stays erased
   */
  async make(id: string): Promise<Cipher> {
    const fresh = randomBytes(32);
    const sealed = this.cipher.seal(ownKeyPlace(id), fresh);
    const made = (await this.manager.query(makeSql, [id, sealed, ownPrefix])) as unknown[];
    if (made.length > 0) return this.cipher.under(fresh);
    const row = await this.manager.findOneBy(OwnKeyEntity, { id });
    if (!row) throw new OwnKeyGone();
    return this.with(row.id, row.sealed);
  }

  /** What opens a record: with its own key where it has one. */
  async of(id: string): Promise<Cipher> {
    const row = await this.manager.findOneBy(OwnKeyEntity, { id });
    return row ? this.with(row.id, row.sealed) : this.cipher;
  }

  /** The keys of these records, as they are stored. */
  async sealed(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const rows = (await this.manager.query('select id, sealed from paizhao.own_keys where id = any($1::uuid[])', [
      ids,
    ])) as Pick<OwnKeyEntity, 'id' | 'sealed'>[];
    return new Map(rows.map(({ id, sealed }) => [id, sealed]));
  }

  /** The same, for a key that was read with its record; null where it has none. */
  with(id: string, sealed: Buffer | null): Cipher {
    return sealed ? this.cipher.under(this.cipher.open(ownKeyPlace(id), sealed)) : this.cipher;
  }
}

export const ownKeyPlace = (id: string): string => `own-key:${id}`;

/** Nobody reads any more what was sealed under these keys. */
export async function destroyOwnKeys(manager: Sql, ids: readonly string[]): Promise<void> {
  await manager.query('delete from paizhao.own_keys where id = any($1::uuid[])', [ids]);
}
