import readWorkbook from 'read-excel-file/node';
import { type Cell, longestText, type SheetLimits, SheetTooLarge, SheetUnreadable } from '../table.js';
import { type Unpacked, unzip } from './unzip.js';
import { zip } from './zip.js';

const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/;
const read =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * The first sheet of a workbook. Only what the sheet consists of is unpacked, within the limits; what would make a
 * reader allocate or fetch more is refused by a look at the raw text. The reader then gets an archive that holds nothing
 * but what was looked at, and parses it in a thread of its own.
 *
 * @throws SheetTooLarge, SheetUnreadable
 */
export async function readXlsx(bytes: Buffer, limits: SheetLimits): Promise<Cell[][]> {
  const files = unzip(bytes, (path) => read.test(path), limits.unpackedBytes);
  if (![...files.keys()].some((path) => sheetPath.test(path))) throw new SheetUnreadable('it holds no sheet');
  for (const [path, content] of files) mustBePlain(path, content, limits);
  const sheets = await parsed(await repacked(files));
  const rows = (sheets[0]?.data ?? []) as unknown[][];
  return rows.map((row) => trimmed(row.map(cellOf)));
}

/** A document type is where entities are declared; a workbook has none. */
function mustBePlain(path: string, content: Buffer, limits: SheetLimits): void {
  if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY'))
    throw new SheetUnreadable('its XML declares entities');
  if (content[0] === 0xff || content[0] === 0xfe) throw new SheetUnreadable('its XML is not in UTF-8');
  if (sheetPath.test(path)) mustBeSmall(content.toString('latin1'), limits);
}

/** One cell at the far end of a sheet stands for all in between. */
function mustBeSmall(xml: string, { rows, columns }: SheetLimits): void {
  let count = 0;
  for (const _ of xml.matchAll(/<(?:\w+:)?row[\s>/]/g)) {
    count += 1;
    if (count > rows) throw new SheetTooLarge('rows', rows);
  }
  let cells = 0;
  for (const [, letters = '', number = ''] of xml.matchAll(
    /\b(?:r|ref)\s*=\s*["']\s*(?:[A-Z]+\d+:)?([A-Z]*)(\d+)\s*["']/gi,
  )) {
    if (Number(number) > rows) throw new SheetTooLarge('rows', rows);
    if (columnOf(letters) > columns) throw new SheetTooLarge('columns', columns);
    cells += 1;
  }
  const most = rows * columns;
  if (cells > most) throw new SheetTooLarge('rows', rows);
}

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

async function repacked(files: Unpacked): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip([...files].map(([path, content]) => ({ path, bytes: [content] })))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function parsed(archive: Buffer): Promise<{ data: unknown }[]> {
  try {
    return await readWorkbook(archive);
  } catch (error) {
    throw new SheetUnreadable((error as Error).message.slice(0, 200));
  }
}

/** Days come as midnight UTC of the day; a time of day is cut off. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) };
  if (typeof value === 'string') {
    if (value.length > longestText) throw new SheetUnreadable(`a cell holds more than ${longestText} characters`);
    return value.trim() === '' ? null : value;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function trimmed(cells: Cell[]): Cell[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === null) length -= 1;
  return cells.slice(0, length);
}
