import { baseline } from './style.js';

interface Font {
  ref(): PDFKit.PDFKitReference;
  encode(text: string): [glyphs: string[], positions: unknown];
}

/** How many pages there are is known at the end: every page shows one drawing, and that is drawn last. */
export class TotalPages {
  private readonly font: Font;
  private readonly drawing: PDFKit.PDFKitReference;

  /** @param pdf with the font set in which the number is to be drawn */
  constructor(private readonly pdf: PDFKit.PDFDocument) {
    // PDFKit keeps fonts and drawings to itself.
    this.font = (pdf as unknown as { _font: Font })._font;
    this.drawing = pdf.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -20, 100, 5],
      Resources: { Font: { F: this.font.ref() } },
    });
  }

  /** @param y of the top of the line */
  show(x: number, y: number): void {
    const { xobjects } = this.pdf.page as unknown as { xobjects: { Total?: PDFKit.PDFKitReference } };
    xobjects.Total = this.drawing;
    this.pdf.save().transform(1, 0, 0, -1, x, y);
    this.pdf.addContent('/Total Do').restore();
  }

  write(text: string, size: number): void {
    const [glyphs] = this.font.encode(text);
    this.drawing.end(`BT\n/F ${size} Tf\n0.349 g\n1 0 0 1 0 ${-size * baseline} Tm\n[<${glyphs.join('')}> 0] TJ\nET\n`);
  }
}
