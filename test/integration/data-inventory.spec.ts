import type { DataSource } from 'typeorm';
import { createDataSource, migrate, sealedColumns } from '../../libs/persistence/index.js';
import { type KindName, kindsOfData } from '../../libs/persistence/inventory/kinds.js';
import { classifiedTables, columnsOf } from '../../libs/persistence/inventory/tables.js';
import { emptyDatabase, type TestDatabase } from '../support/stack.js';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await emptyDatabase();
  await migrate(database.url);
  source = await createDataSource({ url: database.url }).initialize();
});

afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const kinds = Object.keys(kindsOfData) as KindName[];

const classified = Object.entries(classifiedTables).flatMap(([table, columns]) =>
  kinds.flatMap((kind) => columnsOf(columns, kind).map((column) => ({ name: `${table}.${column}`, kind }))),
);

/** Messages to robots name nobody, as the record does; they are sealed all the same. */
const sealedBeyondTheirKind: readonly string[] = ['robot_messages.rendered'];

/** What the page says of it is about bytes that lie in the file store; its own columns are a register of them. */
const ofTheFileStore: KindName = 'file';

describe('the data inventory', () => {
  it('says of every column of the database once what it holds, and of no other', async () => {
    const rows = (await source.query(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'paizhao' and t.table_type = 'BASE TABLE'`,
    )) as { name: string }[];
    expect(classified.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it('agrees with how columns are sealed', () => {
    const sealed = new Map(sealedColumns.map(({ table, column, owner }) => [`${table}.${column}`, owner]));
    const lies = (name: string): string => {
      if (!sealed.has(name)) return 'not sealed';
      return sealed.get(name) === undefined ? 'data-key' : 'own-key';
    };
    const claimed = ({ kept }: { kept: string }) => (/^(own|data)-key$/.test(kept) ? kept : 'not sealed');
    const told = classified
      .filter(({ name, kind }) => kind !== ofTheFileStore && !sealedBeyondTheirKind.includes(name))
      .map(({ name, kind }) => [name, claimed(kindsOfData[kind])]);
    expect(told).toEqual(told.map(([name]) => [name, lies(String(name))]));
  });

  it('gives a basis for whatever is personal information, and none for what is not', () => {
    for (const kind of Object.values(kindsOfData))
      expect([kind.name.en, kind.basis === null]).toEqual([kind.name.en, kind.sensitivity === 'none']);
  });
});
