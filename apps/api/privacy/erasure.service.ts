import { Injectable } from '@nestjs/common';
import {
  type CompanyFacts,
  Conflict,
  Forbidden,
  InvalidInput,
  rolesOf,
  textNeeded,
  textsOf,
} from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  CompanyRepository,
  HouseErasureRepository,
  NoSuchPerson,
  type PersonErased,
  PersonErasureRepository,
  PersonIsErased,
  type Unsettled,
} from '../../../libs/persistence/index.js';
import type { Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { HouseDesk } from '../house/house-desk.js';
import { LicenseReader } from '../runtime/license-reader.js';
import type { ErasedOfLicense, ErasureOfLicenseBody, PersonErasureBody, TextsErasureBody } from '../schemas/privacy.js';
import { FileErasure } from './file-erasure.js';

/** As many licenses, and as many originals, as a refusal names. */
const mostNamed = 200;

export type ErasedPerson = PersonErased & Record<string, unknown> & { personId: string };

export type CompanyTextsErased = { companyId: string; seq: number };

export type HouseTextsErased = { houseSeq: number };

const houseTexts = uuid5(paizhaoNamespace, 'house-texts');

/** Erasure on request (PIPL article 47): the keys are destroyed, and the record says so without saying what there was. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly desk: HouseDesk,
    private readonly texts: PrivateTexts,
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
    private readonly files: FileErasure,
  ) {}

  /** @throws NotFound `person-not-found`, Conflict `person-erased`, `person-not-erasable`, Forbidden `erasure-by-another` */
  erasePerson(asker: Asker, personId: string, body: PersonErasureBody): Promise<ErasedPerson> {
    if (asker.caller.actor.id === personId) throw new OwnErasure();
    const request = { act: 'erase-person', subjectId: personId, body };
    return this.desk.once(asker, request, async (manager, act): Promise<ErasedPerson> => {
      const people = new PersonErasureRepository(manager);
      const person = await people.lock(personId);
      if (!person) throw new NoSuchPerson(personId);
      if (person.erasedAt !== null) throw new PersonIsErased(personId);
      const unsettled = await people.unsettled(personId, person.active);
      if (isUnsettled(unsettled)) throw new PersonNotErasable(personId, unsettled);
      const reason = await this.texts.within(manager).add(personId, body.reason);
      await this.texts.claim(manager, reason, act.now);
      const erased = await people.erase(personId, { ground: body.ground, reason }, act);
      return { personId, ...erased };
    });
  }

  /** @throws NotFound `company-not-found`, InvalidInput `text-not-found`, Conflict `text-needed` */
  eraseTextsOfCompany(asker: Asker, companyId: string, body: TextsErasureBody): Promise<CompanyTextsErased> {
    const { refs, ground } = body;
    const request = { act: 'erase-texts', subjectId: companyId, body };
    return this.desk.once(asker, request, async (manager, act): Promise<CompanyTextsErased> => {
      const companies = new CompanyRepository(manager);
      const { company, licensed } = await companies.lock(companyId);
      const texts = this.texts.within(manager);
      mustBeThere(await texts.missing(companyId, refs));
      if (licensed) mustNotName(company.facts, refs);
      const reason = await texts.add(companyId, body.reason);
      await this.texts.claim(manager, reason, act.now);
      const seq = await companies.eraseTexts(companyId, { refs, ground, reason }, act);
      return { companyId, seq };
    });
  }

  /** @throws InvalidInput `text-not-found`, Conflict `text-needed` */
  eraseTextsOfHouse(asker: Asker, body: TextsErasureBody): Promise<HouseTextsErased> {
    const { refs, ground } = body;
    const request = { act: 'erase-house-texts', subjectId: houseTexts, body };
    return this.desk.once(asker, request, async (manager, act): Promise<HouseTextsErased> => {
      const house = new HouseErasureRepository(manager);
      await house.lock();
      mustBeThere(await house.missing(refs));
      const needed = await house.needed(refs);
      if (needed.length > 0) throw textNeeded(needed, 'reading', 'Let the reading be decided, or superseded, first.');
      const reason = await this.texts.within(manager).add(houseTexts, body.reason);
      await this.texts.claim(manager, reason, act.now);
      return { houseSeq: await house.eraseTexts({ refs, ground, reason }, act) };
    });
  }

  /**
   * @throws LicenseNotFound, InvalidInput `text-not-found`, `file-not-found`, Conflict `text-needed`, `file-needed`
   */
  async eraseOfLicense(asker: Asker, licenseId: string, body: ErasureOfLicenseBody): Promise<ErasedOfLicense> {
    if (body.files.length > 0) return this.files.erase(asker, licenseId, body);
    const { refs, files: _, ...said } = body;
    const asked = { act: 'erase-texts' as const, refs, ...said };
    const answer = await this.commands.run(asker, licenseId, asked, async ({ manager, today, text }) => {
      await this.licenses.at(licenseId, asker.caller);
      mustBeThere(await this.texts.within(manager).missing(licenseId, refs));
      const reason = await text(body.reason);
      return { type: 'erase-texts', validOn: body.validOn ?? today, data: { refs, ground: body.ground, reason } };
    });
    return { ...answer, alsoAt: [], alsoElsewhere: 0 };
  }
}

function mustBeThere(missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new InvalidInput('text-not-found', 'there is no such text here, or it was erased', {
    pointer: '/refs',
    missing,
    remedy: 'Look at the history for the references.',
  });
}

/** What the authority knows the company by. */
function mustNotName(facts: CompanyFacts, refs: readonly string[]): void {
  const texts = textsOf(facts);
  const needed = refs.filter((ref) => texts.includes(ref));
  if (needed.length > 0) throw textNeeded(needed, 'company');
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
