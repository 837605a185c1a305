/** `paizhao rehearse`: years ahead, from the first filing to the renewal and beyond, by the code that runs live. */

import { dutyInWords } from '../../../libs/domain/names.js';
import { type Rehearsal, rehearse as rehearsePlan } from '../../../libs/domain/rehearse.js';
import { columns } from '../columns.js';
import type { Command, Language } from '../command.js';
import { dateInWords } from '../dates-in-words.js';
import { jsonIn } from '../json-argument.js';
import { currentLaw } from '../law.js';
import { aboutInWords, eventInWords, statusInWords } from './duty-words.js';

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
    const rehearsal = rehearsePlan(
      currentLaw,
      jsonIn(readText(input.positionals[0] as string), 'rehearse', 'the plan'),
    );
    return { json: rehearsal, lines: inWords(rehearsal, language) };
  },
};

function inWords(rehearsal: Rehearsal, language: Language): string[] {
  const word = words[language];
  return [
    ...columns(summary(rehearsal, language)),
    '',
    word.windows,
    ...indented(byDate(rehearsal.windows).map((window) => windowInWords(window, language))),
    '',
    word.timeline,
    ...indented(timelineInWords(rehearsal, language)),
    '',
    word.notices,
    ...indented(Object.entries(rehearsal.noticesByPerson).map(([person, count]) => [person, String(count)])),
    '',
    word.findings,
    ...findingsInWords(rehearsal, language),
    '',
    word.provisional(rehearsal.provisionalDates.length),
  ];
}

const indented = (rows: readonly (readonly string[])[]): string[] => columns(rows).map((line) => `  ${line}`);

const byDate = (windows: Rehearsal['windows']) => windows.toSorted((a, b) => (a.to < b.to ? -1 : 1));

function summary(rehearsal: Rehearsal, language: Language): string[][] {
  const { authorityName, fileBetween, filingOn, predictedIssue, latestStart, waiting, end, endOn } = rehearsal;
  const word = words[language];
  const until = (window: { from: string; to: string | null }) => `${window.from} – ${window.to ?? word.noEnd}`;
  const rows: string[][] = [[word.authority, authorityName[language]]];
  if (filingOn !== null) rows.push([word.filing, dateInWords(filingOn, language)]);
  if (fileBetween) rows.push([word.fileBetween, until(fileBetween)]);
  if (predictedIssue) {
    const { own } = predictedIssue;
    rows.push([word.permit, `${until(predictedIssue)}${word.firmness[predictedIssue.firmness]}`]);
    if (own) rows.push([word.own, word.experience(own.count, own.p50.on, own.p90.on)]);
  }
  if (latestStart) {
    const { by, safe, hopeful } = latestStart;
    rows.push([word.latest(by), safe ? word.begin(safe.startOn, safe.filingOn) : word.tooLate]);
    if (!safe && hopeful) rows.push([word.hopeful, word.begin(hopeful.startOn, hopeful.filingOn)]);
  }
  if (waiting) rows.push([word.waiting, word.days(waiting.days, waiting.cost)]);
  rows.push([word.end, `${dateInWords(endOn, language)}  ${statusInWords(end.status, language)}`]);
  return [...rows, ...end.terms.map(({ validFrom, lastDay }) => [word.term, `${validFrom} – ${lastDay}`])];
}

function windowInWords(window: Rehearsal['windows'][number], language: Language): string[] {
  const { kind, period, from, to, doneOn, slackDays, firmness } = window;
  const word = words[language];
  const done = doneOn === null ? word.open : `${word.done}${doneOn}${word.slack(slackDays ?? 0)}`;
  return [dutyInWords(kind, period, language), `${from} – ${to}`, word.firmness[firmness].trim(), done];
}

function timelineInWords({ timeline }: Rehearsal, language: Language): string[][] {
  return timeline.flatMap(({ on, what, by, filingId }) => {
    const event = eventInWords(what, language);
    return event === null ? [] : [[on, words[language].by[by], event, filingId ?? '']];
  });
}

/** What blocks first; notes on single dates stand beside their windows already. */
function findingsInWords({ findings }: Rehearsal, language: Language): string[] {
  const word = words[language];
  const told = (['blocking', 'warning', 'info'] as const).flatMap((level) =>
    findings
      .filter((finding) => finding.level === level && finding.code !== 'date-provisional')
      .map(({ about, text }) => `  ${word.level[level]} ${aboutInWords(about, language)}: ${text[language]}`),
  );
  return told.length > 0 ? told : [`  ${word.none}`];
}

const words = {
  zh: {
    authority: '主管部门',
    filing: '计划申报',
    fileBetween: '可申报期间',
    permit: '预计取得许可证',
    own: '以往经验',
    experience: (count: number, p50: string, p90: string) => `本机构已办结${count}件：半数至${p50}，九成至${p90}`,
    latest: (by: string) => `如需在${by}前取得`,
    begin: (startOn: string, filingOn: string) => `最迟${startOn}开始准备，${filingOn}申报`,
    tooLate: '按最晚理解已来不及',
    hopeful: '按最早理解',
    waiting: '至取得许可证',
    days: (days: number, cost: number | null) =>
      `${days}天${cost === null ? '' : `，费用人民币${cost.toLocaleString('en-US')}元`}`,
    end: '预演至',
    term: '有效期',
    noEnd: '不限',
    windows: '企业应办事项：',
    timeline: '经过：',
    notices: '各人收到的提醒：',
    findings: '提示：',
    none: '无',
    provisional: (count: number) => `${count}个日期取决于尚未公布的放假安排。`,
    done: '办理于 ',
    open: '计划未及',
    slack: (days: number) => (days < 0 ? `，迟${-days}天` : `，余${days}天`),
    firmness: { firm: '', provisional: '（暂定）' },
    by: { company: '企业', authority: '主管部门', time: '时间' },
    level: { blocking: '阻断', warning: '注意', info: '提示' },
  },
  en: {
    authority: 'authority',
    filing: 'planned filing',
    fileBetween: 'file between',
    permit: 'permit expected',
    own: 'own experience',
    experience: (count: number, p50: string, p90: string) =>
      `${count} filing${count === 1 ? '' : 's'} of this house: half by ${p50}, nine of ten by ${p90}`,
    latest: (by: string) => `to have it by ${by}`,
    begin: (startOn: string, filingOn: string) => `begin by ${startOn}, file by ${filingOn}`,
    tooLate: 'too late by the latest reading',
    hopeful: 'by the earliest reading',
    waiting: 'until the permit',
    days: (days: number, cost: number | null) =>
      `${days} days${cost === null ? '' : `, RMB ${cost.toLocaleString('en-US')}`}`,
    end: 'played until',
    term: 'term',
    noEnd: 'no end',
    windows: 'what the company must do:',
    timeline: 'what happens:',
    notices: 'reminders by person:',
    findings: 'findings:',
    none: 'none',
    provisional: (count: number) => `${count} dates depend on days off that are not published yet.`,
    done: 'done ',
    open: 'beyond the plan',
    slack: (days: number) => (days < 0 ? `, ${-days} days late` : `, ${days} days to spare`),
    firmness: { firm: '', provisional: ' (provisional)' },
    by: { company: 'company', authority: 'authority', time: 'time' },
    level: { blocking: 'blocks:', warning: 'warning:', info: 'note:' },
  },
} as const;
