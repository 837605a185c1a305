import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import type { DocumentStore, StoredDocument } from '../../../libs/documents/index.js';

/** A file of a form, as it lies in the document store. */
export type UploadedDocument = Express.Multer.File & { document: StoredDocument };

/** Multer hands each file to the document store while it arrives; no plain byte touches the disk. */
export class DocumentStorage implements StorageEngine {
  /**
   * @param arrives notes the id before the store has anything under it
   * @param onRefused told at once: Multer itself calls back when it has read the whole request
   */
  constructor(
    private readonly documents: DocumentStore,
    private readonly arrives: (id: string) => Promise<void>,
    private readonly onRefused: (request: Request, error: unknown) => void,
  ) {}

  _handleFile(
    request: Request,
    file: Express.Multer.File,
    done: (error?: unknown, info?: Partial<UploadedDocument>) => void,
  ): void {
    this.put(file).then(
      (document) => done(null, { document, size: document.bytes }),
      (error: unknown) => {
        file.stream.resume();
        this.onRefused(request, error);
        done(error);
      },
    );
  }

  private async put({ originalname, stream }: Express.Multer.File): Promise<StoredDocument> {
    const id = randomUUID();
    await this.arrives(id);
    return this.documents.put(id, originalname, stream);
  }

  _removeFile(_request: Request, file: Partial<UploadedDocument>, done: (error: Error | null) => void): void {
    if (!file.document) {
      done(null);
      return;
    }
    this.documents.remove(file.document.id).then(() => done(null), done);
  }
}
