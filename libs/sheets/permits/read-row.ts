import type { Calendar, CivilDate } from '../../calendar/index.js';
import type { Coverage } from '../../domain/company.js';
import { isStorable } from '../../domain/storable.js';
import { checkPermitNumber, checkUscc, type RulePack } from '../../rulebook/index.js';
import { type Cell, textOf } from '../table.js';
import {
  type CellFault,
  type OpenedService,
  plain,
  type Read,
  readDay,
  readOpened,
  readPercent,
  readYears,
  readYuan,
  said,
} from './cells.js';
import { type ColumnKey, columnTexts } from './columns.js';
import type { Layout } from './layout.js';

/** What a row says of a company that may be registered already. Money in whole yuan, share in percent. */
export interface SheetCompany {
  uscc: string;
  name: string | null;
  province: string | null;
  registeredCapital: number | null;
  foreignShare: number | null;
  establishedOn: CivilDate | null;
}

export interface SheetPermit {
  company: SheetCompany;
  permit: {
    number: string;
    validFrom: CivilDate;
    printedLastDay: CivilDate;
    serviceTypes: string[];
    coverage: Coverage;
  };
  grantedOn: CivilDate | null;
  opened: OpenedService[];
  reportsFiled: string[];
  /** What the row leaves open, by the names that a registration has for it. */
  unknown: string[];
  /** Mail addresses or ids, as they stand in the row. */
  people: Record<'owner' | 'deputy' | 'manager', string | null>;
}

export interface RowFault {
  column: ColumnKey;
  code: CellFault;
}

/** A cell that was understood, but shows something else. */
export interface RowReading {
  column: ColumnKey;
  readAs: string;
}

export interface RowRead {
  /** Null where something is wrong with the row. */
  permit: SheetPermit | null;
  faults: RowFault[];
  readings: RowReading[];
}

export interface SheetLaw {
  pack: RulePack;
  calendar: Calendar;
}

/** As the API takes them. */
const longest: { [column in ColumnKey]?: number } = { companyName: 200, permitNumber: 100 };

/** Reads the rows of a sheet, each by itself; everything that is wrong with a row is said at once. */
export function rowReader(layout: Layout, law: SheetLaw): (row: readonly Cell[]) => RowRead {
  const names = namesOf(law.pack);
  return (row) => readRow(row, layout, law, names);
}

function readRow(row: readonly Cell[], layout: Layout, law: SheetLaw, names: ReturnType<typeof namesOf>): RowRead {
  const reader = new RowReader(row, layout);
  const { required, optional } = reader;
  const uscc = required('uscc', (cell) => codeOf(cell));
  const number = required('permitNumber', (cell) => said(checkPermitNumber(law, plain(cell)).normalized, cell));
  const company = {
    name: optional('companyName', (cell) => ({ value: textOf(cell).trim() })),
    province: optional('province', (cell) => known(names.provinceOf(plain(cell)), 'unknown-province')),
    registeredCapital: optional('registeredCapital', readYuan),
    foreignShare: optional('foreignShare', readPercent),
    establishedOn: optional('establishedOn', readDay),
  };
  const serviceTypes = required('serviceTypes', (cell) => names.typesOf(plain(cell)));
  const coverage = required('coverage', (cell) => names.coverageOf(plain(cell)));
  const validFrom = required('validFrom', readDay);
  const printedLastDay = required('printedLastDay', readDay);
  const past = {
    grantedOn: optional('grantedOn', readDay),
    opened: optional('opened', (cell) => readOpened(cell, names.typeOf)),
    reportsFiled: optional('reportsFiled', readYears),
  };
  const person = (key: 'owner' | 'deputy' | 'manager') => optional(key, (cell) => ({ value: plain(cell) }));
  const people = { owner: person('owner'), deputy: person('deputy'), manager: person('manager') };
  const { faults, readings } = reader;
  if (!uscc || !number || !serviceTypes || !coverage || !validFrom || !printedLastDay || faults.length > 0)
    return { permit: null, faults, readings };
  const unknown = (['opened', 'reportsFiled'] as const).filter((key) => past[key] === null);
  const permit = { number, validFrom, printedLastDay, serviceTypes, coverage };
  return {
    permit: {
      company: { uscc, ...company },
      permit,
      grantedOn: past.grantedOn,
      opened: past.opened ?? [],
      reportsFiled: past.reportsFiled ?? [],
      unknown,
      people,
    },
    faults,
    readings,
  };
}

/** Goes through the cells of a row and gathers what there is to say of them. */
class RowReader {
  readonly faults: RowFault[] = [];
  readonly readings: RowReading[] = [];

