import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type Cipher, ownPrefix } from './cipher.js';
import { OwnKeyGone } from './own-key-gone.js';
import { OwnKeyRepository } from './own-keys.repository.js';
import type { SealedColumn } from './sealed-columns.js';

/** What a walk through one column found, in values. */
export interface RotatedColumn {
  column: string;
  /** Sealed under the current key already, or under the record's own. */
  current: number;
  /** Under another key; sealed anew where the walk was to do it. */
  other: number;
  /** Keys of the rows whose value no key of ours opens, or whose owner is erased. */
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
 * Goes through one column, page by page in the order of its key. What is sealed under another key than the current one,
 * or not yet under its record's own, is sealed anew, but where somebody else wrote meanwhile: that is as it should be
 * then, or is found by the next walk. Cut off, it is begun again and passes over what is done.
 */
export async function rotateColumn(
  manager: EntityManager,
  cipher: Cipher,
  column: SealedColumn,
  { act, onPage = () => undefined }: Walk,
): Promise<RotatedColumn> {
  const found: RotatedColumn = { column: `${column.table}.${column.column}`, current: 0, other: 0, unreadable: [] };
  const keys = new OwnKeyRepository(manager, cipher);
  let after: readonly string[] | null = null;
  for (;;) {
    const rows = await pageOf(manager, cipher, column, after);
    const last = rows.at(-1);
    if (!last) return found;
    const fresh: Resealed[] = [];
    for (const row of rows) {
      const outcome = await resealed({ cipher, keys, act }, column, row);
      if (outcome === 'current') found.current++;
      else if (outcome === 'unreadable') found.unreadable.push(row.key.join('/'));
      else {
        found.other++;
        if (outcome !== 'other') fresh.push(outcome);
      }
    }
    if (fresh.length > 0) await write(manager, column, fresh);
    onPage(rows.length);
    after = last.key;
  }
}

interface SealedRow {
  key: string[];
  /** Null where it is sealed as it should be: then nobody needs its bytes. */
  sealed: Buffer | null;
  /** Of the record whose own key seals it; null where the data key does. */
  owner: string | null;
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
  { table, key, column, owner, plainBytes }: SealedColumn,
  after: readonly string[] | null,
): Promise<SealedRow[]> {
  const prefix = owner === undefined ? cipher.currentPrefix : ownPrefix;
  const sealedOnly = plainBytes === undefined ? '' : `and octet_length(${column}) <> ${plainBytes}`;
  const names = Object.keys(key);
  const beyond = after === null ? '' : `and (${names.join(', ')}) > (${bound(key, 2)})`;
  return (await manager.query(
    `select array[${names.map((name) => `${name}::text`).join(', ')}] as key,
            case when substring(${column} from 1 for ${prefix.length}) = $1 ${sealedOnly} then null else ${column} end
              as sealed,
            ${owner === undefined ? 'null' : `${owner}::text`} as owner
       from paizhao.${table} where ${column} is not null ${beyond}
      order by ${names.join(', ')} limit ${pageRows}`,
    [prefix, ...(after ?? [])],
  )) as SealedRow[];
}

interface Sealer {
  cipher: Cipher;
  keys: OwnKeyRepository;
  act: boolean;
}

async function resealed(
  { cipher, keys, act }: Sealer,
  { place, plainBytes }: SealedColumn,
  { key, sealed, owner }: SealedRow,
): Promise<Resealed | 'current' | 'other' | 'unreadable'> {
  if (sealed === null) return 'current';
  const at = place(...key);
  const isPlain = sealed.length === plainBytes;
  const plain = isPlain ? sealed : opened(cipher, at, sealed);
  if (plain === null) return 'unreadable';
  if (!act) return 'other';
  const sealer = owner === null ? cipher : await sealerOf(keys, owner);
  if (sealer === null) return 'unreadable';
  return { key, old: sha256(sealed), fresh: sealer.seal(at, plain) };
}

/** Null where the owner is erased, and this is what an old copy brought back. */
async function sealerOf(keys: OwnKeyRepository, owner: string): Promise<Cipher | null> {
  try {
    return await keys.make(owner);
  } catch (error) {
    if (error instanceof OwnKeyGone) return null;
    throw error;
  }
}

/** Null where the key is missing, or the bytes are not those of the sealing: the walk goes on and tells it. */
function opened(cipher: Cipher, place: string, sealed: Buffer): Buffer | null {
  try {
    return cipher.open(place, sealed);
  } catch {
    return null;
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
