/** `paizhao backup`: the whole installation, as it is at one moment, in one encrypted file. */
import { keyFileOption, keyOf, ownKeysFile, ownKeysOption } from '../backup/key-file.js';
import { makeBackup } from '../backup/make-backup.js';
import type { Command, Language } from '../command.js';
import { dataOption } from '../data-option.js';

export const backup: Command = {
  describe: {
    zh: '将整个安装（数据库与文件）备份为一个加密文件；运行中的系统不受影响，数据密钥不在其中',
    en: 'write the whole installation (database and files) into one encrypted file, while it runs; the data keys are not in it',
  },
  positionals: [{ name: 'file', describe: { zh: '备份文件，不得已存在', en: 'the file to write; none is replaced' } }],
  options: {
    'key-file': keyFileOption,
    'own-keys': ownKeysOption,
    data: dataOption,
  },
  examples: ['backup paizhao.backup --key-file backup.key'],
  async run({ positionals, options }, context) {
    const { language, installation, progress } = context;
    const [file = ''] = positionals;
    const derive = keyOf('backup', options['key-file'], context);
    const config = await installation(typeof options.data === 'string' ? options.data : null);
    const ownKeys = ownKeysFile(options['own-keys'], file);
    const { head, end, bytes } = await makeBackup(config, {
      file,
      ownKeys,
      derive,
      onProgress: (what, done) => progress(`${what} ${done}`),
    });
    const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
    const word = words[language];
    return {
      json: { file, ownKeys, bytes, ...head, ...end },
      lines: [
        word.done(file, bytes, head.takenAt),
        word.holds(rows, end.streams, end.files.count),
        ...(head.files ? [] : [word.noFiles]),
        ...end.missing.map(word.missing),
        word.ownKeys(ownKeys),
        word.apart(head.dataKeys),
      ],
      exitCode: end.missing.length > 0 || !head.files ? 1 : 0,
    };
  },
};

interface Words {
  done(file: string, bytes: number, takenAt: string): string;
  holds(rows: number, streams: number, files: number): string;
  noFiles: string;
  missing(key: string): string;
  ownKeys(file: string): string;
  apart(dataKeys: readonly string[]): string;
}

const words: Record<Language, Words> = {
  zh: {
    done: (file, bytes, takenAt) => `${file}：${bytes} 字节，截至 ${takenAt} 的全部数据`,
    holds: (rows, streams, files) => `${rows} 行，${streams} 条记录链，${files} 个文件`,
    noFiles: '未配置文件目录或存储桶，备份中没有文件：请以 api 的环境变量运行。',
    missing: (key) => `登记的文件不在存储中：${key}`,
    ownKeys: (file) => `每个人与每段文字自身的密钥在 ${file}：恢复任何备份都需要它，请只保留最新的`,
    apart: (keys) => `请另行保存：备份密钥文件，以及数据密钥 ${keys.join('、')}（secrets.json 或 PAIZHAO_DATA_KEY）`,
  },
  en: {
    done: (file, bytes, takenAt) => `${file}: ${bytes} bytes, everything up to ${takenAt}`,
    holds: (rows, streams, files) => `${rows} rows, ${streams} streams, ${files} files`,
    noFiles: 'Neither a folder nor a bucket is configured here, so no file is in it: use the environment of the api.',
    missing: (key) => `on record, and not in the file store: ${key}`,
    ownKeys: (file) =>
      `The keys of single people and texts are in ${file}: every backup needs them; keep the newest only.`,
    apart: (keys) =>
      `Keep apart from it: its key file, and the data keys ${keys.join(', ')} (secrets.json, or PAIZHAO_DATA_KEY)`,
  },
};
