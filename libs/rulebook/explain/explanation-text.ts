/**
 * An explanation as people read it, in either language. The form is fixed, because `libs/proof-check` reads it back
 * and computes the date again from this text alone: a changed word here needs the same change there.
 */
import { type CivilDate, weekday } from '../../calendar/index.js';
import type { Count } from '../pack.js';
import type { ProofStep } from '../proof.js';
import type { ExplainedReading, Explanation, Moved } from './explanation.js';
import { type ExplanationWords, type Language, startNames, weekdayNames, words } from './words.js';

/** `2026-09-20 (Sunday)` */
export function dayInWords(date: CivilDate, language: Language): string {
  const name = weekdayNames[language][weekday(date) - 1];
  return language === 'zh' ? `${date}（${name}）` : `${date} (${name})`;
}

/** One line each; lines that begin with `+` count a day, those with `-` do not. */
export function explanationText(explanation: Explanation, language: Language): string[] {
  const word = words[language];
  const { subject, about, duty, date, firmness, drivenBy, safeDay, readings, pack, calendar } = explanation;
  return [
    `${word.title}${about[language]}`,
    `${word.subject}${subject}`,
    `${word.date}${dayInWords(date, language)}${word.comma}${word.firmness[firmness]}`,
    `${word.duty}${word.duties[duty ?? 'none']}${word.semicolon}${word.drivenBy[drivenBy]}`,
    ...(safeDay === null
      ? []
      : [
          `${word.safeDay}${dayInWords(safeDay.date, language)}${word.comma}${word.safeDayIs}`,
          ...stepLines(safeDay.steps, language),
        ]),
    ...readings.flatMap((reading, i) => ['', ...readingText(reading, [i + 1, readings.length], language)]),
    '',
    ...(pack === null ? [] : [`${word.pack}${pack}`]),
    `${word.calendar}${calendar.id}${word.comma}${word.coveredTo(calendar.coveredTo)}`,
    ...calendar.notices.map(
      ({ title, number, published, confidence }) =>
        `${word.notice}${title}${word.comma}${number}${word.comma}${published}${word.semicolon}${word.confidence[confidence]}`,
    ),
  ];
}

function readingText(reading: ExplainedReading, [place, of]: [number, number], language: Language): string[] {
  const word = words[language];
  const { id, drives, settled, rule, start, count, pausedDays, steps, date, firmness, moved } = reading;
  const marks = [...(place === 1 ? [word.default] : []), ...(drives ? [word.drives] : [])].join(word.comma);
  return [
    `${word.reading} ${place}/${of}${word.colon}${id}${marks === '' ? '' : word.brackets(marks)}`,
    ...(rule === null
      ? []
      : [
          `  ${word.rule}${rule.id}${word.comma}${rule.citation.source} ${rule.citation.article}${rule.source === null ? '' : word.brackets(rule.source[language])}${word.semicolon}${word.confidence[rule.confidence]}`,
          `  ${word.says}${rule.wording[language]}`,
        ]),
    ...(settled ? [`  ${word.settled(settled.scope, settled.houseSeq)}`] : []),
    `  ${word.start}${startInWords(start, language)}`,
    `  ${word.count}${countInWords(count, word)}`,
    ...(pausedDays === 0 ? [] : [`  ${word.leftOut(pausedDays)}`]),
    ...(steps.length === 0 ? [] : [`  ${word.steps[unitOf(count)]}`, ...stepLines(steps, language)]),
    `  ${word.result}${dayInWords(date, language)}${word.comma}${word.firmness[firmness]}`,
    ...(moved === null ? [] : movedText(moved, language)),
  ];
}

function movedText({ to, date, steps }: Moved, language: Language): string[] {
  const word = words[language];
  return [`  ${word.moved[to]}${dayInWords(date, language)}`, ...stepLines(steps, language)];
}

function stepLines(steps: readonly ProofStep[], language: Language): string[] {
  return steps.map(
    ({ date, counted, reason }) => `    ${counted ? '+' : '-'} ${dayInWords(date, language)} ${reason[language]}`,
  );
}

function startInWords({ name, value }: ExplainedReading['start'], language: Language): string {
  const day = /^\d{4}$/.test(value) ? value : dayInWords(value, language);
  const known = startNames[name];
  return `${name} ${day}${known ? `${words[language].comma}${known[language]}` : ''}`;
}

function countInWords(count: Count, word: ExplanationWords): string {
  switch (count.kind) {
    case 'length':
      return word.length(count.length, count.unit, count.direction);
    case 'day-of-year':
      return word.dayOfYear(count.monthDay);
    case 'term':
      return word.term(count.years, count.end);
    case 'same-day':
      return word.sameDay;
    default:
      return count satisfies never;
  }
}

const unitOf = (count: Count): 'working-day' | 'day' =>
  count.kind === 'length' && count.unit === 'working-day' ? 'working-day' : 'day';
