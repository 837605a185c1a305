import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant, storedInstant } from './columns.js';

export type JobKind = 'import' | 'import-trial' | 'export';
export type JobState = 'queued' | 'running' | 'done' | 'failed';
export type JobPart = 'input' | 'findings' | 'result';

/** Work that outlasts a request: what was asked, how far it has come, how it ended. Instants by the database's clock. */
@Entity({ schema: 'paizhao', name: 'jobs' })
@Index('jobs_open', ['storedAt', 'id'], { where: '(ended_at IS NULL)' })
@Index('jobs_of_actor', ['actorKind', 'actorId', 'storedAt', 'id'])
@Index('jobs_listed', ['storedAt', 'id'])
@Index('jobs_unswept', ['endedAt'], { where: '(swept_at IS NULL)' })
@Check('jobs_kind_known', `kind in ('import', 'import-trial', 'export')`)
@Check('jobs_state_known', `state in ('queued', 'running', 'done', 'failed')`)
@Check('jobs_ended_when_final', `(ended_at is not null) = (state in ('done', 'failed'))`)
@Check('jobs_failure_named', `(failure is not null) = (state = 'failed')`)
export class JobEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jobs_pk' }) id!: string;
  @Column('text') kind!: JobKind;
  @Column('text', { name: 'actor_kind' }) actorKind!: string;
  @Column('text', { name: 'actor_id' }) actorId!: string;
  /** Ids, codes and conditions; what a sheet holds is a sealed piece. */
  @Column('jsonb') asked!: Record<string, unknown>;
  @Column('text', { default: 'queued' }) state!: JobState;
  /** Moves with every change that a follower should see. */
  @Column('integer', { default: 1 }) version!: number;
  @Column('integer', { default: 0 }) done!: number;
  @Column('integer', { nullable: true }) total!: number | null;
  /** Counts and codes, once there are any. */
  @Column('jsonb', { nullable: true }) outcome!: Record<string, unknown> | null;
  /** Code of the problem. */
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('uuid', { name: 'claim_token', nullable: true }) claimToken!: string | null;
  @Column({ ...instant, name: 'claimed_until', nullable: true }) claimedUntil!: string | null;
  @Column({ ...storedInstant, name: 'changed_at' }) changedAt!: string;
  @Column({ ...instant, name: 'ended_at', nullable: true }) endedAt!: string | null;
  /** Since when its sheets are gone. */
  @Column({ ...instant, name: 'swept_at', nullable: true }) sweptAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}

/** A sealed piece of what a job was given or has made. */
@Entity({ schema: 'paizhao', name: 'job_pieces' })
@Check('job_pieces_part_known', `part in ('input', 'findings', 'result')`)
export class JobPieceEntity {
  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'job_pieces_pk' })
  @ForeignKey(() => JobEntity, { name: 'job_pieces_job_fk' })
  jobId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'job_pieces_pk' }) part!: JobPart;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'job_pieces_pk' }) number!: number;
  @Column('bytea') bytes!: Buffer;
}
