import { type Cell, type Column, linesIn } from '../blocks.js';
import type { LaidLine, Sheet, Style, Tag } from './sheet.js';
import { styleOf } from './style.js';

const padding = { x: 4.5, y: 3.5 };
const shade = '#f1f3f5';

interface Place {
  x: number;
  width: number;
}

/** A table across the page. A row stays on one page where that wastes little; heads come on each. */
export class TableDrawing {
  private readonly places: Place[];
  private readonly head: LaidLine[][] | null;
  private readonly tag: Tag;

  /** @param labeled the first column says what the others are about, and there is no head */
  constructor(
    private readonly sheet: Sheet,
    private readonly columns: readonly Column[],
    private readonly labeled: boolean,
  ) {
    const whole = columns.reduce((sum, { share }) => sum + share, 0);
    let x = sheet.left;
    this.places = columns.map(({ share }) => {
      const place = { x, width: (sheet.width * share) / whole };
      x += place.width;
      return place;
    });
    this.head = labeled
      ? null
      : this.laid(
          columns.map(({ title }) => title),
          { strong: true },
        );
    this.tag = sheet.tag('Table', sheet.root);
  }

  /** Above it, and never alone at the foot of a page. */
  caption(text: string): void {
    const { sheet } = this;
    const lines = sheet.lay(text, styleOf.caption, sheet.width);
    const height = linesHeight(lines);
    sheet.keepTogether(height + 90);
    const tag = sheet.tag('Caption', this.tag);
    tag.add(() => sheet.draw(lines, sheet.left, sheet.y));
    tag.end();
    sheet.y += height + 2;
  }

  /** A row with each step, so that whoever draws many can hand on what is written. */
  *draw(rows: readonly (readonly Cell[])[]): Iterable<void> {
    const beforeLast = rows.length - 2;
    for (const [index, cells] of rows.entries()) {
      const laid = this.laid(cells);
      // The last row is never alone on a page.
      const wanted = heightOf(laid) + (index === beforeLast ? heightOf(this.laid(rows[index + 1] ?? [])) : 0);
      if (index === 0) this.begin(wanted);
      yield this.drawRow(laid, wanted);
    }
    this.tag.end();
    this.sheet.y += 10;
  }

  /** The head comes with the first row below it. */
  private begin(wanted: number): void {
    const head = this.head ? heightOf(this.head) : 0;
    this.sheet.keepTogether(head + Math.min(wanted, this.sheet.height / 4));
    if (this.head) this.drawRow(this.head, head, true);
  }

  private laid(cells: readonly Cell[], more: Partial<Style> = {}): LaidLine[][] {
    return this.places.map(({ width }, index) => {
      const strong = more.strong === true || (this.labeled && index === 0);
      return linesIn(cells[index] ?? '').flatMap(({ text, as }) => {
        const style = { ...styleOf[as ?? 'cell'], ...more, strong };
        return this.sheet.lay(text, style, width - 2 * padding.x);
      });
    });
  }

  /** @param wanted points that are to be on the same page, where that wastes little */
  private drawRow(cells: LaidLine[][], wanted: number, head = false): void {
    const { sheet } = this;
    if (wanted > sheet.room && (wanted <= sheet.height / 4 || sheet.room < 60)) this.turn();
    const row = sheet.tag('TR', this.tag);
    const tags = this.columns.map((_, index) => {
      if (head) return sheet.tag('TH', row, 'Column');
      return this.labeled && index === 0 ? sheet.tag('TH', row, 'Row') : sheet.tag('TD', row);
    });
    for (let rest = cells; ; this.turn()) {
      const part = rest.map((lines) => fitting(lines, sheet.room - 2 * padding.y));
      this.drawPart(part, head, tags);
      rest = rest.map((lines, index) => lines.slice(part[index]?.length ?? 0));
      if (rest.every((lines) => lines.length === 0)) break;
    }
    row.end();
  }

  /** Goes on on a new page, under the same head: it was read aloud once. */
  private turn(): void {
    this.sheet.newPage();
    const { head, sheet } = this;
    if (head) sheet.artifact('Pagination', () => this.drawPart(head, true, null));
  }

  /** @param tags of the cells; null within what is not read aloud */
  private drawPart(part: LaidLine[][], head: boolean, tags: readonly Tag[] | null): void {
    const { sheet, places } = this;
    const top = sheet.y;
    const height = heightOf(part);
    const frame = () => this.drawFrame(top, height, head);
    if (tags) sheet.artifact('Layout', frame);
    else frame();
    for (const [index, lines] of part.entries()) {
      const { x } = places[index] as Place;
      const draw = () => sheet.draw(lines, x + padding.x, top + padding.y);
      if (tags) tags[index]?.add(draw);
      else draw();
    }
    sheet.y = top + height;
  }

  private drawFrame(top: number, height: number, head: boolean): void {
    const { sheet, places } = this;
    const [first] = places;
    const right = sheet.left + sheet.width;
    if (head) sheet.shade(sheet.left, top, sheet.width, height, shade);
    else if (this.labeled && first) sheet.shade(first.x, top, first.width, height, shade);
    const bottom = top + height;
    sheet.rules([
      [sheet.left, top, right, top],
      [sheet.left, bottom, right, bottom],
      ...[...places.map(({ x }) => x), right].map((x) => [x, top, x, bottom] as const),
    ]);
  }
}

const linesHeight = (lines: readonly LaidLine[]): number => lines.reduce((sum, { height }) => sum + height, 0);

/** Of a row, with the space around its texts. */
const heightOf = (cells: readonly LaidLine[][]): number => Math.max(0, ...cells.map(linesHeight)) + 2 * padding.y;

/** As many lines as fit into so many points. */
function fitting(lines: readonly LaidLine[], room: number): LaidLine[] {
  let left = room;
  const over = lines.findIndex(({ height }) => {
    left -= height;
    return left < 0;
  });
  return over === -1 ? [...lines] : lines.slice(0, over);
}
