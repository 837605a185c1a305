import { crc32 } from 'node:zlib';
import { FileMalformed } from '../errors.js';
import type { ByteSource } from './byte-source.js';
import { checkPixels } from './picture-size.js';

const signatureBytes = 8;
const headerBytes = 13;

/** Chunk by chunk to IEND: each with its checksum, the header first, and nothing after the end. */
export async function inspectPng(source: ByteSource): Promise<void> {
  await source.take(signatureBytes);
  for (let first = true; ; first = false) {
    const head = await source.take(8);
    const [length, type] = [head.readUInt32BE(0), head.toString('latin1', 4)];
    if (!/^[A-Za-z]{4}$/.test(type) || first !== (type === 'IHDR') || (first && length !== headerBytes))
      throw malformed('its parts are not in order');
    if (first) checkSize(await source.peek(headerBytes));
    await passChecked(source, head.subarray(4), length);
    if (type === 'IEND') break;
  }
  if ((await source.peek(1)).length > 0) throw malformed('something stands after its end');
}

async function passChecked(source: ByteSource, type: Buffer, length: number): Promise<void> {
  let sum = crc32(type);
  await source.pass(length, (piece) => {
    sum = crc32(piece, sum);
  });
  if ((await source.take(4)).readUInt32BE(0) !== sum) throw malformed('a part does not fit its checksum');
}

function checkSize(header: Buffer): void {
  if (header.length === headerBytes) checkPixels(header.readUInt32BE(0), header.readUInt32BE(4));
}

const malformed = (why: string): FileMalformed => new FileMalformed('PNG', why);
