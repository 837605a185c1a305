/** `paizhao restore`: puts an installation back onto an empty database, verified; or only reads a backup to its end. */
import { resolve } from 'node:path';
import type { BackupEnd, BackupHead } from '../../../libs/backup/index.js';
import { keyFileOption, keyOf } from '../backup/key-file.js';
import { withLocalDatabase } from '../backup/local-database.js';
import { nothingTaken, type ReadWish, readBackup } from '../backup/read-backup.js';
import { placeOf, type Restored, restoreBackup } from '../backup/restore-backup.js';
import { type Command, type CommandContext, type CommandResult, type Language, UsageError } from '../command.js';

/**
 * Command lines that must run after a restore, before anybody works with the installation: what compares it with things
 * kept elsewhere comes first, what carries out again what came after the backup next, the workflows last.
 */
const following: readonly (readonly string[])[] = [['heal', '--do']];

export const restore: Command = {
  describe: {
    zh: '将备份恢复到空数据库：逐链验证，全部成功或不留痕迹；之后运行 heal --do',
    en: 'put a backup onto an empty database: every chain is verified, and it is all or nothing; heal --do comes next',
  },
  positionals: [{ name: 'file', describe: { zh: '备份文件', en: 'a file that backup wrote' } }],
  options: {
    'key-file': keyFileOption,
    data: {
      type: 'string',
      placeholder: '<folder>',
      describe: {
        zh: '本机实例（未运行）的数据目录，其中须已有 secrets.json；省略时取环境变量 DATABASE_ADMIN_URL、DATABASE_URL、FILES_DIR 等',
        en: 'data folder of a stack on this machine that does not run, with its secrets.json; left out: DATABASE_ADMIN_URL, DATABASE_URL, FILES_DIR … of the environment',
      },
    },
    check: {
      type: 'boolean',
      describe: { zh: '只通读并校验备份，不恢复', en: 'only read the backup to its end and check it' },
    },
    heal: {
      type: 'boolean',
      describe: { zh: '恢复后立即运行 heal --do', en: 'run heal --do right after it' },
    },
    'despite-findings': {
      type: 'boolean',
      describe: {
        zh: '记录链未通过验证时仍恢复，并列出问题',
        en: 'restore a ledger that does not verify all the same, and list what is wrong',
      },
    },
  },
  examples: ['restore paizhao.backup --key-file backup.key', 'restore paizhao.backup --key-file backup.key --check'],
  async run({ positionals, options }, context) {
    const [file = ''] = positionals;
    const { data, check, heal, 'despite-findings': despite } = options;
    if (heal && typeof data === 'string')
      throw new UsageError(
        'invalid-option',
        'restore: --heal has no place beside --data: that stack heals as it starts',
      );
    const derive = keyOf('restore', options['key-file'], context.readText);
    const wish = { file, derive, onProgress: (what: string, done: number) => context.progress(`${what} ${done}`) };
    if (check) return checked(wish, context.language);

    const started = performance.now();
    const restored = await restoredInto(typeof data === 'string' ? resolve(data) : null, context, {
      ...wish,
      despiteFindings: despite === true,
    });
    const seconds = Math.round(performance.now() - started) / 1000;
    const answer = answerOf(restored, seconds, context.language);
    return heal ? followed(answer, context) : withNext(answer, typeof data === 'string', context.language);
  },
};

type Wish = Parameters<typeof restoreBackup>[1];

function restoredInto(folder: string | null, { installation }: CommandContext, wish: Wish): Promise<Restored> {
  const into = async (environment?: Record<string, string>): Promise<Restored> =>
    restoreBackup(placeOf(await installation(null, environment)), wish);
  return folder === null ? into() : withLocalDatabase(folder, into);
}

async function checked(wish: Omit<ReadWish, 'keys'>, language: Language): Promise<CommandResult> {
  const { head, end } = await readBackup({ ...wish, keys: null }, nothingTaken);
  const word = words[language];
  return { json: { ...head, ...end }, lines: [word.whole(head), word.holds(end)] };
}

function answerOf(restored: Restored, seconds: number, language: Language): CommandResult {
  const { head, end, entries, findings, filesKept } = restored;
  const word = words[language];
  return {
    json: { ...head, ...end, entries, findings, filesKept, seconds },
    lines: [
      word.restored(head, seconds),
      word.holds(end),
      findings.length === 0
        ? word.verified(entries)
        : word.broken(findings.map(({ stream, seq, what }) => `${stream} ${seq}: ${what}`)),
      ...end.missing.map(word.missing),
    ],
    exitCode: findings.length > 0 ? 1 : 0,
  };
}

function withNext(answer: CommandResult, local: boolean, language: Language): CommandResult {
  const word = words[language];
  const next = local ? [word.start] : [word.next, ...following.map((words) => `  paizhao ${words.join(' ')}`)];
  return { ...answer, lines: [...answer.lines, ...next] };
}

async function followed(answer: CommandResult, { ask, readText }: CommandContext): Promise<CommandResult> {
  const lines = [...answer.lines];
  const after: unknown[] = [];
  let { exitCode = 0 } = answer;
  for (const words of following) {
    const told = await ask(words, readText);
    lines.push(...told.lines);
    after.push({ command: words.join(' '), answer: told.json });
    if (told.exitCode === 1) exitCode = 1;
  }
  return { json: { ...Object(answer.json), after }, lines, exitCode };
}

interface Words {
  whole(head: BackupHead): string;
  restored(head: BackupHead, seconds: number): string;
  holds(end: BackupEnd): string;
  verified(entries: number): string;
  broken(findings: readonly string[]): string;
  missing(key: string): string;
  start: string;
  next: string;
}

const rowsOf = ({ tables }: BackupEnd): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);

const words: Record<Language, Words> = {
  zh: {
    whole: ({ release, takenAt }) => `备份完整：版本 ${release}，截至 ${takenAt}；所需数据密钥见 --json 的 dataKeys`,
    restored: ({ takenAt }, seconds) => `已恢复截至 ${takenAt} 的数据，用时 ${seconds} 秒`,
    holds: (end) => `${rowsOf(end)} 行，${end.streams} 条记录链，${end.files.count} 个文件`,
    verified: (entries) => `${entries} 条记录全部通过验证，链头与备份一致`,
    broken: (findings) => `记录链未通过验证：${findings.join('；')}`,
    missing: (key) => `备份时已缺失的文件：${key}`,
    start: '接下来运行 npm start：启动时会自动修复流程。',
    next: '接下来，在 worker 启动后运行：',
  },
  en: {
    whole: ({ release, takenAt }) =>
      `The backup is whole: release ${release}, everything up to ${takenAt}; --json names the data keys it needs`,
    restored: ({ takenAt }, seconds) => `Restored everything up to ${takenAt} in ${seconds} s`,
    holds: (end) => `${rowsOf(end)} rows, ${end.streams} streams, ${end.files.count} files`,
    verified: (entries) => `all ${entries} entries verified; every chain ends where the backup says`,
    broken: (findings) => `The ledger does not verify: ${findings.join('; ')}`,
    missing: (key) => `was missing when the backup was made: ${key}`,
    start: 'Next: npm start, which heals the workflows by itself.',
    next: 'Next, once a worker runs:',
  },
};
