import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TextRef } from '../../domain/index.js';
import { big } from './columns.js';

export type HouseReadingState = 'proposed' | 'confirmed' | 'rejected' | 'superseded';

const place = ['rule', 'scopeKind', 'scopeOf'];

/** How the house reads an unclear rule; derived from its stream. The numbers are entries of that stream. */
@Entity({ schema: 'paizhao', name: 'house_readings' })
@Index('house_readings_one_proposed', place, { unique: true, where: `(state = 'proposed'::text)` })
@Index('house_readings_one_confirmed', place, { unique: true, where: `(state = 'confirmed'::text)` })
@Check('house_readings_scope_known', `scope_kind in ('installation', 'authority', 'license')`)
@Check('house_readings_state_known', `state in ('proposed', 'confirmed', 'rejected', 'superseded')`)
@Check(
  'house_readings_second_person',
  `state not in ('confirmed', 'superseded') or (decided_by is not null and decided_by <> proposed_by)`,
)
export class HouseReadingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'house_readings_pk' }) id!: string;
  @Column('text') rule!: string;
  /** Null leaves the rule open again. */
  @Column('text', { nullable: true }) reading!: string | null;
  @Column('text', { name: 'scope_kind' }) scopeKind!: 'installation' | 'authority' | 'license';
  /** Code of the authority or id of the license; empty for the installation. */
  @Column('text', { name: 'scope_of', default: '' }) scopeOf!: string;
  @Column('jsonb') evidence!: TextRef;
  @Column('text', { default: 'proposed' }) state!: HouseReadingState;
  @Column('text', { name: 'proposed_by' }) proposedBy!: string;
  @Column({ ...big, name: 'proposed_seq' }) proposedSeq!: number;
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column({ ...big, name: 'decided_seq', nullable: true }) decidedSeq!: number | null;
}
