import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DocumentStore, DocumentUnreadable, FileErased } from '../../../libs/documents/index.js';
import { StoredFileRepository } from '../../../libs/persistence/index.js';
import { DOCUMENTS } from '../runtime/runtime.js';

/** Bytes of materials. Several materials may be one document: each has an id of its own, and they share where it lies. */
@Injectable()
export class StoredDocuments {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(DOCUMENTS) private readonly documents: DocumentStore,
  ) {}

  /** The bytes that the record knows by this hash, and no others. @throws FileErased, DocumentUnreadable */
  async read({ materialId, sha256 }: { materialId: string; sha256: string }): Promise<Buffer> {
    const file = await new StoredFileRepository(this.dataSource.manager).find(materialId);
    if (file?.erasedAt) throw new FileErased(materialId, file.erasedAt);
    const bytes = await this.documents.read(file?.storageKey ?? materialId);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new DocumentUnreadable(materialId, 'altered');
    return bytes;
  }

  /** The bytes of files that were erased go from the store. @throws FileStoreUnavailable: the rest goes another time */
  takeAwayErased(): Promise<number> {
    const files = new StoredFileRepository(this.dataSource.manager);
    return files.takeAwayErased((key) => this.documents.remove(key));
  }
}
