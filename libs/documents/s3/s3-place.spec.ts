import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BucketReceiver } from '../../../test/support/bucket-receiver.js';
import { FileKeysAtHand } from '../../../test/support/file-keys.js';
import { Keyring } from '../../keys/keyring.js';
import { EncryptedDocumentStore } from '../encrypted-document-store.js';
import { S3Place } from './s3-place.js';

const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const credentials = { keyId: 'KEYID', secretKey: 'hush-secret', region: 'us-east-1' };
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);

describe('a document store in a bucket', () => {
  let bucket: BucketReceiver;
  let partialFolder: string;
  const waited: number[] = [];
  const fileKeys = new FileKeysAtHand();

  beforeEach(async () => {
    bucket = await BucketReceiver.start();
    partialFolder = await mkdtemp(join(tmpdir(), 'paizhao-bucket-'));
    waited.length = 0;
  });
  afterEach(async () => {
    await bucket.stop();
    await rm(partialFolder, { recursive: true, force: true });
  });

  const storeWith = (keys = new Keyring(oldKey), url = bucket.url) =>
    new EncryptedDocumentStore({
      place: new S3Place({ url, ...credentials }, async (milliseconds) => void waited.push(milliseconds)),
      partialFolder,
      keys,
      fileKeys,
      maxBytes: 1_000_000,
      scanner: null,
    });
  const put = async (content = pdf): Promise<string> =>
    (await storeWith().put(randomUUID(), 'a.pdf', Readable.from([content]))).id;

  it('keeps, reads and removes objects under the folder of the address, encrypted', async () => {
    const id = await put();
    expect([...bucket.objects.keys()]).toEqual([`/papers/house/${id}`]);
    expect(bucket.objects.get(`/papers/house/${id}`)?.includes('%PDF')).toBe(false);
    expect(await storeWith().read(id)).toEqual(pdf);
    await storeWith().remove(id);
    await storeWith().remove(id);
    await expect(storeWith().read(id)).rejects.toMatchObject({ details: { why: 'missing' } });
    expect(await readdir(partialFolder)).toEqual([]);
  });

  it('puts nothing there that was refused', async () => {
    await expect(put(Buffer.from('hello'))).rejects.toMatchObject({ code: 'file-type-not-allowed' });
    expect(bucket.requests).toEqual([]);
    expect(await readdir(partialFolder)).toEqual([]);
  });

  it('looks at the head of an object only, and puts one in the place of another', async () => {
    const id = await put();
    expect(await storeWith().keyPlace(id)).toBe('apart');
    await storeWith().keepSealed(id, (await storeWith().readSealed(id)) ?? Buffer.alloc(0));
    expect(await storeWith(new Keyring(newKey)).read(id)).toEqual(pdf);
  });

  it.each([500, 503, 429, 'hangs-up'] as const)('asks again where the store stumbles (%s)', async (mood) => {
    bucket.moods.push(mood, mood);
    const id = await put();
    expect(await storeWith().read(id)).toEqual(pdf);
    expect(waited).toEqual([200, 1_000]);
  });

  it.each<[string, BucketReceiver['moods'], RegExp]>([
    ['stumbles for long', [500, 500, 500], /it answers 500/],
    ['hangs up for long', ['hangs-up', 'hangs-up', 'hangs-up'], /ECONNRESET|EPIPE/],
    ['does not know the key', [{ status: 403, code: 'InvalidAccessKeyId' }], /403 InvalidAccessKeyId/],
    ['has no such bucket', [{ status: 404, code: 'NoSuchBucket' }], /404 NoSuchBucket/],
    ['sends elsewhere', [{ status: 301, code: 'PermanentRedirect' }], /it answers 301/],
  ])('says so where the store %s, and keeps nothing', async (_what, moods, why) => {
    bucket.moods.push(...moods);
    const refusal: { message: string } = await put().then(
      () => Promise.reject(new Error('kept')),
      (error) => error,
    );
    expect(refusal).toMatchObject({ code: 'file-store-unavailable', kind: 'unavailable' });
    expect(refusal.message).toMatch(why);
    expect(refusal.message).not.toMatch(/hush|private|papers/);
    expect(await readdir(partialFolder)).toEqual([]);
  });

  it('keeps nothing where the store has it and does not say so', async () => {
    bucket.moods.push('loses-answer', 'loses-answer', 'loses-answer');
    await expect(put()).rejects.toMatchObject({ code: 'file-store-unavailable' });
    expect([...bucket.objects.keys()]).toEqual([]);
  });

  it('says of an object that is empty that it was altered', async () => {
    const id = await put();
    bucket.objects.set(`/papers/house/${id}`, Buffer.alloc(0));
    for (const asked of [storeWith().keyPlace(id), storeWith().takeKeyOut(id), storeWith().read(id)])
      await expect(asked).rejects.toMatchObject({ details: { why: 'altered' } });
  });

  it('tells a missing bucket from a missing object', async () => {
    bucket.moods.push({ status: 404, code: 'NoSuchBucket' });
    await expect(storeWith().read(randomUUID())).rejects.toMatchObject({ code: 'file-store-unavailable' });
  });

  it('answers whether the bucket is there', async () => {
    expect(await storeWith().probe()).toEqual({ store: null, scanner: 'off' });
    expect((await storeWith(undefined, bucket.url.replace('papers', 'nowhere')).probe()).store).toMatch(/404/);
    await bucket.stop();
    expect((await storeWith().probe()).store).toMatch(/ECONNREFUSED/);
    bucket = await BucketReceiver.start();
  });
});
