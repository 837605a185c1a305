import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { storedInstant } from './columns.js';

/** What a mail server reported about a mail of ours (RFC 3464); its id follows from the report's bytes. */
@Entity({ schema: 'paizhao', name: 'bounces' })
@Index('bounces_message', ['messageId'])
@Check('bounces_state_known', `state in ('pending', 'settled')`)
export class BounceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'bounces_pk' }) id!: string;
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('text') action!: string;
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  @Column('text') status!: string;
  /** The server's words, scrubbed of addresses. */
  @Column('text') diagnostic!: string;
  /** It speaks of the address that the person had when it arrived. */
  @Column('boolean') addressed!: boolean;
  @Column('text', { default: 'pending' }) state!: 'pending' | 'settled';
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
