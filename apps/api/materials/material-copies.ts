import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { DocumentUnreadable, FileErased } from '../../../libs/documents/index.js';
import {
  coversLicense,
  type DocumentOnRecord,
  type LicenseState,
  type MaterialVersion,
  NotFound,
  type Principal,
} from '../../../libs/domain/index.js';
import { LicenseRepository, StoredFileRepository } from '../../../libs/persistence/index.js';
import type { Asker } from '../access/access.decorators.js';
import { unseen } from '../access/access-errors.js';
import { CommandService } from '../commands/command.service.js';
import type { CommandAnswer } from '../commands/command-answer.js';
import { FilingsService } from '../filings/filings.service.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';
import type { FilingPath } from '../schemas/fields.js';
import type { materialCopy } from '../schemas/filing.js';

/** A document of the company that can be supplied again. */
export interface KnownDocument extends DocumentOnRecord {
  filingId: string;
  requirementId: string;
  version: number;
  sha256: string;
  bytes: number;
  mediaType: string;
  issuedOn: string | null;
  sealed: boolean | null;
  suppliedOn: string;
}

/**
 * One document in several filings: a new material with an id of its own, and the same bytes where they lie. Only within
 * a company, and only of licenses that the caller sees.
 */
@Injectable()
export class MaterialCopies {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandService,
    private readonly filings: FilingsService,
    private readonly licenses: LicenseReader,
  ) {}

  /** Documents of the company's licenses that the caller sees, some licenses at a time: the newest first, each hash once. */
  async known(
    { id, filingId }: FilingPath,
    { after, licenses }: { after: string | null; licenses: number },
    caller: Principal,
  ): Promise<{ documents: KnownDocument[]; next: string | null }> {
    const { state } = await this.filings.find(id, filingId, caller);
    const asked = { scopes: caller.scopes, after, limit: licenses + 1 };
    const found = await new LicenseRepository(this.dataSource.manager).idsOfCompany(state.companyId, asked);
    const page = found.slice(0, licenses);
    const states = await this.licenses.several(page, caller);
    return { documents: eachOnce(states), next: found.length > page.length ? (page.at(-1) ?? null) : null };
  }

  /** @throws NotFound `document-not-found`, FileErased, DocumentUnreadable, and what the rules refuse */
  supply(
    asker: Asker,
    { id: licenseId, filingId }: FilingPath,
    body: z.output<typeof materialCopy>,
  ): Promise<CommandAnswer> {
    const materialId = randomUUID();
    const asked = { act: 'supply-material' as const, filingId, ...body };
    return this.commands.run(asker, licenseId, asked, async ({ today, manager, file, optionalText }) => {
      const source = await this.source(manager, licenseId, body.from, asker.caller);
      const { sha256, bytes, mediaType } = source;
      await file({ id: materialId, sha256, bytes, mediaType, storageKey: await storageKeyOf(manager, body.from) });
      await mustNotBeErased(manager, body.from);
      return {
        type: 'supply-material',
        validOn: today,
        data: {
          ...{ filingId, requirementId: body.requirementId, materialId, sha256, bytes, mediaType },
          issuedOn: body.issuedOn ?? source.issuedOn,
          reason: await optionalText(body.reason),
          sealed: body.sealed ?? source.sealed,
          copyOf: body.from,
        },
      };
    });
  }

  /**
   * What is not there, of another company, or outside the caller's scope is one and the same to the caller. Read over the
   * command's own connection: whoever holds one and waits for another keeps the pool from everybody.
   */
  private async source(
    manager: EntityManager,
    licenseId: string,
    from: DocumentOnRecord,
    caller: Principal,
  ): Promise<MaterialVersion> {
    const licenses = new LicenseRepository(manager);
    const [own, place] = [await licenses.placeOf(licenseId), await licenses.placeOf(from.licenseId)];
    const seen = place !== null && coversLicense(caller.scopes, place);
    const reached = seen && place.companyId === own?.companyId;
    const state = reached ? (await this.licenses.forCommand(manager, from.licenseId, caller)).state : null;
    const found = state ? versionsOf(state).find(({ version }) => version.materialId === from.materialId) : undefined;
    if (found) return found.version;
    const none = new NotFound('document-not-found', 'no license of the company that you see has this document', {
      pointer: '/from',
      remedy: 'Look at GET /licenses/:id/filings/:filingId/documents for the documents of the company.',
    });
    throw seen ? none : unseen(caller, none);
  }
}

async function storageKeyOf(manager: EntityManager, { materialId }: DocumentOnRecord): Promise<string> {
  const row = await new StoredFileRepository(manager).find(materialId);
  if (!row) throw new DocumentUnreadable(materialId, 'missing');
  return row.storageKey;
}

/** Once the copy is registered: whoever erases the document meanwhile waits, and finds that another one lies there. */
async function mustNotBeErased(manager: EntityManager, { materialId }: DocumentOnRecord): Promise<void> {
  const row = await new StoredFileRepository(manager).hold(materialId);
  if (row?.erasedAt) throw new FileErased(materialId, row.erasedAt);
}

function versionsOf({ filings }: LicenseState) {
  return Object.values(filings).flatMap(({ id: filingId, materials }) =>
    Object.entries(materials).flatMap(([requirementId, versions]) =>
      versions.map((version) => ({ filingId, requirementId, version })),
    ),
  );
}

function eachOnce(states: readonly LicenseAtHand[]): KnownDocument[] {
  const all = states.flatMap(({ state }) => documentsOf(state));
  const newestFirst = all.sort((a, b) => (a.suppliedOn === b.suppliedOn ? 0 : a.suppliedOn < b.suppliedOn ? 1 : -1));
  const firstOf = new Map(newestFirst.toReversed().map((document) => [document.sha256, document]));
  return newestFirst.filter((document) => firstOf.get(document.sha256) === document);
}

function documentsOf(state: LicenseState): KnownDocument[] {
  const there = versionsOf(state).filter(({ version }) => version.erasedOn === null);
  return there.map(({ filingId, requirementId, version: known }) => {
    const { materialId, version, sha256, bytes, mediaType, issuedOn, sealed, suppliedOn } = known;
    const place = { licenseId: state.licenseId, materialId, filingId, requirementId, version };
    return { ...place, sha256, bytes, mediaType, issuedOn, sealed, suppliedOn };
  });
}
