import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mustBeAt, type Principal } from '../../../libs/domain/index.js';
import { AccessGrantRepository, Cipher, LicenseRepository, NoSuchPerson } from '../../../libs/persistence/index.js';
import { HouseDesk } from '../house/house-desk.js';
import { PersonService } from '../people/person.service.js';
import { IDENTITY } from '../runtime/runtime.js';
import type { AccessOfPersonBody, KeptAccess, OwnAccessAnswer } from '../schemas/access.js';
import type { Asker } from './access.decorators.js';
import { IdentityTaken, NoIdentityProvider, OwnAccess } from './access-errors.js';
import { actions, isAllowed } from './access-table.js';
import type { AccessTokens } from './access-tokens.js';
import { identityFingerprint } from './identity.js';
import { mustBeKnown } from './scope-check.js';

/** What people may do: given and taken by administrators, each change on the house's record. */
@Injectable()
export class AccessService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: HouseDesk,
    private readonly people: PersonService,
    private readonly cipher: Cipher,
    @Inject(IDENTITY) private readonly identity: AccessTokens | null,
  ) {}

  async own(caller: Principal): Promise<OwnAccessAnswer> {
    const { actor, roles, scopes, period } = caller;
    const limited = scopes.length > 0 || period !== null;
    const licenses = limited
      ? await new LicenseRepository(this.dataSource.manager).openedBy(period?.until ?? null, scopes)
      : null;
    const may = actions.filter((action) => isAllowed(action, caller));
    return { actor, roles: [...roles], actions: may, scopes: scopes as OwnAccessAnswer['scopes'], period, licenses };
  }

  /** @throws NotFound `person-not-found` */
  read(personId: string): Promise<KeptAccess> {
    return this.kept(this.dataSource.manager, personId);
  }

  /** @throws Forbidden `access-by-another`, NotFound `person-not-found`, InvalidInput `scope-unknown` */
  change(asker: Asker, personId: string, body: AccessOfPersonBody): Promise<KeptAccess> {
    if (asker.caller.actor.id === personId) throw new OwnAccess();
    return this.desk.once(asker, { act: 'grant-access', subjectId: personId, body }, async (manager, act) => {
      await this.mustBeThere(manager, personId);
      await mustBeKnown(manager, body.scope, '/scope');
      const grants = new AccessGrantRepository(manager);
      mustBeAt(await grants.lockedVersionOf(personId), asker.expected);
      await grants.change(personId, body, act);
      return this.kept(manager, personId);
    });
  }

  /** @throws NotFound `person-not-found`, Conflict `identity-taken`, `no-identity-provider` */
  link(asker: Asker, personId: string, subject: string | null): Promise<{ personId: string; linked: boolean }> {
    if (asker.caller.actor.id === personId) throw new OwnAccess();
    const request = { act: 'link-identity', subjectId: personId, body: { subject } };
    return this.desk.once(asker, request, async (manager, act) => {
      await this.mustBeThere(manager, personId);
      const fingerprint = subject === null ? null : this.fingerprintOf(subject);
      const grants = new AccessGrantRepository(manager);
      mustBeAt(await grants.lockedVersionOf(personId), asker.expected);
      const outcome = await grants.link(personId, fingerprint, act);
      if (outcome === 'taken') throw new IdentityTaken();
      return { personId, linked: subject !== null };
    });
  }

  private fingerprintOf(subject: string): string {
    if (!this.identity) throw new NoIdentityProvider();
    return identityFingerprint(this.cipher, this.identity.issuer, subject);
  }

  private async kept(manager: EntityManager, personId: string): Promise<KeptAccess> {
    await this.mustBeThere(manager, personId);
    const grants = new AccessGrantRepository(manager);
    // Before what it is the version of: should that change meanwhile, the version is too old and not too new.
    const version = await grants.versionOf(personId);
    const { roles, scope, period, lastDay } = await grants.find(personId);
    const linked = await grants.isLinked(personId);
    return { personId, version, roles: [...roles], scope: scope as KeptAccess['scope'], period, lastDay, linked };
  }

  private async mustBeThere(manager: EntityManager, personId: string): Promise<void> {
    if (await this.people.exists(manager, personId)) return;
    throw new NoSuchPerson(personId);
  }
}
