/** Dates and their firmness as people read them. */
import type { Firmness, Step } from '../../libs/calendar/index.js';
import type { Language } from './command.js';

export { dayInWords as dateInWords } from '../../libs/rulebook/index.js';

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
