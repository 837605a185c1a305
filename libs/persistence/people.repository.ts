import { type EntityManager, In } from 'typeorm';
import { Conflict } from '../domain/errors.js';
import type { People } from '../domain/index.js';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import { eventIdFor } from '../ledger/uuid5.js';
import type { Act } from './act.js';
import { type Cipher, isUnderOwnKey } from './cipher.js';
import { PersonEntity } from './entities/index.js';
import { OwnKeyGone } from './own-key-gone.js';
import { OwnKeyRepository, ownKeyPlace } from './own-keys.repository.js';
import { NoSuchPerson, PersonGone, PersonIsErased, PersonNotFound } from './person-errors.js';
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
  /** When name and address were destroyed (UTC); `name` is then `erasedName`, and `mail` is empty. */
  erasedAt: string | null;
}

/** What stands where the name of a person was. */
export const erasedName = '已删除 (erased)';

/** People, each encrypted under a key of their own. The house's stream records that somebody was added, by reference only. */
export class PersonRepository {
  private readonly keys: OwnKeyRepository;

  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {
    this.keys = new OwnKeyRepository(manager, cipher);
  }

  /** Call within a transaction. Adding the same id again changes nothing and answers false. */
  async add(person: Pick<Person, 'id' | 'name' | 'mail' | 'language'>, act: Act): Promise<boolean> {
    const head = await lockHead(this.manager, houseStream);
    if ((await this.missing([person.id])).length === 0) return false;
    const cipher = await this.keys.make(person.id);
    const added = (await this.manager.query(
      `insert into paizhao.people (id, name, mail, language) values ($1, $2, $3, $4)
       on conflict (id) do nothing returning id`,
      [
        person.id,
        cipher.sealText(place(person.id, 'name'), person.name),
        cipher.sealText(place(person.id, 'mail'), person.mail),
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
   * @throws NotFound `person-not-found`, Conflict `person-inactive`, `person-active`, `person-erased`
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
    if (person.erasedAt !== null) throw new PersonIsErased(id);
    await this.manager.update(PersonEntity, { id }, { active, leftOn: active ? null : act.validOn });
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
    const [person] = await this.read({ id });
    return person ?? null;
  }

  list(): Promise<Person[]> {
    return this.read({});
  }

  /** What seals messages to a person: unreadable with the person, once that is erased. @throws OwnKeyGone then */
  cipherOf(id: string): Promise<Cipher> {
    return this.keys.make(id);
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

  private async read(where: { id?: string }): Promise<Person[]> {
    const rows = await this.manager.find(PersonEntity, { where, order: { storedAt: 'ASC' } });
    const keys = await this.keys.sealed(rows.map(({ id }) => id));
    return rows.map((row) => this.open(row, this.keys.with(row.id, keys.get(row.id) ?? null)));
  }

  private open(row: PersonEntity, cipher: Cipher): Person {
    const { name, mail } = namedBy(row, cipher);
    const fails = row.failingAddress !== null && row.failingAddress === this.fingerprintOf(mail);
    return {
      id: row.id,
      name,
      mail,
      language: spoken(row.language),
      active: row.active,
      failingSince: fails ? row.failingSince : null,
      erasedAt: row.erasedAt,
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

/** An old copy of the table may hold what was erased since: the key is gone, and it stays erased. */
function namedBy({ id, name, mail }: PersonEntity, cipher: Cipher): Pick<Person, 'name' | 'mail'> {
  if (name === null || mail === null) return nobody;
  try {
    return { name: cipher.openText(place(id, 'name'), name), mail: cipher.openText(place(id, 'mail'), mail) };
  } catch (error) {
    if (error instanceof OwnKeyGone) return nobody;
    throw error;
  }
}

const nobody = { name: erasedName, mail: '' };

/** The name that was stored first, with its person's own key; not of somebody whose key is destroyed. */
export const firstNameSql = `
  select p.id, p.name, k.sealed as key from paizhao.people p left join paizhao.own_keys k on k.id = p.id
   where p.name is not null and (k.id is not null or substring(p.name from 1 for 1) <> '\\x03'::bytea)
   order by p.stored_at, p.id limit 1`;

export interface StoredName {
  id: string;
  name: Buffer;
  /** The person's own key, sealed; null where there is none. */
  key: Buffer | null;
}

/** Whether this cipher's keys are those under which a name was stored. */
export function opensName({ id, name, key }: StoredName, cipher: Cipher): boolean {
  try {
    if (key !== null && isUnderOwnKey(name)) cipher.open(ownKeyPlace(id), key);
    else cipher.openText(place(id, 'name'), name);
    return true;
  } catch {
    return false; // the cipher's only failure is that it does not open
  }
}

function place(id: string, column: 'name' | 'mail'): string {
  return `person-${column}:${id}`;
}
