import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from './columns.js';

export type HeartbeatState = 'queued' | 'sent' | 'uncertain' | 'failed';

/** The weekly mail to one person that says that everything runs. */
@Entity({ schema: 'paizhao', name: 'heartbeats' })
@Check('heartbeats_state_known', `state in ('queued', 'sent', 'uncertain', 'failed')`)
export class HeartbeatEntity {
  /** The Monday, in Shanghai. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'heartbeats_pk' }) week!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'heartbeats_pk' }) personId!: string;
  @Column('text', { default: 'queued' }) state!: HeartbeatState;
  @Column('integer', { default: 0 }) attempts!: number;
  /** As rendered once, encrypted: a retry is byte-identical. */
  @Column('bytea', { nullable: true }) rendered!: Buffer | null;
  /** Scrubbed of addresses. */
  @Column('text', { name: 'smtp_answer', nullable: true }) smtpAnswer!: string | null;
  @Column({ ...instant, name: 'changed_at', nullable: true }) changedAt!: string | null;
}
