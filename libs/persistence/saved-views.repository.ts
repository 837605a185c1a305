import type { EntityManager } from 'typeorm';
import type { Cipher } from './cipher.js';
import { SavedViewEntity } from './entities/index.js';
import type { PortfolioFilter } from './portfolio-conditions.js';

export interface SavedView {
  id: string;
  /** Who keeps it. */
  personId: string;
  name: string;
  filter: PortfolioFilter;
  shared: boolean;
  /** UTC, by the clock on the wall. */
  changedAt: string;
}

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

  /** Adds it, or takes the place of what its person kept under the id. False where it is another person's. */
  async keep({ id, name, ...view }: SavedView, cipher: Cipher): Promise<boolean> {
    const kept = (await this.manager.query(
      `insert into paizhao.saved_views as w (id, person_id, name, filter, shared, changed_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set name = excluded.name, filter = excluded.filter, shared = excluded.shared,
                                      changed_at = excluded.changed_at
        where w.person_id = excluded.person_id returning id`,
      [id, view.personId, cipher.sealText(place(id), name), JSON.stringify(view.filter), view.shared, view.changedAt],
    )) as unknown[];
    return kept.length > 0;
  }

  /** False where the person keeps none of this id. */
  async remove(id: string, personId: string): Promise<boolean> {
    const { affected } = await this.manager.delete(SavedViewEntity, { id, personId });
    return affected === 1;
  }

  /** One's own and the shared ones, oldest first. */
  async list({ personId, ownOnly }: ViewReader, cipher: Cipher): Promise<SavedView[]> {
    const rows = await this.manager
      .createQueryBuilder(SavedViewEntity, 'w')
      .where('(w.personId = :personId or (w.shared and not :ownOnly::boolean))', { personId, ownOnly })
      .orderBy('w.storedAt')
      .addOrderBy('w.id')
      .getMany();
    return rows.map((row) => opened(row, cipher));
  }

  /** Null where there is none that the reader may see. */
  async find(id: string, reader: ViewReader, cipher: Cipher): Promise<SavedView | null> {
    const row = await this.readable(id, reader);
    return row && opened(row, cipher);
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
}

function opened({ name, storedAt: _, ...row }: SavedViewEntity, cipher: Cipher): SavedView {
  return { ...row, name: cipher.openText(place(row.id), name) };
}

const place = (id: string): string => `view-name:${id}`;
