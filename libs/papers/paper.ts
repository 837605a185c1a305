import { Characters, type LackingCharacter } from './characters.js';
import { chineseFont } from './font.js';
import { newDocument } from './pdfkit.js';
import { type PaperTable, TableDrawing } from './table.js';

export interface PaperOptions {
  title: string;
  /** UTC instant that the file gives as its creation: the same content at the same instant is the same bytes. */
  createdAt: string;
  /** Stands at the head of every page. */
  banner?: string;
  /** Lies across every page, pale. */
  watermark?: string;
  /** Stands at the foot of every page, before its number. */
  footer?: string;
  landscape?: boolean;
  /**
   * Smaller, but in bytes that depend on the zlib of the Node that wrote them: only for what nobody compares.
   * Left out: no.
   */
  compress?: boolean;
}

export interface FinishedPaper {
  bytes: Buffer;
  pages: number;
  lacking: LackingCharacter[];
}

export interface TextStyle {
  /** In points; 10.5 where it is left out. */
  size?: number;
  align?: 'left' | 'center' | 'right';
  /** The first line begins two characters further in, as Chinese letters do. */
  indent?: boolean;
  /** Drawn with a stroke around it: there is one weight of the font. */
  strong?: boolean;
  color?: string;
  /** Points below. */
  gap?: number;
  /** Points further in than the margin. */
  inset?: number;
}

const margin = 62;
const bodySize = 10.5;
const lineGap = 0.45;
const ink = '#1a1a1a';
const pale = '#8c8c8c';

/**
 * A PDF in Chinese on A4, written from top to bottom. Nothing in it comes from a clock or from chance, so the same
 * calls give the same bytes.
 */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly written: Promise<void>;
  private readonly characters: Characters;

  constructor(private readonly options: PaperOptions) {
    this.pdf = newDocument({
      size: 'A4',
      layout: options.landscape ? 'landscape' : 'portrait',
      margin,
      bufferPages: true,
      compress: options.compress ?? false,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: options.title,
        Creator: 'Paizhao',
        Producer: 'Paizhao',
        CreationDate: new Date(options.createdAt),
      },
    });
    this.written = new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
    this.written.catch(() => undefined);
    this.pdf.registerFont('chinese', chineseFont()).font('chinese');
    this.characters = new Characters(this.pdf);
  }

  /** Between the margins, in points. */
  get width(): number {
    return this.pdf.page.width - 2 * margin;
  }

  title(text: string): void {
    this.text(text, { size: 17, align: 'center', strong: true, gap: 14 });
  }

  heading(text: string): void {
    this.keepTogether(70);
    this.text(text, { size: 12, strong: true, gap: 4 });
  }

  text(text: string, style: TextStyle = {}): void {
    const { size = bodySize, align = 'left', indent = false, strong = false, color = ink, gap = 4, inset = 0 } = style;
    this.pdf
      .fontSize(size)
      .fillColor(color)
      .strokeColor(color)
      .lineWidth(size / 40)
      .text(this.characters.drawable(text), margin + inset, this.pdf.y, {
        width: this.width - inset,
        align,
        lineGap: size * lineGap,
        indent: indent ? 2 * size : 0,
        stroke: strong,
        fill: true,
      });
    this.pdf.y += gap;
  }

  table(table: PaperTable): void {
    this.drawingOf(table).draw();
    this.pdf.y += 8;
  }

  /** The same for hundreds of rows, which take seconds: others have their turn between them. */
  async longTable(table: PaperTable): Promise<void> {
    for (const _ of this.drawingOf(table).steps()) await new Promise<void>((resolve) => setImmediate(resolve));
    this.pdf.y += 8;
  }

  /** Begins a new page where the next so many points would be torn apart. */
  keepTogether(points: number): void {
    if (this.pdf.y + points > this.bottom) this.pdf.addPage();
  }

  space(points: number): void {
    this.pdf.y += points;
  }

  /** Ends it: what stands on every page is drawn, and nothing can be added. */
  async finish(): Promise<FinishedPaper> {
    this.noteLacking();
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(page);
      this.drawFrame(page + 1, count);
    }
    this.pdf.end();
    await this.written;
    return { bytes: Buffer.concat(this.chunks), pages: count, lacking: [...this.characters.lacking] };
  }

  private drawingOf(table: PaperTable): TableDrawing {
    const place = { left: margin, width: this.width, bottom: this.bottom, ink };
    return new TableDrawing(this.pdf, table, { ...place, drawable: (text) => this.characters.drawable(text) });
  }

  private get bottom(): number {
    return this.pdf.page.height - margin;
  }

  private noteLacking(): void {
    const { lacking } = this.characters;
    if (lacking.length === 0) return;
    const points = lacking.map(({ codePoint }) => codePoint).join('、');
    this.space(6);
    this.text(`注：字库缺少以下字符，文中以“〓”标出，请核对后手写补全：${points}。`, { size: 9, color: '#b00020' });
  }

  private drawFrame(page: number, pages: number): void {
    const { pdf } = this;
    const { banner, watermark, footer } = this.options;
    // A line outside the margins must not begin a new page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    if (banner) this.line(banner, 30, 9, '#b00020');
    this.line(`${footer ? `${footer}　·　` : ''}第 ${page} 页，共 ${pages} 页`, pdf.page.height - 38, 8.5, pale);
    if (watermark) this.drawWatermark(watermark);
    pdf.page.margins.bottom = bottom;
  }

  private line(text: string, y: number, size: number, color: string): void {
    this.pdf
      .fontSize(size)
      .fillColor(color)
      .text(this.characters.drawable(text), margin, y, { width: this.width, align: 'center', lineBreak: false });
  }

  private drawWatermark(text: string): void {
    const { pdf } = this;
    const [x, y] = [pdf.page.width / 2, pdf.page.height / 2];
    pdf
      .save()
      .rotate(-35, { origin: [x, y] })
      .fillColor('#b00020', 0.07)
      .fontSize(110);
    pdf.text(this.characters.drawable(text), x - pdf.widthOfString(text) / 2, y - 80, { lineBreak: false });
    pdf.restore().fillOpacity(1);
  }
}
