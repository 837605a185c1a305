import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { storedInstant } from './columns.js';

/** A key of the installation's own that stays when the data key is exchanged. */
@Entity({ schema: 'paizhao', name: 'sealed_keys' })
@Check('sealed_keys_name_known', `name in ('fingerprint')`)
export class SealedKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sealed_keys_pk' }) name!: 'fingerprint';
  @Column('bytea') sealed!: Buffer;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
