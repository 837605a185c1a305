import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { big, instant, storedInstant } from './columns.js';

export type ChannelState = 'enabled' | 'disabled';
export type WebhookDisabledWhy = 'by-hand' | 'gone' | 'failing';
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'suppressed' | 'failed';

/** Somebody's own server, which hears of what happens to licenses. */
@Entity({ schema: 'paizhao', name: 'webhook_endpoints' })
@Check('webhook_endpoints_state_known', `state in ('enabled', 'disabled')`)
@Check(
  'webhook_endpoints_disabled_why',
  `(state = 'disabled') = (disabled_why is not null) and disabled_why in ('by-hand', 'gone', 'failing')`,
)
export class WebhookEndpointEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_endpoints_pk' }) id!: string;
  @Column('text') name!: string;
  /** Encrypted: people put tokens into URLs. */
  @Column('bytea') url!: Buffer;
  @Column('bytea') secret!: Buffer;
  /** Signs too, until then (database clock). */
  @Column('bytea', { name: 'old_secret', nullable: true }) oldSecret!: Buffer | null;
  @Column({ ...instant, name: 'old_secret_until', nullable: true }) oldSecretUntil!: string | null;
  /** Null for all. */
  @Column('text', { name: 'event_types', array: true, nullable: true }) eventTypes!: string[] | null;
  @Column('uuid', { name: 'license_ids', array: true, nullable: true }) licenseIds!: string[] | null;
  @Column('uuid', { name: 'company_ids', array: true, nullable: true }) companyIds!: string[] | null;
  /** Whether it hears of what an import put on record, license by license. */
  @Column('boolean', { default: true }) imported!: boolean;
  @Column('text', { default: 'enabled' }) state!: ChannelState;
  @Column('text', { name: 'disabled_why', nullable: true }) disabledWhy!: WebhookDisabledWhy | null;
  /** First failed attempt since the last success (database clock). */
  @Column({ ...instant, name: 'failing_since', nullable: true }) failingSince!: string | null;
  /** Rises with every change by hand. */
  @Column('integer', { default: 1 }) version!: number;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}

/**
 * One entry of the ledger on its way to one endpoint. Its id is the `webhook-id`, made from endpoint, stream and
 * sequence number, so that a replay is the same message. All instants by the database's clock.
 */
@Entity({ schema: 'paizhao', name: 'webhook_deliveries' })
@Unique('webhook_deliveries_once', ['endpointId', 'stream', 'seq'])
@Index('webhook_deliveries_due', ['endpointId', 'nextAttemptAt'], { where: '(settled_at IS NULL)' })
@Index('webhook_deliveries_order', ['endpointId', 'licenseId', 'seq'], { where: '(settled_at IS NULL)' })
@Index('webhook_deliveries_listed', ['endpointId', 'storedAt', 'id'])
@Check('webhook_deliveries_state_known', `state in ('queued', 'sending', 'sent', 'suppressed', 'failed')`)
@Check('webhook_deliveries_settled_when_final', `(settled_at is null) = (state in ('queued', 'sending'))`)
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_deliveries_pk' }) id!: string;
  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_deliveries_endpoint_fk' })
  @Column('uuid', { name: 'endpoint_id' })
  endpointId!: string;
  /** `license/<id>`, or `test/<id>` for a test. */
  @Column('text') stream!: string;
  @Column({ ...big }) seq!: number;
  @Column('uuid', { name: 'license_id', nullable: true }) licenseId!: string | null;
  @Column('text') type!: string;
  @Column('text', { default: 'queued' }) state!: DeliveryState;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('integer', { default: 0 }) replays!: number;
  /** Status or error code of the newest attempt, never what the other side wrote. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column({ ...storedInstant, name: 'next_attempt_at' }) nextAttemptAt!: string;
  @Column({ ...instant, name: 'changed_at', nullable: true }) changedAt!: string | null;
  @Column({ ...instant, name: 'settled_at', nullable: true }) settledAt!: string | null;
  @Column('uuid', { name: 'claim_token', nullable: true }) claimToken!: string | null;
  @Column({ ...instant, name: 'claimed_until', nullable: true }) claimedUntil!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}

/** A wish to hear again what was stored between two instants, and how far it has come. */
@Entity({ schema: 'paizhao', name: 'webhook_replays' })
@Index('webhook_replays_open', ['storedAt'], { where: '(done_at IS NULL)' })
@Check('webhook_replays_forward', `from_at <= to_at`)
export class WebhookReplayEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_replays_pk' }) id!: string;
  @ForeignKey(() => WebhookEndpointEntity, { name: 'webhook_replays_endpoint_fk' })
  @Column('uuid', { name: 'endpoint_id' })
  endpointId!: string;
  @Column({ ...instant, name: 'from_at' }) fromAt!: string;
  @Column({ ...instant, name: 'to_at' }) toAt!: string;
  @Column({ ...instant, name: 'after_at', nullable: true }) afterAt!: string | null;
  @Column('text', { name: 'after_stream', nullable: true }) afterStream!: string | null;
  @Column({ ...big, name: 'after_seq', nullable: true }) afterSeq!: number | null;
  @Column('integer', { default: 0 }) queued!: number;
  @Column({ ...instant, name: 'done_at', nullable: true }) doneAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
