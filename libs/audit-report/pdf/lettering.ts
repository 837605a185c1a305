import { chineseFont } from '../../papers/index.js';

/** A font of a document, which PDFKit keeps to itself. */
interface EmbeddedFont {
  id: string;
  /** From units of the font to thousandths of its size. */
  scale: number;
  font: ParsedFont;
  subset: { includeGlyph(id: number): number };
  widths: (number | undefined)[];
  unicode: (readonly number[] | undefined)[];
  ref(): PDFKit.PDFKitReference;
}

interface ParsedFont {
  glyphForCodePoint(codePoint: number): Glyph;
  layout(text: string): { glyphs: Glyph[]; positions: { xAdvance: number }[] };
}

interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: readonly number[];
}

/** A glyph of a word, in units of the font; `closer` to the next one by so many. */
interface SetGlyph extends Glyph {
  closer: number;
}

/** Words of letters that are kept as they were set; dates and times come again and again, ids do not. */
const mostWords = 2_000;

let parsed: ParsedFont | null = null;
/** By all documents: a font says the same of a word in each. */
let words = new Map<string, readonly SetGlyph[]>();

/** Sets the Chinese font, which is parsed once in a process: its tables take longer to read than a page to draw. */
export function setChineseFont(pdf: PDFKit.PDFDocument, name: string): void {
  pdf.registerFont(name, (parsed ?? chineseFont()) as Buffer).font(name);
  parsed = fontIn(pdf).font;
}

const fontIn = (pdf: PDFKit.PDFDocument): EmbeddedFont => (pdf as unknown as { _font: EmbeddedFont })._font;

/**
 * Sets text in the font of a document as PDFKit does, with pairs of letters closer together and ligatures, but each
 * character and word once, and without keeping what only one line says: PDFKit keeps the glyphs of all of them.
 */
export class Lettering {
  private readonly font: EmbeddedFont;
  private readonly characters = new Map<string, string>();
  private readonly advances = new Map<string, number>();
  private words = new Map<string, string>();

  /** @param pdf with the font set */
  constructor(pdf: PDFKit.PDFDocument) {
    this.font = fontIn(pdf);
  }

  get id(): string {
    return this.font.id;
  }

  ref(): PDFKit.PDFKitReference {
    return this.font.ref();
  }

  /** How wide a character is, in thousandths of the size. */
  advance(character: string): number {
    let known = this.advances.get(character);
    if (known === undefined) {
      known = this.font.font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth * this.font.scale;
      this.advances.set(character, known);
    }
    return known;
  }

  /** The glyphs of a line, as the operator TJ takes them. */
  set(line: string): string {
    let glyphs = '';
    for (const [part] of line.matchAll(/[\u2e80-\u{10ffff}]|[^\u2e80-\u{10ffff} ]* ?/gu))
      if (part !== '') glyphs += isWide(part) ? this.ofCharacter(part) : this.ofWord(part);
    return `<${glyphs}> 0`;
  }

  private ofCharacter(character: string): string {
    let known = this.characters.get(character);
    if (known === undefined) {
      const codePoint = character.codePointAt(0) ?? 0;
      known = this.included(this.font.font.glyphForCodePoint(codePoint), [codePoint]);
      this.characters.set(character, known);
    }
    return known;
  }

  private ofWord(word: string): string {
    let known = this.words.get(word);
    if (known === undefined) {
      known = this.laidOut(word);
      if (this.words.size >= mostWords) this.words = new Map();
      this.words.set(word, known);
    }
    return known;
  }

  private laidOut(word: string): string {
    let text = '';
    for (const glyph of this.glyphsOf(word)) {
      text += this.included(glyph, glyph.codePoints);
      if (glyph.closer !== 0) text += `> ${Math.round(glyph.closer * this.font.scale * 1_000) / 1_000} <`;
    }
    return text;
  }

  private glyphsOf(word: string): readonly SetGlyph[] {
    let known = words.get(word);
    if (known === undefined) {
      known = glyphsOf(word, this.font.font);
      if (words.size >= mostWords) words = new Map();
      words.set(word, known);
    }
    return known;
  }

  /** Its number in the document. */
  private included({ id, advanceWidth }: Glyph, codePoints: readonly number[]): string {
    const { subset, widths, unicode, scale } = this.font;
    const number = subset.includeGlyph(id);
    widths[number] ??= advanceWidth * scale;
    unicode[number] ??= codePoints;
    return number.toString(16).padStart(4, '0');
  }
}

function glyphsOf(word: string, font: ParsedFont): SetGlyph[] {
  const { glyphs, positions } = font.layout(word);
  const codePoints = Array.from(word, (character) => character.codePointAt(0) ?? 0);
  let at = 0;
  return glyphs.map(({ id, advanceWidth, codePoints: { length } }, index) => {
    const closer = advanceWidth - (positions[index]?.xAdvance ?? advanceWidth);
    // Not the glyph's own ones: those are of the first character that was ever drawn as it, in any document.
    const own = codePoints.slice(at, at + length);
    at += length;
    return { id, advanceWidth, codePoints: own, closer };
  });
}

/** Chinese characters and marks: none of them is drawn otherwise beside another one. */
const isWide = (part: string): boolean => (part.codePointAt(0) ?? 0) >= 0x2e80;
