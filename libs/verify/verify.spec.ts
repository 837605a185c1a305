import { createHash } from 'node:crypto';
import {
  bucketHash,
  bucketOf,
  bucketText,
  type Checkpoint,
  checkpointText,
  consistencyPath,
  GrowingTiles,
  HeadsTree,
  inclusionPath,
  leafHash,
  SigningKey,
  type Span,
  type StreamHead,
  sealText,
  signedNote,
  TileReader,
} from '../checkpoints/index.js';
import { canonicalBytes, type Envelope, exportLines, genesis, type SealedEntry, seal } from '../ledger/index.js';
import { type Anchor, type BundleFinding, partsIn, verifyBundle } from './index.js';

const [first, second] = [new SigningKey(Buffer.alloc(32, 1)), new SigningKey(Buffer.alloc(32, 2))];
const origin = 'paizhao/test';
const license = '0b24c0de-0000-5000-8000-000000000001';
const own = `license/${license}`;
const sent = `delivery/${license}`;
const other = 'license/0b24c0de-0000-5000-8000-000000000002';

const envelope = (stream: string, seq: number): Envelope => ({
  stream,
  seq,
  recordedAt: `2026-11-22T0${seq > 5 ? 4 : 0}:00:0${seq}.000Z`,
  storedAt: `2026-11-22T0${seq > 5 ? 4 : 0}:00:0${seq}.001Z`,
  validOn: '2026-11-22',
  actor: { kind: 'person', id: 'person-1' },
  commandId: `command-${seq}`,
  type: 'people-assigned',
  v: 1,
  data: { amount: 1_000_000 },
});
const chainOf = (stream: string): SealedEntry[] =>
  seal(
    genesis,
    [1, 2, 3, 4, 5, 6].map((seq) => envelope(stream, seq)),
  );
const chains: Record<string, SealedEntry[]> = { [own]: chainOf(own), [other]: chainOf(other) };

interface Point extends Checkpoint {
  note: string;
  seal: string;
}

/** Three checkpoints over two, four and five entries of each stream; the key is exchanged with the third. */
function sealedTwice() {
  const tree = new GrowingTiles(0, []);
  const points: Point[] = [];
  let heads = new HeadsTree([]);
  let after = 0;
  for (const [number, upto, keys] of [
    [1, 2, [first]],
    [2, 4, [first]],
    [3, 5, [second, first]],
  ] as const) {
    heads = new HeadsTree([]);
    for (const [stream, entries] of Object.entries(chains)) {
      for (const { hash } of entries.slice(after, upto)) tree.push(leafHash(hash));
      heads.set(bucketOf(stream), bucketHash([headOf(stream, upto)]));
    }
    const text = sealText({
      number,
      sealedAt: `2026-11-22T0${number}:00:00.000Z`,
      heads: heads.root(),
      key: keys[0].as(origin),
    });
    tree.push(leafHash(Buffer.from(text)));
    const point = { origin, size: tree.size, root: tree.root() };
    points.push({ ...point, seal: text, note: signedNote(checkpointText(point), origin, keys) });
    after = upto;
  }
  return { points, heads, reader: new TileReader(tree.changed()) };
}

const headOf = (stream: string, seq: number): StreamHead => ({
  stream,
  seq,
  hash: chains[stream]?.[seq - 1]?.hash as Buffer,
});

const { points, heads, reader } = sealedTwice();
const newest = points[2] as Point;
const hexes = (spans: readonly Span[]): string[] => spans.map((span) => reader.hashOf(span).toString('hex'));

async function textOf(rows: readonly SealedEntry[], stream = own): Promise<string> {
  let text = '';
  const about = { stream, exportedAt: '2026-11-23T00:00:00.000Z', simulated: false };
  for await (const line of exportLines(about, rows)) text += line;
  return text;
}

interface Choice {
  rows?: readonly SealedEntry[];
  change?: (files: Map<string, Buffer>) => void;
}

