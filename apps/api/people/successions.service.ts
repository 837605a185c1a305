import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, Forbidden, type Principal, rolesOf } from '../../../libs/domain/index.js';
import { houseStream, lockHead } from '../../../libs/ledger/index.js';
import {
  Cipher,
  FanOutRepository,
  type LicenseOfPerson,
  LicenseRepository,
  NoSuchPerson,
  PersonGone,
  PersonNotFound,
  PersonRepository,
} from '../../../libs/persistence/index.js';
import type { Asker } from '../access/access.decorators.js';
import { unseen } from '../access/access-errors.js';
import { HouseDesk } from '../house/house-desk.js';
import { HouseFanOut } from '../house/house-fan-out.js';
import {
  asOne,
  HandOverUnderWay,
  mostNamed,
  NotOfPerson,
  refuse,
  SuccessorNotAnother,
  SuccessorTwice,
} from './successor-errors.js';

export interface HandOver {
  to: string;
  /** Null for all open licenses of the person. */
  licenseIds: string[] | null;
}

export interface Departure {
  successor: string | null;
  successors: { licenseId: string; to: string }[];
  toStandIns: boolean;
}

/** Who takes over which licenses; `to` null: whoever stands in. */
interface Share {
  to: string | null;
  licenseIds: string[];
}

export interface HandedOver extends Record<string, unknown> {
  personId: string;
  /** The event that is carried to the licenses; null where there is none to tell. */
  eventId: string | null;
  licenses: number;
}

/** Rows that one statement writes: well within its time. */
const toldAtOnce = 5_000;

/** Licenses pass from one person to another, each by a command of its own; nobody leaves and keeps one. */
@Injectable()
export class SuccessionsService {
  constructor(
    private readonly desk: HouseDesk,
    private readonly cipher: Cipher,
    private readonly fanOut: HouseFanOut,
  ) {}

  /** @throws NotFound `person-not-found`, InvalidInput of the same code, `person-gone`, `successor-not-another`, `not-of-person`; Conflict `hand-over-under-way` */
  async handOver(asker: Asker, personId: string, { to, licenseIds }: HandOver): Promise<HandedOver> {
    const request = { act: 'hand-over', subjectId: personId, body: { to, licenseIds } };
    const answer = await this.desk.once(asker, request, async (manager, act): Promise<HandedOver> => {
      const people = new PersonRepository(manager, this.cipher);
      if ((await people.missing([personId])).length > 0) throw new NoSuchPerson(personId);
      await this.mustTakeOver(manager, personId, [{ to, pointer: '/to' }]);
      await lockHead(manager, houseStream);
      const chosen = await chosenOf(new LicenseRepository(manager), personId, licenseIds, asker.caller);
      if (chosen.length === 0) return { personId, eventId: null, licenses: 0 };
      const { eventId } = await people.handOver(personId, to, chosen.length, act);
      await spreadHandOver(manager, eventId, personId, [{ to, licenseIds: chosen }], act.validOn);
      return { personId, eventId, licenses: chosen.length };
    });
    if (answer.eventId !== null) await this.fanOut.soon(answer.eventId);
    return answer;
  }

  /**
   * A person leaves: is told nothing more, and may act no more. Every license goes to a successor in the same
   * transaction, unless it is on its way to one. @throws Conflict `person-has-licenses` with those that nobody takes over,
   * `hand-over-under-way` where a successor is named for one that is on its way
   */
  async depart(asker: Asker, personId: string, departure: Departure): Promise<HandedOver> {
    const { actor } = asker.caller;
    if (actor.kind === 'person' && actor.id === personId)
      throw new Forbidden('departure-by-another', 'Nobody records the own departure', {
        remedy: 'Ask another administrator.',
      });
    const request = { act: 'deactivate-person', subjectId: personId, body: { ...departure } };
    const answer = await this.desk.once(asker, request, async (manager, act): Promise<HandedOver> => {
      const { eventId } = await new PersonRepository(manager, this.cipher).setActive(personId, false, act);
      await this.mustTakeOver(manager, personId, namedIn(departure));
      const licenses = await new LicenseRepository(manager).ofPerson(personId);
      const shares = sharesOf(licenses, personId, departure);
      await spreadHandOver(manager, eventId, personId, shares, act.validOn);
      const told = shares.reduce((sum, { licenseIds }) => sum + licenseIds.length, 0);
      return { personId, eventId: told > 0 ? eventId : null, licenses: told };
    });
    if (answer.eventId !== null) await this.fanOut.soon(answer.eventId);
    return answer;
  }

  async takeBack(asker: Asker, personId: string): Promise<{ personId: string }> {
    const request = { act: 'reactivate-person', subjectId: personId, body: {} };
    return this.desk.once(asker, request, async (manager, act) => {
      await new PersonRepository(manager, this.cipher).setActive(personId, true, act);
      return { personId };
    });
  }

