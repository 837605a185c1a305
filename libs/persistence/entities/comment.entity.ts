import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';

export type CommentAbout = 'license' | 'filing' | 'task';

/** That somebody wrote something; the text itself is among the private texts, and gone once it is withdrawn. */
@Entity({ schema: 'paizhao', name: 'comments' })
@Index('comments_license', ['licenseId', 'storedAt', 'id'])
@Check('comments_about_known', `about in ('license', 'filing', 'task')`)
@Check('comments_about_named', `(about = 'license') = (about_id is null)`)
export class CommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comments_pk' }) id!: string;
  @Column('uuid', { name: 'license_id' }) licenseId!: string;
  @Column('text') about!: CommentAbout;
  @Column('text', { name: 'about_id', nullable: true }) aboutId!: string | null;
  @Column('text', { name: 'author_kind' }) authorKind!: 'person' | 'integration';
  @Column('text', { name: 'author_id' }) authorId!: string;
  @Column('uuid', { name: 'text_ref' }) textRef!: string;
  @Column('text') commitment!: string;
  /** The license's time. */
  @Column({ ...instant, name: 'written_at' }) writtenAt!: string;
  @Column({ ...instant, name: 'withdrawn_at', nullable: true }) withdrawnAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
