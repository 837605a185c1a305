import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { big, storedInstant } from './columns.js';

/**
 * What makes the archive of a signed pack the same for ever, beside the documents: the pieces that a later version of
 * the product might write otherwise. Written once; no role of the product may change it.
 */
@Entity({ schema: 'paizhao', name: 'packs' })
@Check('packs_sha256_shape', `sha256 ~ '^[0-9a-f]{64}$'`)
export class PackEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'packs_pk' }) licenseId!: string;
  /** Entry of the license's stream that signed it off. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'packs_pk' }) seq!: number;
  /** Canonical JSON. */
  @Column('text') manifest!: string;
  /** The cover sheet, a PDF. */
  @Column('bytea') cover!: Buffer;
  /** Of the whole archive, hex. */
  @Column('text') sha256!: string;
  @Column(big) bytes!: number;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
