/** A column with what a `Cipher` sealed. */
export interface SealedColumn {
  table: string;
  /** Its primary key, with the types of PostgreSQL. */
  key: Readonly<Record<string, 'uuid' | 'text' | 'date' | 'integer'>>;
  column: string;
  /** The place under which the bytes of a row are sealed, from its key. */
  place(...key: string[]): string;
}

const byId = { id: 'uuid' } as const;
const byKey = { key: 'text' } as const;

/**
 * Everything that is sealed under the data key, but for files: what a rotation goes through. The places are those of
 * whoever seals; a spec holds the list against the database's columns of bytes.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'sealed_keys', key: { name: 'text' }, column: 'sealed', place: (name) => `key:${name}` },
  { table: 'people', key: byId, column: 'name', place: (id) => `person-name:${id}` },
  { table: 'people', key: byId, column: 'mail', place: (id) => `person-mail:${id}` },
  { table: 'private_texts', key: byId, column: 'sealed', place: (id) => `private-text:${id}` },
  { table: 'saved_views', key: byId, column: 'name', place: (id) => `view-name:${id}` },
  { table: 'webhook_endpoints', key: byId, column: 'url', place: (id) => `webhook-url:${id}` },
  { table: 'webhook_endpoints', key: byId, column: 'secret', place: (id) => `webhook-secret:${id}` },
  { table: 'webhook_endpoints', key: byId, column: 'old_secret', place: (id) => `webhook-secret:${id}` },
  { table: 'chat_robots', key: byId, column: 'url', place: (id) => `robot-url:${id}` },
  { table: 'chat_robots', key: byId, column: 'secret', place: (id) => `robot-secret:${id}` },
  { table: 'robot_messages', key: byKey, column: 'rendered', place: (key) => `robot-message:${key}` },
  { table: 'outbox', key: byKey, column: 'rendered', place: (key) => `outbox:${key}` },
  { table: 'digests', key: byKey, column: 'rendered', place: (key) => `digest:${key}` },
  {
    table: 'heartbeats',
    key: { week: 'date', person_id: 'uuid' },
    column: 'rendered',
    place: (week, personId) => `heartbeat:${week}:${personId}`,
  },
  {
    table: 'checkpoint_mails',
    key: { day: 'date', person_id: 'uuid' },
    column: 'rendered',
    place: (day, personId) => `checkpoint-mail:${day}:${personId}`,
  },
  {
    table: 'job_pieces',
    key: { job_id: 'uuid', part: 'text', number: 'integer' },
    column: 'bytes',
    place: (jobId, part, number) => `job-${part}:${jobId}:${number}`,
  },
];

/** Columns of bytes that nothing is sealed in: the ledger's, salts and hashes; a pack's cover sheet names no person. */
export const plainByteColumns: readonly string[] = [
  'ledger_events.body',
  'ledger_events.prev',
  'ledger_events.hash',
  'ledger_heads.hash',
  'private_texts.salt',
  'acknowledge_links.token_hash',
  'packs.cover',
  'sealed_heads.hash',
  'log_tiles.hashes',
  'heads_tiles.hashes',
];
