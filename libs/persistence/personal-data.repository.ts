import type { EntityManager } from 'typeorm';
import type { Cipher } from './cipher.js';
import { SavedViewRepository } from './saved-views.repository.js';

/** What a person did, message by message and entry by entry: with times (UTC), never with content. */
export interface TracesOfPerson {
  licenses: { licenseId: string; role: 'owner' | 'deputy' | 'manager'; ended: boolean }[];
  originals: { licenseId: string; filingId: string; requirementId: string; handedOverOn: string }[];
  absences: { from: string; until: string; calledOff: boolean }[];
  tokens: { id: string; roles: string[]; createdAt: string; revokedAt: string | null; lastUsedAt: string | null }[];
  feeds: { id: string; createdAt: string; revokedAt: string | null; lastUsedOn: string | null }[];
  comments: { id: string; licenseId: string; writtenAt: string; ref: string; commitment: string }[];
  jobs: { id: string; kind: string; createdAt: string; outcome: Record<string, unknown> | null }[];
  messages: {
    licenseId: string;
    obligationId: string;
    rung: string;
    role: string;
    dueAt: string;
    state: string;
    changedAt: string | null;
  }[];
  acts: { stream: string; seq: number; type: string; validOn: string; recordedAt: string }[];
}

const at = (column: string): string => `paizhao.instant(${column})`;

/** One query for each part. `$1`: id of the person. */
const parts: Readonly<Record<keyof TracesOfPerson, string>> = {
  licenses: `
    select v.license_id as "licenseId", r.role, v.ended from paizhao.license_view v
     cross join lateral (values ('owner', v.owner), ('deputy', v.deputy), ('manager', v.manager)) as r (role, person)
     where $1 in (v.owner, v.deputy, v.manager) and r.person = $1 order by 1, 2`,
  originals: `
    select license_id as "licenseId", filing_id as "filingId", requirement_id as "requirementId",
           handed_over_on::text as "handedOverOn"
      from paizhao.original_view where person_id = $1 order by 4, 1, 2, 3`,
  absences: `
    select from_day::text as "from", until_day::text as "until", called_off as "calledOff"
      from paizhao.absences where person_id = $1::uuid order by from_day, id`,
  tokens: `
    select id, roles, ${at('stored_at')} as "createdAt", ${at('revoked_at')} as "revokedAt",
           ${at('last_used_at')} as "lastUsedAt"
      from paizhao.api_tokens where person_id = $1::uuid order by stored_at, id`,
  feeds: `
    select id, ${at('stored_at')} as "createdAt", ${at('revoked_at')} as "revokedAt",
           last_used_on::text as "lastUsedOn"
      from paizhao.calendar_feeds where person_id = $1::uuid order by stored_at, id`,
  comments: `
    select id, license_id as "licenseId", ${at('written_at')} as "writtenAt", text_ref as "ref", commitment
      from paizhao.comments where author_kind = 'person' and author_id = $1 and withdrawn_at is null
     order by stored_at, id`,
  jobs: `
    select id, kind, ${at('stored_at')} as "createdAt", outcome
      from paizhao.jobs where actor_kind = 'person' and actor_id = $1 order by stored_at, id`,
  messages: `
    select license_id as "licenseId", obligation_id as "obligationId", rung, role, ${at('due_at')} as "dueAt", state,
           ${at('changed_at')} as "changedAt"
      from paizhao.outbox where person_id = $1 order by due_at, key`,
  acts: `
    select stream, seq::integer as seq, type, to_char(valid_on, 'YYYY-MM-DD') as "validOn",
           ${at('recorded_at')} as "recordedAt"
      from paizhao.ledger_events where actor_kind = 'person' and actor_id = $1 order by recorded_at, stream, seq`,
};

/** All that the product keeps about a person, as PIPL article 45 gives everybody a right to know. */
export class PersonalDataRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  async tracesOf(personId: string): Promise<TracesOfPerson> {
    const found: Record<string, unknown> = {};
    for (const [part, sql] of Object.entries(parts)) found[part] = await this.manager.query(sql, [personId]);
    return found as unknown as TracesOfPerson;
  }

  async viewsOf(personId: string) {
    const own = await new SavedViewRepository(this.manager).list({ personId, ownOnly: true }, this.cipher);
    return own.map(({ id, name, filter, shared, changedAt }) => ({ id, name, filter, shared, changedAt }));
  }
}
