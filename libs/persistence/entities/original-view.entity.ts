import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Originals that are out, of all licenses: a trigger keeps it with each folded state. */
@Entity({ schema: 'paizhao', name: 'original_view' })
@Index('original_view_due', { synchronize: false })
export class OriginalViewEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'original_view_pk' }) licenseId!: string;
  @PrimaryColumn('text', { name: 'filing_id', primaryKeyConstraintName: 'original_view_pk' }) filingId!: string;
  @PrimaryColumn('text', { name: 'requirement_id', primaryKeyConstraintName: 'original_view_pk' })
  requirementId!: string;
  /** Who has it; null where it is at a place, which only the license's own list tells. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('date', { name: 'handed_over_on' }) handedOverOn!: string;
  @Column('date', { name: 'due_back_on', nullable: true }) dueBackOn!: string | null;
}
