import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Attention, FilingKind, FilingStatus, LicenseStatus } from '../../domain/index.js';
import { instant } from './columns.js';

/** One line per license for lists and search; derived from the stream, as of `seq`. Dates, never "days left". */
@Entity({ schema: 'paizhao', name: 'license_view' })
@Index('license_view_slack', ['slackDay', 'licenseId'])
@Index('license_view_ended', ['slackDay', 'licenseId'], { where: 'ended' })
@Index('license_view_authority', ['authority', 'slackDay', 'licenseId'])
@Index('license_view_owner', ['owner', 'slackDay', 'licenseId'])
@Index('license_view_deputy', ['deputy'])
@Index('license_view_manager', ['manager'])
@Index('license_view_opened_on', ['openedOn'])
// These carry a further column, or are of another kind: the migration has them.
@Index('license_view_status', { synchronize: false })
@Index('license_view_company', { synchronize: false })
@Index('license_view_service_types', { synchronize: false })
@Index('license_view_search', { synchronize: false })
@Index('license_view_permit_number', { synchronize: false })
@Index('license_view_next_date', ['nextDate'])
@Index('license_view_attention', ['licenseId'], { where: 'needs_attention' })
@Index('license_view_simulated', ['licenseId'], { where: 'simulated' })
export class LicenseViewEntity {
  @PrimaryColumn('uuid', { name: 'license_id', primaryKeyConstraintName: 'license_view_pk' }) licenseId!: string;
  @Column('integer') seq!: number;
  @Column('uuid', { name: 'company_id' }) companyId!: string;
  @Column('text', { name: 'company_name' }) companyName!: string;
  @Column('text', { name: 'service_types', array: true }) serviceTypes!: string[];
  /** Host code of the province, or `nationwide`. */
  @Column('text') coverage!: string;
  @Column('text') authority!: string;
  @Column('text') office!: string;
  @Column('text') status!: LicenseStatus;
  /** Civil day for which the status was derived. */
  @Column('date', { name: 'status_on' }) statusOn!: string;
  @Column('text') owner!: string;
  @Column('text') deputy!: string;
  @Column('text') manager!: string;
  @Column('jsonb') filings!: { id: string; kind: FilingKind; status: FilingStatus }[];
  @Column('text', { name: 'permit_number', nullable: true }) permitNumber!: string | null;
  @Column('date', { name: 'permit_last_day', nullable: true }) permitLastDay!: string | null;
  /** The company's nearest open duty, and its safe day. */
  @Column('text', { name: 'next_obligation', nullable: true }) nextObligation!: string | null;
  @Column('date', { name: 'next_date', nullable: true }) nextDate!: string | null;
  @Column('date', { name: 'safe_day', nullable: true }) safeDay!: string | null;
  @Column('boolean', { name: 'needs_attention' }) needsAttention!: boolean;
  @Column('jsonb') attention!: Attention[];
  @Column('boolean') simulated!: boolean;
  @Column('boolean') ended!: boolean;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  /** The license's time of its newest entry. */
  @Column({ ...instant, name: 'recorded_at' }) recordedAt!: string;
  /** A trigger keeps these three, and only SQL reads them: what lists go by, and what a search looks through. */
  @Column('date', { name: 'slack_day', default: 'infinity', select: false }) protected readonly slackDay!: string;
  @Column('text', { name: 'search_text', default: '', select: false }) protected readonly searchText!: string;
  @Column('text', { name: 'search_grams', array: true, default: () => `'{}'`, select: false })
  protected readonly searchGrams!: string[];
}
