import { Injectable } from '@nestjs/common';
import { Conflict, Forbidden, NotFound, rolesOf } from '../../../libs/domain/index.js';
import {
  Cipher,
  PersonErasureRepository,
  type PersonErased,
  PersonIsErased,
  type Unsettled,
} from '../../../libs/persistence/index.js';
import type { Asker } from '../access/access.decorators.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { HouseDesk } from '../house/house-desk.js';
import type { PersonErasureBody } from '../schemas/privacy.js';

/** As many licenses, and as many originals, as a refusal names. */
const mostNamed = 200;

export type ErasedPerson = PersonErased & Record<string, unknown> & { personId: string };

/** Erasure on request (PIPL article 47): the keys are destroyed, and the record says so without saying what there was. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly desk: HouseDesk,
    private readonly cipher: Cipher,
    private readonly texts: PrivateTexts,
  ) {}

  /** @throws NotFound `person-not-found`, Conflict `person-erased`, `person-not-erasable`, Forbidden `erasure-by-another` */
  erasePerson(asker: Asker, personId: string, body: PersonErasureBody): Promise<ErasedPerson> {
    if (asker.caller.actor.id === personId) throw new OwnErasure();
    const request = { act: 'erase-person', subjectId: personId, body };
    return this.desk.once(asker, request, async (manager, act): Promise<ErasedPerson> => {
      const people = new PersonErasureRepository(manager, this.cipher);
      const person = await people.lock(personId);
      if (!person) throw new NotFound('person-not-found', 'Nobody has this id', { id: personId });
      if (person.erasedAt !== null) throw new PersonIsErased(personId);
      const unsettled = await people.unsettled(personId, person.active);
      if (isUnsettled(unsettled)) throw new PersonNotErasable(personId, unsettled);
      const reason = await this.texts.within(manager).add(personId, body.reason);
      await this.texts.claim(manager, reason, act.now);
      const erased = await people.erase(personId, { ground: body.ground, reason }, act);
      return { personId, ...erased };
    });
  }
}

const isUnsettled = ({ active, licenses, originals }: Unsettled): boolean =>
  active || licenses.length > 0 || originals.length > 0;

class PersonNotErasable extends Conflict {
  constructor(personId: string, { active, licenses, originals }: Unsettled) {
    super('person-not-erasable', 'The person still acts here, or has what must be handed over first', {
      active,
      licenses: licenses.slice(0, mostNamed).map((license) => ({
        licenseId: license.licenseId,
        roles: rolesOf(license, personId),
      })),
      originals: originals.slice(0, mostNamed),
      remedy:
        'Record the departure (POST /people/:id/departure), which hands licenses over, and the return of each original.',
    });
  }
}

class OwnErasure extends Forbidden {
  constructor() {
    super('erasure-by-another', 'Nobody erases the own data', { remedy: 'Ask another administrator.' });
  }
}
