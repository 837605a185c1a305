import { Conflict, InvalidInput, NotFound } from '../domain/errors.js';

/** Of the person that an address names. */
export class NoSuchPerson extends NotFound {
  constructor(id: string) {
    super('person-not-found', 'nobody has this id', { id, remedy: 'Look at GET /people for the ids.' });
  }
}

/** Of a person that a request names. */
export class PersonNotFound extends InvalidInput {
  constructor(id: string, pointer: string) {
    super('person-not-found', 'nobody has this id', {
      pointer,
      id,
      remedy: 'Add the person first (POST /people), or look at GET /people.',
    });
  }
}

/** Whoever has left looks after nothing any more. */
export class PersonGone extends InvalidInput {
  constructor(id: string, pointer: string) {
    super('person-gone', 'this person has left', {
      pointer,
      id,
      remedy: 'Name somebody who is there (GET /people), or record the return first.',
    });
  }
}

/** Name and address are destroyed: nobody can be written to under this id again. */
export class PersonIsErased extends Conflict {
  constructor(id: string) {
    super('person-erased', 'The data of this person was erased', {
      id,
      remedy: 'Add the person anew (POST /people) where somebody is to act again.',
    });
  }
}
