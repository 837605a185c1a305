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
    for (const { table, column, owner } of sealedColumns) {
      const { kind } = classified.find(({ name }) => name === `${table}.${column}`) ?? {};
      const kept = kind && kindsOfData[kind].kept;
      const where = `${table}.${column}`;
      if (owner !== undefined) expect([where, kept]).toEqual([where, 'own-key']);
      else expect([where, kept]).not.toEqual([where, 'own-key']);
    }
  });

  it('gives a basis for whatever is personal information, and none for what is not', () => {
    for (const kind of Object.values(kindsOfData))
      expect([kind.name.en, kind.basis === null]).toEqual([kind.name.en, kind.sensitivity === 'none']);
  });
});
