import { addressOf, type Cell, isDay } from '../table.js';
import { type FileToPack, zip } from './zip.js';

/** How a cell looks: what it says does not depend on it. */
export type Look = 'plain' | 'heading' | 'note' | 'fault';

export interface ShownCell {
  cell: Cell;
  look: Look;
}

export interface SheetColumn {
  /** In characters. */
  width: number;
  /** What a list offers in the rows below the heading; other values may be entered all the same. */
  choices?: readonly string[];
  /** What is typed into it stays as it was typed: a spreadsheet makes no number of a long code, and no day of a text. */
  text?: boolean;
}

export interface SheetToWrite {
  name: string;
  columns: readonly SheetColumn[];
  /** Rows that stay in sight. */
  headingRows: number;
  rows: Iterable<readonly ShownCell[]> | AsyncIterable<readonly ShownCell[]>;
}

export const shown = (cell: Cell, look: Look = 'plain'): ShownCell => ({ cell, look });

/** A workbook of one sheet, while its rows come: none of them is kept. Texts are texts: nothing in it is a formula. */
export function writeXlsx(sheet: SheetToWrite): AsyncGenerator<Buffer> {
  const fixed = (path: string, xml: string): FileToPack => ({ path, bytes: [Buffer.from(declaration + xml, 'utf8')] });
  return zip([
    fixed('[Content_Types].xml', contentTypes),
    fixed('_rels/.rels', rootRelations),
    fixed('xl/workbook.xml', workbook(sheet.name)),
    fixed('xl/_rels/workbook.xml.rels', workbookRelations),
    fixed('xl/styles.xml', styles),
    { path: 'xl/worksheets/sheet1.xml', bytes: sheetXml(sheet) },
  ]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/></Types>`;

const rootRelations = `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const workbookRelations = `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

/** Names of sheets are short and know no brackets. */
const workbook = (name: string): string =>
  `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const looks: readonly Look[] = ['plain', 'heading', 'note', 'fault'];
const kinds = ['general', 'day', 'text'] as const;
type Kind = (typeof kinds)[number];
/** 164 is the first number that a workbook may define itself. */
const formats: Record<Kind, number> = { general: 0, day: 164, text: 49 };
/** Every look comes in each kind. */
const styleOf = (look: Look, kind: Kind): number => looks.indexOf(look) * kinds.length + kinds.indexOf(kind);

const format = (look: number, numbers: number): string =>
  `<xf numFmtId="${numbers}" fontId="${look}" fillId="${look === 0 ? 0 : look + 1}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="${look === 0 ? 0 : 1}"/></xf>`;

const font = (more: string): string => `<font>${more}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
const fill = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;

const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="${formats.day}" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="4">${font('')}${font('<b/>')}${font('<i/>')}${font('')}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('D9E2F3')}${fill('F2F2F2')}${fill('FFC7CE')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length * kinds.length}">${looks.flatMap((_, look) => kinds.map((kind) => format(look, formats[kind]))).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

async function* sheetXml({ columns, headingRows, rows }: SheetToWrite): AsyncGenerator<Buffer> {
  const pane = headingRows > 0 ? frozen(headingRows) : '';
  const cols = columns.map(({ width, text }, i) => {
    const style = text ? ` style="${styleOf('plain', 'text')}"` : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width}"${style} customWidth="1"/>`;
  });
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`,
  );
  let number = 0;
  for await (const row of rows) {
    yield Buffer.from(rowXml(row, number, columns), 'utf8');
    number += 1;
  }
  yield Buffer.from(`</sheetData>${choicesXml(columns, headingRows)}</worksheet>`, 'utf8');
}

const frozen = (rows: number): string =>
  `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`;

function rowXml(cells: readonly ShownCell[], row: number, columns: readonly SheetColumn[]): string {
  const filled = cells.map(({ cell, look }, column) => {
    if (cell === null && look === 'plain') return '';
    const kind = isDay(cell) ? 'day' : columns[column]?.text ? 'text' : 'general';
    return cellXml(cell, styleOf(look, kind), addressOf(row, column));
  });
  return `<row r="${row + 1}">${filled.join('')}</row>`;
}

function cellXml(cell: Cell, style: number, address: string): string {
  const start = `<c r="${address}" s="${style}"`;
  if (cell === null) return `${start}/>`;
  if (typeof cell === 'string')
    return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'boolean') return `${start} t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `${start}><v>${isDay(cell) ? serialOf(cell.day) : cell}</v></c>`;
}

/** Days since 30 December 1899. */
const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

function choicesXml(columns: readonly SheetColumn[], headingRows: number): string {
  const lists = columns.flatMap(({ choices }, column) => {
    if (!choices) return [];
    const letters = addressOf(0, column).replace('1', '');
    const range = `${letters}${headingRows + 1}:${letters}10000`;
    return `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${escaped(choices.join(','))}"</formula1></dataValidation>`;
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** What XML cannot hold is left out; what a spreadsheet would read as an escape of its own is escaped. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
