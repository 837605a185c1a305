import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant } from './columns.js';

export type AlarmChannel = 'mail' | 'webhook' | 'log';

/** Something that should not be so: open until the watch no longer finds it. Ids and figures only, no personal data. */
@Entity({ schema: 'paizhao', name: 'alarms' })
@Index('alarms_one_open', ['kind', 'subject'], { unique: true, where: '(cleared_at IS NULL)' })
@Index('alarms_raised', ['raisedAt'])
@Check('alarms_told_by_known', `told_by in ('mail', 'webhook', 'log')`)
export class AlarmEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alarms_pk' }) id!: string;
  @Column('text') kind!: string;
  /** Of what: a license's id, a queue's name, a week. */
  @Column('text') subject!: string;
  @Column('jsonb') details!: Record<string, string | number>;
  @Column({ ...instant, name: 'raised_at' }) raisedAt!: string;
  @Column({ ...instant, name: 'last_told_at', nullable: true }) lastToldAt!: string | null;
  /** The channel that took the last telling. */
  @Column('text', { name: 'told_by', nullable: true }) toldBy!: AlarmChannel | null;
  @Column('integer', { default: 0 }) tellings!: number;
  @Column({ ...instant, name: 'cleared_at', nullable: true }) clearedAt!: string | null;
  @Column({ ...instant, name: 'clear_told_at', nullable: true }) clearToldAt!: string | null;
}
