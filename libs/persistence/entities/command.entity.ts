import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Actor, LicenseCommand } from '../../domain/index.js';
import { storedInstant } from './columns.js';

/** What the caller of a command gets, and gets again for every repeat. */
export interface CommandReply {
  licenseId: string;
  commandId: string;
  outcome: 'appended';
  seq: number;
  events: { seq: number; type: string }[];
  status: string;
}

/**
 * A command as it was asked for. `fingerprint` is a keyed hash of the request, by which a repeat is told from another
 * body; `reply` and `seq` are set by the transaction that appended its events, and by nothing else.
 */
@Entity({ schema: 'paizhao', name: 'commands' })
@Index('commands_license', ['licenseId', 'storedAt'])
@Check('commands_reply_with_seq', '(reply is null) = (seq is null)')
export class CommandEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commands_pk' }) id!: string;
  @Column('uuid', { name: 'license_id' }) licenseId!: string;
  @Column('text') principal!: string;
  @Column('jsonb') actor!: Actor;
  @Column('text') fingerprint!: string;
  @Column('jsonb') body!: LicenseCommand;
  @Column('jsonb', { nullable: true }) reply!: CommandReply | null;
  @Column('integer', { nullable: true }) seq!: number | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
