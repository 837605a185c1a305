import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidPackError, UnknownPackError } from './errors.js';
import type { RulePack } from './pack.js';
import { cnVats2009 } from './packs/cn-vats-2009-1/index.js';
import { cnVatsCurrent1 } from './packs/cn-vats-current-1/index.js';
import { cnVatsCurrent2 } from './packs/cn-vats-current-2/index.js';
import { bringPack, knownPacks, latestPack, packById, publishedPacks } from './packs.js';

describe('packById', () => {
  it('gives a published pack, checked', () => {
    expect(packById('cn-vats-current@1')).toBe(publishedPacks[0]);
    expect(packById(latestPack.id)).toBe(latestPack);
  });

  it('refuses a pack that this program does not have', () => {
    expect(() => packById('cn-vats-current@99')).toThrow(UnknownPackError);
    expect(() => packById('cn-vats-current@99')).toThrow(
      expect.objectContaining({
        details: { pack: 'cn-vats-current@99', known: knownPacks().map(({ id }) => id) },
      }),
    );
  });
});

describe('a pack that an installation brings', () => {
  const shipped = publishedPacks.map(({ id }) => id);
  const own: RulePack = { ...latestPack, id: 'own@1' };

  it('stands behind those that ship, and is given by its id', () => {
    bringPack(own);
    expect(knownPacks().map(({ id }) => id)).toEqual([...shipped, 'own@1']);
    expect(packById('own@1')).toBe(own);
  });

  it('is refused where its id is taken, by one that ships or that was brought', () => {
    bringPack({ ...own, id: 'own@2' });
    for (const id of ['own@2', latestPack.id]) {
      expect(() => bringPack({ ...own, id })).toThrow(InvalidPackError);
      expect(() => bringPack({ ...own, id })).toThrow(
        expect.objectContaining({ defects: [{ path: 'id', message: `${id} is here already` }] }),
      );
    }
    expect(knownPacks().filter(({ id }) => id === 'own@2')).toHaveLength(1);
  });

  it('is checked when it is first asked for, and refused every time', () => {
    bringPack({ ...own, id: 'own@3', authorities: [] });
    for (const _ of [1, 2]) expect(() => packById('own@3')).toThrow(InvalidPackError);
  });
});

describe('published packs', () => {
  const lock = JSON.parse(readFileSync(join(__dirname, 'packs', 'lock.json'), 'utf8')) as Record<string, string>;

  /** Members sorted by name at every depth, no space: the canonical form of RFC 8785 for text, whole numbers and lists. */
  function canonical(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }

  it('are those of the lock file, unchanged', () => {
    const hashes = publishedPacks.map((pack) => [pack.id, createHash('sha256').update(canonical(pack)).digest('hex')]);
    expect(Object.fromEntries(hashes)).toEqual(lock);
  });

  it('are plain data: JSON gives them back', () => {
    expect(publishedPacks).toEqual([cnVatsCurrent1, cnVatsCurrent2, cnVats2009]);
  });

  it('have ids of their own', () => {
    expect(new Set(publishedPacks.map(({ id }) => id)).size).toBe(publishedPacks.length);
  });
});
