/**
 * The document store and the second store of checkpoints on an S3-compatible server of others: `node
 * dist/test/s3/main.js <url of the bucket> <key id> <secret key>`. `npm run test:s3` fetches and starts one.
 */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openDocumentStore, openPlainStore } from '../../libs/documents/index.js';
import { Keyring } from '../../libs/keys/keyring.js';
import { FileKeysAtHand } from '../support/file-keys.js';
import { secondStoreRules } from './second-store.js';

const [url = '', keyId = '', secretKey = ''] = process.argv.slice(2);
const directory = mkdtempSync(join(tmpdir(), 'paizhao-s3-'));
const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const bucket = { url, keyId, secretKey, region: 'us-east-1' };
const fileKeys = new FileKeysAtHand();
const storeOf = (keys: Keyring, where = bucket) =>
  openDocumentStore({ directory, bucket: where, keys, fileKeys, maxBytes: 5_242_880 });
const aPdf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
const put = async (content: Buffer): Promise<string> =>
  (await storeOf(new Keyring(oldKey)).put(randomUUID(), 'a.pdf', Readable.from([content]))).id;

const rules: Record<string, () => Promise<void>> = {
  'a bucket that is there answers, one that is not does not': async () => {
    assert.deepEqual(await storeOf(new Keyring(oldKey)).probe(), { store: null, scanner: 'off' });
    const nowhere = { ...bucket, url: new URL('/no-such-bucket', url).href };
    assert.match((await storeOf(new Keyring(oldKey), nowhere).probe()).store ?? '', /40[34]/);
  },
  'what was put comes back byte for byte, from nothing to the largest': async () => {
    for (const bytes of [1, 65_536, 5_242_880 - 9]) {
      const content = aPdf(bytes);
      assert.deepEqual(await storeOf(new Keyring(oldKey)).read(await put(content)), content);
    }
  },
  'a file that is not there is missing, before and after it was removed': async () => {
    const store = storeOf(new Keyring(oldKey));
    const id = await put(aPdf(10));
    await store.remove(id);
    await store.remove(id);
    await assert.rejects(store.read(id), { code: 'document-unreadable', why: 'missing' });
    await assert.rejects(store.keyPlace(randomUUID()), { code: 'document-unreadable', why: 'missing' });
  },
  'a file is put in place of one that is there': async () => {
    const content = aPdf(300_000);
    const id = await put(content);
    const store = storeOf(new Keyring(newKey));
    const sealed = await store.readSealed(id);
    assert(sealed);
    await store.keepSealed(id, sealed);
    assert.equal(await store.keyPlace(id), 'apart');
    assert.deepEqual(await store.read(id), content);
    await fileKeys.destroy(id);
    await assert.rejects(store.read(id), { code: 'document-unreadable', why: 'key-gone' });
  },
  'a small file lies as it is, again and again, and is missing where there is none': async () => {
    const store = openPlainStore({ bucket });
    const [name, content] = [`00-${randomUUID()}.jsonl`, Buffer.from('{"format":"paizhao-checkpoint"}\n')];
    assert.equal(await store.read(name), null);
    for (const _ of [1, 2]) await store.keep(name, content);
    assert.deepEqual(await store.read(name), content);
    const stranger = openPlainStore({ bucket: { ...bucket, secretKey: 'another-secret' } });
    await assert.rejects(stranger.read(name), { code: 'file-store-unavailable' });
  },
  'a wrong secret is refused by the server, which checks the signature': async () => {
    const stranger = { ...bucket, secretKey: 'another-secret' };
    const put = storeOf(new Keyring(oldKey), stranger).put(randomUUID(), 'a.pdf', Readable.from([aPdf(10)]));
    await assert.rejects(put, { code: 'file-store-unavailable', message: /403 SignatureDoesNotMatch/ });
  },
  ...secondStoreRules(bucket),
};

let failed = 0;
for (const [rule, holds] of Object.entries(rules)) {
  const fault = await holds().then(
    () => null,
    (error: unknown) => error,
  );
  if (fault) failed++;
  process.stdout.write(`${fault ? 'not ok' : 'ok'}  ${rule}\n${fault ? `${String(fault)}\n` : ''}`);
}
rmSync(directory, { recursive: true, force: true });
process.stdout.write(`${Object.keys(rules).length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
