import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/index.js';
import { big } from './columns.js';
import { PersonEntity } from './person.entity.js';

/** What a person may do, of what, and until when; derived from the house's stream. */
@Entity({ schema: 'paizhao', name: 'access_grants' })
@Check('access_grants_scope_whole', '(companies is null) = (licenses is null)')
@Check('access_grants_period_in_order', 'known_from <= known_until')
export class AccessGrantEntity {
  @ForeignKey(() => PersonEntity, { name: 'access_grants_person_fk' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'access_grants_pk' })
  personId!: string;
  @Column('text', { array: true }) roles!: Role[];
  /** Null, as are the licenses, where nothing is left out. */
  @Column('uuid', { array: true, nullable: true }) companies!: string[] | null;
  @Column('uuid', { array: true, nullable: true }) licenses!: string[] | null;
  /** Moments that may be asked about, as civil days. */
  @Column('date', { name: 'known_from', nullable: true }) knownFrom!: string | null;
  @Column('date', { name: 'known_until', nullable: true }) knownUntil!: string | null;
  /** Last civil day, by the clock on the wall, on which any of this holds. */
  @Column('date', { name: 'last_day', nullable: true }) lastDay!: string | null;
  /** 0: taken over from the tokens of an installation before 0.4.0. */
  @Column({ ...big, name: 'house_seq' }) houseSeq!: number;
}
