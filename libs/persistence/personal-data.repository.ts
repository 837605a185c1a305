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

/** A part, line by line in the order of `key`: expressions that name one line, with their types. */
interface Part {
  columns: string;
  from: string;
  key: readonly (readonly [expression: string, type: 'text' | 'date' | 'timestamptz' | 'bigint' | 'uuid'])[];
}

const at = (column: string): string => `paizhao.instant(${column})`;

/** `$1`: id of the person. */
const parts: Readonly<Record<keyof TracesOfPerson, Part>> = {
  licenses: {
    columns: `v.license_id as "licenseId", r.role, v.ended`,
    from: `paizhao.license_view v
      cross join lateral (values ('owner', v.owner), ('deputy', v.deputy), ('manager', v.manager)) as r (role, person)
     where $1 in (v.owner, v.deputy, v.manager) and r.person = $1`,
    key: [
      ['v.license_id', 'uuid'],
      ['r.role', 'text'],
    ],
  },
  originals: {
    columns: `license_id as "licenseId", filing_id as "filingId", requirement_id as "requirementId",
              handed_over_on::text as "handedOverOn"`,
    from: 'paizhao.original_view where person_id = $1',
    key: [
      ['handed_over_on', 'date'],
      ['license_id', 'uuid'],
      ['filing_id', 'text'],
      ['requirement_id', 'text'],
    ],
  },
  absences: {
    columns: `from_day::text as "from", until_day::text as "until", called_off as "calledOff"`,
    from: 'paizhao.absences where person_id = $1::uuid',
    key: [
      ['from_day', 'date'],
      ['id', 'uuid'],
    ],
  },
  tokens: {
    columns: `id, roles, ${at('stored_at')} as "createdAt", ${at('revoked_at')} as "revokedAt",
              ${at('last_used_at')} as "lastUsedAt"`,
    from: 'paizhao.api_tokens where person_id = $1::uuid',
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  feeds: {
    columns: `id, ${at('stored_at')} as "createdAt", ${at('revoked_at')} as "revokedAt",
              last_used_on::text as "lastUsedOn"`,
    from: 'paizhao.calendar_feeds where person_id = $1::uuid',
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  comments: {
    columns: `id, license_id as "licenseId", ${at('written_at')} as "writtenAt", text_ref as "ref", commitment`,
    from: `paizhao.comments where author_kind = 'person' and author_id = $1 and withdrawn_at is null`,
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  jobs: {
    columns: `id, kind, ${at('stored_at')} as "createdAt", outcome`,
    from: `paizhao.jobs where actor_kind = 'person' and actor_id = $1`,
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  messages: {
    columns: `license_id as "licenseId", obligation_id as "obligationId", rung, role, ${at('due_at')} as "dueAt", state,
              ${at('changed_at')} as "changedAt"`,
    from: 'paizhao.outbox where person_id = $1',
    key: [
      ['due_at', 'timestamptz'],
      ['key', 'text'],
    ],
  },
  acts: {
    columns: `stream, seq::integer as seq, type, to_char(valid_on, 'YYYY-MM-DD') as "validOn",
              ${at('recorded_at')} as "recordedAt"`,
    from: `paizhao.ledger_events where actor_kind = 'person' and actor_id = $1`,
    key: [
      ['recorded_at', 'timestamptz'],
      ['stream', 'text'],
      ['seq', 'bigint'],
    ],
  },
};

export const partsOfPerson = Object.keys(parts) as (keyof TracesOfPerson)[];

/** `$2`: key of the last line of the page before, null for the first page; `$3`: lines. */
function pageSql({ columns, from, key }: Part): string {
  const own = key.map(([expression]) => expression).join(', ');
  const last = key.map(([, type], index) => `($2::text[])[${index + 1}]::${type}`).join(', ');
  return `select to_jsonb(line) - 'key' as line, line.key from (
            select ${columns}, array[${key.map(([expression]) => `(${expression})::text`).join(', ')}] as key
              from ${from} and ($2::text[] is null or (${own}) > (${last})) order by ${own} limit $3) line`;
}

const linesAtOnce = 1_000;

/** All that the product keeps about a person, as PIPL article 45 gives everybody a right to know. */
export class PersonalDataRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** One part, page by page, however much of it there is. */
  async *pages<P extends keyof TracesOfPerson>(
    part: P,
    personId: string,
    atOnce = linesAtOnce,
  ): AsyncGenerator<TracesOfPerson[P]> {
    const sql = pageSql(parts[part]);
    for (let last: string[] | null = null; ; ) {
      const rows = (await this.manager.query(sql, [personId, last, atOnce])) as { line: object; key: string[] }[];
      if (rows.length > 0) yield rows.map(({ line }) => line) as TracesOfPerson[P];
      const end = rows.at(-1);
      if (!end || rows.length < atOnce) return;
      last = end.key;
    }
  }

  async viewsOf(personId: string) {
    const own = await new SavedViewRepository(this.manager).list({ personId, ownOnly: true }, this.cipher);
    return own.map(({ id, name, filter, shared, changedAt }) => ({ id, name, filter, shared, changedAt }));
  }
}
