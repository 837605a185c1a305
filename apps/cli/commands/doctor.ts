/** `paizhao doctor`: what is wrong with an installation, in plain words. Looks only. */
import type { Command, Language } from '../command.js';
import { dataOption } from '../data-option.js';
import { type Examination, type Examined, examine } from '../doctor/examine.js';

export const doctor: Command = {
  describe: {
    zh: '检查一个安装：数据库、记录链、Temporal、worker、邮件、密钥等，用白话说明问题与办法；不做任何改动',
    en: 'look at an installation (database, ledger, Temporal, workers, mail, key …) and say in plain words what is wrong; changes nothing',
  },
  positionals: [],
  options: {
    data: dataOption,
  },
  examples: ['doctor', 'doctor --data .paizhao/demo --json'],
  async run({ options }, { language, installation }) {
    const config = await installation(typeof options.data === 'string' ? options.data : null);
    const examination = await examine(config);
    const { findings, skipped } = examination;
    const healthy = findings.every(({ level }) => level !== 'error') && skipped.length === 0;
    const told = findings.map(({ what, remedy, ...rest }) => ({
      ...rest,
      what: what[language],
      remedy: remedy?.[language] ?? null,
    }));
    return {
      json: { healthy, findings: told, skipped },
      lines: linesOf(examination, language),
      exitCode: healthy ? 0 : 1,
    };
  },
};

function linesOf({ findings, skipped }: Examination, language: Language): string[] {
  const word = words[language];
  const counted = (level: Examined['level']) => findings.filter((finding) => finding.level === level).length;
  return [
    ...findings.flatMap((finding) => inWords(finding, language)),
    ...(skipped.length > 0 ? [`${word.skipped}${skipped.join(', ')}`] : []),
    word.sum(findings.length, counted('error'), counted('warning')),
  ];
}

function inWords({ check, level, what, where, remedy }: Examined, language: Language): string[] {
  const { levels, todo } = words[language];
  return [
    `${levels[level]} ${check}: ${what[language]}  [${where}]`,
    ...(remedy ? [`        ${todo}${remedy[language]}`] : []),
  ];
}

interface Words {
  levels: Record<Examined['level'], string>;
  todo: string;
  skipped: string;
  sum(all: number, errors: number, warnings: number): string;
}

const words: Record<Language, Words> = {
  zh: {
    levels: { ok: '正常    ', warning: '注意    ', error: '错误    ' },
    todo: '→ ',
    skipped: '未能检查：',
    sum: (all, errors, warnings) => `共 ${all} 项结果：${errors} 个错误，${warnings} 个注意。`,
  },
  en: {
    levels: { ok: 'ok      ', warning: 'warning ', error: 'error   ' },
    todo: '→ ',
    skipped: 'not looked at: ',
    sum: (all, errors, warnings) => `${all} findings: ${errors} errors, ${warnings} warnings.`,
  },
};
