import { FileMalformed } from '../errors.js';
import { type ByteSource, ContentEnds } from './byte-source.js';
import { checkPixels } from './picture-size.js';

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda];

/**
 * Segment by segment to the end of the first picture. Cameras put further pictures and films after it, so what follows
 * is passed over; archives in it are found by whoever passes the content on.
 */
export async function inspectJpeg(source: ByteSource): Promise<void> {
  if ((await marker(source)) !== startOfImage) throw malformed();
  for (;;) {
    const found = await marker(source);
    if (found === endOfImage) break;
    if (isBare(found)) continue;
    const length = (await source.take(2)).readUInt16BE(0);
    if (length < 2) throw malformed();
    if (isFrame(found)) {
      const frame = await source.peek(5);
      if (length < 8 || frame.length < 5) throw malformed();
      checkPixels(frame.readUInt16BE(3), frame.readUInt16BE(1));
    }
    await source.pass(length - 2);
    if (found === startOfScan) await passScan(source);
  }
  for await (const _ of source.rest());
}

/** 0xff, again where it is filled up, and what kind of segment follows. */
async function marker(source: ByteSource): Promise<number> {
  const [ff = 0, kind = 0] = await source.take(2);
  if (ff !== 0xff || kind === 0) throw malformed();
  let found = kind;
  while (found === 0xff) [found = 0] = await source.take(1);
  return found;
}

/** Picture data: up to the next 0xff that is neither stuffed (00) nor a restart (d0 to d7). */
async function passScan(source: ByteSource): Promise<void> {
  for (;;) {
    const piece = await source.piece();
    if (piece.length === 0) throw new ContentEnds();
    const at = piece.indexOf(0xff);
    if (at !== 0) {
      source.drop(at < 0 ? piece.length : at);
      continue;
    }
    const [, next] = await source.peek(2);
    if (next === undefined) throw new ContentEnds();
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return;
    source.drop(2);
  }
}

/** Segments without a length. */
const isBare = (kind: number): boolean => kind === 0x01 || (kind >= 0xd0 && kind <= 0xd7);

/** Start of frame, which holds the size of the picture. */
const isFrame = (kind: number): boolean => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);

const malformed = (): FileMalformed => new FileMalformed('JPEG', 'its parts are not in order');
