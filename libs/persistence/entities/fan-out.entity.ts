import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';
import { CommandEntity } from './command.entity.js';

export type FanOutState = 'pending' | 'done' | 'refused';

/** One event of a company or the house that one license still has to hear of. */
@Entity({ schema: 'paizhao', name: 'fan_out' })
@Index('fan_out_pending', ['eventId'], { where: `(state = 'pending'::text)` })
@Check('fan_out_state_known', `state in ('pending', 'done', 'refused')`)
export class FanOutEntity {
  @PrimaryColumn('uuid', { name: 'event_id', primaryKeyConstraintName: 'fan_out_pk' }) eventId!: string;
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'fan_out_pk' }) licenseId!: string;
  @ForeignKey(() => CommandEntity, { name: 'fan_out_command_fk' })
  @Column('uuid', { name: 'command_id' })
  commandId!: string;
  @Column('text', { default: 'pending' }) state!: FanOutState;
  /** Code of the refusal, where the license refused. */
  @Column('text', { name: 'refusal_code', nullable: true }) refusalCode!: string | null;
  @Column({ ...instant, name: 'done_at', nullable: true }) doneAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
