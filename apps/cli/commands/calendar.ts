/** `paizhao calendar …`: working days of China, offline. */
import {
  addDays,
  addWorkingDays,
  coverage,
  type DayAnswer,
  isWorkingDay,
  lastWorkingDay,
  rollForward,
  safeDay,
  workingDaysBetween,
} from '../../../libs/calendar/index.js';
import { wholeNumber } from '../arguments.js';
import type { Bilingual, Command, CommandInput } from '../command.js';
import { dateInWords, firmnessInWords, stepsInWords } from '../dates-in-words.js';
import { coveredDate, currentLaw } from '../law.js';

const { calendar } = currentLaw;

const dateArgument = (name = 'date') => ({ name, describe: { zh: '日期，YYYY-MM-DD', en: 'a day, YYYY-MM-DD' } });
const countArgument = (describe: Bilingual) => ({ name: 'n', describe });

function dateOf(input: CommandInput, position = 0, name = 'date'): string {
  return coveredDate(input.positionals[position], name);
}

function countOf(input: CommandInput): number {
  return wholeNumber(input.positionals[1], 'n');
}

export const calendarAdd: Command = {
  describe: {
    zh: '某日之后第 n 个工作日（或自然日），当日不计',
    en: 'the n-th working day (or day) after a day, which is not counted itself',
  },
  positionals: [dateArgument(), countArgument({ zh: '天数，0 或以上', en: 'how many, 0 or more' })],
  options: {
    unit: {
      type: 'string',
      values: ['working-day', 'day'],
      default: 'working-day',
      describe: { zh: '单位', en: 'the unit' },
    },
  },
  examples: ['calendar add 2026-09-14 5 --unit working-day', 'calendar add 2026-03-15 60 --unit day'],
  run(input, { language }) {
    const [date, n] = [dateOf(input), countOf(input)];
    const answer: DayAnswer =
      input.options.unit === 'day'
        ? { date: addDays(date, n), firmness: 'firm', steps: [] }
        : addWorkingDays(calendar, date, n);
    return {
      json: answer,
      lines: [
        `${dateInWords(answer.date, language)}${firmnessInWords(answer.firmness, language)}`,
        ...stepsInWords(answer.steps, language),
      ],
    };
  },
};

export const calendarBefore: Command = {
  describe: {
    zh: '某日之前 n 个自然日，及其安全日（不晚于该日的最后一个工作日）',
    en: 'the day n days before a day, and the safe working day on or before it',
  },
  positionals: [dateArgument(), countArgument({ zh: '自然日数，0 或以上', en: 'calendar days, 0 or more' })],
  examples: ['calendar before 2026-12-31 90'],
  run(input, { language }) {
    const date = addDays(dateOf(input), -countOf(input));
    const safe = safeDay(calendar, date);
    return {
      json: { date, safeDate: safe.date, firmness: safe.firmness },
      lines: [
        dateInWords(date, language),
        `${{ zh: '安全日：', en: 'safe day: ' }[language]}${dateInWords(safe.date, language)}${firmnessInWords(safe.firmness, language)}`,
      ],
    };
  },
};

export const calendarRoll: Command = {
  describe: { zh: '当日，或其后第一个工作日', en: 'the day itself or the next working day' },
  positionals: [dateArgument()],
  examples: ['calendar roll 2026-10-02'],
  run: (input, { language }) => nearest(rollForward(calendar, dateOf(input)), language),
};

export const calendarLast: Command = {
  describe: { zh: '当日，或其前最后一个工作日', en: 'the day itself or the last working day before it' },
  positionals: [dateArgument()],
  examples: ['calendar last 2026-10-02'],
  run: (input, { language }) => nearest(lastWorkingDay(calendar, dateOf(input)), language),
};

function nearest({ date, firmness, steps }: DayAnswer, language: 'zh' | 'en') {
  return {
    json: { date, firmness },
    lines: [`${dateInWords(date, language)}${firmnessInWords(firmness, language)}`, ...stepsInWords(steps, language)],
  };
}

export const calendarBetween: Command = {
  describe: { zh: 'a 之后至 b（含）的工作日数', en: 'working days after a, up to and including b' },
  positionals: [dateArgument('a'), dateArgument('b')],
  examples: ['calendar between 2026-09-14 2026-09-20'],
  run(input, { language }) {
    const answer = workingDaysBetween(calendar, dateOf(input, 0, 'a'), dateOf(input, 1, 'b'));
    const unit = language === 'zh' ? ' 个工作日' : answer.days === 1 ? ' working day' : ' working days';
    return { json: answer, lines: [`${answer.days}${unit}${firmnessInWords(answer.firmness, language)}`] };
  },
};

export const calendarIsWorkingDay: Command = {
  describe: { zh: '是否为工作日，及原因', en: 'whether offices work on a day, and why' },
  positionals: [dateArgument()],
  examples: ['calendar is-working-day 2026-09-20'],
  run(input, { language }) {
    const date = dateOf(input);
    const answer = isWorkingDay(calendar, date);
    const verdict = answer.workingDay ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    return {
      json: answer,
      lines: [`${dateInWords(date, language)}: ${verdict[language]}, ${answer.reason[language]}`],
    };
  },
};

export const calendarCoverage: Command = {
  describe: { zh: '国务院放假安排已收录的起止日', en: 'the days that State Council notices have arranged' },
  positionals: [],
  examples: ['calendar coverage'],
  run(_input, { language }) {
    const { from, to, assumedTo } = coverage(calendar);
    return {
      json: { from, to },
      lines: [
        `${from} … ${to} (${calendar.id})`,
        { zh: `其后至 ${assumedTo} 为推定`, en: `after it, up to ${assumedTo}, days are assumed` }[language],
      ],
    };
  },
};
