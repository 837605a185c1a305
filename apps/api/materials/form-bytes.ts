import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';

/**
 * The bytes of a request's form, whatever part of it they belong to, as far as they are allowed; at one more it says
 * `too-many` and ends. It may be destroyed without harm to the request, which can still be answered.
 */
export class FormBytes extends Transform {
  readonly headers: IncomingMessage['headers'];
  private bytes = 0;

  constructor(
    request: IncomingMessage,
    private readonly mostBytes: number,
  ) {
    super();
    this.headers = request.headers;
    this.on('error', () => undefined); // whoever reads the form is told, where somebody does
    request.pipe(this);
    request.once('close', () => {
      if (!request.complete) this.destroy(new Error('the request broke off'));
    });
  }

  /** Multer leaves the form before it waits for its end: so it need not wait after an error. */
  override unpipe(reader?: NodeJS.WritableStream): this {
    super.unpipe(reader);
    this.destroy();
    return this;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes <= this.mostBytes) {
      done(null, chunk);
      return;
    }
    this.emit('too-many');
    done(new Error('the form is too large'));
  }
}
