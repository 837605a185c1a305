import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { People, Principal } from '../../../libs/domain/index.js';
import { commandIdFor, paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  Cipher,
  CommandRepository,
  LicenseRepository,
  mayCarryOut,
  NoSuchPerson,
  type Person,
  PersonGone,
  PersonNotFound,
  PersonRepository,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { CommandInFlight } from '../problems/api-errors.js';
import { LicenseClock } from '../runtime/license-clock.js';

export type NewPerson = Pick<Person, 'name' | 'mail' | 'language'>;

/** People: names and addresses are encrypted, and stand nowhere else. */
@Injectable()
export class PersonService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly clock: LicenseClock,
  ) {}

  /** The same key by the same principal is the same person. @throws CommandInFlight while the first request is carried out */
  async add(asker: Asker, person: NewPerson): Promise<{ personId: string }> {
    const principal = principalName(asker.caller);
    const id = uuid5(paizhaoNamespace, 'person', principal, asker.key);
    const commandId = commandIdFor(principal, id, asker.key);
    const { now, today } = this.clock.now();
    const { actor } = asker.caller;
    await this.dataSource.transaction(async (manager) => {
      if (!(await mayCarryOut(manager, commandId))) throw new CommandInFlight();
      const commands = new CommandRepository(manager);
      const fingerprint = this.cipher.fingerprint({ act: 'create-person', ...person });
      const stored = await commands.store({
        id: commandId,
        subjectId: id,
        principal,
        actor,
        fingerprint,
        body: { type: 'create-person' },
      });
      if (stored.reply) return;
      await new PersonRepository(manager, this.cipher).add(
        { id, ...person },
        { actor, commandId, now, validOn: today },
      );
      await commands.reply(commandId, 0, { personId: id });
    });
    return { personId: id };
  }

  /** To whoever is limited: the people of the licenses that are seen, and the caller. */
  async list({ actor, scopes }: Principal): Promise<Person[]> {
    const everybody = await new PersonRepository(this.dataSource.manager, this.cipher).list();
    if (scopes.length === 0) return everybody;
    const known = await new LicenseRepository(this.dataSource.manager).peopleWithin(scopes);
    return everybody.filter(({ id }) => id === actor.id || known.includes(id));
  }

  /** @throws NotFound `person-not-found`, also for whom the caller does not see */
  async find(caller: Principal, id: string): Promise<Person> {
    const found = (await this.list(caller)).find((each) => each.id === id);
    if (found) return found;
    throw new NoSuchPerson(id);
  }

  async exists(manager: EntityManager, id: string): Promise<boolean> {
    return (await new PersonRepository(manager, this.cipher).missing([id])).length === 0;
  }

  /** @throws PersonNotFound, PersonGone */
  async mustBeHere(manager: EntityManager, id: string, pointer: string): Promise<void> {
    if (!(await this.exists(manager, id))) throw new PersonNotFound(id, pointer);
    const gone = await new PersonRepository(manager, this.cipher).inactive([id]);
    if (gone.length > 0) throw new PersonGone(id, pointer);
  }

  /** @throws InvalidInput `person-not-found`, `person-gone`, pointing at the first role whose person nobody is, or has left */
  async mustKnow(manager: EntityManager, people: People): Promise<void> {
    await new PersonRepository(manager, this.cipher).mustKnow(people);
  }
}
