import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Coverage,
  coversLicense,
  folding,
  type LicenseState,
  mayBeReplaced,
  noneToFollow,
  type Principal,
  relationTo,
} from '../../../libs/domain/index.js';
import { LicenseRepository, SnapshotRepository } from '../../../libs/persistence/index.js';
import type { Asker } from '../access/access.decorators.js';
import { unseen } from '../access/access-errors.js';
import { CommandService } from '../commands/command.service.js';
import type { CommandAnswer } from '../commands/command-answer.js';

/** Which license comes after which: a new one names the old one, and both show it. */
@Injectable()
export class Succession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandService,
  ) {}

  /** @throws InvalidInput `license-not-to-follow` */
  async mustFit(
    manager: EntityManager,
    opening: { follows: string | null; companyId: string; coverage: Coverage },
    caller: Principal,
  ): Promise<void> {
    if (opening.follows === null) return;
    const old = await this.find(manager, opening.follows);
    if (old === null || !coversLicense(caller.scopes, old)) throw unseen(caller, noneToFollow());
    relationTo(old, opening);
  }

  /** Licenses that were opened to follow this one, of those that the caller sees. */
  async followersOf({ licenseId, companyId }: LicenseState, { scopes }: Principal): Promise<string[]> {
    const followers = await new LicenseRepository(this.dataSource.manager).followersOf(licenseId, companyId);
    return followers.filter((each) => coversLicense(scopes, { licenseId: each, companyId }));
  }

  /**
   * The issue of a permit for the whole country ends the provincial one that its license was opened to replace. Under
   * a key made of the same one, so that a repeat of the request completes what a failure between the two has left, and
   * no other request about the old license can have used it.
   */
  async afterIssue(asker: Asker, licenseId: string, answer: CommandAnswer, issuedOn: string): Promise<void> {
    if (!answer.events.some(({ type }) => type === 'permit-issued')) return;
    const issued = await this.find(this.dataSource.manager, licenseId);
    const old = issued?.follows ? await this.find(this.dataSource.manager, issued.follows) : null;
    if (!issued?.permit || !old || !mayBeReplaced(old, issued.permit.coverage)) return;
    const replacing = { ...asker, key: `${asker.key} replaces` };
    await this.commands.record(replacing, old.licenseId, 'record-replacement', issuedOn, {
      by: licenseId,
      on: issuedOn,
    });
  }

  private async find(manager: EntityManager, licenseId: string): Promise<LicenseState | null> {
    return (await new SnapshotRepository(manager, folding).find(licenseId))?.state ?? null;
  }
}
