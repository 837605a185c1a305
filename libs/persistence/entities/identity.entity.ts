import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { big } from './columns.js';
import { PersonEntity } from './person.entity.js';

/** Whom an identity provider means: of its name for the person only a keyed fingerprint is kept. */
@Entity({ schema: 'paizhao', name: 'identities' })
@Index('identities_fingerprint', ['fingerprint'], { unique: true })
export class IdentityEntity {
  @ForeignKey(() => PersonEntity, { name: 'identities_person_fk' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'identities_pk' })
  personId!: string;
  @Column('text') fingerprint!: string;
  @Column({ ...big, name: 'house_seq' }) houseSeq!: number;
}
