import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays } from '../../../libs/calendar/index.js';
import { type Actor, defaultPreferences, Forbidden, type Principal } from '../../../libs/domain/index.js';
import {
  type AccessEntry,
  AccessGrantRepository,
  AccessNoteRepository,
  type AccessPlace,
  Cipher,
  NoSuchPerson,
  type Person,
  PersonalDataRepository,
  PersonRepository,
  PreferenceRepository,
} from '../../../libs/persistence/index.js';
import { accessWords } from '../access/access-words.js';
import { daysBetweenBoth } from '../access/days-asked.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { cursorOf } from '../portfolio/cursor.js';
import { LicenseClock } from '../runtime/license-clock.js';
import type { AccessAboutPerson } from '../schemas/personal-data.js';
import { ToldTraces } from './told-traces.js';

/** Which days, from where on (null for the newest), and how many records. */
export interface AccessAsked {
  from?: string | undefined;
  until?: string | undefined;
  before?: AccessPlace | null | undefined;
  limit: number;
}

/** What the product knows of a person, for that person (PIPL articles 44 and 45), and who looked at it. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly texts: PrivateTexts,
    private readonly clock: LicenseClock,
  ) {}

  /**
   * As pieces of JSON, `PersonalData` in all; on the access record of the day first.
   * @throws Forbidden `not-own-data`, NotFound `person-not-found`
   */
  async give(caller: Principal, personId: string, reason: string | null): Promise<AsyncIterable<string>> {
    mustBeOwn(caller, personId);
    const person = await this.person(personId);
    const { now, today } = this.clock.now();
    const act = { actor: caller.actor, commandId: randomUUID(), now, validOn: today };
    await this.dataSource.transaction(async (manager) => {
      const said = reason === null ? null : await this.texts.within(manager).add(personId, reason);
      await this.texts.claim(manager, said, now);
      const note = { type: 'personal-data-exported', v: 2, data: { subject: personId, reason: said } };
      await new AccessNoteRepository(manager).note(note, act);
    });
    return this.pieces(now, person);
  }

  /** @throws Forbidden `not-own-data`, InvalidInput `window-reversed`, `window-too-long` */
  async accessTo(
    caller: Principal,
    personId: string,
    { before = null, limit, ...window }: AccessAsked,
  ): Promise<AccessAboutPerson> {
    mustBeOwn(caller, personId);
    await this.person(personId);
    const until = window.until ?? this.clock.now().today;
    const from = window.from ?? addDays(until, 1 - 31);
    const days = daysBetweenBoth(from, until, '/from');
    const found = await new AccessNoteRepository(this.dataSource.manager).about(personId, days, before, limit);
    // Why somebody looked is for whom it concerns to know; who else was concerned is not.
    const records = await this.texts.reveal(found.map(toldToPerson));
    const last = found.length === limit ? found.at(-1) : undefined;
    return { personId, from, until, records, next: last ? cursorOf(last.day, String(last.seq)) : null };
  }

  /** No more of it is in memory than a page of a part, however long somebody has been here. */
  private async *pieces(givenAt: string, person: Person): AsyncGenerator<string> {
    yield JSON.stringify({ givenAt, ...(await this.about(person)) }).slice(0, -1);
    const kept = new PersonalDataRepository(this.dataSource.manager, this.cipher);
    yield* new ToldTraces(kept, this.texts).pieces(person.id);
    yield '}';
  }

  private async about({ name, mail, language, active, failingSince, erasedAt, id }: Person) {
    const { manager } = this.dataSource;
    const kept = new PersonalDataRepository(manager, this.cipher);
    const grants = new AccessGrantRepository(manager);
    const { roles, scope, period, lastDay } = await grants.find(id);
    const { digest, quietHours, mutedKinds } = await new PreferenceRepository(manager, defaultPreferences).find(id);
    return {
      person: { id, name, mail, language, active, failingSince, erasedAt },
      access: { roles, scope, period, lastDay, linked: await grants.isLinked(id) },
      preferences: { digest, quietHours, mutedKinds },
      views: await kept.viewsOf(id),
    };
  }

  private async person(personId: string): Promise<Person> {
    const person = await new PersonRepository(this.dataSource.manager, this.cipher).find(personId);
    if (person) return person;
    throw new NoSuchPerson(personId);
  }
}

/** Whoever is limited to some licenses answers for no whole person, but for oneself. */
function mustBeOwn({ actor, roles, scopes, period }: Principal, personId: string): void {
  if (actor.kind === 'person' && actor.id === personId) return;
  if (roles.includes('admin') && scopes.length === 0 && period === null) return;
  throw new Forbidden('not-own-data', 'These are the data of somebody else', {
    personId,
    remedy: 'Let the person ask, or an administrator who is limited to nothing.',
  });
}

function toldToPerson(entry: AccessEntry): AccessAboutPerson['records'][number] {
  const { day, seq, recordedAt, type, actor, data } = entry;
  const { subject, people, who, ...details } = data;
  const about = type === 'as-of-asked' ? { subject } : {};
  const by = (who ?? actor) as Actor;
  return { day, seq, recordedAt, kind: type, by, words: accessWords(entry), details: { ...about, ...details } };
}
