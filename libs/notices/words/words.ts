import type { LadderSource, ObligationKind, Preparation } from '../../domain/index.js';
import type { NoticeContent } from '../content.js';

type Role = NoticeContent['recipient']['role'];

/** Everything that a message says in one language. */
export interface Words {
  /** Names the sender at the head of every mail. */
  product: string;
  /** Between a label and what it names. */
  colon: string;
  /** What the obligation is called. */
  kind: Record<ObligationKind, string>;
  role: Record<Role, string>;
  confidence: Record<'verified' | 'secondary' | 'unverified', string>;
  greeting: (name: string) => string;
  /** One sentence: where the duty stands on the ladder. `daysLeft` to the safe day; negative when it has passed. */
  rung: (rung: string, daysLeft: number | null) => string;
  simulated: string;
  late: (plannedOn: string) => string;
  skipped: (count: number) => string;
  moved: (from: string | null, to: string | null) => string;
  asDeputy: string;
  asManager: string;
  /** The notice went to its recipients without waiting for an acknowledgement. */
  toldTogether: string;
  /** Somebody before the recipient is away. */
  standsIn: string;
  /** Whose choice the reminder's day is; null for the rule pack's own. */
  ladder: (ladder: LadderSource) => string | null;
  /** The latest safe start, by own history; `passed` when it is over. */
  startBy: (preparation: Preparation, passed: boolean) => string;
  undelivered: string;
  mutedByRecipient: string;
  provisional: string;
  noDate: string;
  /** What a date rests on. `article` as the pack cites it, such as `art. 32(4)`. */
  basis: (source: string, article: string, confidence: string, wording: string) => string;
  /** The rung by its key, and the day for which it was planned. */
  rungAndDay: (rung: string, plannedOn: string) => string;
  /** Who else was told of this; nobody where the list is empty. */
  told: (others: readonly Role[]) => string;
  /** Why the recipient gets it. */
  why: (role: Role) => string;
  labels: {
    company: string;
    license: string;
    obligation: string;
    legalDate: string;
    withoutRightSince: string;
    authorityDate: string;
    spanEnd: string;
    safeDay: string;
    cureEnd: string;
    basis: string;
    otherReadings: string;
    next: string;
    startBy: string;
    ladder: string;
    open: string;
    acknowledge: string;
    /** What the acknowledgement does, and what not. */
    acknowledgeNote: string;
    authority: string;
    rung: string;
    told: string;
    reference: string;
  };
  subject: (parts: {
    kind: string;
    license: string;
    date: string | null;
    past: boolean;
    /** The date is the last day of a span. */
    span: boolean;
    undelivered: boolean;
  }) => string;
  digest: {
    /** `head`: subject of the most pressing notice; `count` of all notices. */
    subject: (head: string, count: number) => string;
    lead: (count: number, licenses: number) => string;
    why: string;
    /** Of what leaves at once. */
    whyAtOnce: string;
  };
  /** Dates in calendars. */
  calendar: {
    name: string;
    /** Before the name of an event. */
    simulated: string;
    provisional: string;
    /** Of a feed that had no room for every license. */
    leftOut: string;
  };
  /** What ends the reminders. */
  footer: string;
}

/** Takes apart a rung's key, such as `S-30` or `weekly-3`. */
export function rungParts(rung: string): { name: string; count: number | null } {
  const [, name = rung, count] = /^(.*?)(?:-(\d+))?$/.exec(rung) ?? [];
  return { name, count: count === undefined ? null : Number(count) };
}
