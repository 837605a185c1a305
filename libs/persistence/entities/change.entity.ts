import { Check, Column, Entity, PrimaryColumn, type PrimaryColumnOptions } from 'typeorm';
import { big } from './columns.js';

/** Entries of a license without a place in the change feed: those after `afterSeq`, up to `uptoSeq`. */
@Entity({ schema: 'paizhao', name: 'change_notes' })
@Check('change_notes_forward', 'after_seq < upto_seq')
export class ChangeNoteEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'change_notes_pk' }) licenseId!: string;
  @Column({ ...big, name: 'after_seq' }) afterSeq!: number;
  @Column({ ...big, name: 'upto_seq' }) uptoSeq!: number;
}

/** Entries of a license at their place in the change feed. Never changed, so that a cursor stays right for ever. */
@Entity({ schema: 'paizhao', name: 'change_places' })
@Check('change_places_forward', 'after_seq < upto_seq')
export class ChangePlaceEntity {
  @PrimaryColumn('bigint', { ...big, primaryKeyConstraintName: 'change_places_pk' } as PrimaryColumnOptions)
  place!: number;
  @Column('uuid', { name: 'license_id' }) licenseId!: string;
  @Column({ ...big, name: 'after_seq' }) afterSeq!: number;
  @Column({ ...big, name: 'upto_seq' }) uptoSeq!: number;
}
