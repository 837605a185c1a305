import fc from 'fast-check';
import { type BackupRecord, read, written } from './records.js';

const some: BackupRecord[] = [
  { kind: 'table', table: { name: 'people', columns: ['id', 'name'] } },
  { kind: 'rows', rows: ['(1,"\\\\x00ff")', '(2,王小明)', '(3,)'] },
  { kind: 'rows', rows: [] },
  { kind: 'newest', newest: [['house', 3, 'ab'.repeat(32)]] },
  { kind: 'file', file: { key: 'k', bytes: 3, sha256: 'cd'.repeat(32) } },
  { kind: 'bytes', bytes: Buffer.from([0, 1, 2]) },
  { kind: 'bytes', bytes: Buffer.alloc(0) },
];

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

describe('records', () => {
  it('come back as they were written, wherever the bytes are parted', async () => {
    const bytes = Buffer.concat(await all(written(each(some))));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 20 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const parts = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(await all(read(each(parts)))).toEqual(some);
      }),
    );
  });

  it.each([
    ['the middle of a record', (bytes: Buffer) => bytes.subarray(0, bytes.length - 2)],
    ['a kind that nobody knows', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([99, 0, 0, 0, 0])])],
  ])('that end in %s are refused', async (_what, changed) => {
    const bytes = changed(Buffer.concat(await all(written(each(some)))));
    await expect(all(read(each([bytes])))).rejects.toMatchObject({ code: 'backup-contradictory' });
  });
});
