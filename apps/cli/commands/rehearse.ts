/** `paizhao rehearse`: five years ahead, from the first filing to the renewal, by the code that runs live. */
import { type Rehearsal, rehearse as rehearsePlan } from '../../../libs/domain/rehearse.js';
import { type Command, type Language, UsageError } from '../command.js';
import { dateInWords, firmnessInWords } from '../dates-in-words.js';
import { currentLaw } from '../law.js';

export const rehearse: Command = {
  describe: {
    zh: '预演五年：从准备、申报到续期的全部期限和提醒',
    en: 'play five years ahead: every window, duty and reminder from preparation to renewal',
  },
  positionals: [
    {
      name: 'plan.json',
      describe: { zh: '公司情况、申请事项和计划', en: 'the company, what it asks for, and the plan' },
    },
  ],
  examples: ['rehearse docs/examples/five-years.json'],
  run(input, { language, readText }) {
    const rehearsal = rehearsePlan(currentLaw, planIn(readText(input.positionals[0] as string)));
    return { json: rehearsal, lines: inWords(rehearsal, language) };
  },
};

function planIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError('invalid-json', `rehearse: the plan is not JSON: ${(error as Error).message}`);
  }
}

function inWords(rehearsal: Rehearsal, language: Language): string[] {
  const { authorityName, predictedIssue, windows, noticesByPerson, findings, timeline } = rehearsal;
  const word = words[language];
  const { from, to, firmness } = predictedIssue;
  return [
    `${word.authority}${authorityName[language]}`,
    `${word.permit}${from} – ${to}${firmnessInWords(firmness, language)}`,
    word.timeline,
    ...timeline.map(
      ({ on, what, by, filingId }) => `  ${on}  ${word.by[by]}  ${what}${filingId ? `  ${filingId}` : ''}`,
    ),
    word.windows,
    ...windows.map((window) => `  ${windowInWords(window, language)}`),
    word.notices,
    ...Object.entries(noticesByPerson).map(([person, count]) => `  ${person}: ${count}`),
    word.findings,
    ...findings.map(({ level, about, text }) => `  ${word.level[level]} ${about}: ${text[language]}`),
    `${word.end}${dateInWords(rehearsal.endOn, language)}  ${rehearsal.end.status}`,
  ];
}

function windowInWords(window: Rehearsal['windows'][number], language: Language): string {
  const { kind, period, from, to, doneOn, slackDays, firmness } = window;
  const word = words[language];
  const done = doneOn === null ? word.open : `${word.done}${doneOn}${word.slack(slackDays ?? 0)}`;
  return `${kind}${period === null ? '' : ` ${period}`}  ${from} – ${to}${firmnessInWords(firmness, language)}  ${done}`;
}

const words = {
  zh: {
    authority: '主管部门：',
    permit: '预计取得许可证：',
    timeline: '经过：',
    windows: '办理期间：',
    notices: '各人收到的提醒：',
    findings: '提示：',
    end: '预演至 ',
    done: '办理于 ',
    open: '计划未及',
    slack: (days: number) => `，余${days}天`,
    by: { company: '企业', authority: '主管部门', time: '时间' },
    level: { blocking: '阻断', warning: '注意', info: '提示' },
  },
  en: {
    authority: 'authority: ',
    permit: 'permit expected: ',
    timeline: 'what happens:',
    windows: 'windows:',
    notices: 'reminders by person:',
    findings: 'findings:',
    end: 'played until ',
    done: 'done ',
    open: 'beyond the plan',
    slack: (days: number) => `, ${days} days to spare`,
    by: { company: 'company', authority: 'authority', time: 'time' },
    level: { blocking: 'blocks:', warning: 'warning:', info: 'note:' },
  },
} as const;