/** A bundle of the license; `change` comes before the manifest is written, as whoever forges a whole bundle works. */
async function aBundle({ rows = chains[own] as SealedEntry[], change }: Choice = {}): Promise<Map<string, Buffer>> {
  const proofs = {
    checkpoints: points.map(({ note, seal: text, size }) => ({
      note,
      seal: text,
      sealProof: hexes(inclusionPath(size - 1, size)),
      consistency: hexes(consistencyPath(size, newest.size)),
    })),
    streams: [
      {
        stream: own,
        file: 'streams/1.jsonl',
        heads: bucketText([headOf(own, 5)]),
        siblings: heads.siblings(bucketOf(own)).map((hash) => hash.toString('hex')),
      },
      {
        stream: sent,
        file: 'streams/2.jsonl',
        heads: '',
        siblings: heads.siblings(bucketOf(sent)).map((hash) => hash.toString('hex')),
      },
    ],
  };
  const files = new Map([
    ['proofs.json', canonicalBytes(proofs)],
    ['documents.json', Buffer.from('{}')],
    ['deadlines.json', Buffer.from('{}')],
    ['deliveries.json', Buffer.from('{}')],
    ['streams/1.jsonl', Buffer.from(await textOf(rows))],
    ['streams/2.jsonl', Buffer.from(await textOf([], sent))],
  ]);
  change?.(files);
  const named = [...files].map(([name, bytes]) => ({ name, sha256: createHash('sha256').update(bytes).digest('hex') }));
  const manifest = {
    format: 'paizhao-audit',
    v: 1,
    license,
    createdAt: '2026-11-23T00:00:00.000Z',
    simulated: false,
    files: named,
  };
  return files.set('manifest.json', canonicalBytes(manifest));
}

const replaced = (name: string, from: string | RegExp, to: string) => (files: Map<string, Buffer>) => {
  const text = (files.get(name) as Buffer).toString('utf8');
  expect(text.replace(from, to)).not.toBe(text);
  files.set(name, Buffer.from(text.replace(from, to)));
};

const nothing = { fingerprint: null, checkpoint: null };
const placeOf = ({ kind, file, seq, field }: BundleFinding): string =>
  [kind, file, seq, field].filter((part) => part !== undefined).join(' ');
const verified = (files: ReadonlyMap<string, Buffer>, anchor: Anchor = nothing) =>
  verifyBundle(partsIn(files), anchor, new Map());
const found = async (choice: Choice, anchor: Anchor = nothing) =>
  (await verified(await aBundle(choice), anchor)).findings.map(placeOf);

