import { Column, Entity, PrimaryColumn } from 'typeorm';
import { storedInstant } from './columns.js';

/** An upload, noted before the document store has a byte or a key of it. A day later it is a file on record, or swept. */
@Entity({ schema: 'paizhao', name: 'arriving_files' })
export class ArrivingFileEntity {
  /** Where the document store keeps it. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'arriving_files_pk' }) id!: string;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
