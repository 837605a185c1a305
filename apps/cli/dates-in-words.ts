/** Dates and their firmness as people read them. */
import { type CivilDate, type Firmness, type Step, weekday } from '../../libs/calendar/index.js';
import type { Language } from './command.js';

const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** `2026-09-20 (Sunday)` */
export function dateInWords(date: CivilDate, language: Language): string {
  const name = WEEKDAYS[language][weekday(date) - 1];
  return language === 'zh' ? `${date}（${name}）` : `${date} (${name})`;
}

/** What follows a date: nothing when it is firm, a warning when it may still move. */
export function firmnessInWords(firmness: Firmness, language: Language): string {
  if (firmness === 'firm') return '';
  return {
    zh: '，暂定（放假安排尚未收录）',
    en: ', provisional (the arrangements of its year are not in the calendar)',
  }[language];
}

/** One line per step: `+` counted, `-` not counted. */
export function stepsInWords(steps: readonly Step[], language: Language): string[] {
  return steps.map(({ date, counted, reason }) => `  ${counted ? '+' : '-'} ${date}  ${reason[language]}`);
}
