import type { Client } from 'pg';
import { type Envelope, genesis, seal } from '../../../libs/ledger/index.js';

/**
 * Writes whole streams straight into the ledger's tables, as its owner: real chains with real hashes, of years that the
 * append function would not take, since it asks that an entry carry the time of the database.
 */
export async function writeStream(client: Client, envelopes: readonly Envelope[]): Promise<void> {
  const sealed = seal(genesis, envelopes);
  const newest = envelopes.at(-1);
  const head = sealed.at(-1);
  if (!newest || !head) return;
  const column = (of: (envelope: Envelope) => unknown): unknown[] => envelopes.map(of);
  await client.query(
    `insert into paizhao.ledger_events
       (stream, seq, body, prev, hash, type, v, recorded_at, stored_at, valid_on, command_id, actor_kind, actor_id)
     select $1, * from unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[], $7::integer[],
       $8::timestamptz[], $9::timestamptz[], $10::date[], $11::text[], $12::text[], $13::text[])`,
    [
      newest.stream,
      column(({ seq }) => seq),
      sealed.map(({ body }) => body),
      sealed.map(({ prev }) => prev),
      sealed.map(({ hash }) => hash),
      column(({ type }) => type),
      column(({ v }) => v),
      column(({ recordedAt }) => recordedAt),
      column(({ storedAt }) => storedAt),
      column(({ validOn }) => validOn),
      column(({ commandId }) => commandId),
      column(({ actor }) => actor.kind),
      column(({ actor }) => actor.id),
    ],
  );
  await client.query('insert into paizhao.ledger_heads (stream, seq, hash, recorded_at) values ($1, $2, $3, $4)', [
    newest.stream,
    newest.seq,
    head.hash,
    newest.recordedAt,
  ]);
}
