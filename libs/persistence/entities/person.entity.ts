import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';

/** A person; name and mail address are encrypted and stand nowhere else. */
@Entity({ schema: 'paizhao', name: 'people' })
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'people_pk' }) id!: string;
  @Column('bytea') name!: Buffer;
  @Column('bytea') mail!: Buffer;
  @Column('text') language!: 'zh' | 'en';
  @Column('boolean', { default: true }) active!: boolean;
  /** Keyed fingerprint of an address to which mail could not be delivered; of another address it says nothing. */
  @Column('text', { name: 'failing_address', nullable: true }) failingAddress!: string | null;
  @Column({ ...instant, name: 'failing_since', nullable: true }) failingSince!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
