import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Scope } from '../../domain/index.js';
import { instant, storedInstant } from './columns.js';
import { PersonEntity } from './person.entity.js';

/**
 * A calendar that programs fetch by its address alone. Of the token in the address only the SHA-256 is kept. Which
 * licenses it shows: those that meet every condition that is not null.
 */
@Entity({ schema: 'paizhao', name: 'calendar_feeds' })
@Index('calendar_feeds_hash', ['hash'], { unique: true })
@Index('calendar_feeds_person', ['personId'])
@Check('calendar_feeds_language_known', `language in ('zh', 'en')`)
export class CalendarFeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_feeds_pk' }) id!: string;
  @Column('text') hash!: string;
  /** Who made it: it shows what that person may see, and ends when that person leaves. */
  @ForeignKey(() => PersonEntity, { name: 'calendar_feeds_person_fk' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('text') language!: 'zh' | 'en';
  /** Owner, deputy or manager. */
  @Column('uuid', { name: 'of_person', nullable: true }) person!: string | null;
  @Column('uuid', { name: 'of_owner', nullable: true }) owner!: string | null;
  @Column('uuid', { name: 'of_company', nullable: true }) companyId!: string | null;
  @Column('text', { name: 'of_authority', nullable: true }) authority!: string | null;
  /** To what its maker was limited then; to what the maker is limited now, it is limited as well. */
  @Column('jsonb', { default: [] }) scopes!: readonly Scope[];
  /** The token by which it was made, if it was one of the house: it ends when that one does. */
  @Column('uuid', { name: 'token_id', nullable: true }) tokenId!: string | null;
  /** The days that its maker could ask about then. */
  @Column('date', { name: 'known_from', nullable: true }) knownFrom!: string | null;
  @Column('date', { name: 'known_until', nullable: true }) knownUntil!: string | null;
  /** A saved view; where it is gone, or no longer open to the person, so is the calendar. */
  @Column('uuid', { name: 'of_view', nullable: true }) view!: string | null;
  @Column({ ...instant, name: 'expires_at', nullable: true }) expiresAt!: string | null;
  @Column({ ...instant, name: 'revoked_at', nullable: true }) revokedAt!: string | null;
  /** Civil day, by the clock on the wall, on which it was last fetched. */
  @Column('date', { name: 'last_used_on', nullable: true }) lastUsedOn!: string | null;
  @Column({ ...storedInstant, name: 'stored_at' }) storedAt!: string;
}
