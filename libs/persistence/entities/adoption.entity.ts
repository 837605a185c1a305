import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DateImpact } from '../../domain/index.js';
import { big } from './columns.js';

export type AdoptionKind = 'rulebook' | 'calendar';

/** A version of the law that the house takes for its open licenses; derived from its stream. */
@Entity({ schema: 'paizhao', name: 'adoptions' })
@Index('adoptions_one_proposed', ['kind'], { unique: true, where: `(state = 'proposed'::text)` })
@Check('adoptions_kind_known', `kind in ('rulebook', 'calendar')`)
@Check('adoptions_state_known', `state in ('proposed', 'confirmed', 'rejected')`)
@Check('adoptions_per_second_positive', 'per_second > 0')
@Check('adoptions_second_person', `state <> 'confirmed' or (decided_by is not null and decided_by <> proposed_by)`)
export class AdoptionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'adoptions_pk' }) id!: string;
  @Column('text') kind!: AdoptionKind;
  @Column('text') version!: string;
  @Column('text', { default: 'proposed' }) state!: 'proposed' | 'confirmed' | 'rejected';
  /** Open licenses that pin another version, and those of them that have a date which moves. */
  @Column('integer') licenses!: number;
  @Column('integer') moved!: number;
  @Column('text', { name: 'impact_hash' }) impactHash!: string;
  @Column('text', { name: 'proposed_by' }) proposedBy!: string;
  @Column({ ...big, name: 'proposed_seq' }) proposedSeq!: number;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column({ ...big, name: 'decided_seq', nullable: true }) decidedSeq!: number | null;
  /** Licenses per second to which it is carried, where somebody chose it; null: the installation's usual rate. */
  @Column('integer', { name: 'per_second', nullable: true }) perSecond!: number | null;
  /** The event that is carried to the licenses, once it is confirmed. */
  @Column('uuid', { name: 'event_id', nullable: true }) eventId!: string | null;
}

/** The dates of one license that an adoption moves, as they stood when it was proposed. */
@Entity({ schema: 'paizhao', name: 'adoption_impacts' })
export class AdoptionImpactEntity {
  @ForeignKey(() => AdoptionEntity, { name: 'adoption_impacts_adoption_fk' })
  @PrimaryColumn('uuid', { name: 'adoption_id', primaryKeyConstraintName: 'adoption_impacts_pk' })
  adoptionId!: string;
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'adoption_impacts_pk' }) licenseId!: string;
  @Column('jsonb') dates!: DateImpact[];
}
