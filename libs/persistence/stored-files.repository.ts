import type { EntityManager } from 'typeorm';
import { In, MoreThan } from 'typeorm';
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

  /**
   * Forgets files that no command on record refers to. Gives the storage keys that no other file uses any more: the
   * caller deletes those from the store. Call within a transaction.
   */
  async sweepUnclaimed(olderThanHours = 24, limit = 500): Promise<string[]> {
    const old = (await this.manager.query(
      `select id, storage_key from paizhao.files
        where claimed_at is null and stored_at < clock_timestamp() - make_interval(hours => $1)
        order by stored_at limit $2 for update skip locked`,
      [olderThanHours, limit],
    )) as { id: string; storage_key: string }[];
    if (old.length === 0) return [];
    await this.manager.delete(StoredFileEntity, { id: In(old.map((row) => row.id)) });
    const keys = [...new Set(old.map((row) => row.storage_key))];
    const kept = await this.manager.find(StoredFileEntity, {
      where: { storageKey: In(keys) },
      select: { storageKey: true },
    });
    const inUse = new Set(kept.map((row) => row.storageKey));
    return keys.filter((key) => !inUse.has(key));
  }
}
