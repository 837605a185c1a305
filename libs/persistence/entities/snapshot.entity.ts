import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LicenseState } from '../../domain/index.js';
import { big, instant } from './columns.js';

/** The folded state of one license's stream as of `seq`, and when the license must next be woken. */
@Entity({ schema: 'paizhao', name: 'snapshots' })
@Index('snapshots_wake', ['wakeAt'], { where: '(wake_at IS NOT NULL)' })
@Index('snapshots_simulated', ['licenseId'], { where: '(clock_offset_ms > 0)' })
export class SnapshotEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'snapshots_pk' }) licenseId!: string;
  @Column('integer') seq!: number;
  @Column('jsonb') state!: LicenseState;
  @Column({ ...instant, name: 'wake_at', nullable: true }) wakeAt!: string | null;
  @Column('text', { name: 'wake_why', nullable: true }) wakeWhy!: string | null;
  /** How far a simulated license's time is ahead of the clock on the wall; 0 for every other one. */
  @Column({ ...big, name: 'clock_offset_ms', default: 0 }) clockOffsetMs!: number;
  /** When that was last changed, by the clock on the wall; null for every license that is not simulated. */
  @Column({ ...instant, name: 'clock_set_at', nullable: true }) clockSetAt!: string | null;
}
