import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';

/**
 * A file of the document store. One that no command on record refers to is swept after 24 hours; one that was erased stays
 * as a row.
 */
@Entity({ schema: 'paizhao', name: 'files' })
@Index('files_unclaimed', ['storedAt'], { where: '(claimed_at IS NULL)' })
@Index('files_sha256', ['sha256'])
@Index('files_storage_key', ['storageKey'])
@Index('files_license', ['licenseId'])
@Index('files_to_remove', ['erasedAt'], { where: '((erased_at IS NOT NULL) AND (removed_at IS NULL))' })
@Index('files_replaced', ['replacedOn'], { where: '((replaced_on IS NOT NULL) AND (erased_at IS NULL))' })
@Check('files_removed_erased', 'removed_at is null or erased_at is not null')
export class StoredFileEntity {
  /** The `materialId` of commands and events. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'files_pk' }) id!: string;
  @Column('uuid', { name: 'license_id' }) licenseId!: string;
  @Column('text') sha256!: string;
  @Column('integer') bytes!: number;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  /** Where the document store keeps it; the id of its key. Several files may lie in one place. */
  @Column('text', { name: 'storage_key' }) storageKey!: string;
  @Column({ ...instant, name: 'claimed_at', nullable: true }) claimedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
  /** The image of a paper of the authority; else a material. */
  @Column('boolean', { default: false }) scan!: boolean;
  /** Civil day on which another version took its place, before anybody signed for it. */
  @Column('date', { name: 'replaced_on', nullable: true }) replacedOn!: string | null;
  /** Nobody reads it any more. */
  @Column({ ...instant, name: 'erased_at', nullable: true }) erasedAt!: string | null;
  /** The store has no byte of it any more. */
  @Column({ ...instant, name: 'removed_at', nullable: true }) removedAt!: string | null;
}
