import type { EntityManager } from 'typeorm';
import type { Cipher } from './cipher.js';
import { type Person, PersonRepository } from './people.repository.js';

/** That a person is an administrator of the whole house, and may ask about the day of `now` (UTC); both are SQL. */
export const administersHouse = (personId: string, now: string): string => `
  exists (select from paizhao.access_grants g
           where g.person_id = ${personId} and 'admin' = any (g.roles) and g.companies is null
             and (${now}::timestamptz at time zone 'Asia/Shanghai')::date
                 between coalesce(g.known_from, '-infinity') and least(g.last_day, g.known_until, 'infinity'))`;

const adminsSql = `
  select p.id from paizhao.people p where p.active and ${administersHouse('p.id', '$1')}`;

const managersSql = `
  select p.id from paizhao.people p
   where p.active and exists (select from paizhao.license_view v where v.manager = p.id::text and not v.ended)`;

/** Who hears how the installation itself fares; nobody whose address is destroyed. `now` is a UTC instant. */
export class RecipientRepository {
  private readonly people: PersonRepository;

  constructor(
    private readonly manager: EntityManager,
    cipher: Cipher,
  ) {
    this.people = new PersonRepository(manager, cipher);
  }

  /** Active people whom the house has made administrators, of everything. */
  admins(now: string): Promise<Person[]> {
    return this.found(`${adminsSql} order by p.id`, [now]);
  }

  /** Administrators, and whoever is the manager of a license that has not ended. */
  adminsAndManagers(now: string): Promise<Person[]> {
    return this.found(`${adminsSql} union ${managersSql} order by id`, [now]);
  }

  private async found(sql: string, parameters: unknown[]): Promise<Person[]> {
    const rows = (await this.manager.query(sql, parameters)) as { id: string }[];
    const people = await Promise.all(rows.map(({ id }) => this.people.find(id)));
    return people.filter((person) => person !== null).filter(({ mail }) => mail !== '');
  }
}
