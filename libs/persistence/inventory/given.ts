import type { Bilingual } from './kinds.js';

/*
 * Of each column that holds something about persons: which part of the export of all about one (PIPL article 45) gives it,
 * or why none does. A spec holds it against the tables and against what the export asks for: no column is forgotten.
 */

/** Parts of the export; those that are no list of their own: `person`, `access`, `preferences`, `views`, `reads`. */
export const givenColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  absences: { absences: 'person_id from_day until_day called_off' },
  access_grants: { access: 'person_id roles companies licenses known_from known_until last_day' },
  api_tokens: { tokens: 'last_used_at person_id roles actions companies licenses known_from known_until' },
  bounces: { bounces: 'action status diagnostic addressed' },
  calendar_feeds: { feeds: 'last_used_on person_id of_person of_owner scopes known_from known_until' },
  checkpoint_mails: { checkpointMails: 'smtp_answer person_id' },
  comments: { comments: 'author_kind author_id license_id about about_id written_at withdrawn_at' },
  digests: { digests: 'smtp_answer key person_id' },
  heartbeats: { heartbeats: 'smtp_answer person_id' },
  identities: { access: 'person_id' },
  jobs: { jobs: 'actor_kind actor_id asked outcome' },
  ledger_events: { acts: 'body type valid_on actor_kind actor_id' },
  license_view: { licenses: 'owner deputy manager' },
  original_view: { originals: 'person_id' },
  outbox: { messages: 'smtp_answer key person_id role' },
  people: { person: 'id name mail failing_since' },
  person_preferences: { preferences: 'person_id digest quiet_from quiet_until muted_kinds' },
  private_texts: { acts: 'sealed' },
  retention_items: { retention: 'subject' },
  saved_views: { views: 'name filter shared person_id' },
};

export interface NotGiven {
  why: Bilingual;
  columns: readonly string[];
}

export const notGivenColumns: Readonly<Record<string, NotGiven>> = {
  proofs: {
    why: {
      zh: '令牌、链接、登录身份、失效地址的摘要，请求的摘要，承诺值的盐：只用于比对，本身不说明任何内容',
      en: 'Fingerprints of tokens, links, identities, failing addresses and requests, and salts: they serve to compare, and tell nothing',
    },
    columns: [
      'acknowledge_links.token_hash',
      'api_tokens.hash',
      'calendar_feeds.hash',
      'commands.fingerprint',
      'identities.fingerprint',
      'people.failing_address',
      'private_texts.salt',
    ],
  },
  'in-acts': {
    why: {
      zh: '本人所办之事及其文字见 acts；这些列由同样的记录派生，或是带来该记录的请求',
      en: 'What the person did, and wrote with it, stands in `acts`: these columns are derived from the same entries, or are the requests that brought them',
    },
    columns: [
      'adoptions.proposed_by',
      'adoptions.decided_by',
      'commands.principal',
      'commands.actor',
      'commands.body',
      'commands.reply',
      'house_ladders.chosen_by',
      'house_readings.proposed_by',
      'house_readings.decided_by',
      'retention_periods.chosen_by',
    ],
  },
  'was-sent': {
    why: {
      zh: '邮件原文已寄给本人，此处的加密副本仅供重发；何时寄出、结果如何见相应部分，内容依许可证的历史可知',
      en: 'The mail itself went to the person, and the sealed copy serves a retry: when it went, and what became of it, is given; what it said stands in the license’s history',
    },
    columns: [
      'checkpoint_mails.rendered',
      'digests.rendered',
      'heartbeats.rendered',
      'outbox.rendered',
      'outbox.notice',
    ],
  },
  'whom-unknown': {
    why: {
      zh: '材料、扫描件和表格涉及何人，只有看过的人知道：向许可证或公司查询',
      en: 'Whom a paper or a sheet shows nobody but its reader knows: ask by license',
    },
    columns: [
      'files.license_id',
      'files.sha256',
      'files.bytes',
      'files.media_type',
      'files.storage_key',
      'job_pieces.bytes',
    ],
  },
  'of-licenses': {
    why: {
      zh: '许可证和公司的记录及其派生数据：其中只有编号，本人担任何职、所办之事另行给出；代表人和股东的姓名向其公司查询',
      en: 'The record of licenses and companies, and what is derived from it: of persons it has ids alone, and whose license it is and what somebody did are given; names of representatives and shareholders are asked for by the company',
    },
    columns: [
      'companies.facts',
      'packs.manifest',
      'packs.cover',
      'robot_messages.notice',
      'robot_messages.rendered',
      'snapshots.state',
    ],
  },
  erased: {
    why: {
      zh: '已删除者的编号；何时删除见 person.erasedAt',
      en: 'Ids of those who are erased; when, says `person.erasedAt`',
    },
    columns: ['erasures.subject'],
  },
};
