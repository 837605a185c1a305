import { Characters, newDocument } from '../../papers/index.js';
import { Lettering, setChineseFont } from './lettering.js';
import { type Advance, linesOf, widthOf } from './lines.js';
import { baseline, leading } from './style.js';
import { TotalPages } from './total-pages.js';

export interface SheetOptions {
  title: string;
  lang: 'zh-CN' | 'en';
  /** UTC instant that the file gives as its creation. */
  createdAt: string;
  /** At the head of every page; `warning` beside it, in red. */
  head: string;
  warning: string | null;
  /** At the foot of every page, before its number. */
  foot: string;
  page: (page: number) => string;
  ofPages: (pages: number) => string;
}

export interface Style {
  size: number;
  color: string;
  /** In a font of one width. */
  mono?: boolean;
  /** Drawn with a stroke around it: there is one weight of the font. */
  strong?: boolean;
}

/** A line of text that fits where it is to stand. */
export interface LaidLine {
  text: string;
  style: Style;
  /** With the space below it. */
  height: number;
}

export type Tag = PDFKit.PDFStructureElement;

const margin = { side: 48, top: 62, bottom: 58 };
const ink = { pale: '#595959', warning: '#9b0019', rule: '#bdbdbd' };

/**
 * Pages of A4 from the first to the last: what stands on one is handed on when the next begins, so that a report of
 * any length takes little memory. Nothing in it comes from a clock or from chance.
 */
export class Sheet {
  private readonly pdf: PDFKit.PDFDocument;
  readonly characters: Characters;
  /** Everything that is read aloud hangs below it. */
  readonly root: Tag;
  private readonly total: TotalPages;
  private readonly lettering: Lettering;
  private readonly courier: { id: string; ref(): PDFKit.PDFKitReference };
  private bookmark: PDFKit.PDFOutline | null = null;
  private pages = 0;
  y = 0;

  constructor(private readonly options: SheetOptions) {
    this.pdf = newDocument({
      autoFirstPage: false,
      compress: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: options.lang,
      displayTitle: true,
      info: {
        Title: options.title,
        Creator: 'Paizhao',
        Producer: 'Paizhao',
        CreationDate: new Date(options.createdAt),
      },
    });
    this.courier = fontOf(this.pdf.font('Courier'));
    setChineseFont(this.pdf, 'text');
    this.characters = new Characters(this.pdf);
    this.lettering = new Lettering(this.pdf);
    this.total = new TotalPages(this.pdf, this.lettering);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
    this.newPage();
  }

  /** Bytes that were written since it was last asked. */
  *written(): Iterable<Buffer> {
    for (let bytes = this.pdf.read(); bytes !== null; bytes = this.pdf.read()) yield bytes as Buffer;
  }

  readonly left = margin.side;

  get width(): number {
    return this.pdf.page.width - 2 * margin.side;
  }

  /** Points that are left on the page. */
  get room(): number {
    return this.pdf.page.height - margin.bottom - this.y;
  }

  /** Points of an empty page. */
  get height(): number {
    return this.pdf.page.height - margin.bottom - margin.top;
  }

  newPage(): void {
    this.pdf.addPage({ size: 'A4', margin: 0 });
    this.pages += 1;
    this.y = margin.top;
    this.artifact('Pagination', () => this.drawFrame());
  }

  /** Begins a new page where the next so many points would be torn apart. */
  keepTogether(points: number): void {
    if (points > this.room) this.newPage();
  }

  /** The text as the font draws it, in lines of so many points at most. */
  lay(text: string, asked: Style, width: number): LaidLine[] {
    // The font of one width has little more than these.
    const style = asked.mono && !/^[\x20-\x7e]*$/u.test(text) ? { ...asked, mono: false } : asked;
    const height = style.size * leading;
    const lines = linesOf(this.characters.drawable(this.straight(text)), width, this.advanceOf(style));
    return lines.map((line) => ({ text: line, style, height }));
  }

  /** The font has the curly marks in the width of a Chinese character. */
  private straight(text: string): string {
    if (this.options.lang !== 'en') return text;
    return text.replaceAll(/[‘’]/gu, "'").replaceAll(/[“”]/gu, '"');
  }

  draw(lines: readonly LaidLine[], x: number, top: number): void {
    let y = top;
    for (const { text, style, height } of lines) {
      if (text !== '') this.drawLine(text, style, x, y);
      y += height;
    }
  }

