import { zipSync } from 'fflate';
import { type Files, zipped } from '../sample/bundle.js';

/** A file that is no bundle to look into: both verifiers refuse it, and say nothing of what it holds. */
export interface RefusedCase {
  what: string;
  bytes(files: Files): Promise<Buffer>;
}

const local = 'PK\x03\x04';
const central = 'PK\x01\x02';

/** Changes every header of the kind that is about a name; `at` counts from its signature. */
function inHeaders(bytes: Buffer, signature: string, edit: (bytes: Buffer, at: number) => void): Buffer {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(signature, 0, 'latin1'); at >= 0; at = changed.indexOf(signature, at + 4, 'latin1'))
    edit(changed, at);
  return changed;
}

const renamed = (from: string, to: string) => async (files: Files) =>
  Buffer.from((await zipped(files)).toString('latin1').replaceAll(from, to), 'latin1');

export const refusedCases: RefusedCase[] = [
  { what: 'no ZIP', bytes: async () => Buffer.from('PK, trust me') },
  { what: 'an empty file', bytes: async () => Buffer.alloc(0) },
  { what: 'a file cut off', bytes: async (files) => (await zipped(files)).subarray(0, -200) },
  { what: 'a file cut off in the middle', bytes: async (files) => (await zipped(files)).subarray(0, 3_000) },
  { what: 'a name twice', bytes: renamed('streams/3.jsonl', 'streams/2.jsonl') },
  { what: 'a name that climbs', bytes: renamed('streams/3.jsonl', '../eam/3.jsonl') },
  { what: 'a name from the root', bytes: renamed('streams/3.jsonl', '/treams/3.jsonl') },
  { what: 'a name in other letters', bytes: renamed('streams/3.jsonl', 'streams/\xe9.jsonl') },
  { what: 'a folder with bytes', bytes: renamed('streams/3.jsonl', 'streams/3.json/') },
  {
    what: 'a comment after its files',
    bytes: async (files) => {
      const bytes = Buffer.concat([await zipped(files), Buffer.from('!')]);
      bytes.writeUInt16LE(1, bytes.length - 3);
      return bytes;
    },
  },
  { what: 'a name of another system', bytes: renamed('streams/3.jsonl', 'streams\\3.jsonl') },
  {
    what: 'encrypted files',
    bytes: async (files) => inHeaders(await zipped(files), central, (bytes, at) => bytes.writeUInt16LE(0x0801, at + 8)),
  },
  {
    what: 'compressed in another way',
    bytes: async (files) => inHeaders(await zipped(files), central, (bytes, at) => bytes.writeUInt16LE(12, at + 10)),
  },
  {
    what: 'a file that is longer than it says',
    bytes: async (files) =>
      inHeaders(Buffer.from(zipSync(Object.fromEntries(files))), central, (bytes, at) =>
        bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) - 1, at + 24),
      ),
  },
  {
    what: 'a small file that unpacks into a huge one',
    bytes: async (files) =>
      Buffer.from(zipSync({ ...Object.fromEntries(files), 'files/zeros.bin': new Uint8Array(64 * 2 ** 20) })),
  },
  {
    what: 'headers that are none',
    bytes: async (files) => inHeaders(await zipped(files), local, (bytes, at) => bytes.writeUInt8(0, at)),
  },
];
