import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { big, storedInstant } from './columns.js';

/** A person, a text or a file whose key was destroyed: kept outside the database too, so that a restored one erases it again. */
@Entity({ schema: 'paizhao', name: 'erasures' })
@Check('erasures_kind_known', `kind in ('person', 'text', 'file')`)
@Index('erasures_unlisted', ['id'], { where: 'list_number IS NULL' })
@Index('erasures_listed', ['listNumber'], { where: 'list_number IS NOT NULL' })
export class ErasureEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'erasures_pk',
  })
  id!: string;
  @Column('text') kind!: 'person' | 'text' | 'file';
  @Column('uuid') subject!: string;
  @Column({ ...storedInstant, name: 'noted_at' }) notedAt!: string;
  /** The list outside the database on which it stands; null until it does. */
  @Column({ ...big, name: 'list_number', nullable: true }) listNumber!: number | null;
}
