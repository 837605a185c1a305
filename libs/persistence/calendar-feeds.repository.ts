import { createHash, randomBytes } from 'node:crypto';
import { type EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { Period } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import { AccessGrantRepository } from './access-grants.repository.js';
import { AccessNoteRepository } from './access-notes.repository.js';
import type { Act } from './act.js';
import { CalendarEntryEntity, CalendarFeedEntity } from './entities/index.js';
import { type PortfolioFilter, portfolioConditions } from './portfolio-conditions.js';
import { rowsOf } from './rows.js';

const prefix = 'pzf_';

/** Which licenses a feed shows: those that meet every condition that is not null. */
export type FeedFilter = Pick<CalendarFeedEntity, 'person' | 'owner' | 'companyId' | 'authority' | 'view'>;

export type FeedToIssue = Pick<
  CalendarFeedEntity,
  'id' | 'personId' | 'language' | 'expiresAt' | 'scopes' | 'tokenId'
> & { period: Period | null } & FeedFilter;

/** A license that a feed shows, as of its newest entry. */
export interface FeedLicense {
  licenseId: string;
  seq: number;
  clockOffsetMs: number;
}

const readableView =
  'select from paizhao.saved_views w where w.id = f.of_view and (w.shared or w.person_id = f.person_id)';

const seesNothing = `
  select from paizhao.access_grants g
   where g.person_id = f.person_id
     and (cardinality(g.roles) = 0 or least(g.last_day, g.known_until) < :today or g.known_from > :today)`;

const tokenHolds = `
  select from paizhao.api_tokens t
   where t.id = f.token_id and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)
     and (t.actions is null or 'read-licenses' = any (t.actions))`;

/** Calendar feeds and what they show. The token of a feed is a prefix and 32 random bytes; its SHA-256 is stored. */
export class CalendarFeedRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Call within a transaction. Gives the feed's token, for the only time. */
  async issue(feed: FeedToIssue, act: Act): Promise<string> {
    const token = prefix + randomBytes(32).toString('base64url');
    const head = await lockHead(this.manager, houseStream);
    const { period, ...row } = feed;
    const days = { knownFrom: period?.from ?? null, knownUntil: period?.until ?? null };
    await this.manager.insert(CalendarFeedEntity, { ...row, ...days, hash: hashOf(token) });
    const { id, scopes, tokenId, ...data } = row;
    const limits = {
      ...(scopes.length > 0 ? { scopes } : {}),
      ...(period === null ? {} : { period }),
      ...(tokenId === null ? {} : { tokenId }),
    };
    await this.note(head, act, 'feed-issued', { feedId: id, ...data, ...limits });
    return token;
  }

  /** Call within a transaction. `personId`: only a feed of that person. False where there is none that is not revoked. */
  async revoke(id: string, personId: string | null, act: Act): Promise<boolean> {
    const head = await lockHead(this.manager, houseStream);
    const mine = personId === null ? {} : { personId };
    const { affected } = await this.manager.update(
      CalendarFeedEntity,
      { id, revokedAt: IsNull(), ...mine },
      { revokedAt: act.now },
    );
    if (!affected) return false;
    await this.note(head, act, 'feed-revoked', { feedId: id });
    return true;
  }

  /** Oldest first; everybody's where no person is given. */
  list(personId: string | null): Promise<CalendarFeedEntity[]> {
    return this.manager.find(CalendarFeedEntity, {
      where: personId === null ? {} : { personId },
      order: { storedAt: 'ASC', id: 'ASC' },
    });
  }

  /**
   * The feed of a token at `now` (wall clock, UTC, with its civil day); null for one that is unknown, revoked, expired, of
   * a leaver, of somebody who may see nothing of today any more, or made by a token that no longer holds, could not see
   * today, or could not read licenses.
   */
  async byToken(token: string, { now, today }: { now: string; today: string }): Promise<CalendarFeedEntity | null> {
    if (!token.startsWith(prefix)) return null;
    return this.manager
      .createQueryBuilder(CalendarFeedEntity, 'f')
      .where('f.hash = :hash and f.revokedAt is null', { hash: hashOf(token) })
      .andWhere('(f.expiresAt is null or f.expiresAt > :now)', { now })
      .andWhere('exists (select from paizhao.people p where p.id = f.person_id and p.active)')
      .andWhere(`not exists (${seesNothing})`, { today })
      .andWhere('(f.knownFrom is null or f.knownFrom <= :today) and (f.knownUntil is null or f.knownUntil >= :today)')
      .andWhere(`(f.tokenId is null or exists (${tokenHolds}))`)
      .andWhere(`(f.view is null or exists (${readableView}))`)
      .getOne();
  }

  /**
   * Call within a transaction. Notes the day of use, on the access record as well: a feed is fetched many times a day and
   * written once. Who fetches it nobody knows: whoever has its address.
   */
  async used({ id, personId, person, owner }: CalendarFeedEntity, act: Act): Promise<void> {
    const used = rowsOf(
      await this.manager.query(
        `update paizhao.calendar_feeds set last_used_on = $2
          where id = $1 and last_used_on is distinct from $2 returning id`,
        [id, act.validOn],
      ),
    );
    if (used.length === 0) return;
    const people = [...new Set([person, owner].filter((each) => each !== null))];
    const data = { feedId: id, madeBy: personId, people };
    await new AccessNoteRepository(this.manager).note({ type: 'calendar-fetched', v: 1, data }, act);
  }

  /**
   * Those with the nearest dates first, within what its maker was limited to then, and is limited to now. A closed license
   * stays while its last entry is not before `since` (UTC). `kept`: the filter of its saved view, if it has one.
   */
  async licensesOf(
    { person, owner, companyId, authority, ...feed }: CalendarFeedEntity,
    kept: PortfolioFilter,
    { since, most, today }: { since: string; most: number; today: string },
  ): Promise<FeedLicense[]> {
    const { scope } = await new AccessGrantRepository(this.manager).find(feed.personId);
    const scopes = scope === null ? feed.scopes : [...feed.scopes, scope];
    const conditions = portfolioConditions(kept, { today, scopes });
    if (person) conditions.add(`${conditions.bind(person)}::text in (v.owner, v.deputy, v.manager)`);
    if (owner) conditions.add(`v.owner = ${conditions.bind(owner)}`);
    if (companyId) conditions.add(`v.company_id = ${conditions.bind(companyId)}`);
    if (authority) conditions.add(`v.authority = ${conditions.bind(authority)}`);
    conditions.add(`(not v.ended or v.recorded_at >= ${conditions.bind(since)})`);
    return this.manager.query(
      `select v.license_id as "licenseId", v.seq, s.clock_offset_ms::float8 as "clockOffsetMs"
         from paizhao.license_view v join paizhao.snapshots s on s.license_id = v.license_id
        where ${conditions.where} order by v.slack_day, v.license_id limit ${conditions.bind(most)}`,
      conditions.values,
    );
  }

  /** Of these licenses: what is open, and what was closed on `closedSince` or later. */
  entries(licenseIds: string[], closedSince: string): Promise<CalendarEntryEntity[]> {
    const of = { licenseId: In(licenseIds) };
    return this.manager.find(CalendarEntryEntity, {
      where: [
        { ...of, closedOn: IsNull() },
        { ...of, closedOn: MoreThanOrEqual(closedSince) },
      ],
      order: { licenseId: 'ASC', obligationId: 'ASC' },
    });
  }

  private async note(head: Awaited<ReturnType<typeof lockHead>>, act: Act, type: string, data: object): Promise<void> {
    const { actor, commandId, now, validOn } = act;
    await append(this.manager, houseStream, head, now, [{ type, v: 1, validOn, actor, commandId, data }]);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
