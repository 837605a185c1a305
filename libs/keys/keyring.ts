import { createHmac } from 'node:crypto';

/** Bytes of a key's id, as they stand in what is sealed under it. */
export const keyIdBytes = 8;

export interface DataKey {
  /** Made from the key by a one-way function: names it, and tells nothing about it. */
  id: Buffer;
  /** 32 bytes. */
  key: Buffer;
}

/** The installation's data keys: one seals, all of them open, so that an old and a new one hold at once. */
export class Keyring {
  readonly current: DataKey;
  readonly others: readonly DataKey[];

  constructor(current: Uint8Array, others: readonly Uint8Array[] = []) {
    this.current = named(current);
    this.others = others.map(named).filter(({ id }) => !id.equals(this.current.id));
  }

  /** The current one first. */
  get all(): readonly DataKey[] {
    return [this.current, ...this.others];
  }

  /** Null where none of ours has the id. */
  find(id: Uint8Array): DataKey | null {
    return this.all.find((key) => key.id.equals(id)) ?? null;
  }
}

/** What a process was given of data keys. */
export interface GivenKeys {
  dataKey: { reveal(): Buffer };
  otherDataKeys: { reveal(): readonly Buffer[] };
}

export const keyringOf = ({ dataKey, otherDataKeys }: GivenKeys): Keyring =>
  new Keyring(dataKey.reveal(), otherDataKeys.reveal());

function named(bytes: Uint8Array): DataKey {
  if (bytes.length !== 32) throw new RangeError('A data key must have 32 bytes.');
  const key = Buffer.from(bytes);
  return { id: createHmac('sha256', key).update('paizhao data key id').digest().subarray(0, keyIdBytes), key };
}
