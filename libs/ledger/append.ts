import { type Envelope, genesis, type LedgerActor, type SealedEntry, seal } from './envelope.js';

/** What the ledger needs of PostgreSQL: TypeORM's EntityManager, DataSource and QueryRunner have it. */
export interface Sql {
  // biome-ignore lint/suspicious/noExplicitAny: the rows' shape is the caller's to know, as in TypeORM
  query(sql: string, parameters?: any[]): Promise<any>;
}

/** Where a stream stands. `seq` 0 and the genesis hash: nothing is on record yet, `recordedAt` is null. */
export interface Head {
  seq: number;
  hash: Buffer;
  recordedAt: string | null;
}

export interface LockedHead extends Head {
  /** The database's clock, read after the lock was had: `storedAt` of what is appended now. */
  clock: string;
}

/** An entry before it has its place in a stream. */
export interface NewEntry {
  validOn: string;
  actor: LedgerActor;
  commandId: string;
  type: string;
  v: number;
  data: unknown;
}

/** A row as read back, with the columns that copy members of the body. */
export interface LedgerRow extends SealedEntry {
  copies: {
    type: string;
    v: number;
    recordedAt: string;
    storedAt: string;
    validOn: string;
    commandId: string;
    actor: LedgerActor;
  };
}

/**
 * Locks the stream's head until the transaction ends, also where the stream is still empty. Waits for another writer,
 * no longer than the session's lock_timeout.
 */
export async function lockHead(sql: Sql, stream: string): Promise<LockedHead> {
  const rows = (await sql.query('select * from paizhao.ledger_lock($1)', [stream])) as HeadRow[];
  const row = rows[0];
  if (!row) throw new Error(`The head of ${stream} could not be read.`);
  return { ...headOf(row), clock: row.clock };
}

/** The head without a lock; null where nothing is on record. */
export async function readHead(sql: Sql, stream: string): Promise<Head | null> {
  const rows = (await sql.query(
    `select seq, hash, ${instant('recorded_at')} as recorded_at from paizhao.ledger_heads where stream = $1`,
    [stream],
  )) as HeadRow[];
  return rows[0] ? headOf(rows[0]) : null;
}

/** Gives the entries their places after `head`. `recordedAt` never falls behind the head's. */
export function place(stream: string, head: LockedHead, now: string, entries: readonly NewEntry[]): Envelope[] {
  const recordedAt = head.recordedAt !== null && head.recordedAt > now ? head.recordedAt : now;
  return entries.map((entry, index) => ({
    stream,
    seq: head.seq + 1 + index,
    recordedAt,
    storedAt: head.clock,
    ...entry,
  }));
}

/**
 * Appends to a stream whose head the caller has locked in this transaction. `now` is the stream's time (UTC instant).
 * Returns what is on record, in order.
 */
export async function append(
  sql: Sql,
  stream: string,
  head: LockedHead,
  now: string,
  entries: readonly NewEntry[],
): Promise<Envelope[]> {
  const envelopes = place(stream, head, now, entries);
  const sealed = seal(head.hash, envelopes);
  await sql.query('select paizhao.ledger_append($1, $2, $3, $4, $5)', [
    stream,
    head.seq,
    head.hash,
    sealed.map((entry) => entry.body),
    sealed.map((entry) => entry.hash),
  ]);
  return envelopes;
}

/** Rows of one stream in order, from `afterSeq` (exclusive), at most `limit`. */
export async function readStream(sql: Sql, stream: string, afterSeq = 0, limit = 1000): Promise<LedgerRow[]> {
  const rows = (await sql.query(
    `select ${rowColumns()} from paizhao.ledger_events e where stream = $1 and seq > $2 order by seq limit $3`,
    [stream, afterSeq, limit],
  )) as EventRow[];
  return rows.map(rowOf);
}

/** Rows of several streams: of each those after `after`, up to `upto`, in order. */
export async function readRanges(
  sql: Sql,
  ranges: readonly { stream: string; after: number; upto: number }[],
): Promise<LedgerRow[]> {
  const rows = (await sql.query(
    `select ${rowColumns()}
       from unnest($1::text[], $2::bigint[], $3::bigint[]) as asked (asked_stream, after, upto)
       join paizhao.ledger_events e on e.stream = asked_stream and e.seq > after and e.seq <= upto
      order by e.stream, e.seq`,
    [ranges.map(({ stream }) => stream), ranges.map(({ after }) => after), ranges.map(({ upto }) => upto)],
  )) as EventRow[];
  return rows.map(rowOf);
}

/** The rows of one stream from `afterSeq` (exclusive) to its end, page by page. */
export async function* readWholeStream(
  sql: Sql,
  stream: string,
  afterSeq = 0,
  pageSize = 1000,
): AsyncGenerator<LedgerRow> {
  for (let after = afterSeq; ; ) {
    const page = await readStream(sql, stream, after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.seq;
  }
}

interface HeadRow {
  seq: string | number;
  hash: Buffer | null;
  recorded_at: string | null;
  clock: string;
}

interface EventRow {
  stream: string;
  seq: string | number;
  body: Buffer;
  prev: Buffer;
  hash: Buffer;
  type: string;
  v: number;
  command_id: string;
  actor_kind: string;
  actor_id: string;
  recorded_at: string;
  stored_at: string;
  valid_on: string;
}

function headOf(row: HeadRow): Head {
  return { seq: Number(row.seq), hash: row.hash ?? genesis, recordedAt: row.recorded_at };
}

function rowOf(row: EventRow): LedgerRow {
  return {
    stream: row.stream,
    seq: Number(row.seq),
    body: row.body,
    prev: row.prev,
    hash: row.hash,
    copies: {
      type: row.type,
      v: row.v,
      recordedAt: row.recorded_at,
      storedAt: row.stored_at,
      validOn: row.valid_on,
      commandId: row.command_id,
      actor: { kind: row.actor_kind, id: row.actor_id },
    },
  };
}

const rowColumns = (): string =>
  `e.stream, e.seq, e.body, e.prev, e.hash, e.type, e.v, e.command_id, e.actor_kind, e.actor_id,
   ${instant('e.recorded_at')} as recorded_at, ${instant('e.stored_at')} as stored_at,
   to_char(e.valid_on, 'YYYY-MM-DD') as valid_on`;

function instant(column: string): string {
  return `paizhao.instant(${column})`;
}
