import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer from 'multer';
import { finalize, type Observable } from 'rxjs';
import { Unavailable } from '../../../libs/domain/index.js';
import { SheetTooLarge, sheetLimits } from '../../../libs/sheets/index.js';
import { MalformedForm } from '../problems/api-errors.js';

/** Sheets that one process has in memory, those that wait for their turn to be parsed too. */
const mostAtOnce = 8;

/** Reads a form with one sheet, `file`, into memory, and a few short fields. Whatever is larger is refused as it comes. */
@Injectable()
export class SheetUpload implements NestInterceptor {
  private atOnce = 0;
  private readonly read = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 10, fieldSize: 1_000, fieldNameSize: 100, parts: 12, fileSize: sheetLimits.bytes },
  }).single('file');

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    if (this.atOnce >= mostAtOnce) throw new TooManySheets(mostAtOnce);
    this.atOnce += 1;
    try {
      await new Promise<void>((resolve, reject) => {
        this.read(request, response, (error: unknown) => (error ? reject(named(error)) : resolve()));
      });
    } catch (error) {
      this.atOnce -= 1;
      throw error;
    }
    return next.handle().pipe(
      finalize(() => {
        this.atOnce -= 1;
      }),
    );
  }
}

export class TooManySheets extends Unavailable {
  constructor(most: number) {
    super('too-many-sheets', 'as many sheets are read and given back here as may be at once', {
      most,
      retryAfterSeconds: 5,
      remedy: 'Ask again in a moment; to send a sheet, under the same Idempotency-Key.',
    });
  }
}

function named(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'LIMIT_FILE_SIZE') return new SheetTooLarge('bytes', sheetLimits.bytes);
  const plain = error instanceof Error && error.constructor === Error && code === undefined;
  return plain ? new MalformedForm(`the form cannot be read: ${message}`) : error;
}
