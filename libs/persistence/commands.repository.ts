import type { EntityManager } from 'typeorm';
import { InvalidInput } from '../domain/errors.js';
import type { Actor } from '../domain/index.js';
import { CommandEntity } from './entities/index.js';

export interface CommandToStore {
  id: string;
  /** License or company. */
  subjectId: string;
  principal: string;
  actor: Actor;
  /** `Cipher.fingerprint` of what the caller sent: never blank, as that of a request is whose content was erased. */
  fingerprint: string;
  /** The command with references instead of personal data: a `LicenseCommand` for a license. */
  body: object;
}

export class CommandRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Stores a command once. The same id with the same request gives the row that is there, with its reply if its events
   * are on record; with another request it throws `idempotency-key-reused`.
   */
  async store(command: CommandToStore): Promise<CommandEntity> {
    refuseNul(command.body);
    const inserted = (await this.manager.query(
      `insert into paizhao.commands (id, subject_id, principal, actor, fingerprint, body)
       values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning ${columns}`,
      [
        command.id,
        command.subjectId,
        command.principal,
        command.actor,
        command.fingerprint,
        JSON.stringify(command.body),
      ],
    )) as CommandRow[];
    if (inserted[0]) return commandOf(inserted[0]);
    const stored = await this.find(command.id);
    if (!stored) return this.store(command); // it was taken back between the two statements
    const same = stored.fingerprint === command.fingerprint && stored.subjectId === command.subjectId;
    if (!same) throw keyReused(command.id);
    return stored;
  }

  /** Asked twice by every command that comes in, so without the query builder, which takes longer than the database. */
  async find(id: string): Promise<CommandEntity | null> {
    const rows = (await this.manager.query(`select ${columns} from paizhao.commands where id = $1`, [
      id,
    ])) as CommandRow[];
    return rows[0] ? commandOf(rows[0]) : null;
  }

  /**
   * Takes back a command whose events are not on record, and gives its body; null where there is none to take back.
   * One statement: a reply that is being written at this moment is waited for, and keeps the command.
   */
  async forget(id: string): Promise<Record<string, unknown> | null> {
    const gone = (await this.manager.query(
      `with gone as (delete from paizhao.commands where id = $1 and reply is null returning body) select body from gone`,
      [id],
    )) as { body: Record<string, unknown> }[];
    return gone[0]?.body ?? null;
  }

  /** For commands whose events the API appends itself (companies), in the same transaction as the append. */
  async reply(id: string, seq: number, reply: Record<string, unknown>): Promise<void> {
    await this.manager.update(CommandEntity, { id }, { seq, reply: reply as never });
  }
}

/**
 * Whether nobody else carries the command out at this moment: until the transaction ends, nobody else may. An advisory
 * lock, so that of two processes one is told at once instead of waiting for the other.
 */
export async function mayCarryOut(manager: EntityManager, id: string): Promise<boolean> {
  const rows = await manager.query('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine', [id]);
  return (rows as { mine: boolean }[])[0]?.mine === true;
}

const columns = 'id, subject_id, principal, actor, fingerprint, body, reply, seq, stored_at';

interface CommandRow
  extends Pick<CommandEntity, 'id' | 'principal' | 'actor' | 'fingerprint' | 'body' | 'reply' | 'seq'> {
  subject_id: string;
  stored_at: Date;
}

function commandOf({ subject_id, stored_at, ...row }: CommandRow): CommandEntity {
  return { ...row, subjectId: subject_id, storedAt: stored_at.toISOString() };
}

function keyReused(commandId: string): InvalidInput {
  return new InvalidInput('idempotency-key-reused', 'This Idempotency-Key was used for another request.', {
    commandId,
    remedy: 'Send the first request again unchanged, or use a new key for this one.',
  });
}

/** PostgreSQL cannot hold U+0000 in text; said here, it is a refusal and not a failure. */
function refuseNul(body: object): void {
  if (JSON.stringify(body).includes('\\u0000')) {
    throw new InvalidInput('text-not-storable', 'The request holds the character U+0000.', { remedy: 'Remove it.' });
  }
}
