import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { InvalidInput, NotFound, type Principal, proposerOf, type Scope } from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  type CalendarFeedEntity,
  CalendarFeedRepository,
  type FeedFilter,
  type FeedToIssue,
  PersonNotFound,
  SavedViewRepository,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { ActionNotInToken, outsideScope } from '../access/access-errors.js';
import { isAllowed } from '../access/access-table.js';
import { CompanyService } from '../companies/company.service.js';
import { HouseDesk } from '../house/house-desk.js';
import { PersonService } from '../people/person.service.js';
import { readerOf } from '../portfolio/views.service.js';
import { TokenAlreadyShown } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';

type Asked = Omit<FeedToIssue, 'id' | 'personId' | 'scopes' | 'period' | 'tokenId'>;

/** The same for a token that never was and for one that no longer holds: nobody learns which. */
export class FeedNotFound extends NotFound {
  constructor() {
    super('feed-not-found', 'there is no calendar at this address');
  }
}

class FeedHidden extends FeedNotFound {
  readonly denied = outsideScope;
}

/** Also where it is somebody else's. */
class ViewNotReadable extends InvalidInput {
  readonly denied = outsideScope;

  constructor() {
    super('view-not-found', 'there is no such view, or it is not yours', {
      pointer: '/view',
      remedy: 'Look at GET /views for the ids.',
    });
  }
}

/** Calendar feeds: made and revoked by people, each on the house's record. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly people: PersonService,
    private readonly companies: CompanyService,
    private readonly clock: LicenseClock,
  ) {}

  /** @throws `person-required`, ActionNotInToken, PersonNotFound, `company-unknown`; TokenAlreadyShown where it was made before */
  async issue(asker: Asker, asked: Asked): Promise<{ feedId: string; token: string }> {
    const { actor, actions, scopes, period, tokenId = null } = asker.caller;
    const personId = proposerOf(actor);
    const id = uuid5(paizhaoNamespace, 'feed', principalName(asker.caller), asker.key);
    const request = { act: 'create-feed', subjectId: id, body: asked };
    let token: string | null = null;
    const { feedId } = await this.desk.once(asker, request, async (manager, act) => {
      if (!isAllowed('read-licenses', asker.caller)) throw new ActionNotInToken('read-licenses', actions ?? []);
      await this.mustKnow(manager, asked, scopes);
      await mustRead(manager, asked.view, asker.caller);
      const feed = { ...asked, id, personId, scopes, period, tokenId };
      token = await new CalendarFeedRepository(manager).issue(feed, act);
      return { feedId: id };
    });
    if (token === null) throw new TokenAlreadyShown(feedId);
    return { feedId, token };
  }

  /** A person's own, or anybody's for an administrator. @throws FeedNotFound */
  revoke(asker: Asker, feedId: string): Promise<{ feedId: string }> {
    const { caller } = asker;
    return this.desk.once(asker, { act: 'revoke-feed', subjectId: feedId, body: {} }, async (manager, act) => {
      const owner = ownerOf(caller);
      if (await new CalendarFeedRepository(manager).revoke(feedId, owner, act)) return { feedId };
      throw owner === null ? new FeedNotFound() : new FeedHidden();
    });
  }

  list(caller: Principal): Promise<CalendarFeedEntity[]> {
    return new CalendarFeedRepository(this.dataSource.manager).list(ownerOf(caller));
  }

  /** @throws FeedNotFound */
  async byToken(token: string): Promise<CalendarFeedEntity> {
    const { now, today } = this.clock.now();
    const feeds = new CalendarFeedRepository(this.dataSource.manager);
    const feed = await feeds.byToken(token, { now, today });
    if (!feed) throw new FeedNotFound();
    if (feed.lastUsedOn !== today) {
      const act = { actor: { kind: 'system', id: 'access' } as const, commandId: randomUUID(), now, validOn: today };
      await this.dataSource.transaction((manager) => new CalendarFeedRepository(manager).used(feed, act));
    }
    return feed;
  }

  private async mustKnow(
    manager: EntityManager,
    { person, owner, companyId }: FeedFilter,
    scopes: readonly Scope[],
  ): Promise<void> {
    for (const [name, id] of Object.entries({ person, owner }))
      if (id !== null && !(await this.people.exists(manager, id))) throw new PersonNotFound(id, `/${name}`);
    if (companyId !== null) await this.companies.factsOf(manager, companyId, scopes);
  }
}

async function mustRead(manager: EntityManager, viewId: string | null, caller: Principal): Promise<void> {
  if (viewId === null || (await new SavedViewRepository(manager).isReadable(viewId, readerOf(caller)))) return;
  throw new ViewNotReadable();
}

/** Whose feeds the caller sees: null for everybody's. */
const ownerOf = ({ roles, scopes, actor }: Principal): string | null =>
  roles.includes('admin') && scopes.length === 0 ? null : proposerOf(actor);
