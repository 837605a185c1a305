/** `paizhao rotate-keys`: brings all that is encrypted under the current data key. */
import type { Command, Language } from '../command.js';
import { dataOption } from '../data-option.js';
import { type RotationReport, rotate } from '../rotation.js';

export const rotateKeys: Command = {
  describe: {
    zh: '列出仍由旧数据密钥加密的数据，以及密钥仍在文件内的旧文件；加 --do 改用当前密钥加密并取出密钥，运行中的系统不受影响',
    en: 'count what is still encrypted under an older data key, and files that hold their key; --do brings it under the current one and takes the keys out, while the system runs',
  },
  positionals: [],
  options: {
    do: {
      type: 'boolean',
      describe: { zh: '执行，而不只是列出', en: 'do it, instead of counting what would be done' },
    },
    data: dataOption,
  },
  examples: ['rotate-keys', 'rotate-keys --do --json'],
  async run({ options }, { language, installation, progress }) {
    const config = await installation(typeof options.data === 'string' ? options.data : null);
    const act = options.do === true;
    const report = await rotate(config, { act, onProgress: (what, done) => progress(`${what} ${done}`) });
    const { other, unreadable } = sumOf(report);
    return {
      json: { done: act, ...report },
      lines: linesOf(report, act, language),
      exitCode: unreadable > 0 || (!act && other > 0) || report.files === null ? 1 : 0,
    };
  },
};

function sumOf({ columns, files }: RotationReport) {
  const all = [...columns, ...(files ? [files] : [])];
  return {
    other: all.reduce((sum, { other }) => sum + other, 0),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable.length, 0),
  };
}

function linesOf(report: RotationReport, act: boolean, language: Language): string[] {
  const word = words[language];
  const { keys, columns, files } = report;
  const { other, unreadable } = sumOf(report);
  const line = (name: string, { current, other: under, unreadable: lost }: Counted): string[] =>
    current + under + lost.length === 0 ? [] : [`${name}: ${word.counts(current, under, lost.length)}`];
  return [
    word.keys(keys.current, keys.others),
    ...columns.flatMap((column) => [
      ...line(column.column, column),
      ...column.unreadable.map((key) => `  ${column.column} ${key}: ${word.whys['no-key']}`),
    ]),
    ...(files
      ? [...line(word.files, files), ...files.unreadable.map(({ id, why }) => `  ${id}: ${word.whys[why] ?? why}`)]
      : [word.noFiles]),
    word.sum(act, other, unreadable),
  ];
}

interface Counted {
  current: number;
  other: number;
  unreadable: readonly unknown[];
}

interface Words {
  keys(current: string, others: readonly string[]): string;
  counts(current: number, other: number, unreadable: number): string;
  files: string;
  noFiles: string;
  whys: Record<string, string>;
  sum(act: boolean, other: number, unreadable: number): string;
}

const words: Record<Language, Words> = {
  zh: {
    keys: (current, others) => `当前密钥 ${current}；另有 ${others.length > 0 ? others.join('、') : '无'}`,
    counts: (current, other, unreadable) => `当前密钥 ${current} 项，其他密钥 ${other} 项，无法解开 ${unreadable} 项`,
    files: '文件',
    noFiles: '未配置文件目录或存储桶，文件未检查：请以 api 的环境变量运行。',
    whys: {
      missing: '文件不存在',
      altered: '文件已被改动',
      'out-of-reach': '存储不给出该文件',
      'no-key': '没有能解开它的密钥',
      'key-gone': '它自己的密钥不存在',
    },
    sum: (act, other, unreadable) => {
      if (unreadable > 0) return `有 ${unreadable} 项无法解开：请保留所有旧密钥。`;
      if (other === 0) return '全部由当前密钥加密。';
      return act ? `已改用当前密钥：${other} 项。请再运行一次确认。` : `${other} 项仍由其他密钥加密；加 --do 执行。`;
    },
  },
  en: {
    keys: (current, others) => `current key ${current}; others: ${others.length > 0 ? others.join(', ') : 'none'}`,
    counts: (current, other, unreadable) =>
      `${current} under the current key, ${other} under another, ${unreadable} that no key opens`,
    files: 'files',
    noFiles:
      'Neither a folder nor a bucket is configured here, so no file was looked at: use the environment of the api.',
    whys: {
      missing: 'the file is missing',
      altered: 'the file was altered',
      'out-of-reach': 'the store does not give it',
      'no-key': 'no key opens it',
      'key-gone': 'its own key is missing',
    },
    sum: (act, other, unreadable) => {
      if (unreadable > 0) return `${unreadable} cannot be opened: keep every older key.`;
      if (other === 0) return 'Everything is under the current key.';
      return act
        ? `${other} brought under the current key. Run it once more to be sure.`
        : `${other} are under another key; --do brings them under the current one.`;
    },
  },
};
