import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';

/** A text that must not stand in the ledger; its commitment does. Erasing the row makes the commitment mute. */
@Entity({ schema: 'paizhao', name: 'private_texts' })
@Index('private_texts_subject', ['subjectId'])
@Index('private_texts_claimed', ['claimedAt'], { where: '(claimed_at IS NOT NULL)' })
@Index('private_texts_unclaimed', ['storedAt'], { where: '(claimed_at IS NULL)' })
export class PrivateTextEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'private_texts_pk' }) id!: string;
  /** License or company that it is about. */
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('bytea') salt!: Buffer;
  @Column('bytea') sealed!: Buffer;
  @Column('text') commitment!: string;
  @Column({ ...instant, name: 'claimed_at', nullable: true }) claimedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
