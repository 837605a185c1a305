/** What a person did and was sent, line by line: with times (UTC), never with content but for texts that the person wrote. */
export interface TracesOfPerson {
  licenses: { licenseId: string; role: 'owner' | 'deputy' | 'manager'; ended: boolean }[];
  originals: { licenseId: string; filingId: string; requirementId: string; handedOverOn: string }[];
  absences: { from: string; until: string; calledOff: boolean }[];
  tokens: {
    id: string;
    roles: string[];
    actions: string[] | null;
    scope: { companies: string[]; licenses: string[] } | null;
    period: { from: string | null; until: string | null } | null;
    createdAt: string;
    expiresAt: string | null;
    revokedAt: string | null;
    lastUsedAt: string | null;
  }[];
  feeds: {
    id: string;
    madeBy: string;
    ofPerson: string | null;
    ofOwner: string | null;
    scopes: unknown[];
    period: { from: string | null; until: string | null } | null;
    createdAt: string;
    revokedAt: string | null;
    lastUsedOn: string | null;
  }[];
  comments: {
    id: string;
    licenseId: string;
    about: string;
    aboutId: string | null;
    writtenAt: string;
    withdrawnAt: string | null;
    text: { ref: string; commitment: string };
  }[];
  jobs: {
    id: string;
    kind: string;
    createdAt: string;
    asked: Record<string, unknown>;
    outcome: Record<string, unknown> | null;
  }[];
  /** `digest`: key of the one that carried it. */
  messages: (Sent & {
    licenseId: string;
    obligationId: string;
    rung: string;
    role: string;
    dueAt: string;
    digest: string | null;
  })[];
  digests: (Sent & { key: string; day: string; dueAt: string; messages: number })[];
  heartbeats: (Sent & { week: string })[];
  checkpointMails: (Sent & { day: string; checkpoint: number })[];
  bounces: { arrivedAt: string; action: string; status: string; diagnostic: string; addressed: boolean }[];
  retention: { madeOn: string; erasesOn: string; outcome: string | null }[];
  house: (Entry & { by: { kind: string; id: string } })[];
  acts: (Entry & { stream: string; data: Record<string, unknown> })[];
}

/** How far a mail has come, and what the mail server said last. */
interface Sent {
  state: string;
  changedAt: string | null;
  answer: string | null;
}

interface Entry {
  seq: number;
  type: string;
  validOn: string;
  recordedAt: string;
}

/** A part, line by line in the order of `key`: expressions that name one line, with their types. */
export interface TracesPart {
  columns: string;
  from: string;
  key: readonly (readonly [expression: string, type: 'text' | 'date' | 'timestamptz' | 'bigint' | 'uuid'])[];
}

const at = (column: string): string => `paizhao.instant(${column})`;

const sent = `state, ${at('changed_at')} as "changedAt", smtp_answer as answer`;

const entry = `seq::integer as seq, type, to_char(valid_on, 'YYYY-MM-DD') as "validOn", ${at('recorded_at')} as "recordedAt"`;

