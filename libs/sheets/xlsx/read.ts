import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { isDate } from 'node:util/types';
import { Worker } from 'node:worker_threads';
import { type Cell, longestText, type SheetLimits, SheetTooLarge, SheetUnreadable } from '../table.js';
import { PercentsAsTexts, percentStyles } from './percents.js';
import { type Unpacked, unzip } from './unzip.js';
import { zip } from './zip.js';

const read =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * The first sheet of a workbook. Only what the sheet consists of is unpacked, within the limits; what would make a
 * reader allocate or fetch more is refused by a look at the raw text, which leaves the thread to others every few
 * milliseconds. The reader then gets an archive that holds nothing but what was looked at, and parses it in a thread of
 * its own, with so much memory and time.
 *
 * @throws SheetTooLarge, SheetUnreadable
 */
export async function readXlsx(bytes: Buffer, limits: SheetLimits): Promise<Cell[][]> {
  const files = await unzip(bytes, (path) => read.test(path), limits.unpackedBytes);
  await mustHaveFewTags([...files.values()], limits.tags);
  const percents = percentStyles(files.get('xl/styles.xml')?.toString('latin1') ?? '');
  let sheets = 0;
  for (const [path, content] of files) {
    mustBePlain(content);
    const xml = content.toString('latin1');
    // Any part may be what the workbook names as its sheet, whatever its path.
    if (!mayHoldCells.test(xml)) continue;
    const toRead = await smallSheet(xml, limits, percents);
    if (toRead !== xml) files.set(path, Buffer.from(toRead, 'latin1'));
    sheets += 1;
  }
  if (sheets === 0 && ![...files.keys()].some((path) => path.startsWith('xl/worksheets/')))
    throw new SheetUnreadable('it holds no sheet');
  const rows = await parsed(await repacked(files), limits);
  return rows.map((row) => trimmed(row.map(cellOf)));
}

const bytesAtOnce = 4 * 1_048_576;
const tagsAtOnce = 10_000;
const tagBegins = 0x3c;

/** Of whatever name, in whatever part: each is work for whoever looks at it. */
async function mustHaveFewTags(parts: readonly Buffer[], most: number): Promise<void> {
  let count = 0;
  for (const part of parts) {
    for (let from = 0; from < part.length; from += bytesAtOnce) {
      const end = Math.min(from + bytesAtOnce, part.length);
      for (let at = from; at < end; at += 1) if (part[at] === tagBegins) count += 1;
      if (count > most) throw new SheetTooLarge('tags', most);
      await setImmediate();
    }
  }
}

/** A document type is where entities are declared; a workbook has none. */
function mustBePlain(content: Buffer): void {
  if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY'))
    throw new SheetUnreadable('its XML declares entities');
  if (content[0] === 0xff || content[0] === 0xfe) throw new SheetUnreadable('its XML is not in UTF-8');
}

const mayHoldCells = /<(?:[\w.-]*:)?(?:row|c)[\s/>]/;
/** A text and the tag behind it: the only form of XML that is read alike by everybody. */
const tagPattern = () => /[^<]*<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')){0,100})\s*\/?>/y;
/** More than any text of a cell takes as XML: the reader takes long over long ones. */
const longestTag = 16 * longestText;
const addressIn = /(?:^|[\s:])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * One cell at the far end of a sheet stands for all in between: every row and cell says in plain letters and digits, or
 * not at all, where it is. No spreadsheet program writes comments, CDATA or escapes there; so nothing else gets by.
 *
 * @returns the sheet, in which what is shown as percent is a text: the reader gives its number like any other
 */
async function smallSheet(xml: string, { rows, columns }: SheetLimits, percents: ReadonlySet<string>): Promise<string> {
  const counts = { row: 0, c: 0 };
  const nextTag = tagPattern();
  const sheet = new PercentsAsTexts(xml, percents);
  let tags = 0;
  nextTag.lastIndex = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml [^<>]*\?>)?/.exec(xml)?.[0].length ?? 0;
  for (let end = nextTag.lastIndex; ; end = nextTag.lastIndex) {
    const [tag, closing = '', name = '', attributes = ''] = nextTag.exec(xml) ?? [];
    const length = tag?.length ?? xml.length - end;
    if (length > longestTag || (tag === undefined && xml.indexOf('<', end) >= 0))
      throw new SheetUnreadable('its XML is not written as spreadsheets are');
    if (tag === undefined) return sheet.whole;
    tags += 1;
    if (tags % tagsAtOnce === 0) await setImmediate();
    const local = name.slice(name.indexOf(':') + 1);
    sheet.pass(local, closing !== '', { from: end, start: end + tag.indexOf('<'), end: nextTag.lastIndex });
    if (closing !== '' || (local !== 'row' && local !== 'c')) continue;
    counts[local] += 1;
    if (counts.row > rows || counts.c > rows * columns) throw new SheetTooLarge('rows', rows);
    for (const [, double, single = ''] of attributes.matchAll(addressIn))
      mustBeNear(double ?? single, { rows, columns });
  }
}

function mustBeNear(address: string, { rows, columns }: Pick<SheetLimits, 'rows' | 'columns'>): void {
  const [, letters = '', number = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? [];
  if (number === '') throw new SheetUnreadable('a row or a cell does not say where it is');
  if (Number(number) > rows) throw new SheetTooLarge('rows', rows);
  if (columnOf(letters) > columns) throw new SheetTooLarge('columns', columns);
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

async function repacked(files: Unpacked): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip([...files].map(([path, content]) => ({ path, bytes: [content] })))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const reader = createRequire(import.meta.url).resolve('read-excel-file/node');
/** Cells share a text within the thread; on its way out each gets one of its own. So it is counted before it leaves. */
const inThread = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readSheet } = require(workerData.reader);
  const { archive, longestText, characters } = workerData;
  function faultOf(rows) {
    let sum = 0;
    for (const cells of rows)
      for (const { length } of cells.filter((cell) => typeof cell === 'string')) {
        if (length > longestText) return 'long text';
        sum += length;
        if (sum > characters) return 'characters';
      }
    return null;
  }
  readSheet(Buffer.from(archive)).then((rows) => {
    const fault = faultOf(rows);
    parentPort.postMessage(fault === null ? { rows } : { fault });
  });
`;
type Said = { rows: unknown[][]; fault?: never } | { fault: 'long text' | 'characters' };
const mostMegabytes = 512;
const longestMs = 60_000;

/** The rows of the first sheet. What the reader throws, or what ends its thread, is a fault of the sheet. */
async function parsed(archive: Buffer, { characters }: SheetLimits): Promise<unknown[][]> {
  const said = await saidOf({ archive, reader, longestText, characters });
  if (said.fault === undefined) return said.rows;
  if (said.fault === 'characters') throw new SheetTooLarge('characters', characters);
  throw new SheetUnreadable(`a cell holds more than ${longestText} characters`);
}

async function saidOf(workerData: object): Promise<Said> {
  const thread = new Worker(inThread, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  try {
    const [said] = await once(thread, 'message', { signal: AbortSignal.timeout(longestMs) });
    return said;
  } catch (error) {
    throw new SheetUnreadable((error as Error).message.slice(0, 200));
  } finally {
    await thread.terminate();
  }
}

/** Days come as midnight UTC of the day; a time of day is cut off. */
function cellOf(value: unknown): Cell {
  if (isDate(value)) return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) };
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function trimmed(cells: Cell[]): Cell[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === null) length -= 1;
  return cells.slice(0, length);
}
