import { partsOfTraces, type TracesPart } from '../personal-data-parts.js';
import { givenColumns, notGivenColumns } from './given.js';
import { type KindName, kindsOfData } from './kinds.js';
import { type ClassifiedTable, classifiedTables, columnsOf } from './tables.js';

const personalKinds = (Object.keys(kindsOfData) as KindName[]).filter(
  (kind) => kindsOfData[kind].sensitivity !== 'none',
);

const aboutPersons = Object.entries(classifiedTables).flatMap(([table, columns]: [string, ClassifiedTable]) =>
  personalKinds.flatMap((kind) => columnsOf(columns, kind).map((column) => `${table}.${column}`)),
);

const given = Object.entries(givenColumns).flatMap(([table, parts]) =>
  Object.entries(parts).flatMap(([part, columns]) => columns.split(' ').map((column) => ({ table, part, column }))),
);

describe('what is kept about a person', () => {
  it('is given, column by column of the inventory, or it is said why not', () => {
    const said = [
      ...given.map(({ table, column }) => `${table}.${column}`),
      ...Object.values(notGivenColumns).flatMap(({ columns }) => columns),
    ];
    expect(said.sort()).toEqual(aboutPersons.sort());
  });

  const parts = new Map<string, TracesPart>(Object.entries(partsOfTraces));

  it.each(given.filter(({ part, table }) => parts.has(part) && table !== 'private_texts'))(
    'is asked for where it is said to be: $table.$column in $part',
    ({ table, part, column }) => {
      const { columns = '', from = '', key = [] } = parts.get(part) ?? {};
      expect(from).toContain(`paizhao.${table}`);
      expect(`${columns} ${from} ${key.join(' ')}`).toMatch(new RegExp(`\\b${column}\\b`));
    },
  );
});
