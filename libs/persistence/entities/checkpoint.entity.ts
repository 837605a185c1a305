import {
  Check,
  Column,
  Entity,
  Index,
  PrimaryColumn,
  type PrimaryColumnOptions,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { big, instant, storedInstant } from './columns.js';

const bigKey = (primaryKeyConstraintName: string): PrimaryColumnOptions =>
  ({ ...big, primaryKeyConstraintName }) as PrimaryColumnOptions;

/** Entries of a stream that no checkpoint seals yet: so many of them, up to `uptoSeq`. */
@Entity({ schema: 'paizhao', name: 'seal_notes' })
@Check('seal_notes_some', 'entries > 0')
export class SealNoteEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'seal_notes_pk',
  })
  id!: string;
  @Column('text') stream!: string;
  @Column({ ...big, name: 'upto_seq' }) uptoSeq!: number;
  @Column({ ...big }) entries!: number;
  @Column({ ...storedInstant, name: 'noted_at' }) notedAt!: string;
}

/** The newest sealed entry of a stream, as it stands in the tree of heads. */
@Entity({ schema: 'paizhao', name: 'sealed_heads' })
@Index('sealed_heads_bucket', ['bucket'])
export class SealedHeadEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sealed_heads_pk' }) stream!: string;
  @Column('integer') bucket!: number;
  @Column({ ...big }) seq!: number;
  @Column('bytea') hash!: Buffer;
}

/** Entries of a stream at their places among the leaves of the tree: beside each other, from `firstLeaf` on. */
@Entity({ schema: 'paizhao', name: 'sealed_ranges' })
@Check('sealed_ranges_forward', 'after_seq < upto_seq')
@Index('sealed_ranges_stream', ['stream', 'uptoSeq'], { unique: true })
export class SealedRangeEntity {
  @PrimaryColumn('bigint', { ...bigKey('sealed_ranges_pk'), name: 'first_leaf' }) firstLeaf!: number;
  @Column('text') stream!: string;
  @Column({ ...big, name: 'after_seq' }) afterSeq!: number;
  @Column({ ...big, name: 'upto_seq' }) uptoSeq!: number;
}

/** Hashes of the log's tree: up to 256 of one level beside each other. */
@Entity({ schema: 'paizhao', name: 'log_tiles' })
export class LogTileEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'log_tiles_pk' }) level!: number;
  @PrimaryColumn('bigint', bigKey('log_tiles_pk')) index!: number;
  @Column('bytea') hashes!: Buffer;
}

/** Hashes of the newest tree of heads: sixteen of one level beside each other. */
@Entity({ schema: 'paizhao', name: 'heads_tiles' })
export class HeadsTileEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'heads_tiles_pk' }) tier!: number;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'heads_tiles_pk' }) index!: number;
  @Column('bytea') hashes!: Buffer;
}

/** Two signatures: whoever brings another key signs with the one before as well. */
export const bringsKey = String.raw`(note ~ '\n— .*\n— '::text)`;

/** A signed checkpoint: `seal` is the text of its last leaf, `note` what was signed, with its signatures. */
@Entity({ schema: 'paizhao', name: 'checkpoints' })
@Index('checkpoints_size', ['size'], { unique: true })
@Index('checkpoints_key', ['number'], { where: bringsKey })
@Index('checkpoints_continuing', ['number'], { where: `(seal ~~ '%"continues":%'::text)` })
export class CheckpointEntity {
  @PrimaryColumn('bigint', bigKey('checkpoints_pk')) number!: number;
  @Column({ ...big }) size!: number;
  @Column('text') seal!: string;
  @Column('text') note!: string;
  @Column({ ...instant, name: 'sealed_at' }) sealedAt!: string;
}

/** Record of a checkpoint that was given up for a new log: the second store has it, the tables of the tree do not. */
@Entity({ schema: 'paizhao', name: 'given_up_records' })
export class GivenUpRecordEntity {
  @PrimaryColumn('bigint', bigKey('given_up_records_pk')) number!: number;
  @Column('bytea') record!: Buffer;
}

/** A log that came back with a backup: nobody knows here what was signed of it afterwards. */
@Entity({ schema: 'paizhao', name: 'resting_logs' })
export class RestingLogEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'resting_logs_pk' }) origin!: string;
  @Column({ ...instant, name: 'restored_at' }) restoredAt!: string;
  /** A later checkpoint of it was shown. */
  @Column('boolean') outlived!: boolean;
}

export type ClockFindingKind = 'recorded-apart' | 'stored-back' | 'sealed-back';

/** A clock that jumped, found when the entry was sealed. */
@Entity({ schema: 'paizhao', name: 'seal_findings' })
@Check('seal_findings_kind_known', `kind in ('recorded-apart', 'stored-back', 'sealed-back')`)
@Index('seal_findings_found', ['foundAt'])
export class SealFindingEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'seal_findings_pk' }) kind!: ClockFindingKind;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'seal_findings_pk' }) stream!: string;
  @PrimaryColumn('bigint', bigKey('seal_findings_pk')) seq!: number;
  @Column({ ...big }) seconds!: number;
  @Column({ ...instant, name: 'found_at' }) foundAt!: string;
}

/** The daily mail with the newest checkpoint to one auditor. */
@Entity({ schema: 'paizhao', name: 'checkpoint_mails' })
@Check('checkpoint_mails_state_known', `state in ('queued', 'sent', 'uncertain', 'failed')`)
@Index('checkpoint_mails_person', ['personId', 'number'])
export class CheckpointMailEntity {
  /** In Shanghai. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'checkpoint_mails_pk' }) day!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'checkpoint_mails_pk' }) personId!: string;
  @Column({ ...big }) number!: number;
  @Column('text', { default: 'queued' }) state!: 'queued' | 'sent' | 'uncertain' | 'failed';
  @Column('integer', { default: 0 }) attempts!: number;
  /** As rendered once, encrypted: a retry is byte-identical. */
  @Column('bytea', { nullable: true }) rendered!: Buffer | null;
  /** Scrubbed of addresses. */
  @Column('text', { name: 'smtp_answer', nullable: true }) smtpAnswer!: string | null;
  @Column({ ...instant, name: 'changed_at', nullable: true }) changedAt!: string | null;
}
