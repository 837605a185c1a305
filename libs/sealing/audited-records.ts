import {
  type Checkpoint,
  GrowingTree,
  leavesOf,
  NotACheckpoint,
  type OpenedRecord,
  readRecord,
  signersOf,
  type VerifierKey,
} from '../checkpoints/index.js';
import type { AuditFinding } from './audit.js';

/** Goes through the records of one log from its first checkpoint on, and says what of them does not hold. */
export class RecordWalk {
  private readonly tree = new GrowingTree();
  private key: VerifierKey | null = null;
  private origin: string | null = null;
  private readonly met = new Set<string>();
  private readonly keys = new Set<string>();
  number = 0;

  /**
   * @param trusted fingerprint of a key that must be among those that signed, where one is known
   * @param known checkpoints from elsewhere, such as from mails
   */
  constructor(
    private readonly trusted: string | null,
    private readonly known: readonly Checkpoint[],
  ) {}

  get size(): number {
    return this.tree.size;
  }

  /** The key that signed the newest one. */
  get fingerprint(): string | null {
    return this.key?.fingerprint ?? null;
  }

  /** The record as far as it holds, or why nothing after it can be trusted. */
  next(bytes: Buffer): OpenedRecord | AuditFinding {
    const number = this.number + 1;
    const fault = (what: string): AuditFinding => ({ kind: 'checkpoint', checkpoint: number, what });
    try {
      const record = readRecord(bytes);
      const why = this.whyNot(record, number);
      if (why) return fault(why);
      this.number = number;
      return record;
    } catch (error) {
      if (error instanceof NotACheckpoint) return fault(error.message);
      throw error;
    }
  }

  private whyNot(record: OpenedRecord, number: number): string | null {
    const { checkpoint, sealed, signed, from } = record;
    if (sealed.number !== number) return `the seal says it is number ${sealed.number}`;
    if (from !== this.tree.size) return `it goes on from ${from} leaves, not from ${this.tree.size}`;
    if (this.origin !== null && checkpoint.origin !== this.origin) return `it is of another log: ${checkpoint.origin}`;
    const old = this.key ?? sealed.key;
    const signers = signersOf(signed, [old, sealed.key]).map(({ text }) => text);
    if (!signers.includes(old.text)) return `it is not signed by ${old.text}`;
    if (!signers.includes(sealed.key.text)) return `it is not signed by the key that it announces, ${sealed.key.text}`;
    for (const leaf of leavesOf(record)) this.tree.push(leaf);
    if (!this.tree.root().equals(checkpoint.root)) return 'root: the tree of what was sealed has another one';
    const other = this.differing(checkpoint);
    if (other) return other;
    [this.key, this.origin] = [sealed.key, checkpoint.origin];
    this.keys.add(sealed.key.fingerprint);
    return null;
  }

  private differing({ origin, size, root }: Checkpoint): string | null {
    for (const each of this.known.filter((known) => known.size === size)) {
      if (!each.root.equals(root) || each.origin !== origin) return 'root: a checkpoint given has another one';
      this.met.add(nameOf(each));
    }
    return null;
  }

  /** The key and the checkpoints given that were not met on the way. */
  unmet(): AuditFinding[] {
    const strange = this.trusted !== null && !this.keys.has(this.trusted);
    const key: AuditFinding[] = strange
      ? [{ kind: 'key', what: `no checkpoint is signed by the key with the fingerprint ${this.trusted}` }]
      : [];
    return key.concat(this.unmetCheckpoints());
  }

  private unmetCheckpoints(): AuditFinding[] {
    return this.known
      .filter((each) => !this.met.has(nameOf(each)))
      .map(({ size, origin }) => ({
        kind: 'checkpoint',
        what:
          size > this.tree.size
            ? `a checkpoint given is over ${size} leaves, and the record ends at ${this.tree.size}`
            : `no checkpoint of the record is over ${size} leaves of ${origin}, as the one given is`,
      }));
  }
}

const nameOf = ({ origin, size, root }: Checkpoint): string => `${origin} ${size} ${root.toString('hex')}`;
