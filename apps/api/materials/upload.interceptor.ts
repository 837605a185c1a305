import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer from 'multer';
import type { Logger } from 'pino';
import { catchError, from, type Observable } from 'rxjs';
import { type DocumentStore, FileTooLarge } from '../../../libs/documents/index.js';
import { OutcomeUnknown } from '../../../libs/gateway/index.js';
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
    @Inject(DOCUMENTS) private readonly documents: DocumentStore,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.read = multer({
      storage: new DocumentStorage(documents, (asked, error) => this.refusals.get(asked)?.(error)),
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
    return next.handle().pipe(catchError((error: unknown) => from(this.takenBack(request, error))));
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

  /**
   * A file that came with a refused request is not kept. Where nobody knows yet whether the command was, it stays: the
   * sweep takes it, if it was not. That it cannot be removed must not hide why it was refused.
   */
  private async takenBack(request: Request, error: unknown): Promise<never> {
    const { document } = (request.file ?? {}) as Partial<UploadedDocument>;
    if (document && !(error instanceof OutcomeUnknown))
      await this.documents.remove(document.id).catch((err: unknown) => this.log.error({ err }, 'an upload was left'));
    throw error;
  }
}

/** The form's reader throws plain errors; what failed here (a full disk, say) carries a code. */
function readable(error: unknown): unknown {
  const plain = error instanceof Error && error.constructor === Error && !('code' in error);
  return plain ? new MalformedForm(`the form cannot be read: ${error.message}`) : error;
}
