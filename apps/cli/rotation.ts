import type { DataSource, EntityManager } from 'typeorm';
import type { Config } from '../../libs/config/index.js';
import { type DocumentStore, documentStoreOf, type KeyPlace } from '../../libs/documents/index.js';
import { Conflict } from '../../libs/domain/index.js';
import { type Keyring, keyringOf } from '../../libs/keys/keyring.js';
import {
  Cipher,
  createDataSource,
  OwnFileKeys,
  openCipher,
  type RotatedColumn,
  rotateColumn,
  StoredFileRepository,
  sealedColumns,
  underRotationLock,
} from '../../libs/persistence/index.js';
import { Reach } from './reach.js';

export interface RotatedFiles {
  /** Whose key is apart from them; those keys are counted where they lie, in `own_keys`. */
  current: number;
  /** Who hold their key, as until 0.5.0; it was taken out where the walk was to do it. */
  other: number;
  /** Ids of files that are missing, altered, out of reach, or that no key opens, with which of these it is. */
  unreadable: { id: string; why: string }[];
}

export interface RotationReport {
  keys: { current: string; others: string[] };
  columns: RotatedColumn[];
  /** Null where this process was given neither a folder nor a bucket. */
  files: RotatedFiles | null;
}

export interface Wish {
  /** Wrap and seal anew, instead of only counting. */
  act: boolean;
  onProgress(what: string, done: number): void;
}

const pageFiles = 100;

/**
 * Brings all that is sealed under the current data key, value by value and file by file, while the installation runs.
 * Cut off and begun anew it passes over what is done. One process at a time does it; any number may count.
 */
export async function rotate(config: Config, wish: Wish): Promise<RotationReport> {
  const source = await createDataSource({
    url: config.database.url.reveal(),
    poolSize: 3,
    applicationName: 'paizhao-rotate-keys',
  }).initialize();
  try {
    return await (wish.act ? aloneOn(source, () => walked(source, config, wish)) : walked(source, config, wish));
  } finally {
    await source.destroy();
  }
}

/** Two that write one file at once could destroy it. */
async function aloneOn(source: DataSource, walk: () => Promise<RotationReport>): Promise<RotationReport> {
  const report: RotationReport[] = [];
  const done = await underRotationLock(source, async () => void report.push(await walk()));
  const [only] = report;
  if (done && only) return only;
  throw new Conflict('rotation-running', 'another process is bringing the installation under the current data key', {
    remedy: 'Wait until it is done; run it again then.',
  });
}

async function walked({ manager }: DataSource, config: Config, wish: Wish): Promise<RotationReport> {
  const keys = keyringOf(config);
  const columns = await rotateColumns(manager, keys, wish);
  const store = documentStoreOf(config, new OwnFileKeys(manager, new Cipher(keys)));
  const files = store && (await rotateFiles(new StoredFileRepository(manager), store, wish));
  return { keys: { current: idOf(keys.current), others: keys.others.map(idOf) }, columns, files };
}

async function rotateColumns(manager: EntityManager, keys: Keyring, wish: Wish): Promise<RotatedColumn[]> {
  const cipher = await openCipher(manager, keys);
  const found: RotatedColumn[] = [];
  for (const column of sealedColumns) {
    let done = 0;
    const onPage = (values: number): void => {
      done += values;
      wish.onProgress(`${column.table}.${column.column}`, done);
    };
    found.push(await rotateColumn(manager, cipher, column, { act: wish.act, onPage }));
  }
  return found;
}

async function rotateFiles(files: StoredFileRepository, store: DocumentStore, wish: Wish): Promise<RotatedFiles> {
  const found: RotatedFiles = { current: 0, other: 0, unreadable: [] };
  const reach = new Reach();
  let done = 0;
  for (let after: string | null = null; ; ) {
    const page = await files.page(after, pageFiles);
    const last = page.at(-1);
    if (!last) return found;
    for (const { id, storageKey } of page) {
      const outcome = await reach.whyNot(() => rotateFile(files, store, storageKey, wish.act));
      if (outcome === 'apart') found.current++;
      else if (outcome === 'inside') found.other++;
      else found.unreadable.push({ id, why: outcome });
    }
    done += page.length;
    wish.onProgress('files', done);
    after = last.id;
  }
}

async function rotateFile(
  files: StoredFileRepository,
  store: DocumentStore,
  key: string,
  act: boolean,
): Promise<KeyPlace> {
  const place = await store.keyPlace(key);
  if (place === 'apart' || !act) return place;
  await store.takeKeyOut(key);
  // Whoever removed or erased the file meanwhile said so in the register first: it must not come back.
  if (!(await files.isUsed(key))) await store.remove(key);
  return place;
}

const idOf = ({ id }: { id: Buffer }): string => id.toString('hex');
