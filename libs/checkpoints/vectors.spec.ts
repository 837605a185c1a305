import { golden } from '../../test/support/golden.js';
import { type Envelope, entryHash, genesis, seal } from '../ledger/envelope.js';
import { checkpointText, readCheckpoint } from './checkpoint.js';
import { bucketHash, bucketOf, HeadsTree, rootByBucket, type StreamHead } from './heads-tree.js';
import { SigningKey } from './keys.js';
import { edgeOf, GrowingTiles, TileReader } from './log-tiles.js';
import { consistencyPath, GrowingTree, inclusionPath, isConsistent, leafHash, rootByInclusion } from './merkle.js';
import { readNote, signedNote, signersOf } from './note.js';
import { type CheckpointRecord, leavesOf, readRecord, writeRecord } from './record.js';
import { sealText } from './seal.js';

/** The file as it is kept; `made`: what this product makes of it. */
const kept = (name: string, made: string): string => golden(`../../docs/ledger-vectors/${name}`, made);
const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const hex = (bytes: Buffer | null): string => bytes?.toString('hex') ?? '';

/** What the files hold, made again from what stands here. */
const keys = [new SigningKey(Buffer.alloc(32, 1)), new SigningKey(Buffer.alloc(32, 2))] as const;
const origin = `paizhao/${keys[0].as('paizhao').fingerprint.slice(0, 32)}`;
const streams = [
  'house',
  'license/0b24c0de-0000-5000-8000-000000000001',
  'license/0b24c0de-0000-5000-8000-000000000002',
];

const envelope = (stream: string, seq: number): Envelope => ({
  stream,
  seq,
  recordedAt: `2026-11-22T00:00:0${seq}.000Z`,
  storedAt: `2026-11-22T00:00:0${seq}.001Z`,
  validOn: '2026-11-22',
  actor: { kind: 'person', id: '11111111-1111-4111-8111-111111111111' },
  commandId: `command-${seq}`,
  type: 'people-assigned',
  v: 1,
  data: { text: '牌照', amount: 1_000_000 },
});

const chains = new Map(
  streams.map((stream) => [
    stream,
    seal(
      genesis,
      [1, 2, 3, 4].map((seq) => envelope(stream, seq)),
    ),
  ]),
);

const keysFile = () =>
  keys.map((key, at) => {
    const { id, text, fingerprint, publicKey } = key.as(origin);
    return {
      seed: hex(Buffer.alloc(32, at + 1)),
      publicKey: hex(publicKey),
      id: hex(id),
      verifierKey: text,
      fingerprint,
    };
  });

const chainFile = () =>
  [...chains.values()]
    .flat()
    .map(({ prev, body, hash }) => ({ prev: hex(prev), body: body.toString('utf8'), hash: hex(hash) }));

/** The house's third and fourth entry as they came after the database was set back to the second checkpoint. */
const anew = seal(
  chains.get('house')?.[1]?.hash as Buffer,
  [3, 4].map((seq) => ({ ...envelope('house', seq), commandId: `command-${seq}-anew` })),
);

/** A log that takes the place of the first: it keeps the leaves of two checkpoints, and four entries are gone. */
function continuing(): CheckpointRecord {
  const before = records();
  const tree = new GrowingTree();
  for (const leaf of before.slice(0, 2).flatMap((record) => [...leavesOf(record)])) tree.push(leaf);
  const [kept, last] = [tree.size, before[2] as CheckpointRecord];
  const end = readCheckpoint(readNote(last.note).text);
  const begun = 'paizhao/7834d3f1483ac0580e76d77aa62d4a87';
  const heads = streams.map((stream, at) =>
    at === 0
      ? { stream, seq: 4, hash: anew[1]?.hash as Buffer }
      : { stream, seq: at === 1 ? 3 : 2, hash: chains.get(stream)?.[at === 1 ? 2 : 1]?.hash as Buffer },
  );
  const ranges = [{ stream: 'house', after: 2, leaves: Buffer.concat(anew.map(({ hash }) => leafHash(hash))) }];
  const sealed = sealText({
    number: 4,
    sealedAt: '2026-11-22T00:04:00.000Z',
    heads: treeOf(heads).root(),
    key: keys[1].as(begun),
    continues: { ...end, kept, gone: 5 },
  });
  for (const leaf of leavesOf({ from: kept, ranges, seal: sealed, note: '' })) tree.push(leaf);
  const text = checkpointText({ origin: begun, size: tree.size, root: tree.root() });
  return { from: kept, ranges, seal: sealed, note: signedNote(text, begun, [keys[1]]) };
}

/** Three checkpoints: all streams, one stream, and the exchange of the key. */
function records(): CheckpointRecord[] {
  const tree = new GrowingTree();
  const heads = new Map<string, StreamHead>();
  const steps: { of: readonly string[]; upto: number; by: readonly SigningKey[] }[] = [
    { of: streams, upto: 2, by: [keys[0]] },
    { of: [streams[1] as string], upto: 3, by: [keys[0]] },
    { of: streams, upto: 4, by: [keys[1], keys[0]] },
  ];
  return steps.map(({ of, upto, by }, at) => {
    const ranges = of.map((stream) => {
      const after = heads.get(stream)?.seq ?? 0;
      const entries = chains.get(stream)?.slice(after, upto) ?? [];
      heads.set(stream, { stream, seq: upto, hash: entries.at(-1)?.hash as Buffer });
      return { stream, after, leaves: Buffer.concat(entries.map(({ hash }) => leafHash(hash))) };
    });
    const from = tree.size;
    const sealed = sealText({
      number: at + 1,
      sealedAt: `2026-11-22T00:0${at + 1}:00.000Z`,
      heads: treeOf([...heads.values()]).root(),
      key: (by[0] as SigningKey).as(origin),
    });
    for (const leaf of leavesOf({ from, ranges, seal: sealed, note: '' })) tree.push(leaf);
    const text = checkpointText({ origin, size: tree.size, root: tree.root() });
    return { from, ranges, seal: sealed, note: signedNote(text, origin, by) };
  });
}

