import {
  type Checkpoint,
  type Continued,
  GrowingTree,
  leavesOf,
  NotACheckpoint,
  type OpenedRecord,
  readRecord,
  signersOf,
  VerifierKey,
} from '../checkpoints/index.js';
import type { AuditFinding } from './audit.js';

/** A log that took the place of another one. */
export interface Continuation extends Continued {
  /** Its first checkpoint. */
  number: number;
  sealedAt: string;
  /** Its own name; `origin` is that of the one before. */
  newOrigin: string;
  /** The key that was in force at the end of the log before signed it too. */
  vouched: boolean;
  /** Checkpoints of the log before that are not in the new one. */
  dropped: number[];
}

/**
 * Goes through the records of a log from its first checkpoint on, and of the logs that continue it, and says what of them
 * does not hold.
 */
export class RecordWalk {
  private tree = new GrowingTree();
  private key: VerifierKey | null = null;
  private origin: string | null = null;
  private readonly met = new Set<string>();
  private readonly keys = new Set<string>();
  private readonly origins = new Set<string>();
  /** The checkpoints whose leaves are in the tree. */
  private line: { number: number; size: number }[] = [];
  readonly continuations: Continuation[] = [];
  number = 0;

  /**
   * @param read the record of a checkpoint by its number; asked again only where a log continues another one
   * @param trusted fingerprint of a key that must be among those that signed, where one is known
   * @param known checkpoints from elsewhere, such as from mails
   */
  constructor(
    private readonly read: (number: number) => Promise<Buffer | null>,
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

  /** The last record that held: where the log ends. */
  get end(): { origin: string | null; size: number; root: Buffer; key: VerifierKey | null } {
    const { origin, tree, key } = this;
    return { origin, size: tree.size, root: tree.root(), key };
  }

  /** The record as far as it holds, or why nothing after it can be trusted. */
  async next(bytes: Buffer): Promise<OpenedRecord | AuditFinding> {
    const number = this.number + 1;
    const fault = (what: string): AuditFinding => ({ kind: 'checkpoint', checkpoint: number, what });
    try {
      const record = readRecord(bytes);
      const why = await this.whyNot(record, number);
      if (why) return fault(why);
      this.number = number;
      this.line.push({ number, size: record.checkpoint.size });
      return record;
    } catch (error) {
      if (error instanceof NotACheckpoint) return fault(error.message);
      throw error;
    }
  }

  private async whyNot(record: OpenedRecord, number: number): Promise<string | null> {
    const { checkpoint, sealed, from } = record;
    if (sealed.number !== number) return `the seal says it is number ${sealed.number}`;
    const why = sealed.continues ? await this.begun(record, sealed.continues) : this.whyNotOfLog(record);
    if (why) return why;
    if (from !== this.tree.size) return `it goes on from ${from} leaves, not from ${this.tree.size}`;
    for (const leaf of leavesOf(record)) this.tree.push(leaf);
    if (!this.tree.root().equals(checkpoint.root)) return 'root: the tree of what was sealed has another one';
    const other = this.differing(checkpoint);
    if (other) return other;
    [this.key, this.origin] = [sealed.key, checkpoint.origin];
    this.keys.add(sealed.key.fingerprint);
    this.origins.add(checkpoint.origin);
    return null;
  }

  private whyNotOfLog({ checkpoint, sealed, signed }: OpenedRecord): string | null {
    if (this.origin !== null && checkpoint.origin !== this.origin) return `it is of another log: ${checkpoint.origin}`;
    const old = this.key ?? sealed.key;
    const signers = signersOf(signed, [old, sealed.key]).map(({ text }) => text);
    if (!signers.includes(old.text)) return `it is not signed by ${old.text}`;
    return signers.includes(sealed.key.text) ? null : unannounced(sealed.key);
  }

  /** Another log begins, over what it keeps of this one; `null` where it names this one's end. */
  private async begun({ checkpoint, sealed, signed }: OpenedRecord, continues: Continued): Promise<string | null> {
    const { key } = this;
    if (key === null) return 'continues: there is no log before it';
    const { origin, size, root, kept } = continues;
    if (origin !== this.origin || size !== this.tree.size || !root.equals(this.tree.root()))
      return 'continues: the log before ends otherwise';
    if (this.origins.has(checkpoint.origin)) return `continues: a log before it had the name ${checkpoint.origin}`;
    const cut = kept === 0 ? 0 : this.line.findIndex((each) => each.size === kept) + 1;
    if (kept > 0 && cut === 0) return `continues: no checkpoint of the log before is over ${kept} leaves`;
    const old = new VerifierKey(checkpoint.origin, key.publicKey);
    const signers = signersOf(signed, [old, sealed.key]).map(({ text }) => text);
    if (!signers.includes(sealed.key.text)) return unannounced(sealed.key);
    const vouched = signers.includes(old.text);
    if (!vouched) this.keys.clear(); // whoever trusts the old key has no reason to trust this one
    const dropped = this.line.slice(cut).map(({ number }) => number);
    const { number, sealedAt } = sealed;
    this.continuations.push({ ...continues, number, sealedAt, newOrigin: checkpoint.origin, vouched, dropped });
    await this.setBack(cut);
    return null;
  }

  private async setBack(cut: number): Promise<void> {
    this.line = this.line.slice(0, cut);
    this.tree = new GrowingTree();
    for (const { number } of this.line) {
      const bytes = await this.read(number);
      if (bytes) for (const leaf of leavesOf(readRecord(bytes))) this.tree.push(leaf);
    }
  }

  private differing({ origin, size, root }: Checkpoint): string | null {
    // Of another log: one that continues this one, or was continued by it, may have a checkpoint of the same size.
    for (const each of this.known.filter((known) => known.size === size && known.origin === origin)) {
      if (!each.root.equals(root)) return 'root: a checkpoint given has another one';
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

const unannounced = ({ text }: VerifierKey): string => `it is not signed by the key that it announces, ${text}`;

const nameOf = ({ origin, size, root }: Checkpoint): string => `${origin} ${size} ${root.toString('hex')}`;
