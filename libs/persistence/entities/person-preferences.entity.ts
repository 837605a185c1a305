import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { big } from './columns.js';
import { PersonEntity } from './person.entity.js';

/** What a person asks of reminders; derived from the house's stream, of which `houseSeq` is the entry. */
@Entity({ schema: 'paizhao', name: 'person_preferences' })
@Check('person_preferences_quiet_whole', `(quiet_from is null) = (quiet_until is null)`)
export class PersonPreferencesEntity {
  @ForeignKey(() => PersonEntity, { name: 'person_preferences_person_fk' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'person_preferences_pk' })
  personId!: string;
  @Column('boolean') digest!: boolean;
  /** Minutes after midnight, Asia/Shanghai; both null where there are no quiet hours. */
  @Column('integer', { name: 'quiet_from', nullable: true }) quietFrom!: number | null;
  @Column('integer', { name: 'quiet_until', nullable: true }) quietUntil!: number | null;
  @Column('text', { name: 'muted_kinds', array: true }) mutedKinds!: string[];
  @Column({ ...big, name: 'house_seq' }) houseSeq!: number;
}
