import { type Cell, textOf } from '../table.js';

/** Without it, Excel takes UTF-8 for the encoding of the machine. */
export const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * One line, as RFC 4180 has it. A text that a spreadsheet would take for a formula begins with an apostrophe, so that
 * nothing runs when somebody opens the file; full-width signs, which some take for the plain ones, are such too.
 */
export function csvLine(cells: readonly Cell[]): Buffer {
  return Buffer.from(`${cells.map(field).join(',')}\r\n`, 'utf8');
}

function field(cell: Cell): string {
  const text = typeof cell === 'string' ? inert(cell) : textOf(cell);
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const inert = (text: string): string => (/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);
