import { joined, nodeHash, type Place, piecesOf, type Span } from './merkle.js';

/**
 * The tree is kept in tiles: tile `index` of level n holds the hashes of up to 256 neighboring complete subtrees of
 * 256^n leaves each, one behind the other. Only the last tile of a level is not full.
 */
export interface LogTile extends Place {
  hashes: Buffer;
}

const tileWidth = 256;
const tileHeight = 8;
const hashBytes = 32;

/** The tiles at the right edge of a tree of `size` leaves that are neither empty nor full: what the next leaf needs. */
export function edgeOf(size: number): Place[] {
  const edge: Place[] = [];
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / tileWidth)]) {
    if (count % tileWidth > 0) edge.push({ level, index: Math.floor(count / tileWidth) });
  }
  return edge;
}

/** The tiles that hold what a proof is made of. */
export function tilesOf(spans: readonly Span[]): Place[] {
  const places = spans.flatMap(piecesOf).map(tileOf);
  return [...new Map(places.map((place) => [nameOf(place), place])).values()];
}

/** The tiles that hold the leaves of a span. */
export function leafTilesOf({ from, to }: Span): Place[] {
  const first = Math.floor(from / tileWidth);
  return Array.from({ length: Math.ceil(to / tileWidth) - first }, (_, at) => ({ level: 0, index: first + at }));
}

/** Reads hashes of spans from tiles that were loaded. @throws MissingTile */
export class TileReader {
  private readonly tiles: ReadonlyMap<string, Buffer>;

  constructor(tiles: readonly LogTile[]) {
    this.tiles = new Map(tiles.map((tile) => [nameOf(tile), tile.hashes]));
  }

  hashOf(span: Span): Buffer {
    return joined(piecesOf(span).map((place) => this.subtree(place)));
  }

  /** The hashes of the leaves of a span, beside each other. */
  leaves({ from, to }: Span): Buffer {
    const parts = leafTilesOf({ from, to }).map((place) => {
      const first = place.index * tileWidth;
      const [start, end] = [Math.max(from, first) - first, Math.min(to, first + tileWidth) - first];
      const hashes = this.tiles.get(nameOf(place))?.subarray(start * hashBytes, end * hashBytes);
      if (hashes?.length !== (end - start) * hashBytes) throw new MissingTile(place);
      return hashes;
    });
    return Buffer.concat(parts);
  }

  private subtree(place: Place): Buffer {
    const tile = tileOf(place);
    const width = 2 ** (place.level % tileHeight);
    const first = (place.index * width) % tileWidth;
    const hashes = this.tiles.get(nameOf(tile))?.subarray(first * hashBytes, (first + width) * hashBytes);
    if (hashes?.length !== width * hashBytes) throw new MissingTile(tile);
    return folded(split(hashes));
  }
}

/** A tile of the tree is not in the database, or is too short. */
export class MissingTile extends Error {
  constructor({ level, index }: Place) {
    super(`tile ${index} of level ${level} of the tree is missing or cut`);
    this.name = 'MissingTile';
  }
}

/** A tree that grows at its right edge, in tiles. */
export class GrowingTiles {
  private readonly levels: Buffer[][] = [];
  private readonly touched = new Map<string, LogTile>();
  private count: number;

  /** `tiles`: those that `edgeOf(size)` names. @throws MissingTile */
  constructor(size: number, tiles: readonly LogTile[]) {
    this.count = size;
    const known = new Map(tiles.map((tile) => [nameOf(tile), tile.hashes]));
    for (const place of edgeOf(size)) {
      const hashes = known.get(nameOf(place));
      const held = Math.floor(size / tileWidth ** place.level) % tileWidth;
      if (hashes?.length !== held * hashBytes) throw new MissingTile(place);
      this.levels[place.level] = split(hashes);
    }
  }

  get size(): number {
    return this.count;
  }

  push(leaf: Buffer): void {
    this.count += 1;
    this.add(0, leaf);
  }

  root(): Buffer {
    const pieces = [...this.levels].reverse().flatMap((hashes = []) => {
      const span = { from: 0, to: hashes.length };
      return piecesOf(span).map(({ level, index }) =>
        folded(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      );
    });
    return joined(pieces);
  }

  /** The tiles that changed since it was made. */
  changed(): LogTile[] {
    const tiles = new Map(this.touched);
    for (const [level, hashes = []] of this.levels.entries()) {
      if (hashes.length > 0) this.note(tiles, level, hashes);
    }
    return [...tiles.values()];
  }

  private add(level: number, hash: Buffer): void {
    const hashes = this.levels[level] ?? [];
    hashes.push(hash);
    this.levels[level] = hashes;
    if (hashes.length < tileWidth) return;
    this.note(this.touched, level, hashes);
    this.levels[level] = [];
    this.add(level + 1, folded(hashes));
  }

  private note(tiles: Map<string, LogTile>, level: number, hashes: Buffer[]): void {
    const last = Math.ceil(Math.floor(this.count / tileWidth ** level) / tileWidth) - 1;
    const tile = { level, index: last, hashes: Buffer.concat(hashes) };
    tiles.set(nameOf(tile), tile);
  }
}

function tileOf({ level, index }: Place): Place {
  const tileLevel = Math.floor(level / tileHeight);
  return { level: tileLevel, index: Math.floor((index * 2 ** (level % tileHeight)) / tileWidth) };
}

const nameOf = ({ level, index }: Place): string => `${level}/${index}`;

function split(hashes: Buffer): Buffer[] {
  return Array.from({ length: hashes.length / hashBytes }, (_, at) =>
    hashes.subarray(at * hashBytes, (at + 1) * hashBytes),
  );
}

/** The root of a complete subtree from hashes of one level, as many as a power of two. */
function folded(hashes: readonly Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at + 1 < level.length; at += 2) above.push(nodeHash(level[at] as Buffer, level[at + 1] as Buffer));
    level = above;
  }
  return level[0] as Buffer;
}
