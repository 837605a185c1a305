import fc from 'fast-check';
import { expect } from '../../test/support/quick-expect.js';
import { edgeOf, GrowingTiles, type LogTile, MissingTile, TileReader, tilesOf } from './log-tiles.js';
import {
  consistencyPath,
  emptyRoot,
  GrowingTree,
  inclusionPath,
  isConsistent,
  leafHash,
  nodeHash,
  rootByInclusion,
} from './merkle.js';

/** Section 2.1.1 of the RFC, as it stands there. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0] as Buffer;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

const mostLeaves = 700;
const everyLeaf = Array.from({ length: mostLeaves }, (_, at) => leafHash(Buffer.from(`${at}`)));
const leavesOf = (size: number): Buffer[] => everyLeaf.slice(0, size);

/** The tree in tiles, grown in steps as a sealer grows it. */
function tiled(leaves: readonly Buffer[], steps: readonly number[]): LogTile[] {
  const tiles = new Map<string, LogTile>();
  let size = 0;
  for (const step of [...steps, leaves.length]) {
    const upto = Math.min(size + step, leaves.length);
    const tree = new GrowingTiles(
      size,
      edgeOf(size).map(({ level, index }) => tiles.get(`${level}/${index}`) as LogTile),
    );
    for (const leaf of leaves.slice(size, upto)) tree.push(leaf);
    for (const tile of tree.changed()) tiles.set(`${tile.level}/${tile.index}`, tile);
    size = upto;
  }
  return [...tiles.values()];
}

const flipped = (hash: Buffer): Buffer => Buffer.from(hash.map((byte, at) => (at === 0 ? byte ^ 1 : byte)));

const sizes = fc.integer({ min: 1, max: mostLeaves });

describe('the tree of RFC 9162', () => {
  // The roots over the leaves of the RFC 6962 reference implementation.
  const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('has the known root over %d leaves', (size, root) => {
    const tree = new GrowingTree();
    for (const leaf of known.slice(0, size)) tree.push(leafHash(Buffer.from(leaf, 'hex')));
    expect(tree.root().toString('hex')).toBe(root);
  });

  it('grows leaf by leaf to the root that the RFC defines, in tiles too', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 6 }), (size, steps) => {
        const leaves = leavesOf(size);
        const tree = new GrowingTree();
        for (const leaf of leaves) tree.push(leaf);
        const root = rootOf(leaves);
        expect(tree.root().equals(root)).toBe(true);
        const reader = new TileReader(tiled(leaves, steps));
        expect(reader.hashOf({ from: 0, to: size }).equals(root)).toBe(true);
      }),
    );
  });

  it('proves that a leaf is in it, by few hashes, and that no other one is', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, any) => {
        const index = any % size;
        const leaves = leavesOf(size);
        const reader = new TileReader(tiled(leaves, []));
        const proof = inclusionPath(index, size).map((span) => reader.hashOf(span));
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        const root = rootOf(leaves);
        const led = (leaf: Buffer, at: number, by: Buffer[]) =>
          rootByInclusion(leaf, at, size, by)?.equals(root) ?? false;
        const leaf = leaves[index] as Buffer;
        expect(led(leaf, index, proof)).toBe(true);
        expect(led(flipped(leaf), index, proof)).toBe(false);
        expect(led(leaf, (index + 1) % size, proof)).toBe(size === 1);
        expect(led(leaf, index, [...proof, leaf])).toBe(false);
        expect(led(leaf, index, proof.slice(1))).toBe(proof.length === 0);
        for (const [at] of proof.entries())
          expect(
            led(
              leaf,
              index,
              proof.map((hash, each) => (each === at ? flipped(hash) : hash)),
            ),
          ).toBe(false);
      }),
    );
  });

  it('proves that a larger tree begins with a smaller one, and with no other one', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, any) => {
        const old = (any % size) + 1;
        const leaves = leavesOf(size);
        const reader = new TileReader(tiled(leaves, []));
        const proof = consistencyPath(old, size).map((span) => reader.hashOf(span));
        const [oldRoot, root] = [rootOf(leaves.slice(0, old)), rootOf(leaves)];
        const shows = (before: Buffer, after: Buffer, by: Buffer[], at = old) =>
          isConsistent([at, before], [size, after], by);
        expect(shows(oldRoot, root, proof)).toBe(true);
        expect(shows(flipped(oldRoot), root, proof)).toBe(false);
        expect(shows(oldRoot, flipped(root), proof)).toBe(false);
        expect(shows(oldRoot, root, [...proof, root])).toBe(false);
        expect(shows(oldRoot, root, proof, size + 1)).toBe(false);
        for (const [at] of proof.entries())
          expect(
            shows(
              oldRoot,
              root,
              proof.map((hash, each) => (each === at ? flipped(hash) : hash)),
            ),
          ).toBe(false);
      }),
    );
  });

  it('refuses places outside of it', () => {
    expect(() => inclusionPath(3, 3)).toThrow(RangeError);
    expect(() => consistencyPath(0, 3)).toThrow(RangeError);
    expect(() => consistencyPath(4, 3)).toThrow(RangeError);
  });

  it('names a tile that is missing or cut', () => {
    const tiles = tiled(leavesOf(300), []);
    const cut = tiles.map((tile) => ({ ...tile, hashes: tile.hashes.subarray(32) }));
    const wish = inclusionPath(299, 300);
    expect(tilesOf(wish)).toEqual([
      { level: 0, index: 1 },
      { level: 1, index: 0 },
    ]);
    expect(() => wish.map((span) => new TileReader(cut).hashOf(span))).toThrow(MissingTile);
    expect(() => new GrowingTiles(300, cut)).toThrow('tile 1 of level 0 of the tree is missing or cut');
    expect(() => new GrowingTiles(300, [])).toThrow(MissingTile);
  });
});
