import { ownKeyPlace } from './own-keys.repository.js';
import { plainSaltBytes } from './private-texts.repository.js';

/** A column with what a `Cipher` sealed. */
export interface SealedColumn {
  table: string;
  /** Its primary key, with the types of PostgreSQL. */
  key: Readonly<Record<string, 'uuid' | 'text' | 'date' | 'integer'>>;
  column: string;
  /** The place under which the bytes of a row are sealed, from its key. */
  place(...key: string[]): string;
  /** Sealed under the own key of the record that this column names, which itself is under the data key. */
  owner?: string;
  /** Until 0.5.0 it was not sealed: so many bytes. */
  plainBytes?: number;
}

const byId = { id: 'uuid' } as const;
const byKey = { key: 'text' } as const;

/**
 * Everything that is sealed, but for files: what a rotation goes through, the keys of single records first. The places are those of
 * whoever seals; a spec holds the list against the database's columns of bytes.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'sealed_keys', key: { name: 'text' }, column: 'sealed', place: (name) => `key:${name}` },
  { table: 'own_keys', key: byId, column: 'sealed', place: (id) => ownKeyPlace(id) },
  { table: 'people', key: byId, column: 'name', owner: 'id', place: (id) => `person-name:${id}` },
  { table: 'people', key: byId, column: 'mail', owner: 'id', place: (id) => `person-mail:${id}` },
  { table: 'private_texts', key: byId, column: 'sealed', owner: 'id', place: (id) => `private-text:${id}` },
  {
    table: 'private_texts',
    key: byId,
    column: 'salt',
    owner: 'id',
    plainBytes: plainSaltBytes,
    place: (id) => `private-text-salt:${id}`,
  },
  { table: 'saved_views', key: byId, column: 'name', owner: 'person_id', place: (id) => `view-name:${id}` },
  { table: 'webhook_endpoints', key: byId, column: 'url', place: (id) => `webhook-url:${id}` },
  { table: 'webhook_endpoints', key: byId, column: 'secret', place: (id) => `webhook-secret:${id}` },
  { table: 'webhook_endpoints', key: byId, column: 'old_secret', place: (id) => `webhook-secret:${id}` },
  { table: 'chat_robots', key: byId, column: 'url', place: (id) => `robot-url:${id}` },
  { table: 'chat_robots', key: byId, column: 'secret', place: (id) => `robot-secret:${id}` },
  { table: 'robot_messages', key: byKey, column: 'rendered', place: (key) => `robot-message:${key}` },
  { table: 'outbox', key: byKey, column: 'rendered', owner: 'person_id', place: (key) => `outbox:${key}` },
  { table: 'digests', key: byKey, column: 'rendered', owner: 'person_id', place: (key) => `digest:${key}` },
  {
    table: 'heartbeats',
    key: { week: 'date', person_id: 'uuid' },
    column: 'rendered',
    owner: 'person_id',
    place: (week, personId) => `heartbeat:${week}:${personId}`,
  },
  {
    table: 'checkpoint_mails',
    key: { day: 'date', person_id: 'uuid' },
    column: 'rendered',
    owner: 'person_id',
    place: (day, personId) => `checkpoint-mail:${day}:${personId}`,
  },
  {
    table: 'job_pieces',
    key: { job_id: 'uuid', part: 'text', number: 'integer' },
    column: 'bytes',
    place: (jobId, part, number) => `job-${part}:${jobId}:${number}`,
  },
];

/** Columns of bytes that nothing is sealed in: the ledger's and hashes; a pack's cover sheet names no person. */
export const plainByteColumns: readonly string[] = [
  'ledger_events.body',
  'ledger_events.prev',
  'ledger_events.hash',
  'ledger_heads.hash',
  'acknowledge_links.token_hash',
  'packs.cover',
  'sealed_heads.hash',
  'log_tiles.hashes',
  'heads_tiles.hashes',
  'given_up_records.record',
];
