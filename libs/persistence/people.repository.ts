import type { EntityManager } from 'typeorm';
import { append, lockHead } from '../ledger/append.js';
import { houseStream } from '../ledger/streams.js';
import type { Act } from './act.js';
import type { Cipher } from './cipher.js';
import { PersonEntity } from './entities/index.js';

export interface Person {
  id: string;
  name: string;
  /** Mail address. */
  mail: string;
  language: 'zh' | 'en';
  active: boolean;
}

/** People, encrypted at rest. The house's stream records that somebody was added, by reference only. */
export class PersonRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly cipher: Cipher,
  ) {}

  /** Call within a transaction. Adding the same id again changes nothing and answers false. */
  async add(person: Omit<Person, 'active'>, act: Act): Promise<boolean> {
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
      asked.filter((id) => uuid.test(id)),
    ])) as { id: string }[];
    const known = new Set(rows.map((row) => row.id));
    return asked.filter((id) => !known.has(id));
  }

  private open(row: PersonEntity): Person {
    return {
      id: row.id,
      name: this.cipher.openText(place(row.id, 'name'), row.name),
      mail: this.cipher.openText(place(row.id, 'mail'), row.mail),
      language: row.language,
      active: row.active,
    };
  }
}

/** As PostgreSQL writes one. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function place(id: string, column: 'name' | 'mail'): string {
  return `person-${column}:${id}`;
}
