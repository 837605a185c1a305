/**
 * What can be read on the pages of an uncompressed PDF of libs/papers, piece by piece in the order in which it was
 * drawn: glyph numbers turned back into characters by the file's own table, as a PDF reader copies text.
 */
export function pdfText(bytes: Buffer): string {
  const file = bytes.toString('latin1');
  const characters = charactersOf(file);
  return [...file.matchAll(/^\[(.*)\] TJ$/gm)]
    .map(([, line = '']) =>
      [...line.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => decoded(hex, characters)).join(''),
    )
    .join('\n');
}

function charactersOf(file: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, start = '', list = ''] of file.matchAll(/^<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*)\]$/gm)) {
    const first = Number.parseInt(start, 16);
    // A ligature, such as that of ff, stands for several.
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      characters.set(first + index, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
  }
  return characters;
}

function decoded(hex: string, characters: Map<number, string>): string {
  return (hex.match(/.{4}/g) ?? []).map((glyph) => characters.get(Number.parseInt(glyph, 16)) ?? '\uFFFD').join('');
}