  constructor(
    private readonly row: readonly Cell[],
    private readonly layout: Layout,
  ) {}

  readonly required = <T>(column: ColumnKey, read: (cell: Cell) => Read<T>): T | null => {
    const cell = this.cell(column);
    if (cell !== null) return this.noted(column, cell, read);
    this.faults.push({ column, code: 'cell-missing' });
    return null;
  };

  readonly optional = <T>(column: ColumnKey, read: (cell: Cell) => Read<T>): T | null => {
    const cell = this.cell(column);
    return cell === null ? null : this.noted(column, cell, read);
  };

  private cell(column: ColumnKey): Cell {
    return this.row[this.layout.columns.get(column) ?? -1] ?? null;
  }

  private noted<T>(column: ColumnKey, cell: Cell, reading: (cell: Cell) => Read<T>): T | null {
    const shows = plain(cell);
    const read = unfit(column, cell) ?? reading(cell);
    if ('fault' in read) {
      this.faults.push({ column, code: read.fault });
      return null;
    }
    const { readAs } = read;
    if (readAs !== undefined && readAs.replace(/\s/g, '') !== shows.replace(/\s/g, ''))
      this.readings.push({ column, readAs });
    return read.value;
  }
}

/** What no field of a request may say either. */
function unfit(column: ColumnKey, cell: Cell): { fault: CellFault } | null {
  if (!isStorable(textOf(cell))) return { fault: 'text-not-storable' };
  const tooLong = plain(cell).length > (longest[column] ?? Number.POSITIVE_INFINITY);
  return tooLong ? { fault: 'cell-too-long' } : null;
}

/** A check character that does not fit is a person's to look at, not a sheet's: the API takes none either. */
function codeOf(cell: Cell): Read<string> {
  if (hasLostDigits(cell)) return { fault: 'cell-digits-lost' };
  const { valid, normalized } = checkUscc(plain(cell));
  return valid || checkUscc(normalized).valid ? said(normalized, cell) : { fault: 'invalid-uscc' };
}

/** A spreadsheet keeps 15 digits of a number: noughts follow, and what is left may be the code of another company. */
const hasLostDigits = (cell: Cell): boolean =>
  typeof cell === 'number' ? cell >= 1e15 : /^\d(\.\d+)?E\+\d+$/i.test(plain(cell));

const known = <T>(value: T | null, fault: CellFault): Read<T> => (value === null ? { fault } : { value });

/** What people call provinces, service types and coverage. */
function namesOf(pack: RulePack) {
  const provinces = new Map<string, string>();
  for (const { code, province } of pack.authorities) {
    if (province === null) continue;
    for (const name of [code, province.zh, shortOf(province.zh), province.en]) provinces.set(name.toLowerCase(), code);
  }
  const types = new Map(
    pack.serviceTypes.flatMap(({ code, name }) => [code, name.zh].map((text) => [text, code] as const)),
  );
  const provinceOf = (text: string): string | null =>
    provinces.get(text.toLowerCase()) ?? provinces.get(shortOf(text)) ?? null;
  const typeOf = (text: string): string | null => types.get(text.toUpperCase()) ?? null;
  const typesOf = (text: string): Read<string[]> => {
    const found = text
      .split(/[,;、/\s]+/)
      .filter(Boolean)
      .map(typeOf);
    const value = [...new Set(found.filter((code) => code !== null))];
    return found.includes(null) || value.length === 0 ? { fault: 'unknown-service-type' } : { value };
  };
  const coverageOf = (text: string): Read<Coverage> => {
    if (/^(全国|nationwide|跨地区)$/i.test(text)) return { value: { kind: 'nationwide' } };
    const province = provinceOf(text);
    return province === null ? { fault: 'unknown-province' } : { value: { kind: 'province', provinces: [province] } };
  };
  return { provinceOf, typeOf, typesOf, coverageOf };
}

const shortOf = (name: string): string => name.replace(/(省|市|(维吾尔|壮族|回族)?自治区)$/, '');

/** Of which column a refusal of the core speaks, by its pointer; null where it is about the row as a whole. */
export function columnOfPointer(pointer: unknown): ColumnKey | null {
  if (typeof pointer !== 'string') return null;
  const steps = pointer.split('/').filter((step) => step !== '' && !['permit', 'people', 'company'].includes(step));
  const name = steps[0] ?? '';
  const renamed: Readonly<Record<string, ColumnKey>> = {
    number: 'permitNumber',
    name: 'companyName',
    companyId: 'uscc',
  };
  if (name in renamed) return renamed[name] ?? null;
  return name in columnTexts ? (name as ColumnKey) : null;
}
