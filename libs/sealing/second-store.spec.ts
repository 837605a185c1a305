import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketReceiver } from '../../test/support/bucket-receiver.js';
import { FileStoreUnavailable, openPlainStore } from '../documents/index.js';
import { type SecondStore, secondStore } from './second-store.js';
import { secondStoreOf } from './start-sealing.js';

let bucket: BucketReceiver;
let folder: string;

beforeEach(async () => {
  [bucket, folder] = await Promise.all([BucketReceiver.start(), mkdtemp(join(tmpdir(), 'paizhao-second-'))]);
});
afterEach(async () => {
  await bucket.stop();
  await rm(folder, { recursive: true });
});

const access = () => ({ url: bucket.url, region: 'us-east-1', keyId: 'key' });
const stores: Record<string, () => SecondStore> = {
  folder: () => secondStore(openPlainStore({ directory: folder })),
  bucket: () => secondStore(openPlainStore({ bucket: { ...access(), secretKey: 'secret' } })),
};

describe.each(Object.entries(stores))('the second store in a %s', (_, open) => {
  it('gives back what was kept, byte for byte, and nothing else', async () => {
    const store = open();
    await store.keep(1, Buffer.from('{"one":"密"}\n'));
    await store.keep(101, Buffer.from('one hundred and one\n'));
    expect((await store.read(1))?.toString()).toBe('{"one":"密"}\n');
    expect((await open().read(101))?.toString()).toBe('one hundred and one\n');
    for (const number of [0, 2, 100, 1_000_000_000]) expect(await store.read(number)).toBeNull();
  });

  it('takes the same record again, as after an answer that was lost', async () => {
    const store = open();
    for (const _ of [1, 2]) await store.keep(7, Buffer.from('seven\n'));
    expect((await store.read(7))?.toString()).toBe('seven\n');
  });
});

describe('the second store in a bucket', () => {
  const open = () => stores.bucket?.() as SecondStore;

  it('names records by their numbers, below the place that was given', async () => {
    await open().keep(1_234, Buffer.from('x'));
    expect([...bucket.objects.keys()]).toEqual(['/papers/house/34-000000001234.jsonl']);
  });

  it('is away where it refuses or does not answer; that is never "nothing there"', async () => {
    for (const mood of [403, 'hangs-up', { status: 404, code: 'NoSuchBucket' }] as const) {
      bucket.moods.push(...Array.from({ length: 20 }, () => mood));
      await expect(open().read(1)).rejects.toThrow(FileStoreUnavailable);
      await expect(open().keep(1, Buffer.from('x'))).rejects.toThrow(FileStoreUnavailable);
      bucket.moods.length = 0;
    }
    expect(await open().read(1)).toBeNull();
  });
});

describe('the second store of an installation', () => {
  const secretKey = { reveal: () => 'secret' };

  it('is the bucket where one is named, else the folder, else none', async () => {
    await secondStoreOf({ directory: folder, bucket: { ...access(), secretKey } })?.keep(1, Buffer.from('x'));
    expect([bucket.objects.size, await readdir(folder)]).toEqual([1, []]);
    await secondStoreOf({ directory: folder, bucket: null })?.keep(1, Buffer.from('x'));
    expect(await readdir(folder)).toContain('01');
    expect(secondStoreOf({ directory: null, bucket: null })).toBeNull();
  });
});