  /** What says nothing to who cannot see it: rules, shades, and what stands on every page. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  shade(x: number, y: number, width: number, height: number, color: string): void {
    const corners = [x, y, width, height].map(rounded).join(' ');
    this.pdf.addContent(['q', `${inkOf(color)} rg`, `${corners} re`, 'f', 'Q'].join('\n'));
  }

  /** Straight lines in one stroke. */
  rules(lines: readonly (readonly [x: number, y: number, toX: number, toY: number])[]): void {
    const paths = lines.map((ends) => ends.map(rounded)).map(([x, y, toX, toY]) => `${x} ${y} m\n${toX} ${toY} l`);
    this.pdf.addContent(['q', '0.5 w', `${inkOf(ink.rule)} RG`, ...paths, 'S', 'Q'].join('\n'));
  }

  /** @param scope of a cell that is a head: what it says something about */
  tag(type: string, parent: Tag, scope?: 'Column' | 'Row'): Tag {
    const tag = this.pdf.struct(type, { scope } as object);
    parent.add(tag);
    return tag;
  }

  /** At the place where the page is written to. */
  addBookmark(title: string, level: 1 | 2): void {
    const { outline, page } = this.pdf;
    const above = level === 2 && this.bookmark ? this.bookmark : outline;
    // PDFKit counts the place from the right and from the top.
    const place = { fit: false, top: this.y - 8, left: page.width, expanded: false };
    const item = above.addItem(title, place);
    if (level === 1) this.bookmark = item;
  }

  /** Ends it: nothing can be added. */
  end(): void {
    this.total.write(this.options.ofPages(this.pages), 8);
    this.root.end();
    this.pdf.end();
  }

  private drawLine(text: string, { size, color, mono = false, strong = false }: Style, x: number, y: number): void {
    const { id, glyphs } = mono ? this.inCourier(text) : this.inText(text);
    const paint = inkOf(color);
    // All of it at once, with the letters upright on a page whose zero PDFKit has put to the top.
    this.pdf.addContent(
      [
        'q',
        `${paint} rg`,
        ...(strong ? [`${paint} RG`, `${size / 40} w`] : []),
        'BT',
        `/${id} ${size} Tf`,
        ...(strong ? ['2 Tr'] : []),
        `1 0 0 -1 ${rounded(x)} ${rounded(y + size * baseline)} Tm`,
        `[${glyphs}] TJ`,
        'ET',
        'Q',
      ].join('\n'),
    );
  }

  private inText(text: string): { id: string; glyphs: string } {
    const { lettering } = this;
    this.fontsOfPage[lettering.id] ??= lettering.ref();
    return { id: lettering.id, glyphs: lettering.set(text) };
  }

  /** Every reader has it: its letters are their codes. */
  private inCourier(text: string): { id: string; glyphs: string } {
    const { id } = this.courier;
    this.fontsOfPage[id] ??= this.courier.ref();
    return { id, glyphs: `<${Buffer.from(text, 'latin1').toString('hex')}> 0` };
  }

  private get fontsOfPage(): Record<string, PDFKit.PDFKitReference | undefined> {
    return (this.pdf.page as unknown as { fonts: Record<string, PDFKit.PDFKitReference | undefined> }).fonts;
  }

  private drawFrame(): void {
    const { head, warning, foot, page } = this.options;
    const { pdf, left, width } = this;
    const small: Style = { size: 8, color: ink.pale };
    this.draw(this.lay(head, small, width * 0.62).slice(0, 1), left, 30);
    if (warning !== null) this.drawRight(warning, { size: 8.5, color: ink.warning, strong: true }, 30);
    this.rules([[left, 46, left + width, 46]]);
    const y = pdf.page.height - 38;
    this.draw(this.lay(foot, small, width - 110).slice(0, 1), left, y);
    const number = page(this.pages);
    const x = left + width - 92;
    this.draw(this.lay(number, small, 92), x, y);
    this.total.show(x + this.widthOf(number, small), y);
  }

  private drawRight(text: string, style: Style, y: number): void {
    const [line] = this.lay(text, style, this.width * 0.38);
    if (line) this.draw([line], this.left + this.width - this.widthOf(line.text, style), y);
  }

  private widthOf(text: string, style: Style): number {
    return widthOf(text, this.advanceOf(style));
  }

  private advanceOf({ size, mono = false }: Style): Advance {
    if (mono) return () => courierWidth * size;
    return (character) => (this.lettering.advance(character) * size) / 1_000;
  }
}

/** PDFKit keeps it to itself. */
const fontOf = (pdf: PDFKit.PDFDocument) =>
  (pdf as unknown as { _font: { id: string; ref(): PDFKit.PDFKitReference } })._font;

/** Of every letter, in sizes. */
const courierWidth = 0.6;

const rounded = (points: number): number => Math.round(points * 1_000) / 1_000;

const inks = new Map<string, string>();

/** `#1a1a1a` as the three parts that an operator takes. */
function inkOf(color: string): string {
  const known =
    inks.get(color) ?? [1, 3, 5].map((at) => rounded(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');
  inks.set(color, known);
  return known;
}
