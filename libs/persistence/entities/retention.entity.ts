import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RetentionKind } from '../inventory/kinds.js';
import { big, instant } from './columns.js';

/** How long the house keeps something, where it chose another period than the default; derived from its stream. */
@Entity({ schema: 'paizhao', name: 'retention_periods' })
@Check('retention_periods_days_positive', 'days > 0')
export class RetentionPeriodEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'retention_periods_pk' }) kind!: RetentionKind;
  @Column('integer') days!: number;
  @Column('text', { name: 'chosen_by' }) chosenBy!: string;
  @Column({ ...big, name: 'house_seq' }) houseSeq!: number;
}

/** What will go on a day, told beforehand; one of them is open at a time. */
@Entity({ schema: 'paizhao', name: 'retention_reports' })
@Index('retention_reports_open', { synchronize: false })
@Check('retention_reports_notice', 'erases_on > made_on')
@Check('retention_reports_mailed_first', 'done_at is null or mailed_at is not null')
export class RetentionReportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_reports_pk' }) id!: string;
  @Column('date', { name: 'made_on' }) madeOn!: string;
  @Column('date', { name: 'erases_on' }) erasesOn!: string;
  @Column({ ...instant, name: 'mailed_at', nullable: true }) mailedAt!: string | null;
  @Column({ ...instant, name: 'done_at', nullable: true }) doneAt!: string | null;
}

/** One thing of a report: a person, the texts of a license, messages up to a day. */
@Entity({ schema: 'paizhao', name: 'retention_items' })
@Check('retention_items_outcome_known', `outcome in ('erased', 'kept')`)
export class RetentionItemEntity {
  @ForeignKey(() => RetentionReportEntity, { name: 'retention_items_report_fk' })
  @PrimaryColumn('uuid', { name: 'report_id', primaryKeyConstraintName: 'retention_items_pk' })
  reportId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'retention_items_pk' }) kind!: RetentionKind;
  /** Id of the person or license; the last day of the messages. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'retention_items_pk' }) subject!: string;
  /** Texts or messages that go. */
  @Column('integer') count!: number;
  /** Under which its license was told to erase it; null where it was not. */
  @Column('uuid', { name: 'event_id', nullable: true }) eventId!: string | null;
  /** The last day of its period. */
  @Column('date', { name: 'due_on' }) dueOn!: string;
  /**
   * Kept: on that day it was no longer due, since the house chose a longer period, or the person is back. Null until it was
   * looked at, and of what was given to its license: the fan-out knows how far that has come.
   */
  @Column('text', { nullable: true }) outcome!: 'erased' | 'kept' | null;
}
