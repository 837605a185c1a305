import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Actor, LicenseCommand, LicenseState } from '../domain/index.js';
import { type LedgerRow, type LockedHead, readWholeStream, type Sql } from '../ledger/append.js';
import { genesis, type SealedEntry } from '../ledger/envelope.js';
import { licenseStream } from '../ledger/streams.js';
import { note } from './delivery-notes.js';
import type {
  CommandReply,
  LicenseViewEntity,
  ObligationViewEntity,
  OutboxEntity,
  PlannedRungEntity,
} from './entities/index.js';
import { LicenseRepository } from './licenses.repository.js';
import { eraseTexts } from './private-texts.repository.js';
import { rowsOf } from './rows.js';
import { eraseFiles } from './stored-files.repository.js';

export interface TurnSnapshot {
  seq: number;
  state: LicenseState;
  wakeAt: string | null;
  wakeWhy: string | null;
}

export interface TurnCommand {
  id: string;
  subjectId: string;
  actor: Actor;
  body: LicenseCommand;
  reply: CommandReply | null;
}

/** What is derived from the state and stands beside it. */
export interface Derived {
  state: LicenseState;
  wakeAt: string | null;
  wakeWhy: string | null;
  view: Omit<LicenseViewEntity, 'licenseId' | 'seq'>;
  obligations: Omit<ObligationViewEntity, 'licenseId'>[];
  rungs: Omit<PlannedRungEntity, 'licenseId'>[];
}

/** `leaves: 'digest'` is a wish: who has no digest gets it by itself. */
export type NewMessage = Pick<
  OutboxEntity,
  | 'key'
  | 'seq'
  | 'obligationId'
  | 'rung'
  | 'role'
  | 'personId'
  | 'channel'
  | 'notice'
  | 'dueAt'
  | 'simulated'
  | 'urgency'
  | 'statutory'
  | 'leaves'
>;

/** A message that is recorded and never sent: why, and the civil day (Asia/Shanghai) on which it fell due. */
export interface WithheldMessage {
  message: NewMessage;
  reason: string;
  on: string;
}

/** All that one advance writes, in one statement. */
export interface Change {
  entries: readonly SealedEntry[];
  derived: Derived;
  messages: readonly NewMessage[];
  withheld: readonly WithheldMessage[];
  reply: CommandReply | null;
  /** Files and private texts that are on record from now on. */
  files: readonly string[];
  texts: readonly string[];
  /** Files in whose place others came on a civil day, before anybody signed for them. */
  replacedFiles: readonly { id: string; on: string }[];
  /** Private texts and files that are destroyed. */
  erasedTexts: readonly string[];
  erasedFiles: readonly string[];
}

/** One license, its head locked until the turn ends. */
export interface Turn {
  head: LockedHead;
  snapshot: TurnSnapshot | null;
  command: TurnCommand | null;
  /** Events of the asked command id are in the ledger. */
  onRecord: boolean;
  /** Outbox keys that need an attempt, as of the head. */
  unsent: string[];
  eventsAfter(seq: number): AsyncIterable<LedgerRow>;
  /** Head of a company's stream, which stays what it is until the turn ends; 0 for a company without one. */
  companySeq(companyId: string): Promise<number>;
  /** Licenses of the company whose permit bears that number. Until the turn ends no other turn asks for it. */
  bearingPermit(companyId: string, number: string): Promise<string[]>;
  /** Other licenses of the license's company with that certificate in use. Until the turn ends no other turn asks for it. */
  othersWithCompanion(companyId: string, number: string): Promise<string[]>;
  /** Appends and writes all that follows; gives the unsent keys after it. */
  record(change: Change): Promise<string[]>;
  /** Writes anew what is derived, without an event. */
  derive(derived: Derived): Promise<void>;
}

/** `keep: false` rolls back: nothing of the turn remains. */
export interface TurnResult<T> {
  keep: boolean;
  answer: T;
}

export interface AdvanceStore {
  /** `command`: the id to look up, as a UUID or `wake:<seq>`; null where there is none. */
  turn<T>(licenseId: string, command: string | null, work: (turn: Turn) => Promise<TurnResult<T>>): Promise<T>;
}

/** The one transaction of `advance`, on TypeORM's pool: begin, lock and read, write, commit. */
export class PostgresAdvanceStore implements AdvanceStore {
  constructor(private readonly dataSource: DataSource) {}

