import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { big } from './columns.js';
import { PersonEntity } from './person.entity.js';

/** Days on which a person does not answer, both included; derived from the house's stream. */
@Entity({ schema: 'paizhao', name: 'absences' })
@Index('absences_person', ['personId', 'until'])
@Check('absences_in_order', 'from_day <= until_day')
export class AbsenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'absences_pk' }) id!: string;
  @ForeignKey(() => PersonEntity, { name: 'absences_person_fk' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('date', { name: 'from_day' }) from!: string;
  @Column('date', { name: 'until_day' }) until!: string;
  @Column('boolean', { name: 'called_off', default: false }) calledOff!: boolean;
  @Column({ ...big, name: 'house_seq' }) houseSeq!: number;
  /** The event that is carried to the licenses. */
  @Column('uuid', { name: 'event_id' }) eventId!: string;
}
