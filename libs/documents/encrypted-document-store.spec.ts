import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FileKeysAtHand } from '../../test/support/file-keys.js';
import { aDocx, aJpeg, aPng, zipOf } from '../../test/support/files.js';
import { Keyring } from '../keys/keyring.js';
import type { DocumentStore } from './document-store.js';
import { openDocumentStore } from './open-document-store.js';

const pdf = (bytes = 2000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];

describe('a document store on disk', () => {
  let directory: string;
  let store: DocumentStore;
  let fileKeys: FileKeysAtHand;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'paizhao-documents-'));
    fileKeys = new FileKeysAtHand();
    store = storeWith(new Keyring(oldKey));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const storeWith = (keys: Keyring) => openDocumentStore({ directory, keys, fileKeys, maxBytes: 5000 });
  const path = (id: string): string => join(directory, id.slice(0, 2), id);
  const files = async (): Promise<string[]> =>
    (await readdir(directory, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
  const put = (content: Buffer, name = 'a.pdf', id: string = randomUUID()) =>
    store.put(id, name, Readable.from(chunks(content)));

  it('gives back the bytes that were stored, with their hash, size and type', async () => {
    const content = pdf();
    const stored = await put(content, '营业执照.PDF');
    expect(stored).toMatchObject({
      bytes: content.length,
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(await store.read(stored.id)).toEqual(content);
  });

  it.each([
    ['png', aPng(), 'image/png'],
    ['jpeg', aJpeg(), 'image/jpeg'],
    ['jpg', aJpeg(), 'image/jpeg'],
    ['docx', aDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('takes a .%s by its bytes', async (ending, content, mediaType) => {
    expect(await put(content, `scan.${ending}`)).toMatchObject({ mediaType });
  });

  it('keeps nothing readable on the disk', async () => {
    const stored = await put(pdf());
    const raw = await readFile(path(stored.id));
    expect(raw.includes(Buffer.from('%PDF'))).toBe(false);
  });

  it.each([
    ['an archive', zipOf([{ name: 'a', content: 'a' }]), 'a.zip', 'archive-not-allowed'],
    ['text', Buffer.from('hello, world'), 'a.pdf', 'file-type-not-allowed'],
    ['a PNG that is called a PDF', aPng(), 'a.pdf', 'file-type-mismatch'],
    ['a file over the limit', pdf(5000), 'a.pdf', 'file-too-large'],
    ['an empty file', Buffer.alloc(0), 'a.pdf', 'file-empty'],
  ])('refuses %s and leaves nothing behind', async (_what, content, name, code) => {
    await expect(put(content, name)).rejects.toMatchObject({ code, kind: 'invalid', details: { pointer: '/file' } });
    expect(await files()).toEqual([]);
  });

  it.each([
    ['a path', '../../etc/passwd.pdf'],
    ['a zero', 'a\0.exe\0.pdf'],
    ['a thousand characters', `${'长'.repeat(1000)}.pdf`],
    ['letters turned around', 'a\u202efdp.pdf'],
    ['the name of a device', 'CON.pdf'],
  ])('lets no name with %s reach the disk', async (_what, name) => {
    const { id } = await put(pdf(), name);
    expect(await files()).toEqual([id]);
  });

  it('refuses as soon as it knows, and waits for no end', async () => {
    const never = new Promise<never>(() => undefined);
    const endless = Readable.from(
      (async function* () {
        yield Buffer.alloc(4_500, 'x');
        await never;
      })(),
    );
    await expect(store.put(randomUUID(), 'a.pdf', endless)).rejects.toMatchObject({ code: 'file-type-not-allowed' });
    endless.destroy();
  });

  it('leaves nothing behind when the upload breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield pdf(100);
        throw new Error('connection lost');
      })(),
    );
    await expect(store.put(randomUUID(), 'a.pdf', broken)).rejects.toThrow('connection lost');
    expect(await files()).toEqual([]);
  });

  it('does not hand out a file that was altered, exchanged or removed', async () => {
    const [one, two] = [await put(pdf()), await put(pdf())];
    const bytes = await readFile(path(one.id));
    await writeFile(path(two.id), bytes);
    await expect(store.read(two.id)).rejects.toMatchObject({
      code: 'document-unreadable',
      details: { why: 'altered' },
    });
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
    await writeFile(path(one.id), bytes);
    await expect(store.read(one.id)).rejects.toMatchObject({
      code: 'document-unreadable',
      details: { why: 'altered' },
    });
    await store.remove(one.id);
    await expect(store.read(one.id)).rejects.toMatchObject({
      code: 'document-unreadable',
      details: { why: 'missing' },
    });
  });

  it('does not follow an id that is a path', async () => {
    await expect(store.read('../../etc/passwd')).rejects.toMatchObject({ code: 'document-unreadable' });
  });

  it('sweeps what a crash left half-written', async () => {
    await put(pdf());
    await writeFile(join(directory, 'partial', `${randomUUID()}.partial`), 'half');
    expect(await store.sweepPartial(60_000)).toBe(0);
    expect(await store.sweepPartial(-1)).toBe(1);
    expect((await files()).length).toBe(1);
  });

  it('says what is wrong with its folder, and answers that it cannot be used', async () => {
    expect(await store.probe()).toEqual({ store: null, scanner: 'off' });
    await mkdir(join(directory, 'no-folder'));
    await writeFile(join(directory, 'no-folder', 'file'), '');
    const blocked = openDocumentStore({
      directory: join(directory, 'no-folder', 'file'),
      keys: new Keyring(oldKey),
      fileKeys,
      maxBytes: 5000,
    });
    await expect(blocked.put(randomUUID(), 'a.pdf', Readable.from([pdf()]))).rejects.toMatchObject({
      code: 'file-store-unavailable',
      kind: 'unavailable',
    });
    expect((await blocked.probe()).store).toContain('does not answer');
  });

  it('reads nothing any more once the key of a file is destroyed, from no copy of it', async () => {
    const { id } = await put(pdf());
    const copy = await store.readSealed(id);
    await store.remove(id);
    expect([...fileKeys.kept.keys()]).toEqual([]);
    await store.keepSealed(id, copy ?? Buffer.alloc(0));
    const gone = { code: 'document-unreadable', details: { why: 'key-gone' } };
    await expect(store.read(id)).rejects.toMatchObject(gone);
    await expect(store.keyPlace(id)).rejects.toMatchObject(gone);
  });

  it('keeps no key of what was refused, or could not be kept', async () => {
    await expect(put(Buffer.from('hello, world'))).rejects.toMatchObject({ code: 'file-type-not-allowed' });
    expect(fileKeys.kept.size).toBe(0);
  });

  it('says so where the key of a file is sealed under a data key that is not here', async () => {
    const { id } = await put(pdf());
    fileKeys.find = async () => 'sealed-elsewhere' as never;
    await expect(store.read(id)).rejects.toMatchObject({ details: { why: 'no-key' } });
  });

  describe('with files of before 0.5.0, which hold their key', () => {
    const newest = new Keyring(newKey);

    async function old(form: 'PZF1' | 'PZF2' = 'PZF2') {
      const [id, content] = [randomUUID() as string, pdf()];
      await mkdir(join(directory, id.slice(0, 2)));
      await writeFile(path(id), ofBefore(form, id, content));
      return { id, content };
    }

    it.each(['PZF1', 'PZF2'] as const)('reads them (%s), and takes the key out', async (form) => {
      const { id, content } = await old(form);
      expect(await store.read(id)).toEqual(content);
      expect(await store.keyPlace(id)).toBe('inside');
      await store.takeKeyOut(id);
      expect(await store.keyPlace(id)).toBe('apart');
      expect(await storeWith(newest).read(id)).toEqual(content);
      expect(await files()).toEqual([id]);
      await store.takeKeyOut(id);
      expect(await store.read(id)).toEqual(content);
    });

    it.each(['PZF1', 'PZF2'] as const)('reads nothing where the data key is lost (%s)', async (form) => {
      const { id } = await old(form);
      const lost = { code: 'document-unreadable', details: { why: 'no-key' } };
      const blind = storeWith(newest);
      await expect(blind.read(id)).rejects.toMatchObject(lost);
      await expect(blind.keyPlace(id)).rejects.toMatchObject(lost);
      await expect(blind.takeKeyOut(id)).rejects.toMatchObject(lost);
      expect(await storeWith(new Keyring(newKey, [oldKey])).keyPlace(id)).toBe('inside');
    });

    it('destroys no file where several take its key out at once', async () => {
      const { id, content } = await old();
      await Promise.all(Array.from({ length: 8 }, () => store.takeKeyOut(id)));
      expect(await store.read(id)).toEqual(content);
      expect(await files()).toEqual([id]);
    });

    it('leaves a file to whom it belongs, with the rights that it has', async () => {
      const { id } = await old();
      const isRoot = process.getuid?.() === 0;
      if (isRoot) await chown(path(id), 1234, 1235);
      await chmod(path(id), 0o640);
      const { uid, gid } = await stat(path(id));
      await store.takeKeyOut(id);
      expect(await stat(path(id))).toMatchObject({ uid, gid });
      expect((await stat(path(id))).mode & 0o777).toBe(0o640);
    });
  });

  it('says of a file that is gone that it is missing', async () => {
    const id = randomUUID();
    for (const asked of [store.keyPlace(id), store.takeKeyOut(id), store.read(id)])
      await expect(asked).rejects.toMatchObject({ details: { why: 'missing' } });
  });
});

/** As releases before 0.5.0 wrote files, with the key in them; 0.1.0 without the id of the data key. */
function ofBefore(form: 'PZF1' | 'PZF2', id: string, content: Buffer): Buffer {
  const [fileKey, wrapNonce, nonce] = [randomBytes(32), randomBytes(12), randomBytes(12)];
  const wrap = createCipheriv('aes-256-gcm', oldKey, wrapNonce).setAAD(Buffer.from(`file-key:${id}`));
  const wrapped = Buffer.concat([wrap.update(fileKey), wrap.final()]);
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonce).setAAD(Buffer.from(`file:${id}`));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  const keyId = form === 'PZF2' ? new Keyring(oldKey).current.id : Buffer.alloc(0);
  return Buffer.concat([
    ...[Buffer.from(form), keyId, wrapNonce, wrapped, wrap.getAuthTag()],
    ...[nonce, body, cipher.getAuthTag()],
  ]);
}

function chunks(content: Buffer, size = 700): Buffer[] {
  return Array.from({ length: Math.ceil(content.length / size) }, (_, i) => content.subarray(i * size, (i + 1) * size));
}
