import type { EntityManager } from 'typeorm';
import type { Cipher } from './cipher.js';
import { SavedViewEntity } from './entities/index.js';
import { OwnKeyGone } from './own-key-gone.js';
import { OwnKeyRepository } from './own-keys.repository.js';
import { PersonIsErased } from './person-errors.js';
import type { PortfolioFilter } from './portfolio-conditions.js';

export interface SavedView {
  id: string;
  /** Who keeps it. */
  personId: string;
  name: string;
  filter: PortfolioFilter;
  shared: boolean;
  /** Rises with every change. */
  version: number;
  /** UTC, by the clock on the wall. */
  changedAt: string;
}

export type ViewToAdd = Omit<SavedView, 'version'>;

/** Who asks for views. */
export interface ViewReader {
  /** Null for a program, which keeps none. */
  personId: string | null;
  /** What others share is closed: name and conditions may tell of licenses that the reader does not see. */
  ownOnly: boolean;
}

/** Kept filters. Beside the record: nothing of them stands in a ledger. */
export class SavedViewRepository {
  constructor(private readonly manager: EntityManager) {}

  /** @throws PersonIsErased */
  async add({ id, name, ...view }: ViewToAdd, cipher: Cipher): Promise<void> {
    const own = await this.keptUnder(view.personId, cipher);
    await this.manager.insert(SavedViewEntity, { id, ...view, name: own.sealText(place(id), name) });
  }

  /**
   * @param expected the version that is changed; null for whichever there is. False where the person keeps none such.
   * @throws PersonIsErased
   */
  async change({ id, name, ...view }: ViewToAdd, expected: number | null, cipher: Cipher): Promise<boolean> {
    const own = await this.keptUnder(view.personId, cipher);
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(SavedViewEntity)
      .set({
        name: own.sealText(place(id), name),
        filter: view.filter as never,
        shared: view.shared,
        changedAt: view.changedAt,
        version: () => 'version + 1',
      })
      .where('id = :id and person_id = :personId', { id, personId: view.personId })
      .andWhere('(:expected::integer is null or version = :expected)', { expected })
      .execute();
    return affected === 1;
  }

  /** False where the person keeps none of this id and version. */
  async remove(id: string, personId: string, expected: number | null): Promise<boolean> {
    const { affected } = await this.manager.delete(SavedViewEntity, {
      id,
      personId,
      ...(expected === null ? {} : { version: expected }),
    });
    return affected === 1;
  }

  async isKeptBy(id: string, personId: string): Promise<boolean> {
    return this.manager.existsBy(SavedViewEntity, { id, personId });
  }

  /** One's own and the shared ones, oldest first. */
  async list({ personId, ownOnly }: ViewReader, cipher: Cipher): Promise<SavedView[]> {
    const rows = await this.manager
      .createQueryBuilder(SavedViewEntity, 'w')
      .where('(w.personId = :personId or (w.shared and not :ownOnly::boolean))', { personId, ownOnly })
      .orderBy('w.storedAt')
      .addOrderBy('w.id')
      .getMany();
    return this.opened(rows, cipher);
  }

  /** Null where there is none that the reader may see. */
  async find(id: string, reader: ViewReader, cipher: Cipher): Promise<SavedView | null> {
    const row = await this.readable(id, reader);
    const [view] = row ? await this.opened([row], cipher) : [];
    return view ?? null;
  }

  async isReadable(id: string, reader: ViewReader): Promise<boolean> {
    return (await this.readable(id, reader)) !== null;
  }

  async filterOf(id: string): Promise<PortfolioFilter | null> {
    const row = await this.manager.findOne(SavedViewEntity, { where: { id }, select: { id: true, filter: true } });
    return row?.filter ?? null;
  }

  private async readable(id: string, { personId, ownOnly }: ViewReader): Promise<SavedViewEntity | null> {
    const row = await this.manager.findOneBy(SavedViewEntity, { id });
    return row && (row.personId === personId || (row.shared && !ownOnly)) ? row : null;
  }

  /** Names are sealed under the key of whoever keeps the view; where it is destroyed, there is no view any more. */
  private async opened(rows: readonly SavedViewEntity[], cipher: Cipher): Promise<SavedView[]> {
    const keys = this.keys(cipher);
    const sealed = await keys.sealed([...new Set(rows.map(({ personId }) => personId))]);
    return rows.flatMap(({ name, storedAt: _, ...row }) => {
      const own = keys.with(row.personId, sealed.get(row.personId) ?? null);
      const text = nameIn(own, row.id, name);
      return text === null ? [] : [{ ...row, name: text }];
    });
  }

  /** An old copy of the tables may have brought back a token of somebody who is erased. */
  private async keptUnder(personId: string, cipher: Cipher): Promise<Cipher> {
    try {
      return await this.keys(cipher).make(personId);
    } catch (error) {
      throw error instanceof OwnKeyGone ? new PersonIsErased(personId) : error;
    }
  }

  private keys(cipher: Cipher): OwnKeyRepository {
    return new OwnKeyRepository(this.manager, cipher);
  }
}

const place = (id: string): string => `view-name:${id}`;

/** Null where the key is destroyed. */
function nameIn(cipher: Cipher, id: string, name: Uint8Array): string | null {
  try {
    return cipher.openText(place(id), name);
  } catch (error) {
    if (error instanceof OwnKeyGone) return null;
    throw error;
  }
}
