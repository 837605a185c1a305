import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CompanyFacts } from '../../domain/index.js';
import { instant } from './columns.js';

/** What is known of a company, derived from its stream, as of `seq`. */
@Entity({ schema: 'paizhao', name: 'companies' })
@Index('companies_uscc', ['uscc'], { unique: true })
@Index('companies_by_name', { synchronize: false })
export class CompanyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'companies_pk' }) id!: string;
  @Column('integer') seq!: number;
  @Column('text') name!: string;
  @Column('text') uscc!: string;
  @Column('jsonb') facts!: CompanyFacts;
  @Column({ ...instant, name: 'recorded_at' }) recordedAt!: string;
}
