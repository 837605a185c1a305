/** A character that the font cannot draw; it stands as 〓 with its code point. */
export interface LackingCharacter {
  character: string;
  /** Such as `U+20BB7`. */
  codePoint: string;
}

/** What the font draws, and what of a text it lacks: that is marked and remembered, nothing is dropped in silence. */
export class Characters {
  private readonly covered: Coverage;
  private readonly missed = new Map<string, LackingCharacter>();

  /** @param pdf with the font set */
  constructor(pdf: PDFKit.PDFDocument) {
    this.covered = coverageOf(pdf);
  }

  /** Each that was met, once. */
  get lacking(): readonly LackingCharacter[] {
    return [...this.missed.values()];
  }

  drawable(text: string): string {
    let drawn = '';
    for (const character of text.replaceAll('\t', ' ')) {
      const point = character.codePointAt(0) ?? 0;
      if (character === '\n' || this.covered(point)) {
        drawn += character;
        continue;
      }
      const codePoint = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
      this.missed.set(codePoint, { character, codePoint });
      drawn += `〓(${codePoint})`;
    }
    return drawn;
  }
}

type Coverage = (codePoint: number) => boolean;

/** PDFKit keeps the font itself to itself. */
function coverageOf(pdf: PDFKit.PDFDocument): Coverage {
  const { font } = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint: Coverage } } })._font;
  const known = new Map<number, boolean>();
  return (codePoint) => {
    let covered = known.get(codePoint);
    if (covered === undefined) {
      covered = font.hasGlyphForCodePoint(codePoint);
      known.set(codePoint, covered);
    }
    return covered;
  };
}
