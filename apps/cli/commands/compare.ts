/** `paizhao compare`: two plans for the same license, played and laid side by side. */

import { dutyInWords } from '../../../libs/domain/names.js';
import { type ComparedAct, type Comparison, comparePlans } from '../../../libs/domain/rehearse/compare.js';
import { columns } from '../columns.js';
import type { Command, Language } from '../command.js';
import { jsonIn } from '../json-argument.js';
import { currentLaw } from '../law.js';
import { aboutInWords, statusInWords } from './duty-words.js';

export const compare: Command = {
  describe: {
    zh: '对比两个计划：日期、余量、提醒、提示和费用有何不同',
    en: 'compare two plans: which days, slack, reminders, findings and costs differ',
  },
  positionals: [
    { name: 'a', describe: { zh: '第一个计划的文件', en: 'file of the first plan' } },
    { name: 'b', describe: { zh: '第二个计划的文件', en: 'file of the second plan' } },
  ],
  examples: ['compare docs/examples/five-years.json docs/examples/five-years-late.json'],
  run(input, { language, readText }) {
    const [a, b] = input.positionals as [string, string];
    const plans = {
      a: jsonIn(readText(a), 'compare', 'the first plan'),
      b: jsonIn(readText(b), 'compare', 'the second plan'),
    };
    const comparison = comparePlans(currentLaw, plans);
    return { json: comparison, lines: inWords(comparison, language) };
  },
};

function inWords(comparison: Comparison, language: Language): string[] {
  const { acts, findings } = comparison;
  const word = words[language];
  const told = (['a', 'b'] as const).flatMap((plan) =>
    findings[plan]
      .filter(({ code }) => code !== 'date-provisional')
      .map(
        ({ level, about, text }) =>
          `  ${plan}  ${word.level[level]} ${aboutInWords(about, language)}: ${text[language]}`,
      ),
  );
  return [
    ...columns([['', 'a', 'b'], ...figures(comparison, language)]),
    '',
    word.acts,
    ...(acts.length > 0 ? columns(acts.map((act) => actInWords(act, language))) : [word.none]).map(
      (line) => `  ${line}`,
    ),
    '',
    word.findings,
    ...(told.length > 0 ? told : [`  ${word.none}`]),
  ];
}

function figures(comparison: Comparison, language: Language): string[][] {
  const { filingOn, issuedOn, predictedIssue, waiting, leastSlack, notices, end } = comparison;
  const word = words[language];
  const row = <T>(name: string, { a, b }: { a: T; b: T }, say: (value: T & {}) => string) => [
    name,
    a == null ? '–' : say(a),
    b == null ? '–' : say(b),
  ];
  const costs = { a: waiting.a?.cost, b: waiting.b?.cost };
  return [
    row(word.filing, filingOn, String),
    row(word.issued, issuedOn, String),
    row(word.expected, predictedIssue, ({ from, to }) => `${from} – ${to}`),
    row(word.waiting, waiting, ({ days }) => String(days)),
    ...(costs.a == null && costs.b == null ? [] : [row(word.cost, costs, (cost) => cost.toLocaleString('en-US'))]),
    row(word.slack, leastSlack, String),
    row(word.notices, notices, String),
    ...Object.entries(notices.byPerson).map(([person, counts]) => row(`  ${person}`, counts, String)),
    row(word.end, end, ({ status, on }) => `${on} ${statusInWords(status, language)}`),
  ];
}

function actInWords({ kind, period, count, a, b, movedDays }: ComparedAct, language: Language): string[] {
  const word = words[language];
  const name = `${dutyInWords(kind, period, language)}${count > 1 ? ` (${count})` : ''}`;
  const done = (days: ComparedAct['a']) =>
    days === null ? word.absent : `${days.to} ${days.doneOn ? word.done(days.doneOn) : word.open}`;
  return [name, done(a), '→', done(b), movedDays ? word.moved(movedDays) : ''];
}

const words = {
  zh: {
    filing: '申报',
    issued: '取得许可证',
    expected: '预计取得',
    waiting: '至取得天数',
    cost: '至取得费用（元）',
    slack: '最少余量（天）',
    notices: '提醒',
    end: '结束时',
    acts: '企业办理期限的不同（最后办理日）：',
    findings: '仅一个计划有的提示：',
    none: '无',
    absent: '无此事项',
    open: '未办',
    done: (on: string) => `办于${on}`,
    moved: (days: number) => (days > 0 ? `晚${days}天` : `早${-days}天`),
    level: { blocking: '阻断', warning: '注意', info: '提示' },
  },
  en: {
    filing: 'filing',
    issued: 'permit',
    expected: 'expected',
    waiting: 'days until the permit',
    cost: 'cost until then, RMB',
    slack: 'least slack, days',
    notices: 'reminders',
    end: 'in the end',
    acts: 'acts of the company that differ (by the safe day):',
    findings: 'findings of one plan only:',
    none: 'none',
    absent: 'not there',
    open: 'not done',
    done: (on: string) => `done ${on}`,
    moved: (days: number) => (days > 0 ? `${days} days later` : `${-days} days earlier`),
    level: { blocking: 'blocks:', warning: 'warning:', info: 'note:' },
  },
} as const;
