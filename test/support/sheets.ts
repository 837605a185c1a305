import { strFromU8, unzipSync } from 'fflate';
import { type Cell, csvLine, readTable, shown, type Table, writeXlsx } from '../../libs/sheets/index.js';
import { type ColumnKey, columnKeys, columnTexts } from '../../libs/sheets/permits/index.js';
import { must } from './api-story.js';
import type { ApiClient } from './api-world.js';

export type SheetRow = Partial<Record<ColumnKey, Cell>>;

/** A sheet of permits as somebody fills it in, with headings of one language. */
export async function permitSheet(
  rows: readonly SheetRow[],
  { format = 'xlsx', language = 'zh' }: { format?: 'csv' | 'xlsx'; language?: 'zh' | 'en' } = {},
): Promise<{ name: string; bytes: Buffer }> {
  const headings = columnKeys.map((key): Cell => columnTexts[key].heading[language]);
  const cells = [headings, ...rows.map((row) => columnKeys.map((key): Cell => row[key] ?? null))];
  return { name: `permits.${format}`, bytes: await sheetOf(cells, format) };
}

export async function sheetOf(rows: readonly Cell[][], format: 'csv' | 'xlsx'): Promise<Buffer> {
  if (format === 'csv') return Buffer.concat(rows.map(csvLine));
  const shownRows = rows.map((row) => row.map((cell) => shown(cell)));
  return collected(writeXlsx({ name: 'Sheet', columns: [], headingRows: 1, rows: shownRows }));
}

export async function collected(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** What a spreadsheet calls the format of texts. */
export const textFormat = '49';

/** By which formats a workbook of ours shows numbers: in the columns, as far as nothing stands in them, and in its cells. */
export function numberFormatsIn(workbook: Buffer): { columns: string[]; cells: Record<string, string> } {
  const files = unzipSync(workbook);
  const part = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const [styles = ''] = /<cellXfs.*<\/cellXfs>/.exec(part('xl/styles.xml')) ?? [];
  const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, id = '']) => id);
  const formatOf = (tag: string): string => formats[Number(/ (?:s|style)="(\d+)"/.exec(tag)?.[1] ?? 0)] ?? '';
  const sheet = part('xl/worksheets/sheet1.xml');
  return {
    columns: [...sheet.matchAll(/<col [^>]*>/g)].map(([tag]) => formatOf(tag)),
    cells: Object.fromEntries([...sheet.matchAll(/<c r="(\w+)"[^>]*>/g)].map(([tag, at]) => [at, formatOf(tag)])),
  };
}

/** The file of a finished job, read as somebody reads it. */
export async function fetchedTable(client: ApiClient, jobId: string): Promise<Table> {
  return readTable(await fetchedFile(client, jobId));
}

export async function fetchedFile(client: ApiClient, jobId: string): Promise<Buffer> {
  const { result } = await must(client.get(`/jobs/${jobId}`));
  const { status, bytes } = await client.bytes(result);
  if (status !== 200) throw new Error(`${result} answered ${status}: ${bytes.toString()}`);
  return bytes;
}
