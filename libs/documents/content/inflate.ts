import { createInflate, createInflateRaw } from 'node:zlib';
import { type ByteSource, ContentEnds } from './byte-source.js';

/**
 * Unpacks what stands next in the source and takes exactly that. `see` is told every unpacked piece; what it throws ends
 * the work, so that no more is unpacked than it wishes to see.
 * @throws ContentEnds, or the error of zlib where the bytes are not packed so
 */
export async function inflate(source: ByteSource, form: 'raw' | 'zlib', see: (piece: Buffer) => void): Promise<void> {
  const engine = form === 'raw' ? createInflateRaw() : createInflate();
  const ended = new Promise<'ended'>((resolve, reject) => {
    engine.once('end', () => resolve('ended'));
    engine.once('error', reject);
  });
  ended.catch(() => undefined);
  engine.on('data', (piece: Buffer) => {
    try {
      see(piece);
    } catch (error) {
      engine.destroy(error as Error);
    }
  });
  try {
    for (;;) {
      const piece = await source.piece();
      if (piece.length === 0) throw new ContentEnds();
      const before = engine.bytesWritten;
      const used = new Promise<'used'>((resolve) => {
        // Where the packed bytes end within the piece, nobody calls back: `ended` tells.
        engine.write(piece, (error) => error ?? resolve('used'));
      });
      const outcome = await Promise.race([used, ended]);
      source.drop(engine.bytesWritten - before);
      if (outcome === 'ended') return;
    }
  } finally {
    engine.destroy();
  }
}
