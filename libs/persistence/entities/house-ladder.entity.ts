import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TextRef } from '../../domain/index.js';
import { big } from './columns.js';

/** The newest choice of the house for a kind of obligation; derived from its stream. */
@Entity({ schema: 'paizhao', name: 'house_ladders' })
export class HouseLadderEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'house_ladders_pk' }) kind!: string;
  /** Calendar days before the safe day, the greatest first; null: the rule pack's again. */
  @Column('integer', { array: true, nullable: true }) offsets!: number[] | null;
  @Column('jsonb') reason!: TextRef;
  @Column('text', { name: 'chosen_by' }) chosenBy!: string;
  @Column({ ...big, name: 'house_seq' }) houseSeq!: number;
  /** The event that is carried to the licenses. */
  @Column('uuid', { name: 'event_id' }) eventId!: string;
}
