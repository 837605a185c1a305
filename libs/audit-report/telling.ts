import { shanghaiDay } from '../calendar/index.js';
import type { AuditContent } from './content.js';
import { type Names, namesOf } from './names.js';
import { People } from './people.js';
import { type Language, type ReportWords, wordsOf } from './words/index.js';

/** What each part of the report is told from. */
export interface Telling {
  content: AuditContent;
  language: Language;
  say: ReportWords;
  names: Names;
  people: People;
}

export function tellingOf(content: AuditContent, language: Language): Telling {
  const say = wordsOf(language);
  const names = namesOf(content.last?.pins.pack ?? content.first?.pins.pack ?? null, language);
  return { content, language, say, names, people: new People(content.people, say) };
}

/** Days were asked for that had not come when the report was made. */
export const endsAhead = ({ asked, period }: AuditContent): boolean => asked.to > period.to;

/** What heads a column about the last day. */
export const lastDayOf = ({ content, say: { license: words } }: Telling): string =>
  endsAhead(content) ? words.onMade(content.period.to) : words.onLast(content.period.to);

/** An instant as the clock in Beijing shows it: `2026-11-26 09:00:03`. */
export function beijingTime(instant: string): string {
  const hour = (Number(instant.slice(11, 13)) + 8) % 24;
  return `${shanghaiDay(instant)} ${String(hour).padStart(2, '0')}${instant.slice(13, 19)}`;
}

/** `12345678` as `12,345,678`, whatever the program's locale. */
export const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/gu, ',');
