import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ObligationKind } from '../../domain/index.js';
import { instant } from './columns.js';

/**
 * What calendars were last told about an obligation, open or closed. A trigger on the view of open obligations keeps
 * it, in the transaction of the license's advance: each change of a date raises `sequence`, so that it never falls.
 */
@Entity({ schema: 'paizhao', name: 'calendar_entries' })
@Index('calendar_entries_closed', ['licenseId', 'closedOn'], { where: '(closed_on IS NOT NULL)' })
@Check('calendar_entries_sequence_counts', 'sequence >= 0')
export class CalendarEntryEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'calendar_entries_pk' }) licenseId!: string;
  @PrimaryColumn('text', { name: 'obligation_id', primaryKeyConstraintName: 'calendar_entries_pk' })
  obligationId!: string;
  @Column('text') kind!: ObligationKind;
  @Column('text', { nullable: true }) period!: string | null;
  @Column('date', { nullable: true }) date!: string | null;
  @Column('date', { name: 'safe_day', nullable: true }) safeDay!: string | null;
  @Column('date', { name: 'cure_end', nullable: true }) cureEnd!: string | null;
  @Column('text', { nullable: true }) firmness!: 'firm' | 'provisional' | null;
  @Column('integer', { default: 0 }) sequence!: number;
  /** The license's time of the last change. */
  @Column({ ...instant, name: 'changed_at' }) changedAt!: string;
  /** The license's civil day on which the obligation left the agenda; null while it is open. */
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
}
