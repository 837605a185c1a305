import {
  type Actor,
  type Context,
  evolve,
  type LicenseEvent,
  type LicenseState,
  type RecordedEvent,
  tick,
} from '../../libs/domain/index.js';
import { type LockedHead, place } from '../../libs/ledger/append.js';
import { type Envelope, openBody, type SealedEntry, seal } from '../../libs/ledger/envelope.js';
import { licenseStream } from '../../libs/ledger/streams.js';

/** A tick changes what else is due; one that never settles is a defect, and nothing of it may go on record. */
const maxRounds = 50;

const tickActor: Actor = { kind: 'system', id: 'tick' };

/**
 * The entries that a turn proposes, each sealed to the one before it, and the state after them. The state is folded
 * from the very bytes that will be on record, so that no later fold can differ.
 */
export class Draft {
  readonly entries: SealedEntry[] = [];
  readonly envelopes: Envelope[] = [];

  constructor(
    readonly licenseId: string,
    private readonly head: LockedHead,
    private readonly now: string,
    private readonly commandId: string,
    public state: LicenseState | null,
  ) {}

  add(events: readonly LicenseEvent[], actor: Actor): void {
    for (const { type, v, validOn, data } of events) {
      const [envelope] = place(licenseStream(this.licenseId), this.standing(), this.now, [
        { type, v, validOn, data, actor, commandId: this.commandId },
      ]);
      const [entry] = envelope ? seal(this.standing().hash, [envelope]) : [];
      if (!entry) throw new Error('An event was not placed.');
      const onRecord = openBody(entry.body);
      this.entries.push(entry);
      this.envelopes.push(onRecord);
      this.state = evolve(this.licenseId, this.state, recordedEvent(onRecord));
    }
  }

  /**
   * Whatever falls due at `context.now`, again and again until nothing does.
   * @param told false for notices that are recorded and of which nobody is told
   */
  settle(contextOf: (state: LicenseState) => Context, told = true): void {
    for (let round = 0; this.state !== null; round += 1) {
      const context = contextOf(this.state);
      const due = tick(this.state, context.now, context);
      if (due.length === 0) return;
      if (round === maxRounds) throw new Error(`What is due for license ${this.licenseId} does not settle.`);
      this.add(told ? due : due.map(withheld), tickActor);
    }
  }

  private standing(): LockedHead {
    const last = this.entries.at(-1);
    return last ? { ...this.head, seq: last.seq, hash: last.hash } : this.head;
  }
}

function withheld(event: LicenseEvent): LicenseEvent {
  return event.type === 'notice-due' ? { ...event, data: { ...event.data, withheld: true } } : event;
}

/** An envelope as the domain reads it. */
export function recordedEvent(envelope: Envelope): RecordedEvent {
  const { type, v, validOn, data, seq, recordedAt, actor } = envelope;
  return { type, v, validOn, data, seq, recordedAt, actor } as RecordedEvent;
}
