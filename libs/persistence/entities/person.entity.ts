import { Column, Entity, PrimaryColumn } from 'typeorm';
import { storedInstant } from './columns.js';

/** A person; name and mail address are encrypted and stand nowhere else. */
@Entity({ schema: 'paizhao', name: 'people' })
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'people_pk' }) id!: string;
  @Column('bytea') name!: Buffer;
  @Column('bytea') mail!: Buffer;
  @Column('text') language!: 'zh' | 'en';
  @Column('boolean', { default: true }) active!: boolean;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
