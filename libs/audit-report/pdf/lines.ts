/** How wide a character is drawn, in points. */
export type Advance = (character: string) => number;

const neverFirst = new Set('，。、；：！？）》」』】〉〕”’％…—·,.;:!?)]}%');
const neverLast = new Set('（《「『【〈〔“‘([{');

/**
 * Text as lines of so many points at most. Chinese breaks after any character, but no line begins with a closing mark or
 * ends with an opening one; other text breaks at spaces and after a slash, and a longer word wherever it must.
 */
export function linesOf(text: string, width: number, advance: Advance): string[] {
  return text.split('\n').flatMap((paragraph) => filled(unbreakable(paragraph), width, advance));
}

function filled(parts: readonly string[], width: number, advance: Advance): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const part of parts) {
    const needed = widthOf(part.trimEnd(), advance);
    if (used + needed > width && line !== '') {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    if (needed <= width) {
      line += part;
      used += widthOf(part, advance);
      continue;
    }
    const pieces = torn(part, width, advance);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    used = widthOf(line, advance);
  }
  lines.push(line.trimEnd());
  return lines;
}

/** What stays on one line wherever it fits on one, each with the spaces that follow it. */
function unbreakable(text: string): string[] {
  const parts: string[] = [];
  let [part, before] = ['', ''];
  for (const character of text) {
    if (part !== '' && mayBreak(before, character)) {
      parts.push(part);
      part = '';
    }
    part += character;
    before = character;
  }
  return [...parts, part];
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || neverFirst.has(after) || neverLast.has(before)) return false;
  return before === ' ' || before === '/' || isWide(before) || isWide(after);
}

/** Chinese characters and marks; from the first radical on, nothing else is used here. */
const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) >= 0x2e80;

/** A word longer than a line. */
function torn(word: string, width: number, advance: Advance): string[] {
  const pieces: string[] = [];
  let [piece, used] = ['', 0];
  for (const character of word) {
    const needed = advance(character);
    if (used + needed > width && piece !== '') {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += character;
    used += needed;
  }
  return [...pieces, piece];
}

export function widthOf(text: string, advance: Advance): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width;
}
