import { readRecord } from '../checkpoints/index.js';
import type { CheckpointEntity, CheckpointRepository } from '../persistence/index.js';
import { recordBytes } from './records.js';
import { SealRefused } from './refused.js';
import type { SecondStore } from './second-store.js';

/** Checkpoints that one look copies at most, where a store is new. */
const copiesAtOnce = 500;

/** The second store beside the database. */
export class Mirror {
  constructor(
    private readonly store: SecondStore,
    private readonly checkpoints: CheckpointRepository,
  ) {}

  /**
   * Compares the newest checkpoints of both, and copies what the store lacks of the newest ones. Answers whether it has
   * all of them now.
   * @throws SealRefused where the store knows more than the database, or something else
   * @throws FileStoreUnavailable
   */
  async compare(last: CheckpointEntity | null): Promise<boolean> {
    await this.refuseBehind(last?.number ?? 0);
    if (!last) return true;
    const held = await this.heldUpTo(last.number);
    if (held > 0) await this.refuseOther(held);
    const upto = Math.min(last.number, held + copiesAtOnce);
    for (let number = held + 1; number <= upto; number += 1) await this.copy(number);
    return upto === last.number;
  }

  /**
   * Whether the store has the newest checkpoint of the database, and it is the store's newest too.
   * @throws as `compare`
   */
  async endsAt(number: number): Promise<boolean> {
    await this.refuseBehind(number);
    if (number === 0 || !(await this.store.read(number))) return false;
    await this.refuseOther(number);
    return true;
  }

  private async refuseBehind(number: number): Promise<void> {
    const beyond = await this.store.read(number + 1);
    if (!beyond) return;
    const [range] = rangesOf(beyond);
    throw new SealRefused('database-behind', {
      database: number,
      ...(range ? { stream: range.stream, seq: range.after + 1 } : {}),
    });
  }

  private async refuseOther(number: number): Promise<void> {
    const stored = await this.store.read(number);
    const own = await recordBytes(this.checkpoints, number);
    if (!own || !stored?.equals(own)) throw new SealRefused('store-differs', { number });
  }

  /** The store has 1 to some number: it is filled in order. */
  private async heldUpTo(number: number): Promise<number> {
    if (await this.store.read(number)) return number;
    let [held, missing] = [0, number];
    while (missing - held > 1) {
      const middle = Math.floor((held + missing) / 2);
      if (await this.store.read(middle)) held = middle;
      else missing = middle;
    }
    return held;
  }

  private async copy(number: number): Promise<void> {
    const record = await recordBytes(this.checkpoints, number);
    if (!record) throw new SealRefused('signature', { number });
    await this.store.keep(number, record);
  }
}

/** A file that cannot be read is one that the database does not have all the same. */
function rangesOf(record: Buffer): { stream: string; after: number }[] {
  try {
    return readRecord(record).ranges;
  } catch {
    return [];
  }
}
