import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PortfolioFilter } from '../portfolio-conditions.js';
import { instant, storedInstant } from './columns.js';
import { PersonEntity } from './person.entity.js';

/** A filter of the portfolio that somebody kept, under a name that is sealed. */
@Entity({ schema: 'paizhao', name: 'saved_views' })
@Index('saved_views_person', ['personId'])
@Index('saved_views_shared', ['id'], { where: 'shared' })
export class SavedViewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_views_pk' }) id!: string;
  @ForeignKey(() => PersonEntity, { name: 'saved_views_person_fk' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('bytea') name!: Buffer;
  @Column('jsonb') filter!: PortfolioFilter;
  /** Everybody may read it. */
  @Column('boolean') shared!: boolean;
  /** Rises with every change. */
  @Column('integer', { default: 1 }) version!: number;
  @Column({ ...instant, name: 'changed_at' }) changedAt!: string;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
