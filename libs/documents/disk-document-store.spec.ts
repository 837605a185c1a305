import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { DiskDocumentStore } from './disk-document-store.js';

const pdf = (bytes = 2000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), randomBytes(200)]);
const zip = archive('file.txt', 'hello');
const docx = archive(
  '[Content_Types].xml',
  '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
);

describe('DiskDocumentStore', () => {
  let directory: string;
  let store: DiskDocumentStore;
  const dataKey = randomBytes(32);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'paizhao-documents-'));
    store = new DiskDocumentStore({ directory, dataKey, maxBytes: 5000 });
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

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
    ['png', png, 'image/png'],
    ['jpeg', jpeg, 'image/jpeg'],
    ['jpg', jpeg, 'image/jpeg'],
    ['docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('takes a .%s by its bytes', async (ending, content, mediaType) => {
    expect(await put(content, `scan.${ending}`)).toMatchObject({ mediaType });
  });

  it('keeps nothing readable on the disk', async () => {
    const stored = await put(pdf());
    const raw = await readFile(join(directory, stored.id.slice(0, 2), stored.id));
    expect(raw.includes(Buffer.from('%PDF'))).toBe(false);
  });

  it.each([
    ['an archive', zip, 'a.zip', 'file-type-not-allowed'],
    ['an archive that is called a document', zip, 'a.docx', 'file-type-not-allowed'],
    ['text', Buffer.from('hello, world'), 'a.pdf', 'file-type-not-allowed'],
    ['a PNG that is called a PDF', png, 'a.pdf', 'file-type-mismatch'],
    ['a PDF without an ending', pdf(), 'a', 'file-type-mismatch'],
    ['a file over the limit', pdf(5000), 'a.pdf', 'file-too-large'],
    ['an empty file', Buffer.alloc(0), 'a.pdf', 'file-empty'],
  ])('refuses %s and leaves nothing behind', async (_what, content, name, code) => {
    await expect(put(content, name)).rejects.toMatchObject({ code, kind: 'invalid', details: { pointer: '/file' } });
    expect(await files()).toEqual([]);
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
    const path = (id: string): string => join(directory, id.slice(0, 2), id);
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

  it('reads nothing under another data key', async () => {
    const stored = await put(pdf());
    const other = new DiskDocumentStore({ directory, dataKey: randomBytes(32), maxBytes: 5000 });
    await expect(other.read(stored.id)).rejects.toMatchObject({ code: 'document-unreadable' });
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
});

function chunks(content: Buffer, size = 700): Buffer[] {
  return Array.from({ length: Math.ceil(content.length / size) }, (_, i) => content.subarray(i * size, (i + 1) * size));
}

/** A ZIP file with one entry, stored without compression. */
function archive(name: string, text: string): Buffer {
  const body = Buffer.from(text);
  const sum = crc32(body);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(sum, 14);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(body.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  local.copy(central, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + body.length, 16);
  return Buffer.concat([local, Buffer.from(name), body, central, Buffer.from(name), end]);
}
