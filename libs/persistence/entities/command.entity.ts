import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Actor } from '../../domain/index.js';
import { storedInstant } from './columns.js';

/** What the caller of a license's command gets, and gets again for every repeat. */
export interface CommandReply {
  licenseId: string;
  commandId: string;
  outcome: 'appended';
  seq: number;
  events: { seq: number; type: string }[];
  status: string;
}

/**
 * A command as it was asked for, of a license (`body` is a `LicenseCommand`) or of a company. `fingerprint` is a keyed
 * hash of the request, by which a repeat is told from another body, blank once what it brought is erased; `reply` and `seq` are set by the transaction that
 * appended its events, and by nothing else.
 */
@Entity({ schema: 'paizhao', name: 'commands' })
@Index('commands_subject', ['subjectId', 'storedAt'])
@Index('commands_permit_number', { synchronize: false })
@Check('commands_reply_with_seq', '(reply is null) = (seq is null)')
export class CommandEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commands_pk' }) id!: string;
  /** License or company. */
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text') principal!: string;
  @Column('jsonb') actor!: Actor;
  @Column('text') fingerprint!: string;
  @Column('jsonb') body!: Record<string, unknown>;
  @Column('jsonb', { nullable: true }) reply!: Record<string, unknown> | null;
  @Column('integer', { nullable: true }) seq!: number | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
