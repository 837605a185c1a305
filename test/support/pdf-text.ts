import { inflateSync } from 'node:zlib';

/**
 * What can be read on the pages of a PDF of ours, piece by piece in the order in which it was drawn: glyph
 * numbers turned back into characters by the file's own table, as a PDF reader copies text.
 */
export function pdfText(bytes: Buffer): string {
  const file = unpacked(bytes.toString('latin1'));
  const characters = charactersOf(file);
  const plain = plainFonts(file);
  let font = '';
  const read: string[] = [];
  for (const [, set, drawn] of file.matchAll(/^\/(F\d*) [\d.]+ Tf$|^\[(.*)\] TJ$/gm)) {
    if (set !== undefined) font = set;
    else read.push(piecesOf(drawn ?? '', plain.has(font) ? asciiOf : (hex) => decoded(hex, characters)));
  }
  return read.join('\n');
}

const unpacked = (file: string): string =>
  file.replaceAll(
    /(\/Filter \/FlateDecode\n>>\nstream\n)(.*?)(?=\nendstream\n)/gs,
    (_, start: string, packed: string) => start.concat(inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')),
  );

function piecesOf(drawn: string, characters: (hex: string) => string): string {
  return [...drawn.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => characters(hex)).join('');
}

/** The names of fonts that every reader brings along: a byte is a character. */
function plainFonts(file: string): Set<string> {
  const objects = [...file.matchAll(/^(\d+) 0 obj\n<<\n\/Type \/Font\n\/BaseFont \/Courier$/gm)].map(([, id]) => id);
  return new Set(
    objects.flatMap((id) => [...file.matchAll(new RegExp(`/(F\\d+) ${id} 0 R`, 'g'))].map(([, f]) => f ?? '')),
  );
}

const asciiOf = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');

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
