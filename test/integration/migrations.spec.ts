import pg from 'pg';
import { migrate, revertLast, schemaDrift } from '../../libs/persistence/migrate.js';
import { emptyDatabase, type TestDatabase } from '../support/stack.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(() => database.drop());

/** Every object of the schema, by name and definition. */
async function schemaOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`
    select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as object
      from information_schema.columns where table_schema = 'paizhao' and table_name <> 'migrations'
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'paizhao' and tablename <> 'migrations'
    union all select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'paizhao'::regnamespace and conrelid <> 'paizhao.migrations'::regclass
    union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function ' || pg_get_functiondef(p.oid) || coalesce(proacl::text, '') || r.rolname
      from pg_proc p join pg_roles r on r.oid = proowner where pronamespace = 'paizhao'::regnamespace
    order by 1`);
  await client.end();
  return rows.map((row) => row.object as string);
}

describe('migrations', () => {
  it('make what the entities ask for, and nothing is left to generate', async () => {
    await migrate(database.url, { appUrl: database.appUrl });
    expect(await schemaDrift(database.url)).toEqual([]);
  });

  it('run once, also when several processes start them together', async () => {
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, { appUrl: database.appUrl })));
    expect(ran.map(({ length }) => length).sort()).toEqual([0, 0, 0, ran.flat().length]);
  });

  it('can be taken back one by one, and lead to the same schema again', async () => {
    const ran = await migrate(database.url);
    const before = await schemaOf(database.url);
    for (const _ of ran) await revertLast(database.url);
    expect(await schemaOf(database.url)).toEqual([]);
    expect(await migrate(database.url)).toEqual(ran);
    expect(await schemaOf(database.url)).toEqual(before);
  });

  it('name every constraint', async () => {
    await migrate(database.url);
    const unnamed = (await schemaOf(database.url)).filter((object) =>
      /^constraint \S+(_pkey|_key|_fkey|_check)\d* /.test(object),
    );
    expect(unnamed).toEqual([]);
  });

  it('let the product’s role log in by its own password', async () => {
    const appUrl = new URL(database.appUrl);
    await migrate(database.url, { appUrl: appUrl.href });
    const client = new pg.Client({ connectionString: appUrl.href });
    await client.connect();
    const { rows } = await client.query(
      'select current_user, (select count(*)::int from paizhao.ledger_events) as events',
    );
    expect(rows).toEqual([{ current_user: 'paizhao_app', events: 0 }]);
    await client.end();
  });

  it('refuse a DATABASE_URL of another role', async () => {
    await expect(migrate(database.url, { appUrl: database.url })).rejects.toThrow(
      'DATABASE_URL must log in as paizhao_app',
    );
  });
});
