import {
  type Calendar,
  type CivilDate,
  type DayAnswer,
  type HolidayNotice,
  lastWorkingDay,
  rollForward,
  safeDay,
} from '../../calendar/index.js';
import type { Law } from '../law.js';
import type { Count, LimitReading, LimitRule } from '../pack.js';
import type { Bilingual, Citation, Confidence, Deadline, DeadlineReading, Firmness, ProofStep } from '../proof.js';

/**
 * A date with everything that gives it, for people (`explanationText`) and for a second computation that knows neither
 * the rules nor the calendar (`libs/proof-check`). Plain JSON; all dates are civil dates in Asia/Shanghai.
 */
export interface Explanation {
  /** What is explained: the id of an obligation, the name of a clock, a question to the calendar. */
  subject: string;
  about: Bilingual;
  /** Null for a plain question to the calendar. */
  duty: LimitRule['duty'] | null;
  date: CivilDate;
  firmness: Firmness;
  /** Which reading gives the date: the earliest for the company's own duties, the default one else. */
  drivenBy: 'earliest' | 'default';
  /** The last working day on or before the date, with each day looked at; null where nobody has to act before it. */
  safeDay: { date: CivilDate; steps: ProofStep[] } | null;
  /** Every reading of the rule, the default first. */
  readings: ExplainedReading[];
  /** The pinned rule pack; null for a plain question to the calendar. */
  pack: string | null;
  /** The pinned calendar, up to which day notices arranged it, and the notices behind the days listed here. */
  calendar: { id: string; coveredTo: CivilDate; notices: HolidayNotice[] };
}

export interface ExplainedReading {
  id: string;
  drives: boolean;
  /** Two persons of the house settled on this reading: within which scope, and by which entry of the house's stream. */
  settled: DeadlineReading['settled'] | null;
  rule: ExplainedRule | null;
  /** The fact that starts the clock; for a fixed day of the year, the year. */
  start: { name: string; value: string };
  count: Count;
  /** Days of an expert review that were left out. */
  pausedDays: number;
  /** The days that a plain count of Monday to Friday, or of all days, would get wrong; of working days also both ends. */
  steps: ProofStep[];
  date: CivilDate;
  firmness: Firmness;
  /** The working day that a rest day moves to, with each day looked at; null where this reading does not move. */
  moved: Moved | null;
}

export interface Moved {
  to: 'next-working-day' | 'last-working-day';
  date: CivilDate;
  steps: ProofStep[];
}

export interface ExplainedRule {
  id: string;
  wording: Bilingual;
  citation: Citation;
  /** Title of the cited source; null where the pack does not list it. */
  source: Bilingual | null;
  confidence: Confidence;
}

/** What a date is of. */
export interface Explained {
  subject: string;
  about: Bilingual;
  duty: LimitRule['duty'];
}

/** Explains a deadline by the law that gave it. Pure; the deadline is not computed again but laid open. */
export function explain(law: Law, { subject, about, duty }: Explained, deadline: Deadline): Explanation {
  const { date, firmness, readings } = deadline;
  const earliest = readings.every((reading) => reading.date >= date);
  const drivenBy = duty !== 'authority' && earliest ? 'earliest' : 'default';
  const driving = drivenBy === 'earliest' ? readings.find((reading) => reading.date === date) : readings[0];
  const safe = deadline.safeDay === null ? null : safeDay(law.calendar, date);
  return withNotices(law.calendar, {
    subject,
    about,
    duty,
    date,
    firmness,
    drivenBy,
    safeDay: safe && { date: safe.date, steps: safe.steps },
    readings: readings.map((reading) => explained(law, duty, reading, reading === driving)),
    pack: readings[0]?.proof.pack ?? law.pack.id,
  });
}

function explained(law: Law, duty: LimitRule['duty'], reading: DeadlineReading, drives: boolean): ExplainedReading {
  const { id, date, rolled, proof } = reading;
  const moves = duty === 'authority' && readingIn(law, reading)?.roll === 'next-working-day';
  // The proof lists the days of the move behind those of the count, which end before the rest day.
  const steps = rolled === date ? proof.steps : proof.steps.filter((step) => step.date < date);
  return {
    id,
    drives,
    settled: reading.settled ?? null,
    rule: {
      id: proof.ruleId,
      wording: proof.wording,
      citation: proof.citation,
      source: law.pack.sources[proof.citation.source]?.title ?? null,
      confidence: proof.confidence,
    },
    start: startOf(proof.inputs),
    count: countOf(proof.inputs),
    pausedDays: steps.filter(({ reason }) => reason.code === 'expert-review').length,
    steps,
    date,
    firmness: proof.firmness,
    moved: moves ? movedTo('next-working-day', rollForward(law.calendar, date)) : null,
  };
}

