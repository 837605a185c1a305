import { setImmediate } from 'node:timers/promises';
import { checkPermitNumber } from '../../libs/rulebook/index.js';
import { addressOf, type Table } from '../../libs/sheets/index.js';
import {
  type Finding,
  isData,
  type Layout,
  rowReader,
  type SheetLaw,
  type SheetPermit,
} from '../../libs/sheets/permits/index.js';

/** A row that says which permit it is, before anything on record is asked. */
export interface PermitRow {
  row: number;
  permit: SheetPermit;
}

export interface PermitRows {
  /** Rows that are permits, understood or not. */
  data: number[];
  permits: PermitRow[];
  findings: Finding[];
}

/** Reads the rows of a sheet. Of a permit that comes twice, under another company too, the first row counts. */
export async function permitRows({ rows }: Table, layout: Layout, law: SheetLaw): Promise<PermitRows> {
  const found: PermitRows = { data: [], permits: [], findings: [] };
  const first = new Map<string, PermitRow>();
  const readRow = rowReader(layout, law);
  for (const [row, cells] of rows.entries()) {
    if (row <= layout.headingRow || !isData(cells, layout)) continue;
    found.data.push(row);
    await turnOfOthers(row);
    const { permit, faults, readings } = readRow(cells);
    found.findings.push(
      ...faults.map(({ column, code }) => ({ row, column, code, detail: '' })),
      ...readings.map(({ column, readAs }) => ({ row, column, code: null, detail: readAs })),
    );
    if (!permit) continue;
    const name = numberForm(law, permit.permit.number);
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, { row, permit });
      found.permits.push({ row, permit });
    } else found.findings.push(repeats({ row, permit }, earlier, layout));
  }
  return found;
}

/** What takes a while for thousands of rows leaves the process to others now and then. */
export async function turnOfOthers(row: number): Promise<void> {
  if (row % 50 === 0) await setImmediate();
}

function repeats({ row, permit }: PermitRow, earlier: PermitRow, layout: Layout): Finding {
  const place = addressOf(earlier.row, layout.columns.get('permitNumber') ?? 0);
  const same = permit.company.uscc === earlier.permit.company.uscc;
  return {
    row,
    column: 'permitNumber',
    code: same ? 'import-repeated' : 'permit-of-another-company',
    detail: same ? `the same permit stands in ${place}` : `in ${place} another company has this number`,
  };
}

/** How numbers of permits are compared, however they are written. */
export const numberForm = (law: SheetLaw, number: string): string => checkPermitNumber(law, number).normalized;
