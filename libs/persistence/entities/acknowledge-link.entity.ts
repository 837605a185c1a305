import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';
import { OutboxEntity } from './outbox.entity.js';

/** The link in one message by which its recipient acknowledges the notice, once. Only the token's hash is kept. */
@Entity({ schema: 'paizhao', name: 'acknowledge_links' })
@Index('acknowledge_links_expiry', ['expiresAt'])
export class AcknowledgeLinkEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'acknowledge_links_pk' }) tokenHash!: Buffer;
  @ForeignKey(() => OutboxEntity, { name: 'acknowledge_links_outbox_fk' })
  @Column('text', { name: 'outbox_key' })
  outboxKey!: string;
  /** The license's time, as all of its dates. */
  @Column({ ...instant, name: 'expires_at' }) expiresAt!: string;
  @Column({ ...instant, name: 'used_at', nullable: true }) usedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
