/** `paizhao clocks`: every clock that runs by the facts of a timeline, one row for each way to read the law. */
import { shanghaiDay } from '../../../libs/calendar/index.js';
import { type ClockRow, clockRows, type TimelineClock, timelineClocks } from '../../../libs/rulebook/index.js';
import type { Command, CommandContext, Language } from '../command.js';
import { dateInWords, firmnessInWords } from '../dates-in-words.js';
import { jsonIn } from '../json-argument.js';
import { currentLaw } from '../law.js';
import { placeInWords } from '../rules/places.js';

export const timelineArgument = {
  name: 'timeline.json',
  describe: {
    zh: '已发生的事实（docs/schemas/clocks-timeline.schema.json）',
    en: 'what happened so far (docs/schemas/clocks-timeline.schema.json)',
  },
};

export const clocks: Command = {
  describe: {
    zh: '按时间线上的事实，列出所有在走的期限及每种理解',
    en: 'every clock that runs by the facts of a timeline, under each reading of the law',
  },
  positionals: [timelineArgument],
  examples: ['clocks docs/examples/timeline.json'],
  run(input, { language, readText }) {
    const running = clocksIn(input.positionals[0] as string, readText);
    return {
      json: running.flatMap(clockRows),
      lines: running.flatMap((clock) => inWords(clock, language)),
    };
  },
};

/** The clocks of the timeline that an argument names. */
export function clocksIn(path: string, readText: CommandContext['readText']): TimelineClock[] {
  const timeline = jsonIn(readText(path), 'clocks', 'the timeline');
  return timelineClocks(currentLaw, timeline, shanghaiDay(new Date().toISOString()));
}

function inWords(clock: TimelineClock, language: Language): string[] {
  const proofs = new Map(clock.deadline.readings.map(({ id, proof }) => [id, proof]));
  const rows = clockRows(clock).flatMap((row) => {
    const proof = proofs.get(row.reading.replace('/next-working-day', ''));
    const place = proof ? `  [${proof.citation.source} ${placeInWords(proof.citation, language)}]` : '';
    const line = `  ${rowInWords(row, language)}${place}`;
    return proof && proofs.has(row.reading) ? [line, `      ${proof.wording[language]}`] : [line];
  });
  return [`${clock.about[language]}  [${clock.clock}]`, ...rows];
}

function rowInWords({ reading, start, pausedDays, due, safe, firmness }: ClockRow, language: Language): string {
  const word = words[language];
  const before = safe === null || safe === due ? '' : `${word.safe}${dateInWords(safe, language)}`;
  const paused = pausedDays === 0 ? '' : word.paused(pausedDays);
  const date = `${dateInWords(due, language)}${before}${firmnessInWords(firmness, language)}`;
  return `${date}  ${word.from}${start}${paused}  ${reading}`;
}

const words = {
  zh: { safe: '，安全日 ', from: '起始 ', paused: (days: number) => `，扣除 ${days} 日` },
  en: { safe: ', safe day ', from: 'from ', paused: (days: number) => `, ${days} days left out` },
} as const;
