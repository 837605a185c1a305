import type { EntityManager } from 'typeorm';
import { MoreThan } from 'typeorm';
import { StoredFileEntity } from './entities/index.js';

export type FileToStore = Pick<StoredFileEntity, 'id' | 'licenseId' | 'sha256' | 'bytes' | 'mediaType' | 'storageKey'>;

/** The register of the document store; the bytes lie in the store itself. */
export class StoredFileRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(file: FileToStore): Promise<void> {
    await this.manager.insert(StoredFileEntity, file);
  }

  /** Registers the file, or gives the one that has the id already. */
  async addOnce(file: FileToStore): Promise<StoredFileEntity> {
    await this.manager.createQueryBuilder().insert().into(StoredFileEntity).values(file).orIgnore().execute();
    return this.manager.findOneByOrFail(StoredFileEntity, { id: file.id });
  }

  find(id: string): Promise<StoredFileEntity | null> {
    return this.manager.findOneBy(StoredFileEntity, { id });
  }

  /** Under which key each of these lies; without those that are not there any more. */
  async storageKeys(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = (await this.manager.query('select id, storage_key from paizhao.files where id = any($1::uuid[])', [
      ids,
    ])) as { id: string; storage_key: string }[];
    return new Map(rows.map(({ id, storage_key }) => [id, storage_key]));
  }

  /** Those that follow in the order of their ids; from the first where `after` is null. */
  page(after: string | null, limit: number): Promise<Pick<StoredFileEntity, 'id' | 'storageKey'>[]> {
    return this.manager.find(StoredFileEntity, {
      select: { id: true, storageKey: true },
      where: after === null ? {} : { id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  async isUsed(storageKey: string): Promise<boolean> {
    return (await this.manager.countBy(StoredFileEntity, { storageKey })) > 0;
  }

  /** Ids of files that no command on record refers to, the oldest first. */
  async unclaimed(olderThanHours = 24, limit = 500): Promise<string[]> {
    const old = (await this.manager.query(
      `select id from paizhao.files
        where claimed_at is null and stored_at < clock_timestamp() - make_interval(hours => $1)
        order by stored_at limit $2`,
      [olderThanHours, limit],
    )) as { id: string }[];
    return old.map(({ id }) => id);
  }

  /**
   * Forgets a file, where no command claimed it meanwhile and nobody else is at it; answers whether. `remove` gets its
   * storage key where no other file uses that, and takes the bytes away: what it throws keeps the file on record, so
   * that it is tried again. Call within a transaction.
   */
  async forgetUnclaimed(id: string, remove: (storageKey: string) => Promise<void>): Promise<boolean> {
    const [file] = (await this.manager.query(
      `select storage_key as key from paizhao.files where id = $1 and claimed_at is null for update skip locked`,
      [id],
    )) as { key: string }[];
    if (!file) return false;
    await this.manager.delete(StoredFileEntity, { id });
    if (!(await this.isUsed(file.key))) await remove(file.key);
    return true;
  }
}
