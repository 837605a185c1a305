import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';

/** A person; name and mail address are encrypted under the person's own key, and null once they are erased. */
@Entity({ schema: 'paizhao', name: 'people' })
@Check('people_erased_whole', '(erased_at is null) = (name is not null) and (name is null) = (mail is null)')
@Check('people_erased_left', 'erased_at is null or not active')
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'people_pk' }) id!: string;
  @Column('bytea', { nullable: true }) name!: Buffer | null;
  @Column('bytea', { nullable: true }) mail!: Buffer | null;
  @Column('text') language!: 'zh' | 'en';
  @Column('boolean', { default: true }) active!: boolean;
  /** Keyed fingerprint of an address to which mail could not be delivered; of another address it says nothing. */
  @Column('text', { name: 'failing_address', nullable: true }) failingAddress!: string | null;
  @Column({ ...instant, name: 'failing_since', nullable: true }) failingSince!: string | null;
  /** The civil day on which the person left; null for whoever is there. */
  @Column('date', { name: 'left_on', nullable: true }) leftOn!: string | null;
  @Column({ ...instant, name: 'erased_at', nullable: true }) erasedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
