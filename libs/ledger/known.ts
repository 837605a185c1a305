import type { Sql } from './append.js';
import type { Envelope } from './envelope.js';

/** A stream, and the entry up to which it is read; null for its end. */
export interface Bound {
  stream: string;
  upto: number | null;
}

/** Where the reading of a stream ended: its newest entry by then, with its hash (hex); 0 and null where there is none. */
export interface Position {
  stream: string;
  seq: number;
  hash: string | null;
}

/** What a stream said by an instant. */
export interface KnownStream {
  position: Position;
  entries: Envelope[];
}

const noBound = 9_007_199_254_740_991;

/**
 * The entries of each stream that were recorded by an instant (UTC, inclusive), oldest first. Times within a stream never
 * run backwards, so what is read now and what is read later up to the same entry are the same.
 */
export async function readKnown(
  sql: Sql,
  bounds: readonly Bound[],
  until: string,
): Promise<ReadonlyMap<string, KnownStream>> {
  // One row per stream, its bodies joined as a JSON array: PostgreSQL need not write them in hexadecimal, nor anybody read
  // them one by one.
  const rows = (await sql.query(
    `select b.stream, k.seq::float8 as seq, encode(e.hash, 'hex') as hash, k.bodies
       from unnest($1::text[], $2::bigint[]) as b (stream, upto)
      cross join lateral (
        select max(e.seq) as seq, '[' || string_agg(convert_from(e.body, 'UTF8'), ',' order by e.seq) || ']' as bodies
          from paizhao.ledger_events e
         where e.stream = b.stream and e.seq <= b.upto and e.recorded_at <= $3::timestamptz) k
       join paizhao.ledger_events e on e.stream = b.stream and e.seq = k.seq`,
    [bounds.map(({ stream }) => stream), bounds.map(({ upto }) => upto ?? noBound), until],
  )) as { stream: string; seq: number; hash: string; bodies: string }[];
  const streams = new Map<string, KnownStream>();
  for (const { stream } of bounds) streams.set(stream, { position: { stream, seq: 0, hash: null }, entries: [] });
  for (const { stream, seq, hash, bodies } of rows)
    streams.set(stream, { position: { stream, seq, hash }, entries: JSON.parse(bodies) as Envelope[] });
  return streams;
}

/** The entries of some types, as `readKnown` reads them, beside the newest entry of any type. */
export async function readKnownOf(
  sql: Sql,
  { stream, upto }: Bound,
  until: string,
  types: readonly string[],
): Promise<KnownStream> {
  const values = [stream, upto ?? noBound, until];
  const within = 'stream = $1 and seq <= $2 and recorded_at <= $3::timestamptz';
  const [newest] = (await sql.query(
    `select seq::float8 as seq, encode(hash, 'hex') as hash
       from paizhao.ledger_events where ${within} order by seq desc limit 1`,
    values,
  )) as { seq: number; hash: string }[];
  // No further than the newest: what comes on record between the two readings is not of this answer.
  const rows = (await sql.query(
    `select convert_from(body, 'UTF8') as body from paizhao.ledger_events where ${within} and type = any($4) order by seq`,
    [stream, newest?.seq ?? 0, until, types],
  )) as { body: string }[];
  return {
    position: { stream, seq: newest?.seq ?? 0, hash: newest?.hash ?? null },
    entries: rows.map(({ body }) => JSON.parse(body) as Envelope),
  };
}
