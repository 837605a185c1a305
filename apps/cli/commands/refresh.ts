/** `paizhao refresh`: asks open licenses to continue as new, as after a deploy that changed the workflow's code. */
import { type Refreshed, type RefreshReport, refresh as refreshAll } from '../../../libs/gateway/index.js';
import { wholeNumber } from '../arguments.js';
import { type Command, type Language, UsageError } from '../command.js';
import { dataOption } from '../data-option.js';
import { targetOf, withHealer } from '../healer.js';

export const refresh: Command = {
  describe: {
    zh: '升级后让未结束的许可证流程在下次空闲时以新版代码接续运行',
    en: 'after a deploy: ask the workflows of open licenses to continue as new when they are next idle',
  },
  positionals: [],
  options: {
    license: {
      type: 'string',
      placeholder: '<id>',
      describe: { zh: '只刷新这一个许可证', en: 'this license only' },
    },
    all: { type: 'boolean', describe: { zh: '刷新所有未结束的许可证', en: 'every license that has not ended' } },
    rate: {
      type: 'string',
      placeholder: '<n>',
      default: '20',
      describe: { zh: '每秒刷新的许可证数', en: 'licenses per second' },
    },
    'begun-before': {
      type: 'string',
      placeholder: '<instant>',
      describe: {
        zh: '跳过在此时刻（UTC）之后才开始的运行，用于接着做被中断的刷新',
        en: 'leave runs alone that began at this instant (UTC) or later: goes on with a refresh that was cut off',
      },
    },
    data: dataOption,
  },
  examples: ['refresh --all', 'refresh --all --rate 5 --begun-before 2026-11-25T02:00:00Z'],
  async run({ options }, { language, installation, progress }) {
    const asked = askedOf(options);
    const config = await installation(typeof options.data === 'string' ? options.data : null);
    const report = await withHealer(targetOf(config), (deps) =>
      refreshAll(deps, {
        ...asked,
        onAsked: (one, number) => progress(`${number} ${inWords(one, language)}`),
      }),
    );
    return { json: report, lines: linesOf(report, language), exitCode: report.left.length > 0 ? 1 : 0 };
  },
};

type Options = Readonly<Record<string, string | boolean | undefined>>;

function askedOf({ license, all, rate, 'begun-before': begunBefore }: Options) {
  if ((license === undefined) === (all !== true))
    throw new UsageError('invalid-option', 'refresh: say --license <id> or --all');
  const perSecond = wholeNumber(String(rate), '--rate');
  if (perSecond === 0) throw new UsageError('invalid-number', 'refresh: --rate must be 1 or more');
  return {
    licenseId: typeof license === 'string' ? license.toLowerCase() : null,
    perSecond,
    begunBefore: begunBefore === undefined ? null : instantOf(String(begunBefore)),
  };
}

function instantOf(text: string): string {
  const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(utc)) return new Date(utc).toISOString();
  throw new UsageError(
    'invalid-option',
    `refresh: --begun-before must be an instant such as 2026-11-25T02:00:00Z, not ${text}`,
  );
}

function inWords({ licenseId, outcome, error }: Refreshed, language: Language): string {
  return `${licenseId}  ${words[language][outcome]}${error ? ` ${error}` : ''}`;
}

function linesOf({ refreshed, fresh, left }: RefreshReport, language: Language): string[] {
  return [...left.map((one) => inWords(one, language)), words[language].sum(refreshed, fresh, left.length)];
}

interface Words extends Record<Refreshed['outcome'], string> {
  sum(refreshed: number, fresh: number, left: number): string;
}

const words: Record<Language, Words> = {
  zh: {
    refreshed: '已请求接续运行',
    fresh: '已是新的运行，跳过',
    'no-workflow': '没有运行中的流程（paizhao heal 会启动）',
    failed: '失败：',
    sum: (refreshed, fresh, left) => `已刷新 ${refreshed} 个，跳过 ${fresh} 个，未能刷新 ${left} 个。`,
  },
  en: {
    refreshed: 'refreshed',
    fresh: 'runs afresh already',
    'no-workflow': 'no workflow runs (paizhao heal starts it)',
    failed: 'failed:',
    sum: (refreshed, fresh, left) => `${refreshed} refreshed, ${fresh} fresh already, ${left} could not be refreshed.`,
  },
};
