import type { Client } from 'pg';
import { schema } from '../data-source.js';

/** A table of the product as the database has it; `columns` in their order. */
export interface StoredTable {
  name: string;
  columns: string[];
}

/** Kept by whoever migrates: a database that is filled again has its own. */
export const migrationsTable = 'migrations';

/** Keys of single people, texts and files: who has a copy of this and of what it opens reads what was erased since. */
export const ownKeysTable = 'own_keys';

/**
 * What passes within a week: sheets with names and addresses lie under the data key, so that a backup of them would show
 * who was erased since; with them the jobs they belong to, whose conditions may be names. And which uploads were arriving:
 * what a backup does not know of is not its to sweep.
 */
export const passingTables: readonly string[] = ['jobs', 'job_pieces', 'arriving_files'];

/** Every table of the product, each after those that its rows refer to; none where the schema is missing. */
export async function tablesInOrder(client: Client): Promise<StoredTable[]> {
  const { rows: tables } = await client.query<StoredTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = to_regnamespace($1) and c.relkind = 'r' and c.relname <> $2
      group by c.relname order by c.relname`,
    [schema, migrationsTable],
  );
  const { rows: references } = await client.query<{ of: string; to: string }>(
    `select c.relname as of, r.relname as to
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = to_regnamespace($1) and c.oid <> r.oid`,
    [schema],
  );
  return sorted(tables, references);
}

function sorted(tables: StoredTable[], references: { of: string; to: string }[]): StoredTable[] {
  const ordered: StoredTable[] = [];
  for (let left = tables; left.length > 0; ) {
    const waits = (name: string): boolean =>
      references.some(({ of, to }) => of === name && left.some((table) => table.name === to));
    const free = left.filter(({ name }) => !waits(name));
    if (free.length === 0) throw new Error(`Tables refer to one another in a circle: ${left.map(({ name }) => name)}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** A name as it stands in a statement. */
export const named = (table: string): string => `${schema}."${table.replaceAll('"', '""')}"`;
