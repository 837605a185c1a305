import type { EntityManager } from 'typeorm';
import { IsNull, MoreThan } from 'typeorm';
import type { Sql } from '../ledger/append.js';
import { ArrivingFileEntity, StoredFileEntity } from './entities/index.js';
import { destroyOwnKeys } from './own-keys.repository.js';

export type FileToStore = Pick<StoredFileEntity, 'id' | 'licenseId' | 'sha256' | 'bytes' | 'mediaType' | 'storageKey'> &
  Partial<Pick<StoredFileEntity, 'scan'>>;

/** A file on record with the content of another one. */
export interface SameContent {
  id: string;
  licenseId: string;
  /** The other one. */
  as: string;
}

/** As many as an answer names. */
const mostNamed = 200;

/** The register of the document store; the bytes lie in the store itself. */
export class StoredFileRepository {
  constructor(private readonly manager: EntityManager) {}

  /** An upload begins: what it leaves is swept unless a file on record comes to lie there. */
  async arrives(storageKey: string): Promise<void> {
    await this.manager.insert(ArrivingFileEntity, { id: storageKey });
  }

  /** Storage keys of uploads of which no file came on record, the oldest first. Those that did are no longer noted. */
  async neverArrived(olderThanHours: number, limit = 500): Promise<string[]> {
    const old = 'a.stored_at < clock_timestamp() - make_interval(hours => $1)';
    await this.manager.query(
      `delete from paizhao.arriving_files a
        where ${old} and exists (select from paizhao.files f where f.storage_key = a.id::text)`,
      [olderThanHours],
    );
    const left = (await this.manager.query(
      `select id from paizhao.arriving_files a where ${old} order by stored_at limit $2`,
      [olderThanHours, limit],
    )) as { id: string }[];
    return left.map(({ id }) => id);
  }

  /** It is not noted as arriving any more. */
  async forgetArriving(storageKey: string): Promise<void> {
    await this.manager.delete(ArrivingFileEntity, { id: storageKey });
  }

  /** Takes a file off the register whose command was taken back, unless one on record claimed it. */
  async withdraw(id: string): Promise<void> {
    await this.manager.delete(StoredFileEntity, { id, claimedAt: IsNull() });
  }

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

  /** As `find`; until the transaction ends it is not erased. */
  hold(id: string): Promise<StoredFileEntity | null> {
    return this.manager.findOne(StoredFileEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  /** Under which key each of these lies; without those that are not there any more. */
  async storageKeys(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = (await this.manager.query('select id, storage_key from paizhao.files where id = any($1::uuid[])', [
      ids,
    ])) as { id: string; storage_key: string }[];
    return new Map(rows.map(({ id, storage_key }) => [id, storage_key]));
  }

  /** Those that were not erased and follow in the order of their ids; from the first where `after` is null. */
  page(after: string | null, limit: number): Promise<Pick<StoredFileEntity, 'id' | 'storageKey'>[]> {
    return this.manager.find(StoredFileEntity, {
      select: { id: true, storageKey: true },
      where: { erasedAt: IsNull(), ...(after === null ? {} : { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Whether a file lies there that was not erased. */
  async isUsed(storageKey: string): Promise<boolean> {
    return (await this.manager.countBy(StoredFileEntity, { storageKey, erasedAt: IsNull() })) > 0;
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
   * Forgets a file, where no command claimed it or may yet claim it and nobody else is at it; answers whether. `remove` gets its
   * storage key where no other file uses that, and takes the bytes away: what it throws keeps the file on record, so
   * that it is tried again. Call within a transaction.
   */
  async forgetUnclaimed(id: string, remove: (storageKey: string) => Promise<void>): Promise<boolean> {
    const [file] = (await this.manager.query(
      `select storage_key as key from paizhao.files f
        where id = $1 and claimed_at is null
          and not exists (select from paizhao.commands c
                           where c.subject_id = f.license_id and c.body #>> '{data,materialId}' = f.id::text)
          for update skip locked`,
      [id],
    )) as { key: string }[];
    if (!file) return false;
    await this.manager.delete(StoredFileEntity, { id });
    if (!(await this.isUsed(file.key))) await remove(file.key);
    return true;
  }

  /** Those of the ids that are no file on record of this license, or are erased. */
  async missing(licenseId: string, ids: readonly string[]): Promise<string[]> {
    const rows = (await this.manager.query(
      `select id from paizhao.files
        where id = any($1::uuid[]) and license_id = $2 and claimed_at is not null and erased_at is null`,
      [ids, licenseId],
    )) as { id: string }[];
    return ids.filter((id) => !rows.some((row) => row.id === id));
  }

  /** Where the content of these files stands on record besides. */
  async sameContent(ids: readonly string[]): Promise<SameContent[]> {
    return (await this.manager.query(
      `select f.id, f.license_id as "licenseId", e.id as "as"
         from paizhao.files e join paizhao.files f on f.sha256 = e.sha256 and f.id <> e.id
        where e.id = any($1::uuid[]) and f.claimed_at is not null and f.erased_at is null
        order by 3, 2, 1 limit ${mostNamed}`,
      [ids],
    )) as SameContent[];
  }

  /** Ids of the files of a license that were erased. */
  async erased(licenseId: string): Promise<string[]> {
    const rows = (await this.manager.query(
      'select id from paizhao.files where license_id = $1 and erased_at is not null order by id',
      [licenseId],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /**
   * Takes away the bytes that the store may still have of files that were erased, where no other one lies; answers of how
   * many places. What `remove` throws leaves the rest for another time.
   */
  async takeAwayErased(remove: (storageKey: string) => Promise<void>, limit = 500): Promise<number> {
    const places = (await this.manager.query(
      `select distinct storage_key as key from paizhao.files f
        where erased_at is not null and removed_at is null
          and not exists (select from paizhao.files u where u.storage_key = f.storage_key and u.erased_at is null)
        order by 1 limit $1`,
      [limit],
    )) as { key: string }[];
    for (const { key } of places) {
      await remove(key);
      await this.manager.query(
        'update paizhao.files set removed_at = clock_timestamp() where storage_key = $1 and erased_at is not null',
        [key],
      );
    }
    return places.length;
  }
}

/**
 * Nobody reads these files any more; where no other one lies in the same place, its key is destroyed. Whoever has the
 * document store takes the bytes away. It is noted, so that a restored copy goes too. Call within a transaction.
 */
export async function eraseFiles(manager: Sql, ids: readonly string[]): Promise<void> {
  // All that lie where these do: of two that go at once, or are copied meanwhile, one waits for the other.
  const places = (await manager.query(
    `select storage_key as key from paizhao.files
      where storage_key in (select storage_key from paizhao.files where id = any($1::uuid[]))
      order by id for update`,
    [ids],
  )) as { key: string }[];
  await manager.query(
    `with gone as (update paizhao.files set erased_at = clock_timestamp()
                    where id = any($1::uuid[]) and erased_at is null returning id)
     insert into paizhao.erasures (kind, subject) select 'file', id from gone order by id`,
    [ids],
  );
  const free = (await manager.query(
    `select key from unnest($1::text[]) as place (key)
      where not exists (select from paizhao.files f where f.storage_key = key and f.erased_at is null)`,
    [[...new Set(places.map(({ key }) => key))]],
  )) as { key: string }[];
  await destroyOwnKeys(
    manager,
    free.map(({ key }) => key),
  );
}