  /** Those who are to take over exist, are there, and are not the one who leaves. */
  private async mustTakeOver(
    manager: EntityManager,
    from: string,
    named: { to: string; pointer: string }[],
  ): Promise<void> {
    const people = new PersonRepository(manager, this.cipher);
    const ids = named.map(({ to }) => to);
    const [missing, gone] = [await people.missing(ids), await people.inactive(ids)];
    refuse(
      named.flatMap(({ to, pointer }) => {
        if (to === from) return [new SuccessorNotAnother(pointer)];
        if (missing.includes(to)) return [new PersonNotFound(to, pointer)];
        return gone.includes(to) ? [new PersonGone(to, pointer)] : [];
      }),
    );
  }
}

function namedIn({ successor, successors }: Departure): { to: string; pointer: string }[] {
  const each = successors.map(({ to }, i) => ({ to, pointer: `/successors/${i}/to` }));
  return successor === null ? each : [{ to: successor, pointer: '/successor' }, ...each];
}

/** Those of the person that were asked for and that the caller sees; all of them where none is named. */
async function chosenOf(
  repository: LicenseRepository,
  personId: string,
  asked: string[] | null,
  caller: Principal,
): Promise<string[]> {
  const licenses = await repository.ofPerson(personId, caller.scopes);
  const chosen = asked === null ? licenses.map(({ licenseId }) => licenseId) : [...new Set(asked)];
  const mistake = asOne(notOfPerson(licenses, asked ?? [], (i) => `/licenseIds/${i}`));
  if (mistake !== null) {
    const seen = await repository.within(chosen, caller.scopes);
    throw chosen.every((licenseId) => seen.has(licenseId)) ? mistake : unseen(caller, mistake);
  }
  mustNotPass(licenses, chosen, '/licenseIds');
  return chosen;
}

function notOfPerson(
  licenses: readonly LicenseOfPerson[],
  asked: readonly string[],
  pointer: (i: number) => string,
): NotOfPerson[] {
  const known = new Set(licenses.map(({ licenseId }) => licenseId));
  return asked.flatMap((licenseId, i) => (known.has(licenseId) ? [] : [new NotOfPerson(licenseId, pointer(i))]));
}

/** What is on its way to one person would not heed a second one. */
function mustNotPass(licenses: readonly LicenseOfPerson[], asked: readonly string[], pointer: string): void {
  const passing = new Set(licenses.flatMap((license) => (license.passing ? [license.licenseId] : [])));
  const named = asked.filter((licenseId) => passing.has(licenseId));
  if (named.length > 0) throw new HandOverUnderWay(named, pointer);
}

/** Who takes over what; licenses of one successor together. */
function sharesOf(licenses: readonly LicenseOfPerson[], personId: string, departure: Departure): Share[] {
  const { successor, successors, toStandIns } = departure;
  const ids = successors.map(({ licenseId }) => licenseId);
  const pointer = (i: number) => `/successors/${i}/licenseId`;
  refuse(notOfPerson(licenses, ids, pointer));
  refuse(ids.flatMap((id, i) => (ids.indexOf(id) < i ? [new SuccessorTwice(id, pointer(i))] : [])));
  mustNotPass(licenses, ids, '/successors');
  const named = new Map(successors.map(({ licenseId, to }) => [licenseId, to]));
  const shares = new Map<string | null, string[]>();
  const left: LicenseOfPerson[] = [];
  for (const license of licenses.filter(({ passing }) => !passing)) {
    const to = named.get(license.licenseId) ?? successor;
    if (to === null && !(toStandIns && hasStandIn(license, personId))) left.push(license);
    else shares.set(to, [...(shares.get(to) ?? []), license.licenseId]);
  }
  if (left.length > 0) throw new PersonHasLicenses(left, personId);
  return [...shares].map(([to, licenseIds]) => ({ to, licenseIds }));
}

function hasStandIn({ owner, deputy, manager }: LicenseOfPerson, personId: string): boolean {
  return [owner, deputy, manager].some((person) => person !== personId);
}

class PersonHasLicenses extends Conflict {
  constructor(left: readonly LicenseOfPerson[], personId: string) {
    super('person-has-licenses', `${left.length} open licenses have nobody who takes over`, {
      pointer: '/successors',
      count: left.length,
      licenses: left.slice(0, mostNamed).map((license) => ({
        licenseId: license.licenseId,
        roles: rolesOf(license, personId),
      })),
      remedy: 'Name a successor for all, or for each; or let deputies and managers stand in (toStandIns).',
    });
  }
}

/** A command for each license, in the transaction of the event that is carried. */
export async function spreadHandOver(
  manager: EntityManager,
  eventId: string,
  from: string,
  shares: readonly Share[],
  validOn: string,
): Promise<void> {
  const fanOut = new FanOutRepository(manager);
  for (const { to, licenseIds } of shares)
    for (let first = 0; first < licenseIds.length; first += toldAtOnce) {
      const some = licenseIds.slice(first, first + toldAtOnce);
      await fanOut.spread(eventId, some, { type: 'hand-over', validOn, data: { from, to } });
    }
}
