import { readCsv } from './csv/read.js';
import { type SheetLimits, SheetTooLarge, SheetUnreadable, sheetLimits, type Table } from './table.js';
import { readXlsx } from './xlsx/read.js';

/**
 * Reads a sheet by what its bytes are, whatever its name says.
 * @throws SheetTooLarge, SheetUnreadable
 */
export async function readTable(bytes: Buffer, limits: SheetLimits = sheetLimits): Promise<Table> {
  if (bytes.length > limits.bytes) throw new SheetTooLarge('bytes', limits.bytes);
  if (bytes.length === 0) throw new SheetUnreadable('it is empty');
  const table = await tableOf(bytes, limits);
  mustBeShort(table, limits);
  return table;
}

async function tableOf(bytes: Buffer, limits: SheetLimits): Promise<Table> {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')))
    return { format: 'xlsx', rows: await readXlsx(bytes, limits) };
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex')))
    throw new SheetUnreadable('it is of the old .xls kind, or protected by a password');
  return { format: 'csv', rows: readCsv(bytes, limits) };
}

/** Once it is written down again, a text that many cells share is there as often. */
function mustBeShort({ rows }: Table, { characters }: SheetLimits): void {
  let sum = 0;
  for (const cells of rows) for (const cell of cells) if (typeof cell === 'string') sum += cell.length;
  if (sum > characters) throw new SheetTooLarge('characters', characters);
}
