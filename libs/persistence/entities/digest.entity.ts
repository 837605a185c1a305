import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';
import type { OutboxState } from './outbox.entity.js';

/**
 * One message that carries several: all that waited for a person on a day, or what leaves at once for a person about
 * one license. Its state and claim are as those of a single message;
 * the rows of the outbox that it carries point to it and go through the same states.
 */
@Entity({ schema: 'paizhao', name: 'digests' })
@Index('digests_unsettled', ['key'], { where: '(settled_at IS NULL)' })
@Index('digests_person', ['personId', 'day'])
@Check('digests_state_known', `state in ('queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed')`)
@Check('digests_settled_when_final', `settled_at is not null or state in ('queued', 'sending', 'uncertain')`)
export class DigestEntity {
  /**
   * `digest/<person>/<day>`, and `/2` and so on for further parts: nobody gets two on one day. `together/<outbox key>`
   * for what leaves at once.
   */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'digests_pk' }) key!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('date') day!: string;
  @Column({ ...instant, name: 'due_at' }) dueAt!: string;
  @Column('text', { default: 'queued' }) state!: OutboxState;
  @Column('integer', { default: 0 }) attempts!: number;
  /** The message as rendered once, encrypted: a retry is byte-identical. */
  @Column('bytea', { nullable: true }) rendered!: Buffer | null;
  /** Scrubbed of addresses. */
  @Column('text', { name: 'smtp_answer', nullable: true }) smtpAnswer!: string | null;
  @Column({ ...instant, name: 'changed_at', nullable: true }) changedAt!: string | null;
  @Column({ ...instant, name: 'settled_at', nullable: true }) settledAt!: string | null;
  @Column('uuid', { name: 'claim_token', nullable: true }) claimToken!: string | null;
  @Column({ ...instant, name: 'claimed_until', nullable: true }) claimedUntil!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
