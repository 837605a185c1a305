import {
  bucketHash,
  bucketOf,
  bucketText,
  type Checkpoint,
  type Continued,
  checkpointText,
  consistencyPath,
  GrowingTiles,
  HeadsTree,
  inclusionPath,
  leafHash,
  SigningKey,
  type Span,
  sealText,
  signedNote,
  TileReader,
} from '../../../libs/checkpoints/index.js';
import { type Envelope, genesis, type SealedEntry, seal } from '../../../libs/ledger/index.js';

/** Keys of the sample by name: `first` is exchanged for `second`; `forger` is nobody's whom anybody trusts. */
export const keys = {
  first: new SigningKey(Buffer.alloc(32, 1)),
  second: new SigningKey(Buffer.alloc(32, 2)),
  forger: new SigningKey(Buffer.alloc(32, 3)),
};
export type KeyName = keyof typeof keys;

export const origin = 'paizhao/7ef10c0d8ae7a3ed9af3d6ca03b3cf1d';
export const fingerprintOf = (name: KeyName): string => keys[name].as(origin).fingerprint;

/** One sealing: how many entries of each stream were there, who signed, and whose key the seal names. */
export interface Sealing {
  entries: Record<string, number>;
  names: KeyName;
  signs: KeyName[];
  /** An instant; in the morning of a day by its number where it is left out. */
  sealedAt?: string;
  /** With it a log begins, in the place of the one before. */
  begins?: Beginning;
}

/** The number of its first checkpoint, its name, and the end of the log before. */
export interface Beginning {
  number: number;
  origin: string;
  continues: Continued;
}

export interface Point extends Checkpoint {
  number: number;
  seal: string;
  note: string;
  /** Newest sealed entry of each stream. */
  heads: HeadsTree;
  sealed: Record<string, number>;
}

/** Streams as they were chained, and every checkpoint over them. */
export interface World {
  chains: Record<string, SealedEntry[]>;
  points: Point[];
  proofs: TileReader;
}

export function worldOf(envelopes: Record<string, Envelope[]>, sealings: readonly Sealing[]): World {
  const chains = Object.fromEntries(Object.entries(envelopes).map(([stream, all]) => [stream, seal(genesis, all)]));
  const tree = new GrowingTiles(0, []);
  const points: Point[] = [];
  let before: Record<string, number> = {};
  let log = { number: 0, origin };
  for (const { entries, names, signs, sealedAt, begins } of sealings) {
    log = { number: log.number + 1, origin: log.origin, ...begins };
    const heads = new HeadsTree([]);
    for (const stream of Object.keys(entries).sort()) {
      const chain = chains[stream] as SealedEntry[];
      for (const { hash } of chain.slice(before[stream] ?? 0, entries[stream])) tree.push(leafHash(hash));
      heads.set(bucketOf(stream), bucketHash([headOf(chain, entries[stream] as number)]));
    }
    const { number } = log;
    const text = sealText({
      number,
      sealedAt: sealedAt ?? `2026-11-2${number}T03:00:00.000Z`,
      heads: heads.root(),
      key: keys[names].as(log.origin),
      ...(begins ? { continues: begins.continues } : {}),
    });
    tree.push(leafHash(Buffer.from(text)));
    const checkpoint = { origin: log.origin, size: tree.size, root: tree.root() };
    const note = signedNote(
      checkpointText(checkpoint),
      log.origin,
      signs.map((name) => keys[name]),
    );
    points.push({ ...checkpoint, number, seal: text, note, heads, sealed: entries });
    before = entries;
  }
  return { chains, points, proofs: new TileReader(tree.changed()) };
}

const headOf = (chain: readonly SealedEntry[], seq: number) => {
  const { stream, hash } = chain[seq - 1] as SealedEntry;
  return { stream, seq, hash };
};

/** `proofs.json` of a bundle of these streams, of the checkpoints with these numbers; the last one is the newest. */
export function proofsOf(
  world: World,
  streams: readonly { stream: string; file: string }[],
  numbers: readonly number[],
) {
  const points = numbers.map((number) => world.points.find((point) => point.number === number) as Point);
  const newest = points.at(-1);
  const hexes = (spans: readonly Span[]) => spans.map((span) => world.proofs.hashOf(span).toString('hex'));
  return {
    checkpoints: points.map(({ note, seal: text, size }) => ({
      note,
      seal: text,
      sealProof: hexes(inclusionPath(size - 1, size)),
      consistency: hexes(consistencyPath(size, newest?.size ?? size)),
    })),
    streams: streams.map(({ stream, file }) => {
      const sealed = newest?.sealed[stream] ?? 0;
      const heads = sealed > 0 ? bucketText([headOf(world.chains[stream] as SealedEntry[], sealed)]) : '';
      const siblings = newest?.heads.siblings(bucketOf(stream)).map((hash) => hash.toString('hex')) ?? [];
      return { stream, file, heads, siblings };
    }),
  };
}
