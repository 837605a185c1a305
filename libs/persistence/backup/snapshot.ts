import { Client } from 'pg';
import { schema } from '../data-source.js';
import { migrationsTable, named, type StoredTable, tablesInOrder } from './tables.js';

/** About so much of a table is in memory at once. */
const pageBytes = 4_000_000;
const mostRows = 2_000;
/** A row that takes more than this on the disk is a large one, of which so many come at once. */
const largeBytes = 4_096;
const mostLarge = 8;

/** The database as it was at one moment, while everybody else goes on: for a backup. */
export class DatabaseSnapshot {
  private constructor(
    private readonly client: Client,
    /** UTC instant by the database's clock. */
    readonly takenAt: string,
    readonly migrations: string[],
  ) {}

  /** Close it, whatever happens. */
  static async open(url: string): Promise<DatabaseSnapshot> {
    const client = new Client({ connectionString: url, application_name: 'paizhao-backup' });
    client.on('error', () => undefined); // the next query says it
    await client.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      // Rows are written the same whatever the server is set to; a slow disk at the other end is no fault.
      await client.query(`
        set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
        set local bytea_output = 'hex'; set local extra_float_digits = 1;
        set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
      const clock = `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
      const { rows } = await client.query<{ at: string; migrated: boolean }>(
        `select ${clock}, to_regclass($1) is not null as migrated`,
        [`${schema}.${migrationsTable}`],
      );
      const names = `select name from ${named(migrationsTable)} order by id`;
      const ran = rows[0]?.migrated ? await client.query<{ name: string }>(names) : { rows: [] };
      return new DatabaseSnapshot(
        client,
        rows[0]?.at ?? '',
        ran.rows.map(({ name }) => name),
      );
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  tables(): Promise<StoredTable[]> {
    return tablesInOrder(this.client);
  }

  /**
   * Each row as PostgreSQL writes it as text, page by page: first the small ones, then the large ones a few at a time. So
   * no page is large because the rows before it were small.
   */
  async *rows({ name, columns }: StoredTable): AsyncGenerator<string[]> {
    const size = columns
      .map((column) => `coalesce(pg_column_size(t."${column.replaceAll('"', '""')}"), 0)`)
      .join(' + ');
    for (const [which, most] of [
      ['<=', mostRows],
      ['>', mostLarge],
    ] as const) {
      const query = `select t::text as row from ${named(name)} t where ${size} ${which} ${largeBytes}`;
      const pages = this.pages<{ row: string }>(query, ({ row }) => row.length, most);
      for await (const page of pages) yield page.map(({ row }) => row);
    }
  }

  /** Newest entry of every stream; hash in hex. */
  async *newest(): AsyncGenerator<{ stream: string; seq: number; hash: string }[]> {
    yield* this.pages(
      `select stream, seq::integer as seq, encode(hash, 'hex') as hash from ${schema}.ledger_heads order by stream`,
      () => 200,
    );
  }

  async *storageKeys(): AsyncGenerator<string[]> {
    const keys = `select distinct storage_key as key from ${schema}.files where erased_at is null order by 1`;
    for await (const page of this.pages<{ key: string }>(keys, () => 200)) yield page.map(({ key }) => key);
  }

  /** How many rows come at once follows from how long the last ones were. */
  private async *pages<T extends object>(
    query: string,
    bytesOf: (row: T) => number,
    most = mostRows,
  ): AsyncGenerator<T[]> {
    await this.client.query(`declare page no scroll cursor for ${query}`);
    for (let count = Math.min(20, most); ; ) {
      const { rows } = await this.client.query<T>(`fetch ${count} from page`);
      if (rows.length === 0) break;
      yield rows;
      const each = rows.reduce((sum, row) => sum + bytesOf(row), 0) / rows.length;
      count = Math.min(most, Math.max(1, Math.floor(pageBytes / (each + 1))));
    }
    await this.client.query('close page');
  }
}