describe('a bundle', () => {
  it.each([
    ['nothing', nothing, 'consistent-not-anchored'],
    ['the key of today', { ...nothing, fingerprint: second.as(origin).fingerprint }, 'anchored'],
    ['the key of before', { ...nothing, fingerprint: first.as(origin).fingerprint }, 'anchored'],
    ['a checkpoint of before', { ...nothing, checkpoint: points[0] as Checkpoint }, 'anchored'],
  ])('that is whole is so, seen with %s', async (_what, anchor, verdict) => {
    expect(await verified(await aBundle(), anchor)).toMatchObject({
      verdict,
      streams: [
        { stream: own, entries: 6, unanchored: 1 },
        { stream: sent, entries: 0, unanchored: 0 },
      ],
      checkpoint: { number: 3, size: newest.size },
      findings: [],
    });
  });

  it('is not anchored where no checkpoint is over an entry of the license, whatever was brought', async () => {
    const young = { ...nothing, fingerprint: first.as(origin).fingerprint };
    const unsealed = (chains[own] as SealedEntry[]).slice(0, 0);
    const withoutCheckpoints = (files: Map<string, Buffer>) =>
      files.set(
        'proofs.json',
        canonicalBytes({
          checkpoints: [],
          streams: [own, sent].map((stream, at) => ({
            stream,
            file: `streams/${at + 1}.jsonl`,
            heads: '',
            siblings: [],
          })),
        }),
      );
    expect(await verified(await aBundle({ change: withoutCheckpoints }))).toMatchObject({
      verdict: 'consistent-not-anchored',
      notAnchored: 'license-not-sealed',
    });
    expect(await verified(await aBundle({ rows: unsealed }), young)).toMatchObject({ verdict: 'broken' });
    expect(await verified(await aBundle())).toMatchObject({ notAnchored: 'nothing-brought' });
    expect(await verified(await aBundle(), young)).toMatchObject({ notAnchored: null });
  });

  it('is not anchored by a strange key, nor by another checkpoint', async () => {
    expect(await found({}, { ...nothing, fingerprint: '00'.repeat(32) })).toEqual(['key proofs.json']);
    const forged = { ...(points[1] as Checkpoint), root: Buffer.alloc(32) };
    expect(await found({}, { ...nothing, checkpoint: forged })).toEqual(['checkpoint proofs.json 2 root']);
    expect(await found({}, { ...nothing, checkpoint: { ...forged, size: 7 } })).toEqual([
      'checkpoint proofs.json size',
    ]);
  });

  it('shows a tail that was cut behind the checkpoint, and none after it', async () => {
    const rows = chains[own] as SealedEntry[];
    expect(await found({ rows: rows.slice(0, 3) })).toEqual(['cut streams/1.jsonl 4']);
    expect(await found({ rows: [] })).toEqual(['cut streams/1.jsonl 1']);
    expect(await found({ rows: rows.slice(0, 5) })).toEqual([]);
  });

  it('shows a chain that was made anew from an entry on', async () => {
    const rows = chains[own] as SealedEntry[];
    const envelopes = rows.map(({ seq }) => ({
      ...envelope(own, seq),
      ...(seq === 3 ? { validOn: '2020-01-01' } : {}),
    }));
    expect(await found({ rows: seal(genesis, envelopes) })).toEqual(['entry streams/1.jsonl 5 hash']);
  });

  it.each<[string, ReturnType<typeof replaced>, string]>([
    ['a body', replaced('streams/1.jsonl', 'command-2', 'command-9'), 'entry streams/1.jsonl 2 body'],
    [
      'a hash',
      replaced('streams/1.jsonl', /("hash":")(?=[0-9a-f]{64}","prev":"0{64})../, '$1zz'),
      'form streams/1.jsonl 1',
    ],
    ['a line away', replaced('streams/1.jsonl', /^.*"seq":4}\n/m, ''), 'entry streams/1.jsonl 4 seq'],
    ['the head', replaced('streams/1.jsonl', /"seq":6}}/, '"seq":7}}'), 'entry streams/1.jsonl 7 head'],
    ['what is sealed', replaced('proofs.json', `${own} 5 `, `${own} 4 `), 'checkpoint streams/1.jsonl heads'],
    [
      'a proof of the heads',
      replaced('proofs.json', /("siblings":\[")[0-9a-f]{2}/, '$1xx'),
      'form proofs.json streams/0/siblings',
    ],
    ['a signature', replaced('proofs.json', /(— paizhao\/test .{20})./, '$1A'), 'checkpoint proofs.json 1 signature'],
    ['a seal', replaced('proofs.json', /"number\\":2/, '"number\\":3'), 'checkpoint proofs.json 3 seal'],
    [
      'a consistency proof',
      replaced('proofs.json', /("consistency":\[")[0-9a-f]{64}/, `$1${'ab'.repeat(32)}`),
      'checkpoint proofs.json 1 consistency',
    ],
    [
      'the stream of another license',
      replaced('proofs.json', `"stream":"${own}"`, `"stream":"${other}"`),
      'missing-part proofs.json',
    ],
  ])('shows that somebody changed %s, manifest and all', async (_what, change, finding) => {
    expect(await found({ change })).toContain(finding);
  });

  it('names parts that are missing, changed or strange', async () => {
    const files = await aBundle();
    const places = async () => (await verified(files)).findings.map(placeOf);
    files.set('note.txt', Buffer.from('trust me'));
    expect(await places()).toEqual(['strange-part note.txt']);
    files.delete('note.txt');
    files.set('streams/1.jsonl', Buffer.from(await textOf((chains[own] as SealedEntry[]).slice(0, 5))));
    expect(await places()).toEqual(['changed-part streams/1.jsonl']);
    files.delete('streams/1.jsonl');
    expect(await places()).toEqual(['missing-part streams/1.jsonl']);
    files.delete('proofs.json');
    expect(await places()).toContain('missing-part proofs.json');
    files.set('manifest.json', Buffer.from('{}'));
    expect(await places()).toContain('form manifest.json format');
    files.delete('manifest.json');
    expect(await places()).toContain('missing-part manifest.json');
  });

  const withoutFirst = (files: Map<string, Buffer>) => {
    const proofs = JSON.parse((files.get('proofs.json') as Buffer).toString());
    files.set('proofs.json', canonicalBytes({ ...proofs, checkpoints: proofs.checkpoints.slice(1) }));
  };
  it('has the first checkpoint of its log, which says whether that took the place of another one', async () => {
    expect((await verified(await aBundle())).continues).toBeNull();
    expect(await found({ change: withoutFirst })).toEqual(['checkpoint proofs.json 2 first']);
  });

  it('is not anchored by a checkpoint of another log, whatever its size', async () => {
    const elsewhere = { ...newest, origin: 'paizhao/elsewhere' };
    for (const checkpoint of [elsewhere, { ...elsewhere, size: 1 }])
      expect(await found({}, { ...nothing, checkpoint })).toEqual(['other-log proofs.json unknown']);
  });

  it('lacks the exchange of a key where its checkpoint was left out', async () => {
    const change = (files: Map<string, Buffer>) => {
      const proofs = JSON.parse((files.get('proofs.json') as Buffer).toString());
      const [, , last] = proofs.checkpoints;
      const { note: _, ...rest } = last;
      const note = signedNote(checkpointText(newest), origin, [second]);
      files.set('proofs.json', canonicalBytes({ ...proofs, checkpoints: [proofs.checkpoints[0], { ...rest, note }] }));
    };
    expect(await found({ change })).toEqual(['checkpoint proofs.json 3 signature']);
  });
});
