import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, instant, storedInstant } from './columns.js';

/** Entries of a license that no channel has looked at: those after `afterSeq`, up to `uptoSeq`. */
@Entity({ schema: 'paizhao', name: 'channel_feed' })
@Check('channel_feed_forward', 'after_seq < upto_seq')
export class ChannelFeedEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'channel_feed_pk' }) licenseId!: string;
  @Column({ ...big, name: 'after_seq' }) afterSeq!: number;
  @Column({ ...big, name: 'upto_seq' }) uptoSeq!: number;
}

/** A channel that people must look at, and who is told by mail; without a person there was nobody to tell. */
@Entity({ schema: 'paizhao', name: 'channel_alarms' })
@Index('channel_alarms_due', ['nextAttemptAt'], {
  where: '((mailed_at IS NULL) AND (person_id IS NOT NULL))',
})
@Check('channel_alarms_channel_known', `channel in ('webhook', 'robot')`)
export class ChannelAlarmEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'channel_alarms_pk' }) key!: string;
  @Column('text') kind!: ChannelAlarmKind;
  @Column('text') channel!: 'webhook' | 'robot';
  @Column('uuid', { name: 'channel_id' }) channelId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column({ ...storedInstant, name: 'next_attempt_at' }) nextAttemptAt!: string;
  @Column({ ...instant, name: 'mailed_at', nullable: true }) mailedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}

/** `gone`: the receiver asked for no more. `failing`: nothing was taken for days. `refused`: key, token or signature.
 * `unsent`: one message could not be delivered. */
export type ChannelAlarmKind = 'webhook-gone' | 'webhook-failing' | 'robot-refused' | 'robot-message-unsent';
