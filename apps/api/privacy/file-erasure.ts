import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { coversLicense, fileNotFound, type Principal } from '../../../libs/domain/index.js';
import { LicenseRepository, type SameContent, StoredFileRepository } from '../../../libs/persistence/index.js';
import type { Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import { StoredDocuments } from '../materials/stored-documents.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { LOG } from '../runtime/runtime.js';
import type { ErasedOfLicense, ErasureOfLicenseBody } from '../schemas/privacy.js';

/** The end of a license's files. With the entry goes the key of each; what the store still has of them goes after it. */
@Injectable()
export class FileErasure {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
    private readonly stored: StoredDocuments,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** @throws LicenseNotFound, InvalidInput `file-not-found`, Conflict `file-needed` */
  async erase(asker: Asker, licenseId: string, body: ErasureOfLicenseBody): Promise<ErasedOfLicense> {
    const { refs: _, ...said } = body;
    const { files, ground } = said;
    const asked = { act: 'erase-files' as const, ...said };
    const answer = await this.commands.run(asker, licenseId, asked, async ({ manager, today, text }) => {
      await this.licenses.at(licenseId, asker.caller);
      const missing = await new StoredFileRepository(manager).missing(licenseId, files);
      if (missing.length > 0) throw fileNotFound(missing);
      const reason = await text(body.reason);
      return { type: 'erase-files', validOn: body.validOn ?? today, data: { files, ground, reason } };
    });
    await this.stored
      .takeAwayErased()
      .catch((error: unknown) => this.log.error({ err: error }, 'erased files are still in the store: swept later'));
    return { ...answer, ...(await this.besides(files, asker.caller)) };
  }

  /** Where the content stays, since nobody erased it there. */
  private async besides(
    files: readonly string[],
    { scopes }: Principal,
  ): Promise<Pick<ErasedOfLicense, 'alsoAt' | 'alsoElsewhere'>> {
    const all = await new StoredFileRepository(this.dataSource.manager).sameContent(files);
    const seen: SameContent[] = [];
    for (const each of all) {
      const place = await new LicenseRepository(this.dataSource.manager).placeOf(each.licenseId);
      if (place && coversLicense(scopes, place)) seen.push(each);
    }
    const alsoAt = seen.map(({ as: file, licenseId, id }) => ({ file, licenseId, id }));
    return { alsoAt, alsoElsewhere: all.length - seen.length };
  }
}
