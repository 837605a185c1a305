import { Injectable } from '@nestjs/common';
import type { StoredDocument } from '../../../libs/documents/index.js';
import { type MaterialVersion, NotFound, type Principal } from '../../../libs/domain/index.js';
import type { Asker } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import type { CommandAnswer } from '../commands/command-answer.js';
import { FilingsService } from '../filings/filings.service.js';
import type { FilingPath, MaterialPath } from '../schemas/fields.js';
import { StoredDocuments } from './stored-documents.js';

export interface MaterialForm {
  requirementId: string;
  issuedOn?: string | undefined;
  reason?: string | undefined;
  sealed?: 'true' | 'false' | undefined;
}

/** Files of materials: registered with the command that refers to them, and struck out with it when it is not kept. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly commands: CommandService,
    private readonly filings: FilingsService,
    private readonly stored: StoredDocuments,
  ) {}

  supply(
    asker: Asker,
    { id: licenseId, filingId }: FilingPath,
    form: MaterialForm,
    document: StoredDocument,
  ): Promise<CommandAnswer> {
    const { id: materialId, sha256, bytes, mediaType } = document;
    const issuedOn = form.issuedOn ?? null;
    // The id of the file is new with every attempt; what makes a repeat a repeat is its content.
    const asked = { act: 'supply-material' as const, filingId, ...form, issuedOn, sha256, bytes };
    return this.commands.run(asker, licenseId, asked, async ({ today, file, optionalText }) => {
      await file({ id: materialId, sha256, bytes, mediaType, storageKey: materialId });
      const reason = await optionalText(form.reason);
      const { requirementId } = form;
      const sealed = form.sealed === undefined ? null : form.sealed === 'true';
      return {
        type: 'supply-material',
        validOn: today,
        data: { filingId, requirementId, materialId, sha256, bytes, mediaType, issuedOn, reason, sealed },
      };
    });
  }

  /** A version's bytes, for whoever may read them. @throws NotFound `material-not-found` */
  async content(
    at: MaterialPath,
    principal: Principal,
  ): Promise<{ material: MaterialVersion; requirementId: string; bytes: Buffer }> {
    const { filing } = await this.filings.find(at.id, at.filingId, principal);
    for (const [requirementId, versions] of Object.entries(filing.materials)) {
      const material = versions.find(({ materialId }) => materialId === at.materialId);
      if (material) return { material, requirementId, bytes: await this.stored.read(material) };
    }
    throw new NotFound('material-not-found', 'the filing has no such material', {
      pointer: '/materialId',
      remedy: 'Look at GET /licenses/:id/filings/:filingId for the ids.',
    });
  }
}
