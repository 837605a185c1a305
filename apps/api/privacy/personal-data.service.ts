import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, daysBetween } from '../../../libs/calendar/index.js';
import { type Actor, defaultPreferences, Forbidden, InvalidInput, type Principal } from '../../../libs/domain/index.js';
import {
  AccessGrantRepository,
  AccessNoteRepository,
  type AccessPlace,
  Cipher,
  NoSuchPerson,
  type Person,
  PersonalDataRepository,
  PersonRepository,
  PreferenceRepository,
  partsOfPerson,
  type TracesOfPerson,
} from '../../../libs/persistence/index.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { cursorOf } from '../portfolio/cursor.js';
import { LicenseClock } from '../runtime/license-clock.js';
import type { AccessAboutPerson } from '../schemas/privacy.js';

const longestDays = 92;

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
  async give(caller: Principal, personId: string): Promise<AsyncIterable<string>> {
    mustBeOwn(caller, personId);
    const person = await this.person(personId);
    const { now, today } = this.clock.now();
    const act = { actor: caller.actor, commandId: randomUUID(), now, validOn: today };
    await this.dataSource.transaction((manager) =>
      new AccessNoteRepository(manager).note('personal-data-exported', { subject: personId }, act),
    );
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
    const days = daysOf(from, until);
    const found = await new AccessNoteRepository(this.dataSource.manager).about(personId, days, before, limit);
    const records = found.map(({ day, seq, recordedAt, type, actor, data }) => {
      const { subject: _, who, ...details } = data;
      return { day, seq, recordedAt, kind: type, by: (who ?? actor) as Actor, details };
    });
    const last = records.length === limit ? records.at(-1) : undefined;
    return { personId, from, until, records, next: last ? cursorOf(last.day, String(last.seq)) : null };
  }

  /** No more of it is in memory than a page of a part, however long somebody has been here. */
  private async *pieces(givenAt: string, person: Person): AsyncGenerator<string> {
    yield JSON.stringify({ givenAt, ...(await this.about(person)) }).slice(0, -1);
    const kept = new PersonalDataRepository(this.dataSource.manager, this.cipher);
    for (const part of partsOfPerson) {
      let between = `,${JSON.stringify(part)}:[`;
      for await (const page of kept.pages(part, person.id)) {
        const lines = part === 'comments' ? await this.worded(page as TracesOfPerson['comments']) : page;
        yield between + lines.map((line) => JSON.stringify(line)).join();
        between = ',';
      }
      yield between === ',' ? ']' : `${between}]`;
    }
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

  private async worded(comments: readonly { ref: string; commitment: string }[]) {
    const told = comments.map(({ ref, commitment, ...comment }) => ({ ...comment, text: { ref, commitment } }));
    const revealed = (await this.texts.reveal(told)) as (object & { text: { text?: string | null } })[];
    return revealed.map((comment) => ({ ...comment, text: comment.text.text ?? null }));
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

function daysOf(from: string, until: string): string[] {
  const count = daysBetween(from, until) + 1;
  if (count < 1)
    throw new InvalidInput('window-reversed', `${from} lies after ${until}`, {
      pointer: '/from',
      remedy: 'Give a beginning that does not lie after the end.',
    });
  if (count > longestDays)
    throw new InvalidInput('window-too-long', `${count} days are asked for at once`, {
      pointer: '/from',
      longest: longestDays,
      remedy: `Ask for ${longestDays} days at most.`,
    });
  return Array.from({ length: count }, (_, i) => addDays(from, i));
}
