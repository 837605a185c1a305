import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/index.js';
import { instant, storedInstant } from './columns.js';
import { PersonEntity } from './person.entity.js';

/** A bearer token of a person or of an integration; only its SHA-256 is kept. */
@Entity({ schema: 'paizhao', name: 'api_tokens' })
@Index('api_tokens_hash', ['hash'], { unique: true })
@Index('api_tokens_person', ['personId'])
@Check('api_tokens_one_bearer', '(person_id is null) <> (integration is null)')
@Check('api_tokens_scope_whole', '(companies is null) = (licenses is null)')
@Check('api_tokens_period_in_order', 'known_from <= known_until')
export class ApiTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_tokens_pk' }) id!: string;
  @Column('text') hash!: string;
  @ForeignKey(() => PersonEntity, { name: 'api_tokens_person_fk' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;
  @Column('text', { nullable: true }) integration!: string | null;
  @Column('text', { array: true }) roles!: Role[];
  /** Acts to which the token is limited; null for all that its roles may do. */
  @Column('text', { array: true, nullable: true }) actions!: string[] | null;
  /** Null, as are the licenses, where the token leaves nothing out. */
  @Column('uuid', { array: true, nullable: true }) companies!: string[] | null;
  @Column('uuid', { array: true, nullable: true }) licenses!: string[] | null;
  /** Moments that may be asked about, as civil days. */
  @Column('date', { name: 'known_from', nullable: true }) knownFrom!: string | null;
  @Column('date', { name: 'known_until', nullable: true }) knownUntil!: string | null;
  @Column({ ...instant, name: 'expires_at', nullable: true }) expiresAt!: string | null;
  @Column({ ...instant, name: 'revoked_at', nullable: true }) revokedAt!: string | null;
  /** By the clock on the wall; at most a minute behind. */
  @Column({ ...instant, name: 'last_used_at', nullable: true }) lastUsedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