function treeOf(heads: readonly StreamHead[]): HeadsTree {
  const tree = new HeadsTree([]);
  for (const bucket of new Set(heads.map(({ stream }) => bucketOf(stream))))
    tree.set(bucket, bucketHash(heads.filter(({ stream }) => bucketOf(stream) === bucket)));
  return tree;
}

const newest = (): StreamHead[] =>
  streams.map((stream) => ({ stream, seq: 4, hash: chains.get(stream)?.[3]?.hash as Buffer }));

function headsFile() {
  const tree = treeOf(newest());
  const proofOf = (stream: string) => {
    const bucket = bucketOf(stream);
    const held = newest().filter((head) => bucketOf(head.stream) === bucket);
    const text = held.map(({ seq, hash }) => `${stream} ${seq} ${hex(hash)}\n`).join('');
    return { stream, bucket, text, hash: hex(bucketHash(held)), proof: tree.siblings(bucket).map(hex) };
  };
  return {
    root: hex(tree.root()),
    empty: hex(new HeadsTree([]).root()),
    proofs: [...streams, 'license/none'].map(proofOf),
  };
}

function treeFile() {
  const leaves = records().flatMap((record) => [...leavesOf(record)]);
  const tiles = new GrowingTiles(0, []);
  for (const leaf of leaves) tiles.push(leaf);
  expect(edgeOf(leaves.length)).toHaveLength(1);
  const reader = new TileReader(tiles.changed());
  const size = leaves.length;
  const rootOf = (to: number) => reader.hashOf({ from: 0, to });
  return {
    leaves: leaves.map(hex),
    roots: leaves.map((_, at) => hex(rootOf(at + 1))),
    inclusion: leaves.map((_, index) => ({
      index,
      size,
      proof: inclusionPath(index, size).map((span) => hex(reader.hashOf(span))),
    })),
    consistency: leaves.map((_, at) => ({
      from: at + 1,
      to: size,
      proof: consistencyPath(at + 1, size).map((span) => hex(reader.hashOf(span))),
    })),
  };
}

describe('the vectors of docs/ledger-vectors', () => {
  it.each<[string, () => unknown]>([
    ['keys.json', keysFile],
    ['chain.json', chainFile],
    ['tree.json', treeFile],
    ['heads.json', headsFile],
  ])('%s is what this product makes', (name, make) => {
    const made = make();
    expect(JSON.parse(kept(name, asJson(made)))).toEqual(made);
  });

  it.each([1, 2, 3])('record %d is what this product writes, byte for byte, and reads', (number) => {
    const record = records()[number - 1] as CheckpointRecord;
    const made = writeRecord(record).toString('utf8');
    const text = kept(`0${number}-00000000000${number}.jsonl`, made);
    expect(made).toBe(text);
    const { signed, sealed } = readRecord(Buffer.from(text));
    expect(sealed.number).toBe(number);
    expect(
      signersOf(
        signed,
        keys.map((key) => key.as(origin)),
      ),
    ).toHaveLength(number === 3 ? 2 : 1);
  });

  it('record 4 begins a log in the place of the first, byte for byte', () => {
    const made = writeRecord(continuing()).toString('utf8');
    const text = kept('04-000000000004.jsonl', made);
    expect(made).toBe(text);
    const { sealed, checkpoint, from } = readRecord(Buffer.from(text));
    const { origin: old, size, kept: leaves } = sealed.continues ?? {};
    expect([old, leaves]).toEqual([origin, from]);
    expect(size).toBe(records().reduce((sum, record) => sum + [...leavesOf(record)].length, 0));
    expect(checkpoint.origin).not.toBe(origin);
  });

  it('hold by themselves', () => {
    for (const { prev, body, hash } of JSON.parse(kept('chain.json', asJson(chainFile()))) as ReturnType<
      typeof chainFile
    >)
      expect(hex(entryHash(Buffer.from(prev, 'hex'), Buffer.from(body)))).toBe(hash);
    const bytes = (text: string) => Buffer.from(text, 'hex');
    const { leaves, roots, inclusion, consistency } = JSON.parse(kept('tree.json', asJson(treeFile()))) as ReturnType<
      typeof treeFile
    >;
    for (const { index, size, proof } of inclusion)
      expect(hex(rootByInclusion(bytes(leaves[index] ?? ''), index, size, proof.map(bytes)))).toBe(roots[size - 1]);
    for (const { from, to, proof } of consistency) {
      const [old, young] = [bytes(roots[from - 1] ?? ''), bytes(roots[to - 1] ?? '')];
      expect(isConsistent([from, old], [to, young], proof.map(bytes))).toBe(true);
    }
    const { root, proofs } = JSON.parse(kept('heads.json', asJson(headsFile()))) as ReturnType<typeof headsFile>;
    for (const { bucket, hash, proof } of proofs)
      expect(hex(rootByBucket(bucket, bytes(hash), proof.map(bytes)))).toBe(root);
  });
});
