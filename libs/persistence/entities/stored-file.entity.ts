import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';

/** A file of the document store. One that no command on record refers to is swept after 24 hours. */
@Entity({ schema: 'paizhao', name: 'files' })
@Index('files_unclaimed', ['storedAt'], { where: '(claimed_at IS NULL)' })
@Index('files_sha256', ['sha256'])
export class StoredFileEntity {
  /** The `materialId` of commands and events. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'files_pk' }) id!: string;
  @Column('uuid', { name: 'license_id' }) licenseId!: string;
  @Column('text') sha256!: string;
  @Column('integer') bytes!: number;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  /** Where the document store keeps it. */
  @Column('text', { name: 'storage_key' }) storageKey!: string;
  @Column({ ...instant, name: 'claimed_at', nullable: true }) claimedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
