import type { NoticeDue, ObligationKind } from '../domain/index.js';

export type Language = 'zh' | 'en';

interface BothLanguages {
  zh: string;
  en: string;
}

/** Why a date is what it is, in words that people can check. */
export interface LegalBasis {
  /** Title of the law, measures or notice. */
  source: BothLanguages;
  /** As people cite it, such as `art. 32(4)`. */
  article: string;
  wording: BothLanguages;
  confidence: 'verified' | 'secondary' | 'unverified';
}

/** Another way to read the law, with the date it gives. */
export interface OtherReading {
  date: string;
  wording: BothLanguages;
}

/** All that a message about an obligation says. Civil dates are `YYYY-MM-DD` in Asia/Shanghai. */
export interface NoticeContent {
  language: Language;
  recipient: { name: string; role: 'owner' | 'deputy' | 'manager' };
  company: string;
  license: {
    id: string /** Permit number, or service types and coverage while there is none. */;
    name: string;
    url: string;
  };
  /** The license's day on which the letter is written. */
  today: string;
  kind: ObligationKind;
  /** Year, where the duty recurs. */
  period: string | null;
  notice: NoticeDue;
  /** How often people were told that the date moved. */
  dateMoves: number;
  /** What to do next. */
  next: BothLanguages | null;
  basis: LegalBasis | null;
  otherReadings: OtherReading[];
  /** Last day on which the duty can still be made good. */
  cureEnd: string | null;
  /** The message could not be delivered to somebody else; this recipient stands in. */
  undelivered: boolean;
  /** The owner wants no reminders of this kind; this recipient is told instead, since the law asks for the act. */
  mutedByRecipient: boolean;
  /** The one-use link that acknowledges this notice; null where there is nothing to acknowledge. */
  acknowledgeUrl: string | null;
  /** The license's time was skipped: no real duty. */
  simulated: boolean;
}
