import type { EntityManager } from 'typeorm';
import type { Limits, Role, Scope } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import { AccessGrantEntity, IdentityEntity } from './entities/index.js';

/** What a person may do. */
export interface Grant extends Limits {
  roles: readonly Role[];
  /** Last civil day in Shanghai on which any of it holds; null for no end. */
  lastDay: string | null;
}

/** That a grant `g` holds on a civil day (Shanghai); `day` is SQL. Its period limits what is asked about, not when. */
export const grantHolds = (day: string): string => `(g.last_day is null or g.last_day >= ${day}::date)`;

/** Whom the house lets in with a role on a civil day, whatever the limits; `day` is SQL. */
export const letInAs = (role: Role, day: string): string => `
  select p.id, g.house_seq from paizhao.people p join paizhao.access_grants g on g.person_id = p.id
   where p.active and '${role}' = any (g.roles) and ${grantHolds(day)}`;

const nothing: Grant = { roles: [], scope: null, period: null, lastDay: null };

/** What the house lets people do: each change is an entry of its stream, the table is derived from it. */
export class AccessGrantRepository {
  constructor(private readonly manager: EntityManager) {}

  async find(personId: string): Promise<Grant> {
    return (await this.known(personId)) ?? nothing;
  }

  /** Number of the newest entry of the house that made the access of a person what it is; 0 where none has. */
  async versionOf(personId: string): Promise<number> {
    const [row] = (await this.manager.query(
      `select coalesce(greatest((select house_seq from paizhao.access_grants where person_id = $1),
                                (select house_seq from paizhao.identities where person_id = $1)), 0)::integer as version`,
      [personId],
    )) as { version: number }[];
    return row?.version ?? 0;
  }

  /** The same, and it stays so until the transaction ends. */
  async lockedVersionOf(personId: string): Promise<number> {
    await lockHead(this.manager, houseStream);
    return this.versionOf(personId);
  }

  /** Call within a transaction. What changes is on record one by one; nothing where nothing does. */
  async change(personId: string, to: Grant, act: Act): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    const from = await this.known(personId);
    const entries = changesOf(from ?? nothing, to).map(({ type, data }) => ({
      ...{ type, v: 1, validOn: act.validOn, actor: act.actor, commandId: act.commandId },
      data: { personId, ...data },
    }));
    if (from && entries.length === 0) return;
    if (entries.length > 0) await append(this.manager, houseStream, head, act.now, entries);
    const roles = [...new Set(to.roles)].sort();
    const houseSeq = head.seq + entries.length;
    const row = { personId, roles, ...columnsOf(to), lastDay: to.lastDay, houseSeq };
    await this.manager.upsert(AccessGrantEntity, row, ['personId']);
  }

  /**
   * Call within a transaction. Gives the roles that the person lacks, and takes none.
   * @param limits to which somebody is limited who had no role; what the house said before holds where they say nothing
   */
  async give(personId: string, roles: readonly Role[], limits: Limits, act: Act): Promise<void> {
    await lockHead(this.manager, houseStream);
    const known = await this.find(personId);
    const grant =
      known.roles.length > 0
        ? known
        : { ...known, scope: limits.scope ?? known.scope, period: limits.period ?? known.period };
    await this.change(personId, { ...grant, roles: [...grant.roles, ...roles] }, act);
  }

  /** Call within a transaction. Who the identity provider's name stands for; null: for nobody any more. */
  async link(personId: string, fingerprint: string | null, act: Act): Promise<'linked' | 'taken' | 'as-it-was'> {
    const head = await lockHead(this.manager, houseStream);
    const known = await this.manager.findOneBy(IdentityEntity, { personId });
    if ((known?.fingerprint ?? null) === fingerprint) return 'as-it-was';
    if (fingerprint !== null && (await this.manager.existsBy(IdentityEntity, { fingerprint }))) return 'taken';
    const type = identityEvents[fingerprint === null ? 'unlinked' : 'linked'];
    const { actor, commandId, now, validOn } = act;
    await append(this.manager, houseStream, head, now, [{ type, v: 1, validOn, actor, commandId, data: { personId } }]);
    if (fingerprint === null) await this.manager.delete(IdentityEntity, { personId });
    else await this.manager.upsert(IdentityEntity, { personId, fingerprint, houseSeq: head.seq + 1 }, ['personId']);
    // An identity that is gone has no version any more; what is left of the access has, and must not fall back to it.
    await this.manager.update(AccessGrantEntity, { personId }, { houseSeq: head.seq + 1 });
    return 'linked';
  }

  /** Null for somebody of whom the house has never said anything. */
  private async known(personId: string): Promise<Grant | null> {
    const row = await this.manager.findOneBy(AccessGrantEntity, { personId });
    return row && { roles: row.roles, lastDay: row.lastDay, ...limitsOf(row) };
  }

  async isLinked(personId: string): Promise<boolean> {
    return this.manager.existsBy(IdentityEntity, { personId });
  }

  /** Those of the companies and licenses that are not there. */
  async unknownIn({ companies, licenses }: Scope): Promise<Scope> {
    const rows = (await this.manager.query(
      `select array(select id from unnest($1::uuid[]) id
                     where not exists (select from paizhao.companies c where c.id = id.id)) as companies,
              array(select id from unnest($2::uuid[]) id
                     where not exists (select from paizhao.license_view v where v.license_id = id.id)) as licenses`,
      [companies, licenses],
    )) as Scope[];
    return rows[0] as Scope;
  }
}

const identityEvents = { linked: 'identity-linked', unlinked: 'identity-unlinked' } as const;

interface LimitColumns {
  companies: string[] | null;
  licenses: string[] | null;
  knownFrom: string | null;
  knownUntil: string | null;
}

export function limitsOf({ companies, licenses, knownFrom, knownUntil }: LimitColumns): Limits {
  return {
    scope: companies === null || licenses === null ? null : { companies, licenses },
    period: knownFrom === null && knownUntil === null ? null : { from: knownFrom, until: knownUntil },
  };
}

export function columnsOf({ scope, period }: Limits): LimitColumns {
  return {
    companies: scope && [...new Set(scope.companies)].sort(),
    licenses: scope && [...new Set(scope.licenses)].sort(),
    knownFrom: period?.from ?? null,
    knownUntil: period?.until ?? null,
  };
}

function changesOf(from: Grant, to: Grant): { type: string; data: object }[] {
  const given = [...new Set(to.roles)].sort().filter((role) => !from.roles.includes(role));
  const taken = from.roles.filter((role) => !to.roles.includes(role));
  const limits = (grant: Grant) => ({ ...limitsOf(columnsOf(grant)), lastDay: grant.lastDay });
  const [were, are] = [limits(from), limits(to)];
  return [
    ...given.map((role) => ({ type: 'role-given', data: { role } })),
    ...taken.map((role) => ({ type: 'role-taken', data: { role } })),
    ...(JSON.stringify(were) === JSON.stringify(are) ? [] : [{ type: 'access-limited', data: are }]),
  ];
}
