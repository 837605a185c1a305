import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Duty, ObligationKind } from '../../domain/index.js';

/** The open obligations of all licenses, for lists; the proof of each date is on the license's agenda. */
@Entity({ schema: 'paizhao', name: 'obligation_view' })
@Index('obligation_view_date', ['date'])
@Index('obligation_view_tasks', { synchronize: false })
@Index('obligation_view_authority', ['licenseId', 'date'], { where: `duty = 'authority'` })
export class ObligationViewEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'obligation_view_pk' }) licenseId!: string;
  @PrimaryColumn('text', { name: 'obligation_id', primaryKeyConstraintName: 'obligation_view_pk' })
  obligationId!: string;
  @Column('text') kind!: ObligationKind;
  @Column('text') duty!: Duty;
  @Column('text', { name: 'filing_id', nullable: true }) filingId!: string | null;
  @Column('text', { nullable: true }) period!: string | null;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  @Column('date', { nullable: true }) date!: string | null;
  @Column('date', { name: 'safe_day', nullable: true }) safeDay!: string | null;
  @Column('date', { name: 'cure_end', nullable: true }) cureEnd!: string | null;
  @Column('text', { nullable: true }) firmness!: 'firm' | 'provisional' | null;
  @Column('boolean') paused!: boolean;
}
