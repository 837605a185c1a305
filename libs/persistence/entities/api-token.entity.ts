import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/index.js';
import { instant, storedInstant } from './columns.js';
import { PersonEntity } from './person.entity.js';

/** A bearer token of a person or of an integration; only its SHA-256 is kept. */
@Entity({ schema: 'paizhao', name: 'api_tokens' })
@Index('api_tokens_hash', ['hash'], { unique: true })
@Check('api_tokens_one_bearer', '(person_id is null) <> (integration is null)')
export class ApiTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_tokens_pk' }) id!: string;
  @Column('text') hash!: string;
  @ForeignKey(() => PersonEntity, { name: 'api_tokens_person_fk' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;
  @Column('text', { nullable: true }) integration!: string | null;
  @Column('text', { array: true }) roles!: Role[];
  @Column({ ...instant, name: 'expires_at', nullable: true }) expiresAt!: string | null;
  @Column({ ...instant, name: 'revoked_at', nullable: true }) revokedAt!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
