import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from './read-text.js';

const folder = mkdtempSync(join(tmpdir(), 'paizhao-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(bytes: Buffer): string {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return path;
}

describe('a file of the command line', () => {
  it('may begin with a byte order mark, as editors on Windows write it', () => {
    expect(readText(fileOf(Buffer.from('\uFEFF{"省":"沪"}')))).toBe('{"省":"沪"}');
  });

  it.each([
    ['GBK', Buffer.from([0xc9, 0xcf, 0xba, 0xa3])],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
  ])('is refused in %s instead of being read with wrong characters', (_, bytes) => {
    expect(() => readText(fileOf(bytes))).toThrow('it is not text in UTF-8');
  });

  it.each([
    [join(folder, 'none.json'), 'there is no such file'],
    [folder, 'it is a folder'],
    ['', '"" cannot be read: there is no such file'],
    ['a\0b', 'ERR_INVALID_ARG_VALUE'],
  ])('is named with the reason where it cannot be read: %j', (path, why) => {
    expect(() => readText(path)).toThrow(expect.objectContaining({ code: 'unreadable-file', kind: 'invalid' }));
    expect(() => readText(path)).toThrow(why);
  });
});
