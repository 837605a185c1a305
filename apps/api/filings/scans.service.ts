import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DocumentStore, FileErased, type StoredDocument } from '../../../libs/documents/index.js';
import {
  Conflict,
  isMaterial,
  isPaper,
  type LicenseEventType,
  NotFound,
  type Principal,
  type Scan,
} from '../../../libs/domain/index.js';
import { commandIdFor, paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import { CommandRepository, type StoredFileEntity, StoredFileRepository } from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { CommandService } from '../commands/command.service.js';
import type { CommandAnswer } from '../commands/command-answer.js';
import { IdempotencyKeyReused } from '../problems/api-errors.js';
import { LicenseReader } from '../runtime/license-reader.js';
import { DOCUMENTS } from '../runtime/runtime.js';
import type { ScanPath } from '../schemas/papers.js';

export interface ScanStored {
  licenseId: string;
  scanId: string;
  sha256: string;
  bytes: number;
  mediaType: string;
}

/** An image that is to be tied to an entry. */
export interface Tie {
  scanId: string;
  replaces?: string | null;
  validOn?: string | undefined;
}

/**
 * Images of the authority's papers. They are uploaded first, and tied to the entry that they show with it or at any time
 * later; what no entry claims within a day is swept.
 */
@Injectable()
export class ScansService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandService,
    private readonly licenses: LicenseReader,
    @Inject(DOCUMENTS) private readonly documents: DocumentStore,
  ) {}

  /** A repeat with the same file gives the same id, and the file that came with it is not kept. */
  async store({ caller, key }: Asker, licenseId: string, document: StoredDocument): Promise<ScanStored> {
    await this.licenses.at(licenseId, caller);
    const { sha256, bytes, mediaType } = document;
    const scanId = uuid5(paizhaoNamespace, 'scan', principalName(caller), licenseId, key);
    const file = { id: scanId, licenseId, sha256, bytes, mediaType, storageKey: document.id, scan: true };
    const kept = await new StoredFileRepository(this.dataSource.manager).addOnce(file);
    if (kept.sha256 !== sha256) throw new IdempotencyKeyReused();
    return { licenseId, scanId, sha256, bytes, mediaType };
  }

  /**
   * An entry of a paper with the images that show it: all of them are there before anything is recorded. They are part
   * of what is asked: a repeat names the same ones.
   */
  async withEntry(
    asker: Asker,
    licenseId: string,
    scanIds: readonly string[],
    record: (beside: { scans?: readonly string[] }) => Promise<CommandAnswer>,
  ): Promise<CommandAnswer> {
    await this.mustBeFree(asker, licenseId, scanIds);
    const answer = await record(scanIds.length === 0 ? {} : { scans: scanIds });
    const told = answer.events.find(({ type }) => isPaper(type as LicenseEventType));
    if (!told) return answer;
    // Under keys made of the same one, so that a repeat completes what a failure in between has left.
    for (const scanId of scanIds)
      await this.tie({ ...asker, key: `${asker.key} ${scanId}` }, licenseId, told.seq, { scanId });
    return answer;
  }

  /** @throws NotFound `scan-not-found`, `paper-not-found`; Conflict `scan-already-attached` */
  async tie(
    asker: Asker,
    licenseId: string,
    entry: number,
    { scanId, replaces = null, validOn }: Tie,
  ): Promise<CommandAnswer> {
    const asked = { act: 'attach-scan' as const, entry, scanId, replaces, validOn: validOn ?? null };
    // Before every attempt: what waits for its answer was drafted once, and its file may have been swept since.
    const { sha256, bytes, mediaType } = await this.mustBeThere(licenseId, scanId, '/scanId');
    return this.commands.run(asker, licenseId, asked, ({ today }) => {
      const data = { entry, scanId, sha256, bytes, mediaType, replaces };
      return { type: 'attach-scan', validOn: validOn ?? today, data };
    });
  }

  /** @throws NotFound `scan-not-found`, FileErased */
  async content({ id, seq, scanId }: ScanPath, caller: Principal): Promise<{ scan: Scan; bytes: Buffer }> {
    const { state } = await this.licenses.at(id, caller);
    const paper = state.papers.find((each) => each.seq === seq);
    const scan = paper?.scans.find((each) => each.scanId === scanId);
    const file = scan && (await new StoredFileRepository(this.dataSource.manager).find(scanId));
    if (!scan || !file) throw new ScanNotFound('/scanId');
    if (file.erasedAt) throw new FileErased(scanId, file.erasedAt);
    return { scan, bytes: await this.documents.read(file.storageKey) };
  }

  /** Of this license, and tied to nothing; a repeat finds them tied to the entry that it asked for. */
  private async mustBeFree({ caller, key }: Asker, licenseId: string, scanIds: readonly string[]): Promise<void> {
    if (scanIds.length === 0) return;
    const commandId = commandIdFor(principalName(caller), licenseId, key);
    const repeated = (await new CommandRepository(this.dataSource.manager).find(commandId))?.reply;
    const { state } = await this.licenses.at(licenseId, caller);
    for (const [i, scanId] of scanIds.entries()) {
      await this.mustBeThere(licenseId, scanId, `/scans/${i}`);
      if (isMaterial(state, scanId)) throw new ScanNotFound(`/scans/${i}`);
      const tied = state.papers.find(({ scans }) => scans.some((scan) => scan.scanId === scanId));
      if (tied && !repeated) throw new ScanTaken(`/scans/${i}`, tied.seq);
    }
  }

  private async mustBeThere(licenseId: string, scanId: string, pointer: string): Promise<StoredFileEntity> {
    const file = await new StoredFileRepository(this.dataSource.manager).find(scanId);
    if (file?.licenseId === licenseId) return file;
    throw new ScanNotFound(pointer);
  }
}

class ScanTaken extends Conflict {
  constructor(pointer: string, entry: number) {
    super('scan-already-attached', `this scan shows the paper of entry ${entry}`, {
      pointer,
      entry,
      remedy: 'Upload each image by itself.',
    });
  }
}

class ScanNotFound extends NotFound {
  constructor(pointer: string) {
    super('scan-not-found', 'the license has no such scan', {
      pointer,
      remedy: 'Upload it first: POST /licenses/:id/scans. What is tied to no entry is kept for a day.',
    });
  }
}
