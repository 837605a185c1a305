import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { big } from './columns.js';

/** Entries of a license that no channel has looked at: those after `afterSeq`, up to `uptoSeq`. */
@Entity({ schema: 'paizhao', name: 'channel_feed' })
@Check('channel_feed_forward', 'after_seq < upto_seq')
export class ChannelFeedEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'channel_feed_pk' }) licenseId!: string;
  @Column({ ...big, name: 'after_seq' }) afterSeq!: number;
  @Column({ ...big, name: 'upto_seq' }) uptoSeq!: number;
}
