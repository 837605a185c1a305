import { pdfText } from '../../test/support/pdf-text.js';
import { type FinishedPaper, Paper, type PaperOptions } from './index.js';

const options: PaperOptions = { title: '承诺书', createdAt: '2026-11-26T00:00:00.000Z' };

function written(write: (paper: Paper) => void, more: Partial<PaperOptions> = {}): Promise<FinishedPaper> {
  const paper = new Paper({ ...options, ...more });
  write(paper);
  return paper.finish();
}

const twoColumns = [
  { title: '序号', share: 1 },
  { title: '材料', share: 4 },
];

describe('Paper', () => {
  it('writes Chinese that can be read and copied', async () => {
    const { bytes, pages } = await written((paper) => {
      paper.title('依法经营电信业务承诺书');
      paper.heading('一、守法经营');
      paper.text('上海市通信管理局：', { indent: true });
    });
    expect(pages).toBe(1);
    const text = pdfText(bytes);
    for (const part of ['依法经营电信业务承诺书', '一、守法经营', '上海市通信管理局：']) expect(text).toContain(part);
  });

  it('gives the same bytes for the same content, and others for another day', async () => {
    const write = (paper: Paper) => paper.text('同样的内容 Same 2026');
    const [first, second] = [await written(write), await written(write)];
    expect(second.bytes.equals(first.bytes)).toBe(true);
    const later = await written(write, { createdAt: '2026-11-27T00:00:00.000Z' });
    expect(later.bytes.equals(first.bytes)).toBe(false);
  });

  it('numbers every page, under its banner', async () => {
    const { bytes, pages } = await written(
      (paper) => {
        for (let line = 0; line < 80; line++) paper.text(`第${line}行`);
      },
      { banner: '草稿', footer: '样例' },
    );
    const text = pdfText(bytes);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/^草稿$/gm)).toHaveLength(pages);
    for (let page = 1; page <= pages; page++) expect(text).toContain(`样例　·　第 ${page} 页，共 ${pages} 页`);
  });

  it('marks a character that the font lacks, and says which', async () => {
    const { bytes, lacking } = await written((paper) => {
      paper.text('法定代表人：𠮷田');
      paper.table({ columns: [{ share: 1 }], rows: [['𠮷']] });
    });
    expect(lacking).toEqual([{ character: '𠮷', codePoint: 'U+20BB7' }]);
    const text = pdfText(bytes);
    expect(text).toContain('法定代表人：〓(U+20BB7)田');
    expect(text).toContain('请核对后手写补全：U+20BB7');
  });

  it('repeats the head of a table on each page', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [String(index), '材料']);
    const { bytes, pages } = await written((paper) => paper.table({ columns: twoColumns, rows }));
    expect(pages).toBeGreaterThan(1);
    expect(pdfText(bytes).match(/^序号$/gm)).toHaveLength(pages);
  });

  it('keeps a cell whole that is longer than a page', async () => {
    const long = Array.from({ length: 5000 }, (_, index) => String.fromCodePoint(0x4e00 + (index % 500))).join('');
    const { bytes, pages } = await written((paper) => paper.table({ columns: twoColumns, rows: [['1', long]] }));
    expect(pages).toBeGreaterThan(1);
    const read = pdfText(bytes)
      .split('\n')
      .filter((line) => /^[\u4e00-\u4ff3]{20,}/u.test(line))
      .join('');
    expect(read).toBe(long);
  });

  it.each([
    ['an empty table', (paper: Paper) => paper.table({ columns: twoColumns, rows: [] })],
    ['a row with too few cells', (paper: Paper) => paper.table({ columns: twoColumns, rows: [['1']] })],
    ['nothing at all', () => undefined],
  ])('takes %s', async (_what, write) => {
    expect((await written(write)).pages).toBe(1);
  });
});
