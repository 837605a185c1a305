import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Cipher, sealedPrefixBytes } from './cipher.js';
import type { SealedColumn } from './sealed-columns.js';

/** What a walk through one column found, in values. */
export interface RotatedColumn {
  column: string;
  /** Sealed under the current key already. */
  current: number;
  /** Under another key; sealed anew where the walk was to do it. */
  other: number;
  /** Keys of the rows whose value no key of ours opens. */
  unreadable: string[];
}

interface Walk {
  /** Seal anew what is under another key, instead of counting it only. */
  act: boolean;
  onPage?: (values: number) => void;
}

/** The largest values, pieces of sheets, have 256 kB. */
const pageRows = 40;

/**
 * Goes through one column, page by page in the order of its key. What is sealed under another key than the current one
 * is sealed anew, but where somebody else wrote meanwhile: that is under the current key then, or is found by the next
 * walk. Cut off, it is begun again and passes over what is done.
 */
export async function rotateColumn(
  manager: EntityManager,
  cipher: Cipher,
  column: SealedColumn,
  { act, onPage = () => undefined }: Walk,
): Promise<RotatedColumn> {
  const found: RotatedColumn = { column: `${column.table}.${column.column}`, current: 0, other: 0, unreadable: [] };
  let after: readonly string[] | null = null;
  for (;;) {
    const rows = await pageOf(manager, cipher, column, after);
    const last = rows.at(-1);
    if (!last) return found;
    const fresh: Resealed[] = [];
    for (const row of rows) {
      const outcome = resealed(cipher, column, row);
      if (outcome === 'current') found.current++;
      else if (outcome === 'unreadable') found.unreadable.push(row.key.join('/'));
      else {
        found.other++;
        fresh.push(outcome);
      }
    }
    if (act && fresh.length > 0) await write(manager, column, fresh);
    onPage(rows.length);
    after = last.key;
  }
}

interface SealedRow {
  key: string[];
  /** Null where it is sealed under the current key: then nobody needs its bytes. */
  sealed: Buffer | null;
}

interface Resealed {
  key: string[];
  /** SHA-256 of what stood there. */
  old: Buffer;
  fresh: Buffer;
}

/** Names of tables and columns come from the list of this module, never from outside. */
async function pageOf(
  manager: EntityManager,
  cipher: Cipher,
  { table, key, column }: SealedColumn,
  after: readonly string[] | null,
): Promise<SealedRow[]> {
  const names = Object.keys(key);
  const beyond = after === null ? '' : `and (${names.join(', ')}) > (${bound(key, 2)})`;
  return (await manager.query(
    `select array[${names.map((name) => `${name}::text`).join(', ')}] as key,
            case when substring(${column} from 1 for ${sealedPrefixBytes}) = $1 then null else ${column} end as sealed
       from paizhao.${table} where ${column} is not null ${beyond}
      order by ${names.join(', ')} limit ${pageRows}`,
    [cipher.currentPrefix, ...(after ?? [])],
  )) as SealedRow[];
}

function resealed(
  cipher: Cipher,
  { place }: SealedColumn,
  { key, sealed }: SealedRow,
): Resealed | 'current' | 'unreadable' {
  if (sealed === null) return 'current';
  try {
    const at = place(...key);
    return { key, old: sha256(sealed), fresh: cipher.seal(at, cipher.open(at, sealed)) };
  } catch {
    return 'unreadable'; // the key is missing, or the bytes are not those of the sealing: the walk goes on and tells it
  }
}

async function write(
  manager: EntityManager,
  { table, key, column }: SealedColumn,
  rows: readonly Resealed[],
): Promise<void> {
  const matches = Object.entries(key)
    .map(([name, type], i) => `t.${name} = (v.key ->> ${i})::${type}`)
    .join(' and ');
  await manager.query(
    `update paizhao.${table} t set ${column} = v.fresh
       from unnest($1::jsonb[], $2::bytea[], $3::bytea[]) as v (key, old, fresh)
      where ${matches} and sha256(t.${column}) = v.old`,
    [rows.map((row) => JSON.stringify(row.key)), rows.map(({ old }) => old), rows.map(({ fresh }) => fresh)],
  );
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

const bound = (key: SealedColumn['key'], from: number): string =>
  Object.values(key)
    .map((type, i) => `$${from + i}::${type}`)
    .join(', ');
