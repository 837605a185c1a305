/** The second store of checkpoints in a bucket of others, plain and with a time for which nothing can be deleted. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Bucket, openPlainStore } from '../../libs/documents/index.js';
import { type Answer, exchange } from '../../libs/documents/s3/exchange.js';
import { signed } from '../../libs/documents/s3/signature.js';
import { erasureLists } from '../../libs/sealing/index.js';
import { type SecondStore, secondStore } from '../../libs/sealing/second-store.js';

const aRecord = (number: number): Buffer =>
  Buffer.from(`{"format":"paizhao-checkpoint"}\n{"number":${number},"salt":"${randomBytes(8).toString('hex')}"}\n`);

/** What the owner of the bucket asks the server for, whose store the product never asks. */
function owner(bucket: Bucket, method: string, path: string, body = '', more: Record<string, string> = {}) {
  const url = new URL(path, bucket.url);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const md5 = createHash('md5').update(body).digest('base64');
  const headers = { ...more, 'content-length': String(Buffer.byteLength(body)), 'content-md5': md5 };
  const all = signed({ method, url, headers, bodyHash, at: new Date() }, bucket);
  return exchange({ method, url, headers: all, body: Readable.from([Buffer.from(body)]) });
}

const all = (tag: string, { body }: Answer): string[] =>
  [...body.toString('utf8').matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => text);

/** A bucket in which every version of an object stays for a day, whoever writes over it or deletes it. */
async function locked(bucket: Bucket): Promise<Bucket> {
  const made = await owner(bucket, 'PUT', '/locked', '', { 'x-amz-bucket-object-lock-enabled': 'true' });
  assert.equal(made.status, 200, String(made.body));
  const retention = '<DefaultRetention><Mode>COMPLIANCE</Mode><Days>1</Days></DefaultRetention>';
  const rule = `<ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule>${retention}</Rule>`;
  const lock = `<ObjectLockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${rule}</ObjectLockConfiguration>`;
  const set = await owner(bucket, 'PUT', '/locked?object-lock=', lock);
  assert.equal(set.status, 200, String(set.body));
  return { ...bucket, url: new URL('/locked/checkpoints', bucket.url).href };
}

async function keepsAndReads(store: SecondStore, numbers: readonly number[]): Promise<void> {
  const records = new Map(numbers.map((number) => [number, aRecord(number)]));
  for (const [number, record] of records) await store.keep(number, record);
  for (const [number, record] of records) assert.deepEqual(await store.read(number), record);
}

export function secondStoreRules(documents: Bucket): Record<string, () => Promise<void>> {
  const bucket = { ...documents, url: new URL('/papers/checkpoints', documents.url).href };
  const plain = openPlainStore({ bucket });
  return {
    'checkpoints come back byte for byte, each under its number, and the next one is not there': async () => {
      const store = secondStore(plain);
      assert.equal(await store.read(1), null);
      await keepsAndReads(store, [1, 2, 99, 100, 101, 107]);
      assert.equal(await store.read(3), null);
    },
    'lists of erasures lie beside them, and all are listed under the names that the format says': async () => {
      await keepsAndReads(erasureLists(plain), [1]);
      const list = await owner(bucket, 'GET', '/papers?list-type=2&prefix=checkpoints/');
      const names = ['00-000000000100', '01-000000000001', '01-000000000101', '02-000000000002', '07-000000000107'];
      const listed = [...names, '99-000000000099'].map((name) => `checkpoints/${name}.jsonl`);
      assert.deepEqual(all('Key', list), [...listed, 'checkpoints/er-000000000001.txt']);
    },
    'a bucket in which objects are kept for a time takes them, and gives none of their versions away': async () => {
      const there = await locked(bucket);
      const store = secondStore(openPlainStore({ bucket: there }));
      const [first, other] = [aRecord(1), aRecord(1)];
      for (const record of [first, other]) await store.keep(1, record);
      assert.deepEqual(await store.read(1), other);
      const name = '/locked/checkpoints/01-000000000001.jsonl';
      const ids = all('VersionId', await owner(there, 'GET', '/locked?versions=&prefix=checkpoints/'));
      assert.equal(ids.length, 2);
      for (const id of ids) assert.equal((await owner(there, 'DELETE', `${name}?versionId=${id}`)).status, 403);
      const oldest = await owner(there, 'GET', `${name}?versionId=${ids.at(-1)}`);
      assert.deepEqual(oldest.body, first);
    },
    'a wrong secret reads and keeps no checkpoint': async () => {
      const stranger = secondStore(openPlainStore({ bucket: { ...bucket, secretKey: 'another-secret' } }));
      await assert.rejects(stranger.read(1), { code: 'file-store-unavailable' });
      await assert.rejects(stranger.keep(3, aRecord(3)), { code: 'file-store-unavailable' });
      assert.equal(await secondStore(plain).read(3), null);
    },
  };
}
