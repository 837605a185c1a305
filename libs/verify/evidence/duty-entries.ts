import type { Envelope } from '../../ledger/index.js';
import { dayOf, type Members, membersOf, numberOf, textOf } from './members.js';

export interface DutyEntry {
  seq: number;
  type: string;
  /** Of its record. */
  day: string;
  validOn: string;
}

/** A reminder of a duty that was open. */
export interface Reminder extends DutyEntry {
  obligation: string;
  date: unknown;
}

/** Gathers from the license's entries what shows something of duties. */
export class DutyEntries {
  private readonly entries = new Map<number, DutyEntry>();
  private readonly filings = new Set<unknown>();
  private readonly calendars: { seq: number; id: unknown }[] = [];
  /** By the duty: the entry that waived it. */
  readonly waivers = new Map<string, DutyEntry>();
  readonly reminders: Reminder[] = [];

  /** @param wanted numbers of the entries that are asked for: a stream may be of any length */
  constructor(private readonly wanted: ReadonlySet<number>) {}

  see({ stream, seq, type, recordedAt, validOn, data }: Envelope): void {
    if (!stream.startsWith('license/')) return;
    const entry = { seq, type, day: dayOf(recordedAt), validOn };
    if (this.wanted.has(seq)) this.entries.set(seq, entry);
    const { filingId, obligationId, pins, calendar } = membersOf(data);
    if (filingId !== undefined) this.filings.add(filingId);
    if (type === 'license-opened') this.calendars.push({ seq, id: membersOf(pins).calendar });
    if (type === 'calendar-adopted') this.calendars.push({ seq, id: calendar });
    if (type === 'obligation-waived') this.waivers.set(textOf(obligationId), entry);
    if (type === 'notice-due') this.seeReminder(entry, membersOf(data));
  }

  /** What was due up to an import is on record, and nobody was reminded. */
  private seeReminder(entry: DutyEntry, { obligationId, date, withheld }: Members): void {
    if (withheld === true) return;
    this.reminders.push({ ...entry, obligation: textOf(obligationId), date: date ?? null });
  }

  at(seq: unknown): DutyEntry | undefined {
    return this.entries.get(numberOf(seq));
  }

  hasFiling(id: unknown): boolean {
    return this.filings.has(id);
  }

  /** The calendar by which the license went after this entry. */
  calendarAt(seq: number): unknown {
    return this.calendars.findLast((taken) => taken.seq <= seq)?.id;
  }
}
