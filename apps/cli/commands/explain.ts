/** `paizhao explain …`: why a date is what it is, as a text that can be checked again by itself. */
import { addDays, addWorkingDays, type CivilDate, type DayAnswer } from '../../../libs/calendar/index.js';
import { checkPrinted } from '../../../libs/proof-check/index.js';
import {
  type Bilingual,
  type Explanation,
  explain,
  explainDay,
  explanationText,
  lawOfPermit,
  renewalWindow,
  validityDeadline,
} from '../../../libs/rulebook/index.js';
import { wholeNumber } from '../arguments.js';
import { type Command, type CommandInput, type CommandResult, type Language, UsageError } from '../command.js';
import { coveredDate, currentLaw } from '../law.js';
import { verdictInWords } from './check-proof.js';
import { clocksIn, timelineArgument } from './clocks.js';

const { calendar } = currentLaw;

/** The explanations, and what the second computation says of them. */
function answer(explanations: Explanation[], language: Language): CommandResult {
  const differences = (checkPrinted(JSON.stringify(explanations)) ?? []).flatMap((checked) => checked.differences);
  const proven = differences.length === 0;
  return {
    json: { explanations, proven, differences },
    lines: [
      ...explanations.flatMap((explanation) => [...explanationText(explanation, language), '']),
      ...verdictInWords(differences, language),
    ],
    exitCode: proven ? 0 : 1,
  };
}

export const explainClocks: Command = {
  describe: {
    zh: '说明时间线上各期限的由来：起始、规则、条款、逐日计算和各种理解',
    en: 'why the clocks of a timeline end when they do: start, rule, article, days counted, readings',
  },
  positionals: [timelineArgument],
  options: {
    clock: {
      type: 'string',
      placeholder: '<name>',
      describe: { zh: '只说明该期限', en: 'only the clock of that name' },
    },
  },
  examples: ['explain clocks docs/examples/timeline.json --clock review'],
  run(input, { language, readText }) {
    const running = clocksIn(input.positionals[0] as string, readText);
    const { clock: wanted } = input.options;
    const chosen = wanted === undefined ? running : running.filter(({ clock }) => clock === wanted);
    if (chosen.length === 0) {
      const names = [...new Set(running.map(({ clock }) => clock))].join(', ');
      throw new UsageError('unknown-clock', `explain clocks: no clock "${wanted}" runs here; running: ${names}`);
    }
    const explanations = chosen.map(({ clock, about, duty, deadline, law }) =>
      explain(law, { subject: clock, about, duty }, deadline),
    );
    return answer(explanations, language);
  },
};

export const explainValidity: Command = {
  describe: {
    zh: '说明许可证有效期最后一日和续期申请截止日的由来',
    en: 'why a permit ends when it does, and by when its renewal is due',
  },
  positionals: [
    { name: 'start-date', describe: { zh: '有效期起始日，YYYY-MM-DD', en: 'the first day of validity, YYYY-MM-DD' } },
  ],
  examples: ['explain validity 2021-03-15'],
  run(input, { language }) {
    const validFrom = coveredDate(input.positionals[0], 'start-date');
    const law = lawOfPermit(currentLaw, validFrom, null);
    const validity = validityDeadline(law, validFrom);
    const renewal = renewalWindow(law, validity.date);
    const about = {
      validity: { zh: '许可证有效期', en: 'the end of validity' },
      renewal: { zh: '续期申请期限', en: 'the application for renewal' },
    };
    return answer(
      [
        explain(law, { subject: 'validity', about: about.validity, duty: 'company' }, validity),
        explain(law, { subject: 'renewal', about: about.renewal, duty: 'company' }, renewal),
      ],
      language,
    );
  },
};

const day = { name: 'date', describe: { zh: '日期，YYYY-MM-DD', en: 'a day, YYYY-MM-DD' } };
const number = { name: 'n', describe: { zh: '天数，0 或以上', en: 'how many, 0 or more' } };

const dateOf = (input: CommandInput): CivilDate => coveredDate(input.positionals[0], 'date');
const plain = (date: CivilDate): DayAnswer => ({ date, firmness: 'firm', steps: [] });

export const explainCalendarAdd: Command = {
  describe: {
    zh: '说明某日之后第 n 个工作日（或自然日）',
    en: 'why the n-th working day (or day) after a day is that day',
  },
  positionals: [day, number],
  options: {
    unit: {
      type: 'string',
      values: ['working-day', 'day'],
      default: 'working-day',
      describe: { zh: '单位', en: 'the unit' },
    },
  },
  examples: ['explain calendar-add 2026-09-14 5'],
  run(input, { language }) {
    const [start, length] = [dateOf(input), wholeNumber(input.positionals[1], 'n')];
    const unit = input.options.unit === 'day' ? 'day' : 'working-day';
    const found = unit === 'day' ? plain(addDays(start, length)) : addWorkingDays(calendar, start, length);
    const about =
      unit === 'day'
        ? { zh: `${start}之后第 ${length} 日`, en: `day ${length} after ${start}` }
        : { zh: `${start}之后第 ${length} 个工作日`, en: `working day ${length} after ${start}` };
    const count = { kind: 'length', length, unit, direction: 'after' } as const;
    return answer([explainDay(calendar, { subject: 'calendar-add', about, start, count, answer: found })], language);
  },
};

export const explainCalendarBefore: Command = {
  describe: {
    zh: '说明某日之前 n 个自然日及其安全日',
    en: 'why the day n days before a day has that safe working day',
  },
  positionals: [day, number],
  examples: ['explain calendar-before 2026-12-31 90'],
  run(input, { language }) {
    const [start, length] = [dateOf(input), wholeNumber(input.positionals[1], 'n')];
    const about = { zh: `${start}之前 ${length} 日`, en: `${length} days before ${start}` };
    const count = { kind: 'length', length, unit: 'day', direction: 'before' } as const;
    const question = { subject: 'calendar-before', about, start, count, answer: plain(addDays(start, -length)) };
    return answer([explainDay(calendar, { ...question, withSafeDay: true })], language);
  },
};

export const explainCalendarRoll: Command = nearest(
  'roll',
  { zh: '说明当日或其后第一个工作日', en: 'why a day moves on to that working day' },
  'next-working-day',
);

export const explainCalendarLast: Command = nearest(
  'last',
  { zh: '说明当日或其前最后一个工作日', en: 'why a day moves back to that working day' },
  'last-working-day',
);

function nearest(name: string, describe: Bilingual, moved: 'next-working-day' | 'last-working-day'): Command {
  return {
    describe,
    positionals: [day],
    examples: [`explain calendar-${name} 2026-10-02`],
    run(input, { language }) {
      const start = dateOf(input);
      const subject = `calendar-${name}`;
      const about =
        moved === 'next-working-day'
          ? { zh: `${start}当日或其后第一个工作日`, en: `${start} or the next working day` }
          : { zh: `${start}当日或其前最后一个工作日`, en: `${start} or the last working day before it` };
      const count = { kind: 'same-day' } as const;
      return answer([explainDay(calendar, { subject, about, start, count, answer: plain(start), moved })], language);
    },
  };
}
