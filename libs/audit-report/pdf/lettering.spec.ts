import PDFDocument from 'pdfkit';
import { chineseFont } from '../../papers/index.js';
import { Lettering } from './lettering.js';

interface Position {
  xAdvance: number;
  advanceWidth: number;
}

interface OwnFont {
  encode(text: string): [glyphs: string[], positions: Position[]];
  widthOfString(text: string, size: number): number;
  unicode: number[][];
}

const aDocument = () => new PDFDocument({ autoFirstPage: false }).registerFont('text', chineseFont()).font('text');
const fontIn = (pdf: PDFKit.PDFDocument) => (pdf as unknown as { _font: OwnFont })._font;

/** As the operator TJ takes what PDFKit makes of a text. */
function setByPdfKit(text: string): string {
  const [glyphs, positions] = fontIn(aDocument()).encode(text);
  const parts = glyphs.map((glyph, index) => {
    const { xAdvance, advanceWidth } = positions[index] as Position;
    return xAdvance === advanceWidth ? glyph : `${glyph}> ${Math.round((advanceWidth - xAdvance) * 1_000) / 1_000} <`;
  });
  return `<${parts.join('')}> 0`;
}

describe('lettering', () => {
  it.each([
    ['letters that stand closer together, and ligatures', 'AVATAR: To We, off office ffi “quoted” — it’s'],
    ['Chinese', '电信业务经营许可证审计报告：第 12 页，共 30 页。'],
    ['both in one line', '沪B2-20260118 · 许可证AV与To，office“引号”'],
    ['dates, times and marks', '2026-03-12 10:15:07, (owner) filing-2/annual'],
    ['blanks of every kind', ' a  b\u00a0c '],
  ])('sets %s as PDFKit does, the first time and again', (_, text) => {
    const lettering = new Lettering(aDocument());
    expect([lettering.set(text), lettering.set(text)]).toEqual([setByPdfKit(text), setByPdfKit(text)]);
  });

  it('measures a character as PDFKit does', () => {
    const [pdf, text] = [aDocument(), 'AVi.—“一，〇ー'];
    const lettering = new Lettering(pdf);
    for (const character of text)
      expect(lettering.advance(character)).toBeCloseTo(fontIn(pdf).widthOfString(character, 1_000), 6);
  });

  it('lets each glyph be read as the characters for which it stands', () => {
    const pdf = aDocument();
    new Lettering(pdf).set('一A ffi');
    const read = fontIn(pdf)
      .unicode.slice(1)
      .map((points) => String.fromCodePoint(...points));
    expect(read.join('|')).toMatch(/^一\|A\| \|(?:ffi|ff\|i|f\|i)$/);
  });
});
