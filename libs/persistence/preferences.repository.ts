import { type EntityManager, In } from 'typeorm';
import type { NoticePreferences } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import { PersonEntity, PersonPreferencesEntity } from './entities/index.js';
import { isUuid } from './uuid-shape.js';

export interface PersonPreferences extends NoticePreferences {
  language: 'zh' | 'en';
}

/** What people ask of reminders: each change is an entry of the house's stream, the table is derived from it. */
export class PreferenceRepository {
  constructor(
    private readonly manager: EntityManager,
    /** What holds for whoever has said nothing. */
    private readonly usual: NoticePreferences,
  ) {}

  async find(personId: string): Promise<NoticePreferences> {
    return (await this.of([personId])).get(personId) ?? this.usual;
  }

  /** Number of the house's entry that made the preferences what they are; 0 for whoever has said nothing. */
  async versionOf(personId: string): Promise<number> {
    return (await this.manager.findOneBy(PersonPreferencesEntity, { personId }))?.houseSeq ?? 0;
  }

  /** The same, and it stays so until the transaction ends. */
  async lockedVersionOf(personId: string): Promise<number> {
    await lockHead(this.manager, houseStream);
    return this.versionOf(personId);
  }

  /** Of each of the people, by id. */
  async of(personIds: readonly string[]): Promise<Map<string, NoticePreferences>> {
    const ids = [...new Set(personIds)].filter(isUuid);
    const rows = await this.manager.findBy(PersonPreferencesEntity, { personId: In(ids) });
    const known = new Map(rows.map((row) => [row.personId, preferencesOf(row)]));
    return new Map(personIds.map((id) => [id, known.get(id) ?? this.usual]));
  }

  /** Open licenses of a person of which owner, deputy and manager have all muted one of these kinds. */
  mutedByAll(
    personId: string,
    kinds: readonly string[],
  ): Promise<{ licenseId: string; kind: string; owner: string }[]> {
    return this.manager.query(
      `select v.license_id as "licenseId", k.kind, v.owner
         from paizhao.license_view v cross join unnest($2::text[]) as k (kind)
        where not v.ended and $1 in (v.owner, v.deputy, v.manager)
          and not exists (
            select from unnest(array[v.owner, v.deputy, v.manager]) as person (id)
             where not exists (select from paizhao.person_preferences p
                                where p.person_id::text = person.id and k.kind = any (p.muted_kinds)))
        order by 1, 2`,
      [personId, kinds],
    );
  }

  /** Call within a transaction. The entry names the person by reference. */
  async change(personId: string, preferences: PersonPreferences, act: Act): Promise<void> {
    const head = await lockHead(this.manager, houseStream);
    const { digest, quietHours, mutedKinds, language } = preferences;
    const { actor, commandId, now, validOn } = act;
    await append(this.manager, houseStream, head, now, [
      { type: 'preferences-changed', v: 1, validOn, actor, commandId, data: { personId, ...preferences } },
    ]);
    await this.manager.update(PersonEntity, { id: personId }, { language });
    await this.manager.upsert(
      PersonPreferencesEntity,
      {
        personId,
        digest,
        quietFrom: quietHours?.fromMinute ?? null,
        quietUntil: quietHours?.untilMinute ?? null,
        mutedKinds: [...mutedKinds],
        houseSeq: head.seq + 1,
      },
      ['personId'],
    );
  }
}

function preferencesOf({ digest, quietFrom, quietUntil, mutedKinds }: PersonPreferencesEntity): NoticePreferences {
  const quietHours =
    quietFrom === null || quietUntil === null ? null : { fromMinute: quietFrom, untilMinute: quietUntil };
  return { digest, quietHours, mutedKinds };
}

/** As PostgreSQL writes one. */
