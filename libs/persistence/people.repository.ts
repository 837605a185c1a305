import { type EntityManager, In } from 'typeorm';
import { Conflict } from '../domain/errors.js';
import type { People } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import { eventIdFor } from '../ledger/uuid5.js';
import type { Act } from './act.js';
import type { Cipher } from './cipher.js';
import { PersonEntity } from './entities/index.js';
import { NoSuchPerson, PersonGone, PersonNotFound } from './person-errors.js';
import { isUuid } from './uuid-shape.js';

const roles = ['owner', 'deputy', 'manager'] as const;

export interface Person {
  id: string;
  name: string;
  /** Mail address. */
  mail: string;
  language: 'zh' | 'en';
  active: boolean;
  /** Since when mail to this very address comes back (UTC); null again as soon as the address is another one. */
  failingSince: string | null;
}

/** People, encrypted at rest. The house's stream records that somebody was added, by reference only. */
export class PersonRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** Call within a transaction. Adding the same id again changes nothing and answers false. */
  async add(person: Omit<Person, 'active' | 'failingSince'>, act: Act): Promise<boolean> {
    const head = await lockHead(this.manager, houseStream);
    const added = (await this.manager.query(
      `insert into paizhao.people (id, name, mail, language) values ($1, $2, $3, $4)
       on conflict (id) do nothing returning id`,
      [
        person.id,
        this.cipher.sealText(place(person.id, 'name'), person.name),
        this.cipher.sealText(place(person.id, 'mail'), person.mail),
        person.language,
      ],
    )) as unknown[];
    if (added.length === 0) return false;
    const { actor, commandId, now, validOn } = act;
    const data = { personId: person.id, language: person.language };
    await append(this.manager, houseStream, head, now, [
      { type: 'person-added', v: 1, validOn, actor, commandId, data },
    ]);
    return true;
  }

  /**
   * Call within a transaction: whether a person acts and is told. Tokens of somebody who leaves are no longer taken.
   * @throws NotFound `person-not-found`, Conflict `person-inactive`, `person-active`
   */
  async setActive(id: string, active: boolean, act: Act): Promise<{ eventId: string }> {
    const head = await lockHead(this.manager, houseStream);
    const person = await this.manager.findOneBy(PersonEntity, { id });
    if (!person) throw new NoSuchPerson(id);
    if (person.active === active) {
      throw active
        ? new Conflict('person-active', 'The person acts already', { id, remedy: 'Nothing is left to do.' })
        : new Conflict('person-inactive', 'The person has left already', { id, remedy: 'Nothing is left to do.' });
    }
    await this.manager.update(PersonEntity, { id }, { active });
    const { actor, commandId, now, validOn } = act;
    const type = activeEvents[active ? 'returned' : 'left'];
    await append(this.manager, houseStream, head, now, [
      { type, v: 1, validOn, actor, commandId, data: { personId: id } },
    ]);
    return { eventId: eventIdFor(houseStream, head.seq + 1) };
  }

  /** Notes that what a person does for some licenses goes to others. @returns the event that is carried to them */
  async handOver(from: string, to: string, licenses: number, act: Act): Promise<{ eventId: string }> {
    const head = await lockHead(this.manager, houseStream);
    const { actor, commandId, now, validOn } = act;
    await append(this.manager, houseStream, head, now, [
      { type: 'licenses-handed-over', v: 1, validOn, actor, commandId, data: { from, to, licenses } },
    ]);
    return { eventId: eventIdFor(houseStream, head.seq + 1) };
  }

  async find(id: string): Promise<Person | null> {
    const row = await this.manager.findOneBy(PersonEntity, { id });
    return row && this.open(row);
  }

  async list(): Promise<Person[]> {
    const rows = await this.manager.find(PersonEntity, { order: { storedAt: 'ASC' } });
    return rows.map((row) => this.open(row));
  }

  /** Those of the ids that nobody has. */
  async missing(ids: readonly string[]): Promise<string[]> {
    const asked = [...new Set(ids)];
    const rows = (await this.manager.query('select id from paizhao.people where id = any($1::uuid[])', [
      asked.filter(isUuid),
    ])) as { id: string }[];
    const known = new Set(rows.map((row) => row.id));
    return asked.filter((id) => !known.has(id));
  }

  /** @throws PersonNotFound, PersonGone, pointing at the first role whose person nobody is, or has left */
  async mustKnow(people: People): Promise<void> {
    const missing = await this.missing(Object.values(people));
    const role = roles.find((candidate) => missing.includes(people[candidate]));
    if (role) throw new PersonNotFound(people[role], `/people/${role}`);
    const gone = await this.inactive(Object.values(people));
    const left = roles.find((candidate) => gone.includes(people[candidate]));
    if (left) throw new PersonGone(people[left], `/people/${left}`);
  }

  /** Those of the ids whose persons have left. */
  async inactive(ids: readonly string[]): Promise<string[]> {
    const rows = await this.manager.find(PersonEntity, {
      where: { id: In(ids.filter(isUuid)), active: false },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  /** Mail to the person's present address comes back. `now`: UTC instant; an earlier one is kept. */
  async markFailing(id: string, now: string): Promise<void> {
    const person = await this.find(id);
    if (!person || person.failingSince) return;
    await this.manager.update(
      PersonEntity,
      { id },
      { failingAddress: this.fingerprintOf(person.mail), failingSince: now },
    );
  }

  private open(row: PersonEntity): Person {
    const mail = this.cipher.openText(place(row.id, 'mail'), row.mail);
    const fails = row.failingAddress !== null && row.failingAddress === this.fingerprintOf(mail);
    return {
      id: row.id,
      name: this.cipher.openText(place(row.id, 'name'), row.name),
      mail,
      language: spoken(row.language),
      active: row.active,
      failingSince: fails ? row.failingSince : null,
    };
  }

  private fingerprintOf(mail: string): string {
    return this.cipher.fingerprint({ failing: mail.toLowerCase() });
  }
}

/**
 * A database may have been used by a release that speaks more languages: a letter in the one that people are given
 * where nobody chooses is better than none.
 */
const spoken = (language: string): Person['language'] => (language === 'en' ? 'en' : 'zh');

const activeEvents = { returned: 'person-returned', left: 'person-left' } as const;

/** Whether a stored name was sealed under this key. */
export function opensNameOf(person: Pick<PersonEntity, 'id' | 'name'>, cipher: Cipher): boolean {
  try {
    cipher.openText(place(person.id, 'name'), person.name);
    return true;
  } catch {
    return false; // the cipher's only failure is that it does not open
  }
}

/** As PostgreSQL writes one. */

function place(id: string, column: 'name' | 'mail'): string {
  return `person-${column}:${id}`;
}