  async turn<T>(licenseId: string, command: string | null, work: (turn: Turn) => Promise<TurnResult<T>>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work(await openTurn(runner, licenseId, command));
      await (result.keep ? runner.commitTransaction() : runner.rollbackTransaction());
      return result.answer;
    } catch (error) {
      if (runner.isTransactionActive) await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** A connection that broke cannot roll back; the server has done so, and the first error is the one that counts. */
async function rollBack(runner: QueryRunner): Promise<void> {
  await runner.rollbackTransaction().catch(() => undefined);
}

async function openTurn(sql: QueryRunner, licenseId: string, command: string | null): Promise<Turn> {
  const rows = (await sql.query('select * from paizhao.advance_begin($1, $2)', [licenseId, command])) as BeginRow[];
  const row = rows[0];
  if (!row) throw new Error(`The turn of ${licenseId} could not begin.`);
  const head = { seq: Number(row.seq), hash: row.hash ?? genesis, recordedAt: row.recorded_at, clock: row.clock };
  return {
    head,
    snapshot: row.state && { seq: row.snapshot_seq ?? 0, state: row.state, wakeAt: row.wake_at, wakeWhy: row.wake_why },
    command: row.command && commandOf(row.command),
    onRecord: row.on_record ?? false,
    unsent: row.unsent,
    eventsAfter: (seq) => readWholeStream(sql, licenseStream(licenseId), seq),
    companySeq: (companyId) => lockedCompanySeq(sql, companyId),
    bearingPermit: async (companyId, number) => {
      await lockNumber(sql, companyId, number);
      return new LicenseRepository(sql.manager).withPermitNumber(companyId, number);
    },
    othersWithCompanion: async (companyId, number) => {
      await lockNumber(sql, companyId, number);
      return new LicenseRepository(sql.manager).othersWithCompanion(licenseId, number);
    },
    record: (change) => record(sql, licenseId, head, change),
    derive: async (derived) => {
      await sql.query('select paizhao.advance_derive($1, $2, $3)', [
        licenseId,
        head.seq,
        derivedJson(licenseId, head.seq, derived),
      ]);
    },
  };
}

/** Shared with other openings; whoever records a fact of the company waits, and then finds the license among its own. */
async function lockedCompanySeq(sql: Sql, companyId: string): Promise<number> {
  const rows = (await sql.query('select seq from paizhao.companies where id = $1 for share', [companyId])) as {
    seq: number;
  }[];
  return rows[0]?.seq ?? 0;
}

/** Of two licenses of a company that come by one number at once, the second waits and then finds it with the first. */
async function lockNumber(sql: Sql, companyId: string, number: string): Promise<void> {
  await sql.query(
    `select pg_advisory_xact_lock(hashtextextended('number/' || $1 || '/' || paizhao.search_form($2), 0))`,
    [companyId, number],
  );
}

async function record(runner: QueryRunner, licenseId: string, head: LockedHead, change: Change): Promise<string[]> {
  const seq = head.seq + change.entries.length;
  const messages = [...change.messages, ...change.withheld.map(({ message }) => message)];
  const rows = (await runner.query('select paizhao.advance_record($1, $2, $3, $4, $5, $6) as unsent', [
    licenseId,
    head.seq,
    head.hash,
    change.entries.map((entry) => entry.body),
    change.entries.map((entry) => entry.hash),
    {
      derived: derivedJson(licenseId, seq, change.derived),
      outbox: messages.map((message) => ({ license_id: licenseId, ...columns(message) })),
      reply: change.reply,
      files: change.files,
      texts: change.texts,
    },
  ])) as { unsent: string[] }[];
  for (const { id, on } of change.replacedFiles)
    await runner.query('update paizhao.files set replaced_on = $2 where id = $1', [id, on]);
  if (change.erasedTexts.length > 0) await eraseTexts(runner, change.erasedTexts);
  if (change.erasedFiles.length > 0) await eraseFiles(runner, change.erasedFiles);
  const withheld = new Set(change.withheld.map(({ message }) => message.key));
  for (const each of change.withheld) await withhold(runner.manager, licenseId, each);
  return (rows[0]?.unsent ?? []).filter((key) => !withheld.has(key));
}

/**
 * The one entry of a delivery stream that is not the sender's: in the transaction that writes the row, so that nobody
 * ever sees the message as one that might leave. A sender locks its row first, and nobody knows this row yet.
 */
async function withhold(
  manager: EntityManager,
  licenseId: string,
  { message, reason, on }: WithheldMessage,
): Promise<void> {
  const { key, seq, dueAt: now } = message;
  const written = rowsOf(
    await manager.query(
      `update paizhao.outbox set state = 'suppressed', smtp_answer = $2, changed_at = $3, settled_at = $3
        where key = $1 and settled_at is null and attempts = 0 returning key`,
      [key, reason, now],
    ),
  );
  if (written.length === 0) return;
  const data = { attempt: 0, answer: reason, final: true };
  await note(manager, { key, seq, licenseId }, { now, validOn: on }, 'delivery-suppressed', data);
}

interface BeginRow {
  seq: string;
  hash: Buffer | null;
  recorded_at: string | null;
  clock: string;
  snapshot_seq: number | null;
  state: LicenseState | null;
  wake_at: string | null;
  wake_why: string | null;
  command: CommandRow | null;
  on_record: boolean | null;
  unsent: string[];
}

interface CommandRow {
  id: string;
  subject_id: string;
  actor: Actor;
  body: LicenseCommand;
  reply: CommandReply | null;
}

function commandOf(row: CommandRow): TurnCommand {
  return { id: row.id, subjectId: row.subject_id, actor: row.actor, body: row.body, reply: row.reply };
}

function derivedJson(licenseId: string, seq: number, derived: Derived): object {
  const place = { license_id: licenseId };
  return {
    state: derived.state,
    wakeAt: derived.wakeAt,
    wakeWhy: derived.wakeWhy,
    view: { ...place, seq, ...columns(derived.view) },
    obligations: derived.obligations.map((obligation) => ({ ...place, ...columns(obligation) })),
    rungs: derived.rungs.map((rung) => ({ ...place, ...columns(rung) })),
  };
}

/** `permitLastDay` → `permit_last_day`: members by the names of their columns, for `jsonb_populate_record`. */
function columns(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
