import { Column, Entity, PrimaryColumn } from 'typeorm';
import { storedInstant } from './columns.js';

/** The key of one record (a person, a private text, a file), sealed. Destroyed when the record is erased. */
@Entity({ schema: 'paizhao', name: 'own_keys' })
export class OwnKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'own_keys_pk' }) id!: string;
  @Column('bytea') sealed!: Buffer;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
