import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { quickKey } from '../../test/support/quick-key.js';
import { chunkBytes, headBytes, keyFromWords, opened, sealed } from './sealed-file.js';

const key = quickKey('the words of the key');
const wholeChunk = chunkBytes + 16;

async function* inPieces(bytes: Buffer, each = 50_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += each) yield bytes.subarray(at, at + each);
}

async function joined(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const sealedOf = (plain: Buffer, derive = key): Promise<Buffer> => joined(sealed(derive, inPieces(plain)));
const openedOf = (file: Buffer, derive = key): Promise<Buffer> => joined(opened(derive, inPieces(file)));
const refusalOf = (file: Buffer, derive = key): Promise<unknown> =>
  openedOf(file, derive).then(
    () => 'opened',
    ({ code }: { code: string }) => code,
  );

// A key takes a second of a core, by intention.
jest.setTimeout(30_000);

describe('a sealed file', () => {
  it.each([0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, 200_000])(
    'gives back what was sealed: %i bytes',
    async (length) => {
      const plain = randomBytes(length);
      const file = await sealedOf(plain);
      expect(await openedOf(file)).toEqual(plain);
      expect(file.length).toBe(headBytes + length + 16 * Math.max(1, Math.ceil(length / chunkBytes)));
    },
  );

  it('is the same however it comes in', async () => {
    const plain = randomBytes(150_000);
    const file = await sealedOf(plain);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 700, max: 160_000 }), async (each) => {
        expect((await joined(opened(key, inPieces(file, each)))).equals(plain)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is another one each time, and shows nothing of its content', async () => {
    const plain = Buffer.alloc(100_000, 'plain text');
    const [one, two] = [await sealedOf(plain), await sealedOf(plain)];
    expect(one.subarray(16, 48)).not.toEqual(two.subarray(16, 48));
    expect(one.subarray(headBytes, headBytes + 1_000)).not.toEqual(two.subarray(headBytes, headBytes + 1_000));
    expect(one.includes('plain text')).toBe(false);
  });

  it('opens with the words it was sealed with, and with no others', async () => {
    const plain = Buffer.from('content');
    const file = await sealedOf(plain, keyFromWords('correct horse battery staple'));
    expect(await openedOf(file, keyFromWords('correct horse battery staple'))).toEqual(plain);
    expect(await refusalOf(file, keyFromWords('correct horse battery stable'))).toBe('backup-key-wrong');
  });
});

describe('a sealed file that is not as it was', () => {
  const plain = randomBytes(2 * chunkBytes + 1_000);
  let file: Buffer;
  beforeAll(async () => {
    file = await sealedOf(plain);
  });
  const chunk = (number: number): Buffer =>
    file.subarray(headBytes + number * wholeChunk, headBytes + (number + 1) * wholeChunk);
  const of = (...parts: Buffer[]): Buffer => Buffer.concat([file.subarray(0, headBytes), ...parts]);

  it('is refused wherever one bit was changed', async () => {
    const seen = new Set<unknown>();
    const everywhere = fc.oneof(fc.nat(headBytes + 40), fc.nat(file.length - 1));
    await fc.assert(
      fc.asyncProperty(everywhere, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] as number) ^ (1 << bit);
        const code = await refusalOf(changed);
        seen.add(code);
        expect(code).toBe(at < 16 ? 'not-a-backup' : at < headBytes ? 'backup-key-wrong' : 'backup-damaged');
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBe(3);
  });

  it('is refused wherever it was cut', async () => {
    const edges = [1, headBytes, headBytes + 1, headBytes + 16, headBytes + wholeChunk, headBytes + 2 * wholeChunk];
    for (const edge of edges) {
      for (const length of [edge - 1, edge, edge + 1]) {
        const code = length < 16 ? 'not-a-backup' : 'backup-damaged';
        expect([length, await refusalOf(file.subarray(0, length))]).toEqual([length, code]);
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 16, max: file.length - 1 }), async (length) => {
        expect(await refusalOf(file.subarray(0, length))).toBe('backup-damaged');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['chunks in another order', () => of(chunk(1), chunk(0), chunk(2))],
    ['a chunk twice', () => of(chunk(0), chunk(0), chunk(1), chunk(2))],
    ['a chunk left out', () => of(chunk(0), chunk(2))],
    ['its last chunk twice', () => of(chunk(0), chunk(1), chunk(2), chunk(2))],
    ['bytes after its end', () => Buffer.concat([file, Buffer.alloc(1)])],
    ['a whole chunk of zeros after its end', () => Buffer.concat([file, Buffer.alloc(wholeChunk)])],
  ])('is refused with %s', async (_what, changed) => {
    expect(await refusalOf(changed())).toBe('backup-damaged');
  });

  it('is refused with a chunk of another file of the same key', async () => {
    const other = await sealedOf(plain);
    const foreign = other.subarray(headBytes, headBytes + wholeChunk);
    expect(await refusalOf(of(foreign, chunk(1), chunk(2)))).toBe('backup-damaged');
  });

  it('says near which byte', async () => {
    const changed = Buffer.from(file);
    changed[headBytes + wholeChunk + 5] = (changed[headBytes + wholeChunk + 5] as number) ^ 1;
    await expect(openedOf(changed)).rejects.toMatchObject({ details: { offset: headBytes + wholeChunk } });
  });
});
