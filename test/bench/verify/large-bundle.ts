import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { zipOf } from '../../../libs/archive/index.js';
import {
  bucketHash,
  bucketOf,
  bucketText,
  checkpointText,
  GrowingTiles,
  HeadsTree,
  inclusionPath,
  leafHash,
  SigningKey,
  sealText,
  signedNote,
  TileReader,
} from '../../../libs/checkpoints/index.js';
import {
  canonicalBytes,
  type Envelope,
  exportLines,
  genesis,
  type SealedEntry,
  seal,
} from '../../../libs/ledger/index.js';
import { sha256 } from '../../tamper/sample/bundle.js';

const licenseId = '0b24c0de-0000-5000-8000-000000000001';
const stream = `license/${licenseId}`;
const file = 'streams/1.jsonl';
/** Of messages there are none. */
const sent = { stream: `delivery/${licenseId}`, file: 'streams/2.jsonl' };
const createdAt = '2026-11-27T00:00:00.000Z';
const storedAt = (seq: number): string => new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
const key = new SigningKey(Buffer.alloc(32, 1));
const origin = 'paizhao/bench';
/** Entries that are younger than the checkpoint. */
const window = 100;

/** An entry as long as the product's are: about 600 bytes. */
function envelope(seq: number): Envelope {
  const at = storedAt(seq);
  return {
    stream,
    seq,
    recordedAt: at,
    storedAt: at,
    validOn: at.slice(0, 10),
    actor: { kind: 'person', id: '5f0c7a5e-0000-4000-8000-000000000001' },
    commandId: `5f0c7a5e-0000-4000-8000-${String(seq).padStart(12, '0')}`,
    type: 'people-assigned',
    v: 1,
    data: {
      filingId: 'filing-1',
      requirementId: 'business-license',
      materialId: `material-${seq}`,
      version: seq,
      sha256: 'ab'.repeat(32),
      bytes: 1_000_000 + seq,
      mediaType: 'application/pdf',
      issuedOn: '2026-01-01',
      reason: null,
      sealed: true,
      copyOf: null,
    },
  };
}

/** Writes a bundle of one license with so many entries, and gives the fingerprint of its key. */
export async function writeLargeBundle(path: string, entries: number): Promise<string> {
  const tree = new GrowingTiles(0, []);
  const pieces: Buffer[] = [];
  let newest: SealedEntry | null = null;
  async function* rows(): AsyncGenerator<SealedEntry> {
    let last = genesis;
    for (let seq = 1; seq <= entries; seq += 1) {
      const [row] = seal(last, [envelope(seq)]) as [SealedEntry];
      last = row.hash;
      if (seq <= entries - window) {
        tree.push(leafHash(row.hash));
        newest = row;
      }
      yield row;
    }
  }
  for await (const line of exportLines({ stream, exportedAt: createdAt, simulated: false }, rows()))
    pieces.push(Buffer.from(line));
  const about = { simulated: false, exportedAt: createdAt };
  const nothing: Buffer[] = [];
  for await (const line of exportLines({ stream: sent.stream, ...about }, [])) nothing.push(Buffer.from(line));
  const parts = new Map([
    [file, Buffer.concat(pieces)],
    [sent.file, Buffer.concat(nothing)],
    ['proofs.json', canonicalBytes(proofsOf(tree, newest as unknown as SealedEntry))],
    ...['documents.json', 'deadlines.json', 'deliveries.json'].map((name): [string, Buffer] => [
      name,
      Buffer.from('{}'),
    ]),
  ]);
  const files = [...parts].map(([name, bytes]) => ({ name, sha256: sha256(bytes) }));
  const bundle = { format: 'paizhao-audit', v: 1, license: licenseId, createdAt, simulated: false, files };
  parts.set('manifest.json', canonicalBytes(bundle));
  const archived = [...parts].map(([name, bytes]) => ({ path: name, content: () => bytes }));
  await pipeline(Readable.from(zipOf(archived)), createWriteStream(path));
  return key.as(origin).fingerprint;
}

/** One checkpoint over what is in the tree. */
function proofsOf(tree: GrowingTiles, newest: SealedEntry) {
  const heads = new HeadsTree([]);
  const head = [{ stream, seq: newest.seq, hash: newest.hash }];
  heads.set(bucketOf(stream), bucketHash(head));
  const text = sealText({ number: 1, sealedAt: storedAt(newest.seq), heads: heads.root(), key: key.as(origin) });
  tree.push(leafHash(Buffer.from(text)));
  const size = tree.size;
  const note = signedNote(checkpointText({ origin, size, root: tree.root() }), origin, [key]);
  const reader = new TileReader(tree.changed());
  const hexes = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));
  const sealProof = hexes(inclusionPath(size - 1, size).map((span) => reader.hashOf(span)));
  return {
    checkpoints: [{ note, seal: text, sealProof, consistency: [] }],
    streams: [
      { stream, file, heads: bucketText(head), siblings: hexes(heads.siblings(bucketOf(stream))) },
      { ...sent, heads: '', siblings: hexes(heads.siblings(bucketOf(sent.stream))) },
    ],
  };
}
