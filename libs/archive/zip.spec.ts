import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type ArchivedFile, fileNameOf, zipOf } from './index.js';

const file = (path: string, text = ''): ArchivedFile => ({ path, content: () => Buffer.from(text) });

async function written(files: readonly ArchivedFile[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipOf(files)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const sample = [file('清单.json', '{}'), file('材料/01-营业执照-v1.pdf', '%PDF-1.7 sample'), file('empty.txt')];

describe('zipOf', () => {
  it('never changes: the archive of today is the archive of ten years ago', async () => {
    const sha256 = createHash('sha256')
      .update(await written(sample))
      .digest('hex');
    expect(sha256).toBe('3524dd8c3fd12604dc0c353b4d8c905159de7c8cfcc0812ceae72dc4bc789b83');
  });

  it('is read by others, names in Chinese included', async () => {
    const read = unzipSync(await written(sample));
    expect(Object.keys(read)).toEqual(['清单.json', '材料/01-营业执照-v1.pdf', 'empty.txt']);
    expect(Buffer.from(read['材料/01-营业执照-v1.pdf'] ?? []).toString()).toBe('%PDF-1.7 sample');
  });

  it('asks for the content of a file when its turn comes, and for one at a time', async () => {
    const asked: string[] = [];
    const asking = (path: string): ArchivedFile => ({
      path,
      content: () => {
        asked.push(path);
        return Buffer.from(path);
      },
    });
    const chunks = zipOf([asking('a'), asking('b')]);
    await chunks.next();
    expect(asked).toEqual(['a']);
  });

  it('takes a file in pieces, and writes what it writes of the whole', async () => {
    const pieces = async function* () {
      for (const piece of ['%PDF', '-1.7 ', 'sample']) yield Buffer.from(piece);
    };
    const parted = { path: sample[1]?.path ?? '', content: pieces };
    expect(await written(sample.with(1, parted))).toEqual(await written(sample));
  });

  it('takes a piece in which there is nothing', async () => {
    const nothing = Buffer.concat([]);
    expect(nothing.buffer.byteLength).toBe(0);
    const pieces = async function* () {
      for (const piece of [nothing, sample[1]?.content() as Buffer, nothing]) yield piece;
    };
    const parted = { path: sample[1]?.path ?? '', content: pieces };
    expect(await written(sample.with(1, parted))).toEqual(await written(sample));
  });

  it('refuses pieces that are others the second time', async () => {
    let asked = 0;
    const pieces = async function* () {
      asked += 1;
      yield Buffer.from(`time ${asked}`);
    };
    await expect(written([{ path: 'a', content: pieces }])).rejects.toThrow(RangeError);
  });

  it('holds nothing in an archive of nothing', async () => {
    expect(unzipSync(await written([]))).toEqual({});
  });

  it.each([
    ['/a'],
    ['../a'],
    ['a/../b'],
    ['a\\b'],
    [''],
    ['a//b'],
    ['a/'],
    ['.'],
    ['a\u0000'],
    ['a\u202eb'],
    ['c:a'],
    ['a '],
    ['a./b'],
  ])('refuses the path %j', async (path) => {
    await expect(written([file(path)])).rejects.toThrow(RangeError);
  });

  it('refuses the same path twice', async () => {
    await expect(written([file('a'), file('a')])).rejects.toThrow(RangeError);
  });
});

describe('fileNameOf', () => {
  it.each([
    ['营业执照副本', '营业执照副本'],
    ['经营场所证明（租赁合同或产权证明）', '经营场所证明（租赁合同或产权证明）'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['line\nbreak\u202e', 'line_break_'],
    ['  . ', '_'],
    ['名'.repeat(200), '名'.repeat(40)],
    ['', '_'],
  ])('makes of %j a name for every system', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });

  it('gives what an archive takes', async () => {
    for (const title of ['..', 'a. ', '\u2028', 'COM1', '名'.repeat(500), '𠮷'.repeat(100)])
      expect(unzipSync(await written([file(`${fileNameOf(title)}.pdf`)]))).toBeDefined();
  });
});