/** The reading in the pack. Rules may share an id when their validity differs; the wording tells them apart. */
function readingIn({ pack }: Law, { id, proof }: DeadlineReading): LimitReading | undefined {
  const rules = pack.limits.filter((rule) => rule.id === proof.ruleId);
  const candidates = rules.flatMap((rule) => rule.readings.filter((reading) => reading.id === id));
  return candidates.find(({ wording }) => wording.en === proof.wording.en) ?? candidates[0];
}

const notTheStart = ['length', 'unit', 'direction', 'pausedDays', 'monthDay', 'years', 'end'];

function startOf(inputs: Record<string, string | number>): ExplainedReading['start'] {
  const [name = '', value = ''] = Object.entries(inputs).find(([key]) => !notTheStart.includes(key)) ?? [];
  return { name, value: String(value) };
}

/** The count, as `measure` put it among the inputs of the proof. */
function countOf({ length, unit, direction, monthDay, years, end }: Record<string, string | number>): Count {
  if (length !== undefined) return { kind: 'length', length, unit, direction } as Count;
  if (monthDay !== undefined) return { kind: 'day-of-year', monthDay: String(monthDay) };
  if (years !== undefined) return { kind: 'term', years, end } as Count;
  return { kind: 'same-day' };
}

function movedTo(to: Moved['to'], { date, steps }: DayAnswer): Moved {
  return { to, date, steps };
}

/** Adds the calendar, and the notices that arranged the days which the explanation lists. */
export function withNotices(calendar: Calendar, explanation: Omit<Explanation, 'calendar'>): Explanation {
  const { id, table } = calendar;
  const steps = [
    ...(explanation.safeDay?.steps ?? []),
    ...explanation.readings.flatMap((reading) => [...reading.steps, ...(reading.moved?.steps ?? [])]),
  ];
  const days = new Set(steps.map(({ date }) => date));
  const keys = new Set(
    table.years.flatMap(({ year, arrangements }) =>
      arrangements
        .filter(
          ({ from, to, makeUpWorkingDays }) =>
            makeUpWorkingDays.some((day) => days.has(day)) || [...days].some((day) => from <= day && day <= to),
        )
        .map(({ notice }) => notice ?? `holiday notice ${year}`),
    ),
  );
  const notices = table.notices.filter(({ key }) => keys.has(key));
  return { ...explanation, calendar: { id, coveredTo: table.covered.to, notices } };
}

/** A question to the calendar alone: a count from a day, and where it lands on a rest day. */
export interface CalendarQuestion {
  subject: string;
  about: Bilingual;
  start: CivilDate;
  count: Count;
  answer: Pick<DayAnswer, 'date' | 'firmness' | 'steps'>;
  moved?: Moved['to'];
  withSafeDay?: boolean;
}

/** Explains a plain question to the calendar; no rule stands behind it. */
export function explainDay(calendar: Calendar, question: CalendarQuestion): Explanation {
  const { subject, about, start, count, answer } = question;
  const found = question.moved && (question.moved === 'next-working-day' ? rollForward : lastWorkingDay);
  const moved = question.moved && found ? { to: question.moved, ...found(calendar, answer.date) } : null;
  const date = moved?.date ?? answer.date;
  const safe = question.withSafeDay ? safeDay(calendar, date) : null;
  const provisional = [answer, moved, safe].some((part) => part?.firmness === 'provisional');
  return withNotices(calendar, {
    subject,
    about,
    duty: null,
    date,
    firmness: provisional ? 'provisional' : 'firm',
    drivenBy: 'default',
    safeDay: safe && { date: safe.date, steps: safe.steps },
    readings: [
      {
        id: subject,
        drives: true,
        settled: null,
        rule: null,
        start: { name: 'date', value: start },
        count,
        pausedDays: 0,
        steps: answer.steps,
        date: answer.date,
        firmness: moved?.firmness === 'provisional' ? 'provisional' : answer.firmness,
        moved: moved && movedTo(moved.to, moved),
      },
    ],
    pack: null,
  });
}
