import type { KindName } from './kinds.js';

/** Of which kind each column is, columns of one kind together. */
export type ClassifiedTable = Readonly<Partial<Record<KindName, string>>>;

/** The turns of a message, as the outbox and its like keep them. */
const sending = 'state attempts changed_at settled_at claim_token claimed_until stored_at';

/** Every table and column of the database. A spec holds it against the migrated one: a column nobody classified fails. */
export const classifiedTables = {
  absences: {
    'person-ref': 'person_id',
    availability: 'from_day until_day called_off',
    technical: 'id house_seq event_id',
  },
  access_grants: {
    'person-ref': 'person_id',
    access: 'roles companies licenses known_from known_until last_day',
    technical: 'house_seq',
  },
  acknowledge_links: { credential: 'token_hash', technical: 'outbox_key expires_at used_at stored_at' },
  adoption_impacts: { business: 'license_id dates', technical: 'adoption_id' },
  adoptions: {
    business: 'kind version state licenses moved',
    'person-ref': 'proposed_by decided_by',
    technical: 'id impact_hash proposed_seq decided_seq per_second event_id',
  },
  alarms: {
    technical: 'id kind subject details raised_at last_told_at told_by tellings cleared_at clear_told_at',
  },
  api_tokens: {
    credential: 'hash last_used_at',
    'person-ref': 'person_id',
    access: 'roles actions companies licenses known_from known_until',
    technical: 'id integration expires_at revoked_at stored_at',
  },
  arriving_files: { technical: 'id stored_at' },
  bounces: { 'mail-trouble': 'action status diagnostic addressed', technical: 'id message_id state stored_at' },
  calendar_entries: {
    business: 'license_id obligation_id kind period date safe_day cure_end firmness closed_on',
    technical: 'sequence changed_at',
  },
  calendar_feeds: {
    credential: 'hash last_used_on',
    'person-ref': 'person_id of_person of_owner',
    business: 'of_company of_authority',
    access: 'scopes known_from known_until',
    technical: 'id token_id language of_view expires_at revoked_at stored_at',
  },
  change_notes: { technical: 'license_id after_seq upto_seq' },
  change_places: { technical: 'place license_id after_seq upto_seq' },
  channel_feed: { technical: 'license_id after_seq upto_seq' },
  chat_robots: {
    secret: 'url secret',
    business: 'name license_ids company_ids authorities',
    technical: 'id kind language urgent_only state disabled_why next_at version stored_at',
  },
  checkpoint_mails: {
    message: 'rendered',
    'mail-trouble': 'smtp_answer',
    'person-ref': 'person_id',
    technical: 'day number state attempts changed_at',
  },
  checkpoints: { technical: 'number size seal note sealed_at' },
  commands: {
    'person-ref': 'principal actor',
    record: 'body reply',
    'request-mark': 'fingerprint',
    technical: 'id subject_id seq stored_at',
  },
  comments: {
    'person-ref': 'author_kind author_id',
    record: 'license_id about about_id written_at withdrawn_at',
    commitment: 'text_ref commitment',
    technical: 'id stored_at',
  },
  companies: { business: 'name uscc', record: 'facts', technical: 'id seq recorded_at' },
  digests: {
    message: 'rendered',
    'mail-trouble': 'smtp_answer',
    'person-ref': 'key person_id',
    technical: `day due_at ${sending}`,
  },
  erasures: { 'person-ref': 'subject', technical: 'id kind noted_at list_number' },
  fan_out: { technical: 'event_id license_id command_id state refusal_code done_at stored_at' },
  files: {
    file: 'license_id sha256 bytes media_type storage_key',
    technical: 'id scan replaced_on claimed_at stored_at erased_at removed_at',
  },
  given_up_records: { technical: 'number record' },
  heads_tiles: { technical: 'tier index hashes' },
  heartbeats: {
    message: 'rendered',
    'mail-trouble': 'smtp_answer',
    'person-ref': 'person_id',
    technical: 'week state attempts changed_at',
  },
  house_ladders: {
    business: 'kind offsets',
    commitment: 'reason',
    'person-ref': 'chosen_by',
    technical: 'house_seq event_id',
  },
  house_readings: {
    business: 'rule reading scope_kind scope_of state',
    commitment: 'evidence',
    'person-ref': 'proposed_by decided_by',
    technical: 'id proposed_seq decided_seq',
  },
  identities: { credential: 'fingerprint', 'person-ref': 'person_id', technical: 'house_seq' },
  job_pieces: { sheet: 'bytes', technical: 'job_id part number' },
  jobs: {
    'person-ref': 'actor_kind actor_id',
    conditions: 'asked outcome',
    technical:
      'id kind state version done total failure attempts claim_token claimed_until changed_at ended_at swept_at stored_at',
  },
  ledger_events: {
    record: 'body type valid_on',
    'person-ref': 'actor_kind actor_id',
    technical: 'stream seq prev hash v recorded_at stored_at command_id',
  },
  ledger_heads: { technical: 'stream seq hash recorded_at' },
  license_view: {
    business:
      'company_id company_name service_types coverage authority office status status_on filings permit_number permit_last_day next_obligation next_date safe_day needs_attention attention ended opened_on slack_day search_text search_grams',
    'person-ref': 'owner deputy manager',
    technical: 'license_id seq simulated recorded_at',
  },
  log_tiles: { technical: 'level index hashes' },
  migrations: { technical: 'id timestamp name' },
  obligation_view: {
    business: 'kind duty filing_id period opened_on date safe_day cure_end firmness paused',
    technical: 'license_id obligation_id',
  },
  original_view: {
    'person-ref': 'person_id',
    business: 'handed_over_on due_back_on',
    technical: 'license_id filing_id requirement_id',
  },
  outbox: {
    message: 'rendered',
    'mail-trouble': 'smtp_answer',
    'person-ref': 'key person_id role',
    record: 'notice',
    technical: `license_id seq obligation_id rung channel due_at simulated urgency statutory leaves digest_key ${sending}`,
  },
  own_keys: { secret: 'sealed', technical: 'id stored_at' },
  packs: { record: 'manifest cover', technical: 'license_id seq sha256 bytes stored_at' },
  people: {
    identity: 'name mail',
    'mail-trouble': 'failing_address failing_since',
    'person-ref': 'id',
    technical: 'language active left_on erased_at stored_at',
  },
  person_preferences: {
    'person-ref': 'person_id',
    availability: 'digest quiet_from quiet_until muted_kinds',
    technical: 'house_seq',
  },
  planned_rungs: { business: 'rung day at', technical: 'license_id obligation_id' },
  private_texts: { text: 'sealed salt', commitment: 'commitment', technical: 'id subject_id claimed_at stored_at' },
  resting_logs: { technical: 'origin restored_at outlived' },
  retention_items: { 'person-ref': 'subject', technical: 'report_id kind count due_on event_id outcome' },
  retention_periods: { 'person-ref': 'chosen_by', technical: 'kind days house_seq' },
  retention_reports: { technical: 'id made_on erases_on mailed_at done_at' },
  robot_messages: {
    record: 'notice rendered',
    technical: `key robot_id purpose license_id seq obligation_id rung due_at simulated answer next_attempt_at ${sending}`,
  },
  saved_views: {
    view: 'name',
    conditions: 'filter shared',
    'person-ref': 'person_id',
    technical: 'id version changed_at stored_at',
  },
  seal_findings: { technical: 'kind stream seq seconds found_at' },
  seal_notes: { technical: 'id stream upto_seq entries noted_at' },
  sealed_heads: { technical: 'stream bucket seq hash' },
  sealed_keys: { secret: 'sealed', technical: 'name stored_at' },
  sealed_ranges: { technical: 'first_leaf stream after_seq upto_seq' },
  signs_of_life: { technical: 'name seen_at' },
  snapshots: { record: 'state', technical: 'license_id seq wake_at wake_why clock_offset_ms clock_set_at' },
  webhook_deliveries: {
    technical:
      'id endpoint_id stream seq license_id type state attempts replays answer next_attempt_at changed_at settled_at claim_token claimed_until stored_at',
  },
  webhook_endpoints: {
    secret: 'url secret old_secret',
    business: 'name event_types license_ids company_ids',
    technical: 'id old_secret_until imported state disabled_why failing_since version stored_at',
  },
  webhook_replays: {
    technical: 'id endpoint_id from_at to_at after_at after_stream after_seq queued done_at stored_at',
  },
} as const satisfies Record<string, ClassifiedTable>;

/** The columns of a table that are of a kind. */
export const columnsOf = (table: ClassifiedTable, kind: KindName): string[] => table[kind]?.split(' ') ?? [];
