import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound, type Principal, proposerOf, VersionStale } from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  Cipher,
  forgetRequestsAbout,
  type SavedView,
  SavedViewRepository,
  type ViewReader,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { outsideScope } from '../access/access-errors.js';
import { isAllowed } from '../access/access-table.js';
import { HouseDesk } from '../house/house-desk.js';

export type ViewToKeep = Pick<SavedView, 'name' | 'filter' | 'shared'>;

/** Also where it is somebody else's, or was. */
class ViewNotFound extends NotFound {
  readonly denied = outsideScope;

  constructor(viewId: string) {
    super('view-not-found', 'there is no such view, or it is not yours', {
      viewId,
      remedy: 'Look at GET /views for the ids.',
    });
  }
}

/** Filters that people keep, for themselves or for all. Whose a view is, decides who may change it. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly cipher: Cipher,
  ) {}

  /** The same key by the same person is the same view. @throws `person-required` */
  keep(asker: Asker, view: ViewToKeep): Promise<{ viewId: string }> {
    const id = uuid5(paizhaoNamespace, 'view', principalName(asker.caller), asker.key);
    const personId = proposerOf(asker.caller.actor);
    return this.desk.once(asker, { act: 'save-view', subjectId: id, body: view }, async (manager, { now }) => {
      await new SavedViewRepository(manager).add({ id, personId, ...view, changedAt: now }, this.cipher);
      return { viewId: id };
    });
  }

  /** @throws ViewNotFound for another person's, too; VersionStale */
  change(asker: Asker, id: string, view: ViewToKeep): Promise<{ viewId: string }> {
    const personId = proposerOf(asker.caller.actor);
    return this.desk.once(asker, { act: 'change-view', subjectId: id, body: view }, async (manager, { now }) => {
      const views = new SavedViewRepository(manager);
      if (!(await views.isKeptBy(id, personId))) throw new ViewNotFound(id);
      const changed = { id, personId, ...view, changedAt: now };
      if (!(await views.change(changed, asker.expected, this.cipher))) throw new VersionStale();
      return { viewId: id };
    });
  }

  remove(asker: Asker, id: string): Promise<{ viewId: string }> {
    const personId = proposerOf(asker.caller.actor);
    return this.desk.once(asker, { act: 'remove-view', subjectId: id, body: {} }, async (manager, { commandId }) => {
      const views = new SavedViewRepository(manager);
      if (!(await views.isKeptBy(id, personId))) throw new ViewNotFound(id);
      if (!(await views.remove(id, personId, asker.expected))) throw new VersionStale();
      await forgetRequestsAbout(manager, [id], commandId);
      return { viewId: id };
    });
  }

  list(caller: Principal): Promise<SavedView[]> {
    return new SavedViewRepository(this.dataSource.manager).list(readerOf(caller), this.cipher);
  }

  /** @throws ViewNotFound */
  async find(caller: Principal, id: string, manager = this.dataSource.manager): Promise<SavedView> {
    const found = await new SavedViewRepository(manager).find(id, readerOf(caller), this.cipher);
    if (!found) throw new ViewNotFound(id);
    return found;
  }
}

/** A program keeps no views, and reads those that are shared. */
export const personOf = ({ actor }: Principal): string | null => (actor.kind === 'person' ? actor.id : null);

/** What somebody typed into a view, name and search, is for its keeper and for whoever reads texts of people. */
export const isWholeFor = (caller: Principal, { personId }: Pick<SavedView, 'personId'>): boolean =>
  personId === personOf(caller) || isAllowed('read-private-text', caller);

/** Whoever is limited to some companies or licenses reads nobody else's: what they name may lie outside. */
export const readerOf = (caller: Principal): ViewReader => ({
  personId: personOf(caller),
  ownOnly: caller.scopes.length > 0,
});
