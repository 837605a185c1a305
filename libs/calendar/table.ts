/** The shape of a published calendar. Plain JSON: it can stand in a file, be hashed and be read by a lawyer. */
import type { CivilDate } from './civil-date.js';

/** How well a statement is supported, as in the rule packs. */
export type Confidence = 'verified' | 'secondary' | 'unverified';

/** The State Council notice that arranged some days off. */
export type HolidayNotice = {
  /** `holiday notice <year>`, with `/2` for a later change of the same year. */
  key: string;
  title: string;
  number: string;
  published: CivilDate;
  /** Of number and date; the days themselves are cross-checked day by day in the tests. */
  confidence: Confidence;
  note?: string;
};

/** One holiday as arranged: off from the first to the last day, and the weekend days that are worked for it. */
export type Arrangement = {
  holiday: string;
  from: CivilDate;
  to: CivilDate;
  makeUpWorkingDays: readonly CivilDate[];
  /** Key of the notice, where it is not the yearly one. */
  notice?: string;
};

/** The days of one yearly notice; the arrangement of New Year may begin in the December before. */
export type CalendarYear = { year: number; arrangements: readonly Arrangement[] };

/** The days on which the lunar and solar-term holidays of one year fall. */
export type MovingDates = {
  year: number;
  springFestival: CivilDate;
  qingming: CivilDate;
  dragonBoat: CivilDate;
  midAutumn: CivilDate;
};

/**
 * A statutory holiday. `anchor` is a fixed `MM-DD` or the name of a moving date; `days` and `usualBreak` are the
 * first and last day off, counted from the anchor: by law, and as arranged in practice.
 */
export type StatutoryHoliday = {
  holiday: string;
  anchor: string;
  days: readonly [number, number];
  usualBreak?: readonly [number, number];
};

export type CalendarTable = {
  /** Permanent, `cn-<last covered year>.<version>`. */
  id: string;
  /**
   * The first and last day that notices have arranged. The next year's notice may still arrange days just before New
   * Year, as those of 2008, 2012, 2019 and 2023 did: that is a new table, like every change of a schedule.
   */
  covered: { from: CivilDate; to: CivilDate };
  /** Names by holiday key. */
  holidays: Readonly<Record<string, { zh: string; en: string }>>;
  notices: readonly HolidayNotice[];
  years: readonly CalendarYear[];
  /** What is assumed after the covered day: the law's holidays, one row of moving dates per year. */
  assumed: {
    law: { title: string; sourceKey: string; confidence: Confidence };
    statutory: readonly StatutoryHoliday[];
    movingDates: readonly MovingDates[];
  };
};
