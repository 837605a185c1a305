import type { Sql } from '../ledger/append.js';
import type { Cipher } from './cipher.js';
import { DataKeyMissing } from './data-key-missing.js';
import { destroyOwnKeys, ownKeyPlace } from './own-keys.repository.js';

/** Where the document store finds the keys of its files: among those of people and texts, sealed under the data key. */
export class OwnFileKeys {
  constructor(
    private readonly sql: Sql,
    private readonly cipher: Pick<Cipher, 'seal' | 'open'>,
  ) {}

  async find(id: string): Promise<Buffer | 'none' | 'sealed-elsewhere'> {
    const rows = (await this.sql.query('select sealed from paizhao.own_keys where id = $1', [id])) as {
      sealed: Buffer;
    }[];
    return rows[0] ? this.opened(id, rows[0].sealed) : 'none';
  }

  async keep(id: string, key: Buffer): Promise<void> {
    const sealed = this.cipher.seal(ownKeyPlace(id), key);
    await this.sql.query('insert into paizhao.own_keys (id, sealed) values ($1, $2) on conflict (id) do nothing', [
      id,
      sealed,
    ]);
  }

  destroy(id: string): Promise<void> {
    return destroyOwnKeys(this.sql, [id]);
  }

  private opened(id: string, sealed: Buffer): Buffer | 'sealed-elsewhere' {
    try {
      return this.cipher.open(ownKeyPlace(id), sealed);
    } catch (error) {
      if (error instanceof DataKeyMissing) return 'sealed-elsewhere';
      throw error;
    }
  }
}
