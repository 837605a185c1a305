import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer from 'multer';
import type { Logger } from 'pino';
import { catchError, concatMap, from, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { type DocumentStore, FileTooLarge } from '../../../libs/documents/index.js';
import { isDatabaseAway, StoredFileRepository } from '../../../libs/persistence/index.js';
import { MalformedForm } from '../problems/api-errors.js';
import { DOCUMENTS, LOG } from '../runtime/runtime.js';
import { DocumentStorage, type UploadedDocument } from './document-storage.js';
import { FormBytes } from './form-bytes.js';

/** What the fields and the frame of the form may take beside the file. */
const formBytes = 300_000;

/** Reads a form with one file, `file`, and a few short fields. The size of the file is the document store's to limit. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  private readonly read: ReturnType<multer.Multer['single']>;
  private readonly refusals = new WeakMap<Request, (error: unknown) => void>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(DOCUMENTS) private readonly documents: DocumentStore,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.read = multer({
      storage: new DocumentStorage(
        documents,
        (id) => this.register.arrives(id),
        (asked, error) => this.refusals.get(asked)?.(error),
      ),
      // Names are UTF-8 in every browser and client of today; Multer's default is Latin-1.
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: 20_000, fieldNameSize: 100, parts: 12 },
    }).single('file');
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const { maxBytes } = this.documents;
    if (Number(request.headers['content-length'] ?? 0) > maxBytes + formBytes) throw new FileTooLarge(maxBytes);
    await this.formOf(request, response);
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        await this.dropUnlessOnRecord(request);
        return answer;
      }),
      catchError((error: unknown) => from(this.takenBack(request, error))),
    );
  }

  private get register(): StoredFileRepository {
    return new StoredFileRepository(this.dataSource.manager);
  }

  /** Puts file and fields on the request, as Multer does. The form is read from a stream that may end before the request. */
  private async formOf(request: Request, response: Response): Promise<void> {
    const { maxBytes } = this.documents;
    const form = new FormBytes(request, maxBytes + formBytes) as FormBytes & Request;
    await new Promise<void>((resolve, reject) => {
      const refuse = (error: unknown): void => reject(readable(error));
      this.refusals.set(form, refuse);
      form.once('too-many', () => refuse(new FileTooLarge(maxBytes)));
      this.read(form, response, (error: unknown) => (error ? refuse(error) : resolve()));
    });
    const { file, body } = form;
    Object.assign(request, { file, body });
  }

  /** A database that went away may yet register the file: then it stays, and the sweep looks in a day. */
  private async takenBack(request: Request, error: unknown): Promise<never> {
    if (!isDatabaseAway(error)) await this.dropUnlessOnRecord(request);
    throw error;
  }

  /**
   * What becomes of a file the register says, whatever the answer is: it stays as long as a row there names it, for a
   * command that is on record or may yet be. That it cannot be removed must not hide the answer; the sweep takes it.
   */
  private async dropUnlessOnRecord({ file }: Request): Promise<void> {
    const { document } = (file ?? {}) as Partial<UploadedDocument>;
    if (!document) return;
    try {
      if (!(await this.register.isUsed(document.id))) await this.documents.remove(document.id);
    } catch (error) {
      this.log.error({ err: error }, 'an upload was left');
    }
  }
}

/** The form's reader throws plain errors; what failed here (a full disk, say) carries a code. */
function readable(error: unknown): unknown {
  const plain = error instanceof Error && error.constructor === Error && !('code' in error);
  return plain ? new MalformedForm(`the form cannot be read: ${error.message}`) : error;
}
