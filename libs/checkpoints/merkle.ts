import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 9162 section 2.1. A tree of `size` leaves is known by the hashes of its complete subtrees:
 * `level` 0 is a leaf, one of level n covers 2^n leaves, and `index` counts those of its level from the left.
 * Sizes stay below 2^53; no bit operations, which end at 2^32.
 */
export interface Place {
  level: number;
  index: number;
}

/** Leaves from `from` up to, and without, `to`; `from` is a multiple of the next power of two above its length. */
export interface Span {
  from: number;
  to: number;
}

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

export const leafHash = (data: Uint8Array): Buffer => createHash('sha256').update(leafPrefix).update(data).digest();

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(nodePrefix).update(left).update(right).digest();

/** The root of the tree without leaves. */
export const emptyRoot: Buffer = createHash('sha256').digest();

/** The complete subtrees that a span is made of, from the left: the larger ones first. */
export function piecesOf({ from, to }: Span): Place[] {
  const pieces: Place[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    while (2 ** (level + 1) <= to - at) level += 1;
    pieces.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return pieces;
}

/** The hash of a span from those of its pieces. */
export function joined(pieces: readonly Buffer[]): Buffer {
  return pieces.length === 0 ? emptyRoot : pieces.reduceRight((right, left) => nodeHash(left, right));
}

/** Whose hashes prove that the leaf `index` is in the tree of `size` leaves: section 2.1.3.1, in this order. */
export function inclusionPath(index: number, size: number): Span[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`a tree of ${size} has no leaf ${index}`);
  const path: Span[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + leftPart(to - from);
    if (index < middle) path.unshift({ from: middle, to });
    else path.unshift({ from, to: middle });
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  return path;
}

/** Whose hashes prove that the tree of `size` leaves begins with that of `oldSize`: section 2.1.4.1, in this order. */
export function consistencyPath(oldSize: number, size: number): Span[] {
  if (!(oldSize > 0 && oldSize <= size)) throw new RangeError(`no tree of ${size} begins with one of ${oldSize}`);
  const path: Span[] = [];
  let [from, to] = [0, size];
  let whole = true;
  while (oldSize < to) {
    const middle = from + leftPart(to - from);
    if (oldSize <= middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  return whole ? path : [{ from, to }, ...path];
}

/** The root that the leaf and its proof lead to (section 2.1.3.2); null where the proof has another length. */
export function rootByInclusion(leaf: Buffer, index: number, size: number, proof: readonly Buffer[]): Buffer | null {
  if (!(index >= 0 && index < size)) return null;
  let [at, last] = [index, size - 1];
  let root = leaf;
  for (const hash of proof) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(hash, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      root = nodeHash(root, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : null;
}

/** Whether the proof shows that the tree with `root` begins with the tree with `oldRoot` (section 2.1.4.2). */
export function isConsistent(
  [oldSize, oldRoot]: readonly [number, Buffer],
  [size, root]: readonly [number, Buffer],
  proof: readonly Buffer[],
): boolean {
  if (!(oldSize > 0 && oldSize <= size)) return false;
  if (oldSize === size) return proof.length === 0 && oldRoot.equals(root);
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (!first) return false;
  let [at, last] = [oldSize - 1, size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [old, young] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = nodeHash(hash, old);
      young = nodeHash(hash, young);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      young = nodeHash(young, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && old.equals(oldRoot) && young.equals(root);
}

/** A tree that grows leaf by leaf and keeps nothing but the complete subtrees at its right edge. */
export class GrowingTree {
  private readonly edge: { level: number; hash: Buffer }[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  push(leaf: Buffer): void {
    let grown = { level: 0, hash: leaf };
    for (let left = this.edge.at(-1); left?.level === grown.level; left = this.edge.at(-1)) {
      this.edge.pop();
      grown = { level: grown.level + 1, hash: nodeHash(left.hash, grown.hash) };
    }
    this.edge.push(grown);
    this.count += 1;
  }

  root(): Buffer {
    return joined(this.edge.map(({ hash }) => hash));
  }
}

/** The largest power of two below `size`. */
function leftPart(size: number): number {
  let part = 1;
  while (part * 2 < size) part *= 2;
  return part;
}

const half = (number: number): number => Math.floor(number / 2);

const isPowerOfTwo = (number: number): boolean => leftPart(number + 1) === number;