/** `$1`: id of the person. */
export const partsOfTraces: Readonly<Record<keyof TracesOfPerson, TracesPart>> = {
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
    columns: `id, roles, actions,
              case when companies is not null
                then jsonb_build_object('companies', companies, 'licenses', licenses) end as scope,
              case when known_from is not null or known_until is not null
                then jsonb_build_object('from', known_from, 'until', known_until) end as period,
              ${at('stored_at')} as "createdAt", ${at('expires_at')} as "expiresAt",
              ${at('revoked_at')} as "revokedAt", ${at('last_used_at')} as "lastUsedAt"`,
    from: 'paizhao.api_tokens where person_id = $1::uuid',
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  feeds: {
    columns: `id, person_id as "madeBy", of_person as "ofPerson", of_owner as "ofOwner", scopes,
              case when known_from is not null or known_until is not null
                then jsonb_build_object('from', known_from, 'until', known_until) end as period,
              ${at('stored_at')} as "createdAt", ${at('revoked_at')} as "revokedAt",
              case when person_id = $1::uuid then last_used_on::text end as "lastUsedOn"`,
    from: 'paizhao.calendar_feeds where $1::uuid in (person_id, of_person, of_owner)',
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  comments: {
    columns: `id, license_id as "licenseId", about, about_id as "aboutId", ${at('written_at')} as "writtenAt",
              ${at('withdrawn_at')} as "withdrawnAt",
              jsonb_build_object('ref', text_ref, 'commitment', commitment) as text`,
    from: `paizhao.comments where author_kind = 'person' and author_id = $1`,
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  jobs: {
    columns: `id, kind, ${at('stored_at')} as "createdAt", asked, outcome`,
    from: `paizhao.jobs where actor_kind = 'person' and actor_id = $1`,
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  messages: {
    columns: `license_id as "licenseId", obligation_id as "obligationId", rung, role, ${at('due_at')} as "dueAt",
              digest_key as digest, ${sent}`,
    from: 'paizhao.outbox where person_id = $1',
    key: [
      ['due_at', 'timestamptz'],
      ['key', 'text'],
    ],
  },
  digests: {
    columns: `key, day::text as day, ${at('due_at')} as "dueAt", ${sent},
              (select count(*)::integer from paizhao.outbox o where o.digest_key = d.key) as messages`,
    from: 'paizhao.digests d where person_id = $1',
    key: [
      ['day', 'date'],
      ['key', 'text'],
    ],
  },
  heartbeats: {
    columns: `week::text as week, ${sent}`,
    from: 'paizhao.heartbeats where person_id = $1::uuid',
    key: [['week', 'date']],
  },
  checkpointMails: {
    columns: `day::text as day, number::float8 as checkpoint, ${sent}`,
    from: 'paizhao.checkpoint_mails where person_id = $1::uuid',
    key: [['day', 'date']],
  },
  /** Found by what stands before the @ of the mails' Message-ID. */
  bounces: {
    columns: `${at('stored_at')} as "arrivedAt", action, status, diagnostic, addressed`,
    from: `paizhao.bounces where message_id in (
             select paizhao.mail_id(key) from paizhao.outbox where person_id = $1
             union all select paizhao.mail_id(key) from paizhao.digests where person_id = $1
             union all select paizhao.mail_id('heartbeat/' || week::text || '/' || $1)
                         from paizhao.heartbeats where person_id = $1::uuid
             union all select paizhao.mail_id('checkpoint/' || day::text || '/' || $1)
                         from paizhao.checkpoint_mails where person_id = $1::uuid)`,
    key: [
      ['stored_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
  },
  retention: {
    columns: `made_on::text as "madeOn", erases_on::text as "erasesOn", outcome`,
    from: `paizhao.retention_items i join paizhao.retention_reports r on r.id = i.report_id
           where i.kind = 'people-who-left' and subject = $1`,
    key: [
      ['made_on', 'date'],
      ['report_id', 'uuid'],
    ],
  },
  /** Ids stand in an entry as they are, so the bytes can be asked: of all that names somebody little is in the way. */
  house: {
    columns: `${entry}, jsonb_build_object('kind', actor_kind, 'id', actor_id) as by`,
    from: `paizhao.ledger_events where stream = 'house' and position(convert_to($1, 'UTF8') in body) > 0
             and not (actor_kind = 'person' and actor_id = $1)`,
    key: [['seq', 'bigint']],
  },
  /** What somebody read stands on the access record, whoever wrote it there. */
  acts: {
    columns: `stream, ${entry}, convert_from(body, 'UTF8')::jsonb -> 'data' as data`,
    from: `paizhao.ledger_events where actor_kind = 'person' and actor_id = $1 and stream not like 'access/%'`,
    key: [
      ['recorded_at', 'timestamptz'],
      ['stream', 'text'],
      ['seq', 'bigint'],
    ],
  },
};

export const partsOfPerson = Object.keys(partsOfTraces) as (keyof TracesOfPerson)[];
