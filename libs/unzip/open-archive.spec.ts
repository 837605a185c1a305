import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { refusedCases } from '../../test/tamper/cases/refused.js';
import { zipped } from '../../test/tamper/sample/bundle.js';
import { isArchive, NotAnArchive, openArchive } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'unzip-'));
const path = join(folder, 'bundle.zip');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = new Map(
  ['streams/1.jsonl', 'streams/2.jsonl', 'streams/3.jsonl', 'manifest.json'].map((name) => [
    name,
    Buffer.from(`${name}\n`.repeat(1_000)),
  ]),
);

async function contentOf(bytes: Buffer): Promise<Map<string, string>> {
  writeFileSync(path, bytes);
  const archive = await openArchive(path);
  const content = new Map<string, string>();
  for (const name of archive.names) {
    let text = '';
    for await (const chunk of archive.read(name)) text += chunk.toString('utf8');
    content.set(name, text);
  }
  archive.close();
  return content;
}

const expected = new Map([...files].map(([name, bytes]) => [name, bytes.toString('utf8')]));

describe('openArchive', () => {
  it('reads what was stored, and what somebody compressed', async () => {
    expect(await contentOf(await zipped(files))).toEqual(expected);
    expect(await contentOf(Buffer.from(zipSync(Object.fromEntries(files))))).toEqual(expected);
  });

  it('takes no notice of folders', async () => {
    const withFolder = zipSync({ 'streams/': new Uint8Array(), ...Object.fromEntries(files) });
    expect(await contentOf(Buffer.from(withFolder))).toEqual(expected);
  });

  it.each(refusedCases.map(({ what, bytes }) => [what, bytes] as const))('refuses %s', async (_what, bytes) => {
    await expect(contentOf(await bytes(files))).rejects.toThrow(NotAnArchive);
  });

  it('refuses what stands before, after or beside its files', async () => {
    const whole = await zipped(files);
    const renamed = Buffer.from(whole.toString('latin1').replace('streams/2', 'streams/4'), 'latin1');
    for (const bytes of [Buffer.concat([whole, Buffer.from('x')]), Buffer.concat([Buffer.from('PK'), whole]), renamed])
      await expect(contentOf(bytes)).rejects.toThrow(NotAnArchive);
  });
});

describe('isArchive', () => {
  it.each([
    ['PK\x03\x04', true],
    ['{"format":"paizhao-ledger"}', false],
    ['P', false],
  ])('looks at how the file begins: %j', (text, is) => {
    writeFileSync(path, text);
    expect(isArchive(path)).toBe(is);
  });

  it('says no of what cannot be read', () => {
    expect([isArchive(folder), isArchive(join(folder, 'nothing'))]).toEqual([false, false]);
  });
});
