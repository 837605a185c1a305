/** 0% and 0.00%: what every spreadsheet program knows without being told. */
const builtIn = ['9', '10'];
/** Those of the largest workbooks have some megabytes. */
const longestStyles = 4 * 1_048_576;

/** The styles that show a number as percent, as cells name them. @param xml that of the styles */
export function percentStyles(xml: string): ReadonlySet<string> {
  if (xml.length > longestStyles) return new Set();
  const formats = tagsIn(xml, 'numFmt').filter((tag) => isPercent(attribute(tag, 'formatCode')));
  const percents = new Set([...builtIn, ...formats.map((tag) => attribute(tag, 'numFmtId'))]);
  const [, cellStyles = ''] = xml.split(/<\/?(?:\w+:)?cellXfs(?=[\s>])/, 2);
  return new Set(
    tagsIn(cellStyles, 'xf').flatMap((tag, index) => (percents.has(attribute(tag, 'numFmtId')) ? [String(index)] : [])),
  );
}

const tagsIn = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1] ?? '';

/** A sign that is quoted, or escaped, is only a sign. */
const isPercent = (formatCode: string): boolean =>
  formatCode
    .replaceAll('&quot;', '"')
    .replaceAll(/"[^"]*"|\\./g, '')
    .includes('%');

/** Goes along the tags of a sheet, and makes texts of the numbers that are shown as percent: `0.49` is `49%` then. */
export class PercentsAsTexts {
  private readonly pieces: string[] = [];
  private kept = 0;
  /** The tag of the cell at hand, if it shows percent: where it is, and how it begins a text. */
  private cell: { start: number; end: number; text: string } | null = null;

  constructor(
    private readonly xml: string,
    private readonly percents: ReadonlySet<string>,
  ) {}

  /** @param local the name of the tag that ends at `end` and begins at `start`, behind a text from `from` on */
  pass(local: string, closing: boolean, { from, start, end }: { from: number; start: number; end: number }): void {
    if (this.percents.size === 0) return;
    if (local === 'c') this.cell = closing ? null : this.asText(start, end);
    else if (local === 'v' && closing && this.cell) this.replace(this.cell, from, start);
  }

  /** The sheet as it is to be read. */
  get whole(): string {
    return this.kept === 0 ? this.xml : this.pieces.concat(this.xml.slice(this.kept)).join('');
  }

  private asText(start: number, end: number): PercentsAsTexts['cell'] {
    const tag = this.xml.slice(start, end);
    const isNumber = !/\st\s*=\s*["'](?!n["'])/.test(tag);
    const [, style = '0'] = /\ss\s*=\s*["'](\d+)/.exec(tag) ?? [];
    if (!isNumber || !this.percents.has(style)) return null;
    const text = tag.replace(/\st\s*=\s*["']n["']/, '').replace(/(?=\s*\/?>$)/, ' t="str"');
    return { start, end, text };
  }

  private replace(cell: NonNullable<PercentsAsTexts['cell']>, from: number, to: number): void {
    const value = this.xml.slice(from, to);
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return;
    // A spreadsheet keeps 15 digits, and reckons with errors in the last ones.
    const percent = `${Number((number * 100).toPrecision(12))}%`;
    this.pieces.push(this.xml.slice(this.kept, cell.start), cell.text, this.xml.slice(cell.end, from), percent);
    this.kept = to;
    this.cell = null;
  }
}
