import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from './columns.js';

/** When a process, or a round of the watch, last said that it is well. */
@Entity({ schema: 'paizhao', name: 'signs_of_life' })
export class SignOfLifeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signs_of_life_pk' }) name!: string;
  @Column({ ...instant, name: 'seen_at' }) seenAt!: string;
}
