import type { EntityManager } from 'typeorm';
import { type DataKey, Keyring } from '../keys/keyring.js';
import { Cipher, fingerprintKeyOf } from './cipher.js';
import { DataKeyMissing } from './data-key-missing.js';
import { firstNameSql, opensName, type StoredName } from './people.repository.js';

const place = 'key:fingerprint';

/**
 * The installation's cipher. Fingerprints (what tells a repeated command from another one, and people who sign in) must
 * outlive every data key: their key is kept sealed beside the data, made once from the data key used so far.
 * @throws DataKeyMissing where none of the keys opens what is stored
 */
export async function openCipher(manager: EntityManager, keys: Keyring): Promise<Cipher> {
  const kept = (await keptIn(manager)) ?? (await keepIn(manager, keys));
  return new Cipher(keys, new Cipher(keys).open(place, kept));
}

async function keptIn(manager: EntityManager): Promise<Buffer | null> {
  const rows = (await manager.query(`select sealed from paizhao.sealed_keys where name = 'fingerprint'`)) as {
    sealed: Buffer;
  }[];
  return rows[0]?.sealed ?? null;
}

async function keepIn(manager: EntityManager, keys: Keyring): Promise<Buffer> {
  const sealed = new Cipher(keys).seal(place, fingerprintKeyOf(await usedSoFar(manager, keys)));
  await manager.query(
    `insert into paizhao.sealed_keys (name, sealed) values ('fingerprint', $1) on conflict (name) do nothing`,
    [sealed],
  );
  return (await keptIn(manager)) ?? sealed;
}

/** The data key under which the oldest person was stored; the current one of an installation without people. */
async function usedSoFar(manager: EntityManager, keys: Keyring): Promise<DataKey> {
  const [person] = (await manager.query(firstNameSql)) as StoredName[];
  if (!person) return keys.current;
  const used = keys.all.find(({ key }) => opensName(person, new Cipher(key)));
  if (!used) throw new DataKeyMissing(null);
  return used;
}
