type Align = 'left' | 'center' | 'right';

export interface PaperTable {
  /** Widths are shares of the whole. */
  columns: { title?: string; share: number; align?: Align }[];
  rows: readonly (readonly string[])[];
  /** In points; 9.5 where it is left out. */
  size?: number;
  /** The first column holds labels and is shaded. */
  labeled?: boolean;
}

interface Place {
  left: number;
  width: number;
  bottom: number;
  ink: string;
  /** The text as the font can draw it. */
  drawable: (text: string) => string;
}

interface Column {
  x: number;
  width: number;
  align: Align;
}

const padding = 5;
/** What of a long first row must fit under the head, in points. */
const leastRow = 120;
const line = '#9a9a9a';
const shade = '#f0f0f0';

/** Draws a table from where the document stands. A row stays on one page, if it fits on one; heads come on each. */
export class TableDrawing {
  private readonly size: number;
  private readonly columns: Column[];
  private readonly head: string[] | null;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly table: PaperTable,
    private readonly place: Place,
  ) {
    this.size = table.size ?? 9.5;
    const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
    let x = place.left;
    this.columns = table.columns.map(({ share, align = 'left' }) => {
      const column = { x, width: (place.width * share) / shares, align };
      x += column.width;
      return column;
    });
    const titles = this.drawable(table.columns.map(({ title }) => title ?? ''));
    this.head = titles.some((title) => title !== '') ? titles : null;
  }

  draw(): void {
    for (const _ of this.steps());
  }

  /** Draws a row with each step, so that whoever draws many can let others have their turn in between. */
  *steps(): Generator<void> {
    // A head never stands alone at the foot of a page.
    const [first] = this.table.rows;
    const headHeight = this.head ? this.heightOf(this.head) : 0;
    const firstHeight = first ? this.heightOf(this.drawable(first)) : 0;
    if (this.pdf.y + headHeight + Math.min(firstHeight, leastRow) > this.place.bottom) this.pdf.addPage();
    this.drawHead();
    for (const row of this.table.rows) yield this.drawRow(this.drawable(row));
  }

  private drawRow(texts: readonly string[]): void {
    if (this.pdf.y + this.heightOf(texts) > this.place.bottom) {
      this.pdf.addPage();
      this.drawHead();
    }
    const room = this.place.bottom - this.pdf.y;
    if (this.heightOf(texts) <= room) {
      this.drawCells(texts, ({ index }) => index === 0 && this.table.labeled === true);
      return;
    }
    // Longer than a page: what fits, and then the rest as a row of its own.
    const parts = texts.map((text, index) => this.split(text, index, room));
    this.drawCells(
      parts.map(([first]) => first),
      () => false,
    );
    this.drawRow(parts.map(([, rest]) => rest));
  }

  private drawHead(): void {
    if (this.head) this.drawCells(this.head, () => true);
  }

  private drawCells(texts: readonly string[], shaded: (cell: { index: number }) => boolean): void {
    const { pdf } = this;
    const top = pdf.y;
    const height = this.heightOf(texts);
    for (const [index, { x, width }] of this.columns.entries()) {
      if (shaded({ index })) pdf.rect(x, top, width, height).fill(shade);
      pdf.lineWidth(0.5).strokeColor(line).rect(x, top, width, height).stroke();
      pdf.fillColor(this.place.ink).fontSize(this.size);
      pdf.text(texts[index] ?? '', x + padding, top + padding, this.styleOf(index));
    }
    pdf.y = top + height;
  }

  private drawable(texts: readonly string[]): string[] {
    return this.columns.map((_, index) => this.place.drawable(texts[index] ?? ''));
  }

  private styleOf(index: number): { width: number; align: Align; lineGap: number } {
    const { width, align } = this.columns[index] as Column;
    return { width: width - 2 * padding, align, lineGap: this.size * 0.3 };
  }

  private heightOf(texts: readonly string[]): number {
    return Math.max(...texts.map((text, index) => this.cellHeight(text, index)));
  }

  private cellHeight(text: string, index: number): number {
    this.pdf.fontSize(this.size);
    return this.pdf.heightOfString(text === '' ? ' ' : text, this.styleOf(index)) + 2 * padding;
  }

  /** As many characters as fit into so many points, at least one, and the rest. */
  private split(text: string, index: number, room: number): [string, string] {
    const characters = [...text];
    let [fits, over] = [1, characters.length + 1];
    while (over - fits > 1) {
      const middle = Math.floor((fits + over) / 2);
      if (this.cellHeight(characters.slice(0, middle).join(''), index) <= room) fits = middle;
      else over = middle;
    }
    return [characters.slice(0, fits).join(''), characters.slice(fits).join('')];
  }
}
