import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoticeDue } from '../../domain/index.js';
import { big, instant, storedInstant } from './columns.js';
import type { OutboxState } from './outbox.entity.js';
import type { ChannelState } from './webhook.entity.js';

export type RobotKind = 'wecom' | 'dingtalk' | 'feishu';

/** A robot in a group chat, which is told of notices. */
@Entity({ schema: 'paizhao', name: 'chat_robots' })
@Check('chat_robots_kind_known', `kind in ('wecom', 'dingtalk', 'feishu')`)
@Check('chat_robots_language_known', `language in ('zh', 'en')`)
@Check('chat_robots_state_known', `state in ('enabled', 'disabled')`)
@Check(
  'chat_robots_disabled_why',
  `(state = 'disabled') = (disabled_why is not null) and disabled_why in ('by-hand', 'refused')`,
)
export class ChatRobotEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'chat_robots_pk' }) id!: string;
  @Column('text') kind!: RobotKind;
  @Column('text') name!: string;
  @Column('text') language!: 'zh' | 'en';
  /** Encrypted: the key or token stands in it. */
  @Column('bytea') url!: Buffer;
  /** Null for a robot that is not set to check signatures. */
  @Column('bytea', { nullable: true }) secret!: Buffer | null;
  /** Null for all. */
  @Column('uuid', { name: 'license_ids', array: true, nullable: true }) licenseIds!: string[] | null;
  @Column('uuid', { name: 'company_ids', array: true, nullable: true }) companyIds!: string[] | null;
  @Column('text', { array: true, nullable: true }) authorities!: string[] | null;
  @Column('boolean', { name: 'urgent_only', default: false }) urgentOnly!: boolean;
  @Column('text', { default: 'enabled' }) state!: ChannelState;
  @Column('text', { name: 'disabled_why', nullable: true }) disabledWhy!: 'by-hand' | 'refused' | null;
  /** No message before then: the services take so many a minute (database clock). */
  @Column({ ...storedInstant, name: 'next_at' }) nextAt!: string;
  /** Rises with every change by hand. */
  @Column('integer', { default: 1 }) version!: number;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}

/** One message to one robot. `key` is license + obligation + rung + robot + channel, as in the outbox. */
@Entity({ schema: 'paizhao', name: 'robot_messages' })
@Index('robot_messages_due', ['robotId', 'nextAttemptAt'], { where: '(settled_at IS NULL)' })
@Index('robot_messages_license', ['licenseId', 'seq'])
@Index('robot_messages_failed', ['robotId', 'changedAt'], { where: `(state = 'failed'::text)` })
@Check('robot_messages_purpose_known', `purpose in ('notice', 'test')`)
@Check(
  'robot_messages_notice_complete',
  `purpose = 'test' or num_nonnulls(license_id, seq, obligation_id, rung, notice) = 5`,
)
@Check('robot_messages_state_known', `state in ('queued', 'sending', 'sent', 'uncertain', 'suppressed', 'failed')`)
@Check('robot_messages_settled_when_final', `settled_at is not null or state in ('queued', 'sending', 'uncertain')`)
export class RobotMessageEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'robot_messages_pk' }) key!: string;
  @ForeignKey(() => ChatRobotEntity, { name: 'robot_messages_robot_fk' })
  @Column('uuid', { name: 'robot_id' })
  robotId!: string;
  @Column('text') purpose!: 'notice' | 'test';
  @Column('uuid', { name: 'license_id', nullable: true }) licenseId!: string | null;
  /** The `notice-due` event that asked for it. */
  @Column({ ...big, nullable: true }) seq!: number | null;
  @Column('text', { name: 'obligation_id', nullable: true }) obligationId!: string | null;
  @Column('text', { nullable: true }) rung!: string | null;
  @Column('jsonb', { nullable: true }) notice!: NoticeDue | null;
  /** The license's time when the notice fell due. */
  @Column({ ...instant, name: 'due_at' }) dueAt!: string;
  @Column('boolean') simulated!: boolean;
  /** The text as rendered once, encrypted: a retry says the same. */
  @Column('bytea', { nullable: true }) rendered!: Buffer | null;
  @Column('text', { default: 'queued' }) state!: OutboxState;
  @Column('integer', { default: 0 }) attempts!: number;
  /** Status and error code of the newest attempt, never what the service wrote. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column({ ...storedInstant, name: 'next_attempt_at' }) nextAttemptAt!: string;
  @Column({ ...instant, name: 'changed_at', nullable: true }) changedAt!: string | null;
  @Column({ ...instant, name: 'settled_at', nullable: true }) settledAt!: string | null;
  @Column('uuid', { name: 'claim_token', nullable: true }) claimToken!: string | null;
  @Column({ ...instant, name: 'claimed_until', nullable: true }) claimedUntil!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
