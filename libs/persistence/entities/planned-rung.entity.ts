import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant } from './columns.js';

/** The reminders planned from here on, so that silence can be seen from the database alone. */
@Entity({ schema: 'paizhao', name: 'planned_rungs' })
@Index('planned_rungs_at', ['at'])
export class PlannedRungEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'planned_rungs_pk' }) licenseId!: string;
  @PrimaryColumn('text', { name: 'obligation_id', primaryKeyConstraintName: 'planned_rungs_pk' }) obligationId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'planned_rungs_pk' }) rung!: string;
  @Column('date') day!: string;
  @Column(instant) at!: string;
}
