import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeDue } from '../../domain/index.js';
import { instant, storedInstant } from './columns.js';

export type OutboxState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'suppressed' | 'failed';

/**
 * One message to one person over one channel. `key` is license + obligation + rung + recipient + channel, so that no
 * retry, replay or heal can make a second one. `settledAt` is set when no further attempt will be made.
 */
@Entity({ schema: 'paizhao', name: 'outbox' })
@Index('outbox_unsettled', ['licenseId'], { where: '(settled_at IS NULL)' })
@Index('outbox_license', ['licenseId', 'seq'])
@Check('outbox_state_known', `state in ('queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed')`)
@Check('outbox_settled_when_final', `settled_at is not null or state in ('queued', 'sending', 'uncertain')`)
export class OutboxEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'outbox_pk' }) key!: string;
  @Column('uuid', { name: 'license_id' }) licenseId!: string;
  /** The `notice-due` event that asked for it. */
  @Column('integer') seq!: number;
  @Column('text', { name: 'obligation_id' }) obligationId!: string;
  @Column('text') rung!: string;
  @Column('text') role!: 'owner' | 'deputy' | 'manager';
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text') channel!: 'mail';
  @Column('jsonb') notice!: NoticeDue;
  /** The license's time when the notice fell due. */
  @Column({ ...instant, name: 'due_at' }) dueAt!: string;
  @Column('boolean') simulated!: boolean;
  @Column('text', { default: 'queued' }) state!: OutboxState;
  @Column('integer', { default: 0 }) attempts!: number;
  /** The message as rendered once, encrypted: a retry is byte-identical. */
  @Column('bytea', { nullable: true }) rendered!: Buffer | null;
  /** Scrubbed of addresses. */
  @Column('text', { name: 'smtp_answer', nullable: true }) smtpAnswer!: string | null;
  /** The license's time of the last change. */
  @Column({ ...instant, name: 'changed_at', nullable: true }) changedAt!: string | null;
  @Column({ ...instant, name: 'settled_at', nullable: true }) settledAt!: string | null;
  /** Who is sending now, and until when nobody else may (database clock). */
  @Column('uuid', { name: 'claim_token', nullable: true }) claimToken!: string | null;
  @Column({ ...instant, name: 'claimed_until', nullable: true }) claimedUntil!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
