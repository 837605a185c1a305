import { Client } from 'pg';
import { Conflict } from '../../domain/errors.js';
import { type LedgerRow, readWholeStream, type Sql } from '../../ledger/append.js';
import { schema } from '../data-source.js';
import { migrate } from '../migrate.js';
import { named, type StoredTable, tablesInOrder } from './tables.js';

interface Guard {
  table: string;
  name: string;
  always: boolean;
}

/**
 * Fills an empty, migrated database in one transaction: nobody sees a part of it, and what fails leaves it empty. While
 * rows come in, the triggers rest that would refuse them or derive what comes along; they are on again before the end.
 */
export class DatabaseRefill {
  private constructor(
    private readonly client: Client,
    private readonly guards: readonly Guard[],
    readonly tables: readonly StoredTable[],
  ) {}

  /**
   * Brings the empty database up to date and begins. End it with `commit` or `abandon`.
   * @param adminUrl of the role that migrates
   * @param appUrl as for `migrate`
   * @throws Conflict `database-not-empty`: it is left as it was
   */
  static async begin(adminUrl: string, appUrl: string): Promise<DatabaseRefill> {
    const client = new Client({ connectionString: adminUrl, application_name: 'paizhao-restore' });
    client.on('error', () => undefined); // the next query says it
    await client.connect();
    try {
      // Before anything is changed: a database in use may be of another release.
      await mustBeEmpty(client, await tablesInOrder(client));
      await migrate(adminUrl, { appUrl });
      return await DatabaseRefill.within(client);
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  private static async within(client: Client): Promise<DatabaseRefill> {
    await client.query('begin');
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    const tables = await tablesInOrder(client);
    // Whoever starts meanwhile waits, and does not add rows of its own.
    await client.query(`lock table ${tables.map(({ name }) => named(name)).join(', ')} in access exclusive mode`);
    await mustBeEmpty(client, tables);
    const guards = await guardsOf(client);
    for (const { table, name } of guards) await client.query(`alter table ${named(table)} disable trigger "${name}"`);
    return new DatabaseRefill(client, guards, tables);
  }

  /** @param rows each as PostgreSQL writes a row of this table as text */
  async insert(table: string, rows: string[]): Promise<void> {
    const text = `insert into ${named(table)} overriding system value select * from unnest($1::${named(table)}[])`;
    await this.client.query(text, [rows]);
  }

  async count(table: string): Promise<number> {
    const { rows } = await this.client.query<{ count: string }>(`select count(*) from ${named(table)}`);
    return Number(rows[0]?.count);
  }

  /** Once every row is in: numbers go on after theirs, and what is read now is found by index. */
  async filled(): Promise<void> {
    for (const { table, column } of await numberedColumns(this.client))
      await this.client.query(
        `select setval(pg_get_serial_sequence($1, $2), coalesce(max("${column}"), 0) + 1, false) from ${named(table)}`,
        [named(table), column],
      );
    for (const { name } of this.tables) await this.client.query(`analyze ${named(name)}`);
  }

  /** Reads what is in the database now, before anybody else sees it. */
  get sql(): Sql {
    return { query: async (text, values) => (await this.client.query(text, values)).rows };
  }

  /** A stream as it stands in the database now, entry by entry. */
  chain(stream: string): AsyncGenerator<LedgerRow> {
    return readWholeStream(this.sql, stream);
  }

  /**
   * What was signed after the backup is not in it: the newest log rests until that is known.
   * @param first name of the log that begins where nothing was sealed yet; null where no key was given
   */
  async restLog(first: string | null): Promise<void> {
    await this.client.query(
      `insert into paizhao.resting_logs (origin, restored_at, outlived)
       select origin, clock_timestamp(), false from (select coalesce(
         (select split_part(note, chr(10), 1) from paizhao.checkpoints order by number desc limit 1), $1) as origin) log
        where origin is not null
       on conflict (origin) do update set restored_at = excluded.restored_at`,
      [first],
    );
  }

  async commit(): Promise<void> {
    try {
      for (const { table, name, always } of this.guards) {
        await this.client.query(`alter table ${named(table)} enable ${always ? 'always ' : ''}trigger "${name}"`);
      }
      await this.client.query('commit');
    } finally {
      await this.client.end();
    }
  }

  /** The database is as empty as before. */
  async abandon(): Promise<void> {
    await this.client.end();
  }
}

/** Columns whose values the database counts by itself. */
async function numberedColumns(client: Client): Promise<{ table: string; column: string }[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = $1 and is_identity = 'YES'`,
    [schema],
  );
  return rows;
}

async function mustBeEmpty(client: Client, tables: readonly StoredTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${named(name)} limit 1`);
    if (rowCount === 0) continue;
    throw new Conflict('database-not-empty', `the database has rows already (the first found in ${schema}.${name})`, {
      remedy: 'Restore into a new database on which api and worker have never run.',
    });
  }
}

async function guardsOf(client: Client): Promise<Guard[]> {
  const { rows } = await client.query<Guard>(
    `select c.relname as table, t.tgname as name, t.tgenabled = 'A' as always
       from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = to_regnamespace($1) and not t.tgisinternal and t.tgenabled in ('O', 'A')`,
    [schema],
  );
  return rows;
}
