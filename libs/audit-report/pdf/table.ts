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
    sheet.keepTogether(heightOf([lines]) + 90);
    const tag = sheet.tag('Caption', this.tag);
    tag.add(() => sheet.draw(lines, sheet.left, sheet.y));
    tag.end();
    sheet.y += heightOf([lines]) + 2;
  }

  /** A row with each step, so that whoever draws many can hand on what is written. */
  *draw(rows: Iterable<readonly Cell[]>): Iterable<void> {
    let begun = false;
    for (const cells of rows) {
      const laid = this.laid(cells);
      if (!begun) this.begin(laid);
      begun = true;
      yield this.drawRow(laid);
    }
    this.tag.end();
    this.sheet.y += 10;
  }

  /** The head comes with the first row below it. */
  private begin(first: LaidLine[][]): void {
    const head = this.head ? heightOf(this.head) + 2 * padding.y : 0;
    this.sheet.keepTogether(head + Math.min(heightOf(first) + 2 * padding.y, 120));
    if (this.head) this.drawRow(this.head, true);
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

  private drawRow(cells: LaidLine[][], head = false): void {
    const { sheet } = this;
    const height = heightOf(cells) + 2 * padding.y;
    if (height > sheet.room && (height < sheet.height / 4 || sheet.room < 60)) this.turn();
    const row = sheet.tag('TR', this.tag);
    const tags = this.columns.map((_, index) => {
      if (head) return sheet.tag('TH', row, 'Column');
      return this.labeled && index === 0 ? sheet.tag('TH', row, 'Row') : sheet.tag('TD', row);
    });
    for (let rest = cells; ; this.turn()) {
      const part = rest.map((lines) => fitting(lines, sheet.room - 2 * padding.y));
      this.drawPart(part, head, (index, draw) => tags[index]?.add(draw));
      rest = rest.map((lines, index) => lines.slice(part[index]?.length ?? 0));
      if (rest.every((lines) => lines.length === 0)) break;
    }
    row.end();
  }

  /** Goes on on a new page, under the same head: it was read aloud once. */
  private turn(): void {
    this.sheet.newPage();
    const { head, sheet } = this;
    if (head) sheet.artifact('Pagination', () => this.drawPart(head, true, (_, draw) => draw()));
  }

  private drawPart(part: LaidLine[][], head: boolean, tagged: (index: number, draw: () => void) => void): void {
    const { sheet, places } = this;
    const top = sheet.y;
    const height = heightOf(part) + 2 * padding.y;
    const bottom = top + height;
    const frame = () => this.drawFrame(top, height, head);
    // Within what stands on every page there is no other such thing.
    if (head) frame();
    else sheet.artifact('Layout', frame);
    for (const [index, lines] of part.entries()) {
      const { x } = places[index] as Place;
      tagged(index, () => sheet.draw(lines, x + padding.x, top + padding.y));
    }
    sheet.y = bottom;
  }

  private drawFrame(top: number, height: number, head: boolean): void {
    const { sheet, places } = this;
    const [first] = places;
    const right = sheet.left + sheet.width;
    if (head) sheet.shade(sheet.left, top, sheet.width, height, shade);
    else if (this.labeled && first) sheet.shade(first.x, top, first.width, height, shade);
    for (const y of [top, top + height]) sheet.rule(sheet.left, y, right, y);
    for (const { x } of places) sheet.rule(x, top, x, top + height);
    sheet.rule(right, top, right, top + height);
  }
}

const heightOf = (cells: readonly LaidLine[][]): number =>
  Math.max(0, ...cells.map((lines) => lines.reduce((sum, { height }) => sum + height, 0)));

/** As many lines as fit into so many points. */
function fitting(lines: readonly LaidLine[], room: number): LaidLine[] {
  let left = room;
  const over = lines.findIndex(({ height }) => {
    left -= height;
    return left < 0;
  });
  return over === -1 ? [...lines] : lines.slice(0, over);
}
