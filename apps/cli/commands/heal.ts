/** `paizhao heal`: makes the workflows what PostgreSQL says they must be. The one command that needs the servers. */
import { type Cure, type Cured, type HealReport, heal as healAll } from '../../../libs/gateway/index.js';
import { loadLawFolder } from '../../../libs/law/index.js';
import { wholeNumber } from '../arguments.js';
import { type Command, type Language, UsageError } from '../command.js';
import { targetOf, withHealer } from '../healer.js';
import { ailmentWords } from './heal-words.js';

/** Before something is terminated; a list can be asked for again. */
const patienceMs = 5_000;

export const heal: Command = {
  describe: {
    zh: '以 PostgreSQL 为准，找出缺失或停滞的许可证流程；加 --do 才会启动或重启',
    en: 'find licenses whose workflow is missing or stuck, from PostgreSQL alone; only --do starts and restarts them',
  },
  positionals: [],
  options: {
    do: {
      type: 'boolean',
      describe: { zh: '执行，而不只是列出', en: 'do it, instead of a list of what would be done' },
    },
    'per-second': {
      type: 'string',
      placeholder: '<n>',
      default: '20',
      describe: { zh: '每秒处理的许可证数', en: 'licenses to cure per second' },
    },
    data: {
      type: 'string',
      placeholder: '<folder>',
      describe: {
        zh: '本机运行中实例的数据目录；省略时取环境变量 DATABASE_URL、TEMPORAL_ADDRESS 等，未设置则取 .paizhao/standalone',
        en: 'data folder of a stack that runs here; left out: DATABASE_URL, TEMPORAL_ADDRESS … of the environment as for the worker, or else .paizhao/standalone',
      },
    },
  },
  examples: ['heal', 'heal --do --per-second 5', 'heal --data .paizhao/demo --json'],
  async run(input, { language, installation, progress }) {
    const { do: act, 'per-second': rate, data } = input.options;
    const perSecond = wholeNumber(String(rate), '--per-second');
    if (perSecond === 0) throw new UsageError('invalid-number', 'heal: --per-second must be 1 or more');
    const config = await installation(typeof data === 'string' ? data : null);
    if (config.lawFolder) loadLawFolder(config.lawFolder);
    const report = await withHealer(targetOf(config), (deps) =>
      healAll(deps, {
        act: act === true,
        perSecond,
        patienceMs: act === true ? patienceMs : 0,
        onCured: (cured, number, of) => progress(`${number}/${of} ${inWords(cured, language)}`),
      }),
    );
    const uncured = report.findings.some(({ outcome }) => outcome === 'failed' || outcome === 'left');
    return {
      json: { done: act === true, ...report },
      lines: linesOf(report, act === true, language),
      exitCode: uncured ? 1 : 0,
    };
  },
};

function linesOf(
  { checked, workerPolls, findings, fanOuts }: HealReport,
  acted: boolean,
  language: Language,
): string[] {
  const word = words[language];
  return [
    ...(workerPolls ? [] : [word.noWorker]),
    ...(acted ? [] : findings.map((finding) => inWords(finding, language))),
    ...fanOuts.map((eventId) => `${eventId}  ${word.fanOut[acted ? 'done' : 'found']}`),
    word.sum(checked, findings.length + fanOuts.length),
    ...(!acted && findings.length + fanOuts.length > 0 ? [word.dryRun] : []),
  ];
}

function inWords({ licenseId, seq, ailment, cure, details, outcome, error }: Cured, language: Language): string {
  const word = words[language];
  const figures = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  const shown = [`seq ${seq}`, ...figures].join(', ');
  const done =
    outcome === 'failed' ? `${word.failed}${error}` : word.cure[cure][outcome === 'cured' ? 'done' : 'found'];
  return `${licenseId}  ${ailmentWords[language][ailment]} (${shown})  ${done}`;
}

interface Words {
  cure: Record<Cure, { found: string; done: string }>;
  fanOut: { found: string; done: string };
  failed: string;
  noWorker: string;
  dryRun: string;
  sum(checked: number, wrong: number): string;
}

const words: Record<Language, Words> = {
  zh: {
    cure: {
      rebuild: { found: '→ 由记录链重建', done: '已由记录链重建' },
      start: { found: '→ 启动', done: '已启动' },
      restart: { found: '→ 终止并启动', done: '已重新启动' },
      none: { found: '→ 需要人工查看', done: '需要人工查看' },
    },
    fanOut: { found: '公司事件尚未传达到所有许可证 → 启动', done: '公司事件的传达已启动' },
    failed: '失败：',
    noWorker: '没有 worker 在取任务：只能看出缺失的流程。',
    dryRun: '以上只是列出；加 --do 执行。',
    sum: (checked, wrong) => `已检查 ${checked} 个许可证，发现 ${wrong} 处问题。`,
  },
  en: {
    cure: {
      rebuild: { found: '→ rebuild from the ledger', done: 'rebuilt from the ledger' },
      start: { found: '→ start', done: 'started' },
      restart: { found: '→ terminate and start', done: 'started anew' },
      none: { found: '→ a person must look', done: 'a person must look' },
    },
    fanOut: { found: 'an event is not carried to its licenses → start', done: 'the fan-out of an event was started' },
    failed: 'failed: ',
    noWorker: 'No worker polls: only what is missing can be seen.',
    dryRun: 'This is a list only; --do does it.',
    sum: (checked, wrong) => `${checked} licenses checked, ${wrong} with something wrong.`,
  },
};
