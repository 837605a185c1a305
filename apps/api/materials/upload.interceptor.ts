import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer from 'multer';
import type { Observable } from 'rxjs';
import type { DocumentStore } from '../../../libs/documents/index.js';
import { DOCUMENTS } from '../runtime/runtime.js';
import { DocumentStorage } from './document-storage.js';

/** Reads a form with one file, `file`, and a few short fields. The size of the file is the document store's to limit. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  private readonly read: ReturnType<multer.Multer['single']>;

  constructor(@Inject(DOCUMENTS) documents: DocumentStore) {
    this.read = multer({
      storage: new DocumentStorage(documents),
      // Names are UTF-8 in every browser and client of today; Multer's default is Latin-1.
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: 20_000, fieldNameSize: 100, parts: 12 },
    }).single('file');
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    await new Promise<void>((resolve, reject) => {
      this.read(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) => (error ? reject(error) : resolve()));
    });
    return next.handle();
  }
}
