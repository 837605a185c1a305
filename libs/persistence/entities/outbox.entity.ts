import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoticeDue, Urgency } from '../../domain/index.js';
import { instant, storedInstant } from './columns.js';
import { DigestEntity } from './digest.entity.js';

export type OutboxState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'suppressed' | 'failed';

/**
 * One message to one person over one channel. `key` is license + obligation + rung + recipient + channel, so that no
 * retry, replay or heal can make a second one. `settledAt` is set when no further attempt will be made.
 */
@Entity({ schema: 'paizhao', name: 'outbox' })
@Index('outbox_unsettled', ['licenseId'], { where: '(settled_at IS NULL)' })
@Index('outbox_failed', ['dueAt'], { where: `(state = 'failed'::text)` })
@Index('outbox_license', ['licenseId', 'seq'])
@Index('outbox_person', ['personId'])
@Index('outbox_rendered', ['settledAt'], { where: '(rendered IS NOT NULL)' })
@Index('outbox_waiting', ['personId'], {
  where: `((settled_at IS NULL) AND (leaves = 'digest'::text) AND (digest_key IS NULL))`,
})
@Index('outbox_digest', ['digestKey'], { where: '(digest_key IS NOT NULL)' })
@Check('outbox_leaves_known', `leaves in ('alone', 'digest')`)
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
  /** Why it leaves at once; null where it may wait. */
  @Column('text', { nullable: true }) urgency!: Urgency | null;
  /** A duty by law stands behind it, and not a right. */
  @Column('boolean', { default: true }) statutory!: boolean;
  /** By itself, sent by the license's workflow; or with the recipient's next digest. */
  @Column('text', { default: 'alone' }) leaves!: 'alone' | 'digest';
  /** The digest that carries it. */
  @ForeignKey(() => DigestEntity, { name: 'outbox_digest_fk' })
  @Column('text', { name: 'digest_key', nullable: true })
  digestKey!: string | null;
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
