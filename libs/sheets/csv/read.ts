import { parse } from 'csv-parse/sync';
import { type Cell, furthestHeading, longestText, type SheetLimits, SheetTooLarge, SheetUnreadable } from '../table.js';

/** Excel writes CSV by the settings of the machine: any of these. */
const delimiters = [',', '\t', ';'] as const;

/** @throws SheetTooLarge, SheetUnreadable */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Cell[][] {
  const text = decoded(bytes);
  const rows = records(text, limits);
  if (rows.length > limits.rows) throw new SheetTooLarge('rows', limits.rows);
  if (rows.some(({ length }) => length > limits.columns)) throw new SheetTooLarge('columns', limits.columns);
  return rows.map((row) => row.map((value) => (value.trim() === '' ? null : bare(value))));
}

/** Without the apostrophe by which a formula was made a text, here or by a person. */
const bare = (value: string): string => value.replace(/^'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])/, '');

/**
 * UTF-8 with a mark of order or without; else GB18030, which is what Excel in China writes where nobody chose. Of the
 * two, only text that is no UTF-8 at all is taken for GB18030: every Chinese text in it is such.
 */
function decoded(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encodings = utf16 ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes('\0')) throw new SheetUnreadable('it is no text');
      return text;
    } catch (error) {
      if (error instanceof SheetUnreadable) throw error; // else it is of another encoding
    }
  }
  throw new SheetUnreadable('its text is neither UTF-8 nor GB18030');
}

/** One record more than are allowed is enough to know, and one field more: that one takes the rest of its record. */
function records(text: string, { rows, columns }: SheetLimits): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      to: rows + 1,
      ignore_last_delimiters: columns + 1,
      maxRecordSize: 100 * longestText,
    }) as string[][];
  } catch (error) {
    const { code = 'unknown fault', index = 0 } = error as { code?: string; index?: number };
    if (index >= columns) throw new SheetTooLarge('columns', columns);
    throw new SheetUnreadable(`line by line it is no CSV (${code})`);
  }
}

interface Cut {
  delimiter: (typeof delimiters)[number];
  cells: number;
}

const several = 4;

/**
 * The one that cuts a line into several cells: the first such line counts, since headings stand above the cells in which
 * lists may be. Where there is none, the one of which a line has most.
 */
function delimiterOf(text: string): string {
  const cuts = text.split(/\r\n|\r|\n/, furthestHeading).map(cutMost);
  return (cuts.find(({ cells }) => cells >= several) ?? cuts.reduce(more)).delimiter;
}

const cutMost = (line: string): Cut =>
  delimiters.map((delimiter): Cut => ({ delimiter, cells: line.split(delimiter).length })).reduce(more);

function more(one: Cut, other: Cut): Cut {
  return other.cells > one.cells ? other : one;
}
