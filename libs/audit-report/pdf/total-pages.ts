import type { Lettering } from './lettering.js';
import { baseline } from './style.js';

/** How many pages there are is known at the end: every page shows one drawing, and that is drawn last. */
export class TotalPages {
  private readonly drawing: PDFKit.PDFKitReference;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly lettering: Lettering,
  ) {
    this.drawing = pdf.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -20, 100, 5],
      Resources: { Font: { F: this.lettering.ref() } },
    });
  }

  /** @param y of the top of the line */
  show(x: number, y: number): void {
    // PDFKit keeps drawings to itself.
    const { xobjects } = this.pdf.page as unknown as { xobjects: { Total?: PDFKit.PDFKitReference } };
    xobjects.Total = this.drawing;
    this.pdf.save().transform(1, 0, 0, -1, x, y);
    this.pdf.addContent('/Total Do').restore();
  }

  write(text: string, size: number): void {
    this.drawing.end(
      `BT\n/F ${size} Tf\n0.349 g\n1 0 0 1 0 ${-size * baseline} Tm\n[${this.lettering.set(text)}] TJ\nET\n`,
    );
  }
}
