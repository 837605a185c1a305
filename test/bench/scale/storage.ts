import { statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Stack } from '../../../apps/standalone/stack.js';

export interface TableBytes {
  table: string;
  rows: number;
  /** With its indexes. */
  bytes: number;
}

/** What PostgreSQL did in a time. */
export interface DatabaseWork {
  transactions: number;
  /** By table: whole scans, and rows that they read. */
  scans: { table: string; scans: number; rows: number }[];
}

/** The database, looked at from behind the product's back. */
export class Storage {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly folder: string,
  ) {}

  static open(stack: Stack, folder: string): Storage {
    const pool = new pg.Pool({ connectionString: stack.database.superuserUrl, max: 2, application_name: 'bench' });
    pool.on('error', () => undefined); // it is stopped when the stack is
    return new Storage(pool, folder);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(sql, values)).rows;
  }

  /** After a checkpoint of PostgreSQL. Temporal's development server keeps everything in one SQLite file and its log. */
  async bytes(): Promise<{ postgres: number; temporal: number }> {
    await this.query('checkpoint');
    const rows = await this.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
    const files = ['temporal.db', 'temporal.db-wal'].map((name) => sizeOf(join(this.folder, name)));
    return { postgres: Number(rows[0]?.bytes ?? 0), temporal: files.reduce((sum, bytes) => sum + bytes, 0) };
  }

  async tables(): Promise<TableBytes[]> {
    await this.query('analyze');
    const rows = await this.query<{ table: string; rows: string; bytes: string }>(
      `select c.relname as table, greatest(c.reltuples, 0)::bigint as rows, pg_total_relation_size(c.oid) as bytes
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'paizhao' and c.relkind in ('r', 'p') order by 3 desc limit 12`,
    );
    return rows.map(({ table, rows: count, bytes }) => ({ table, rows: Number(count), bytes: Number(bytes) }));
  }

  /** Counts from now on. */
  async work(): Promise<() => Promise<DatabaseWork>> {
    const before = await this.counters();
    return async () => {
      const after = await this.counters();
      const scans = [...after.tables].map(([table, { scans: count, rows }]) => {
        const known = before.tables.get(table) ?? { scans: 0, rows: 0 };
        return { table, scans: count - known.scans, rows: rows - known.rows };
      });
      return {
        transactions: after.transactions - before.transactions,
        scans: scans.filter((each) => each.scans > 0).sort((a, b) => b.rows - a.rows),
      };
    };
  }

  private async counters() {
    const [database] = await this.query<{ transactions: string }>(
      'select xact_commit + xact_rollback as transactions from pg_stat_database where datname = current_database()',
    );
    const tables = await this.query<{ table: string; scans: string; rows: string }>(
      `select relname as table, seq_scan as scans, seq_tup_read as rows from pg_stat_user_tables
        where schemaname = 'paizhao'`,
    );
    return {
      transactions: Number(database?.transactions ?? 0),
      tables: new Map(tables.map(({ table, scans, rows }) => [table, { scans: Number(scans), rows: Number(rows) }])),
    };
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
