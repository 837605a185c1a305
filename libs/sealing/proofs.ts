import {
  bucketOf,
  consistencyPath,
  HeadsTree,
  headsTilesOf,
  inclusionPath,
  type Span,
  type StreamHead,
  TileReader,
  tilesOf,
} from '../checkpoints/index.js';
import type { CheckpointRepository } from '../persistence/index.js';

/** That a leaf is in the tree of `size` leaves: RFC 9162, section 2.1.3. */
export interface InclusionProof {
  index: number;
  size: number;
  hashes: Buffer[];
}

/** Which entry is the newest of each stream of a bucket, and the 16 hashes beside the bucket's way to the root. */
export interface HeadsProof {
  bucket: number;
  heads: StreamHead[];
  siblings: Buffer[];
}

/** Proofs from the tiles in the database, each by a few rows. What they are worth, a signature says. */
export class Proofs {
  constructor(private readonly checkpoints: CheckpointRepository) {}

  /** Of an entry in the tree of a checkpoint; null where the entry is younger than it. */
  async inclusion(stream: string, seq: number, size: number): Promise<InclusionProof | null> {
    const range = await this.checkpoints.rangeWith(stream, seq);
    const index = range && range.firstLeaf + seq - range.after - 1;
    return index === null || index >= size ? null : this.inclusionOf(index, size);
  }

  /** Of any leaf, such as the seal of a checkpoint, which is the last one of its tree. */
  async inclusionOf(index: number, size: number): Promise<InclusionProof> {
    return { index, size, hashes: await this.hashesOf(inclusionPath(index, size)) };
  }

  /** That the tree of `size` leaves begins with that of `oldSize`. */
  consistency(oldSize: number, size: number): Promise<Buffer[]> {
    return this.hashesOf(consistencyPath(oldSize, size));
  }

  /** In the newest checkpoint. */
  async heads(stream: string): Promise<HeadsProof> {
    const bucket = bucketOf(stream);
    const tree = new HeadsTree(await this.checkpoints.headsTiles(headsTilesOf([bucket])));
    const heads = await this.checkpoints.headsIn([bucket]);
    return { bucket, heads: heads.map(({ bucket: _, ...head }) => head), siblings: tree.siblings(bucket) };
  }

  private async hashesOf(spans: readonly Span[]): Promise<Buffer[]> {
    const reader = new TileReader(await this.checkpoints.logTiles(tilesOf(spans)));
    return spans.map((span) => reader.hashOf(span));
  }
}
