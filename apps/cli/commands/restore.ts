/** `paizhao restore`: puts an installation back onto an empty database, verified; or only reads a backup to its end. */
import { resolve } from 'node:path';
import { type BackupEnd, type BackupHead, OwnKeysOlder } from '../../../libs/backup/index.js';
import type { RepeatedErasures } from '../../../libs/persistence/index.js';
import { type AfterRestore, type AfterWish, afterRestore, mustHaveLists } from '../backup/after-restore.js';
import { keyFileOption, keyOf, ownKeysFile, ownKeysOption } from '../backup/key-file.js';
import { withLocalDatabase } from '../backup/local-database.js';
import { nothingTaken, type ReadWish, readBackup } from '../backup/read-backup.js';
import { placeOf, type Restored, type RestoreWish, restoreBackup } from '../backup/restore-backup.js';
import type { Command, CommandContext, CommandResult, Language } from '../command.js';
import { checkpointIn } from './checkpoints.js';
import { auditInLines } from './checkpoints-verify.js';

export const restore: Command = {
  describe: {
    zh: '将备份恢复到空数据库：逐链验证，对照检查点，再次删除备份之后删除过的内容，并修复流程；全部成功或不留痕迹',
    en: 'put a backup onto an empty database, all or nothing: every chain is verified, compared with the checkpoints, later erasures are repeated, workflows healed',
  },
  positionals: [{ name: 'file', describe: { zh: '备份文件', en: 'a file that backup wrote' } }],
  options: {
    'key-file': keyFileOption,
    'own-keys': ownKeysOption,
    'without-own-keys': {
      type: 'boolean',
      describe: {
        zh: '该密钥文件已丢失：其余照常恢复，姓名、地址与文字均读作已删除',
        en: 'that file is lost: restore all else; names, addresses, texts and files read as erased',
      },
    },
    erasures: {
      type: 'string',
      placeholder: '<folder>',
      describe: {
        zh: '存放删除清单的目录，恢复后据此再次删除（默认：检查点的第二存储）',
        en: 'folder with the lists of what was erased, which is erased again (default: the second store of checkpoints)',
      },
    },
    checkpoint: {
      type: 'string',
      placeholder: '<file>',
      describe: {
        zh: '审计员收到的最新一封检查点邮件中的检查点，须与记录相符；没有第二存储时，据此判断可否继续签署',
        en: 'the newest checkpoint that an auditor was mailed: the record must have it; without a second store it shows whether sealing may go on',
      },
    },
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
    'leave-workflows': {
      type: 'boolean',
      describe: { zh: '不运行 heal --do', en: 'do not run heal --do' },
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
    const { data, check, 'leave-workflows': leave, 'despite-findings': despite } = options;
    const folder = typeof data === 'string' ? resolve(data) : null;
    const derive = keyOf('restore', options['key-file'], context);
    const ownKeys = options['without-own-keys'] === true ? null : ownKeysFile(options['own-keys'], file);
    const wish = { file, derive, onProgress: (what: string, done: number) => context.progress(`${what} ${done}`) };
    if (check) return checked(wish, ownKeys, context.language);

    const asked = { ...wish, ownKeys, despiteFindings: despite === true };
    const after = {
      erasures: typeof options.erasures === 'string' ? resolve(options.erasures) : null,
      mailed: typeof options.checkpoint === 'string' ? checkpointIn(context.readText(options.checkpoint)) : null,
      progress: context.progress,
    };
    const answer = await restoredInto(folder, context, asked, after);
    if (folder !== null) return withNext(answer, [words[context.language].start]);
    return leave === true ? withNext(answer, nextHeal(context.language)) : healed(answer, context);
  },
};

/** Everything that needs the database: put back, what was erased since erased again, compared with what was sealed. */
function restoredInto(
  folder: string | null,
  context: CommandContext,
  wish: RestoreWish,
  afterwards: AfterWish,
): Promise<CommandResult> {
  const into = async (environment?: Record<string, string>): Promise<CommandResult> => {
    const config = await context.installation(null, environment);
    await mustHaveLists(config, afterwards.erasures);
    const started = performance.now();
    const seconds = () => Math.round(performance.now() - started) / 1000;
    const restored = await restoreBackup(placeOf(config), wish);
    const restoring = seconds();
    const after = await afterRestore(config, afterwards);
    const took = { seconds: restoring, verifiedIn: Math.round((seconds() - restoring) * 1000) / 1000 };
    return answerOf(restored, after, took, context.language);
  };
  return folder === null ? into() : withLocalDatabase(folder, into);
}

async function checked(
  wish: Omit<ReadWish, 'keys' | 'holds'>,
  ownKeys: string | null,
  language: Language,
): Promise<CommandResult> {
  const { head, end } = await readBackup({ ...wish, holds: 'installation', keys: null }, nothingTaken);
  if (ownKeys !== null) {
    const keys = await readBackup({ ...wish, file: ownKeys, holds: 'own-keys', keys: null }, nothingTaken);
    if (keys.head.takenAt < head.takenAt) throw new OwnKeysOlder(keys.head.takenAt, head.takenAt);
  }
  const word = words[language];
  return { json: { ...head, ...end }, lines: [word.whole(head), word.holds(end)] };
}

interface Took {
  /** To put everything back, every chain verified. */
  seconds: number;
  /** To compare it with what was sealed. */
  verifiedIn: number;
}

function answerOf(restored: Restored, after: AfterRestore, took: Took, language: Language): CommandResult {
  const { head, end, entries, findings, filesKept } = restored;
  const { checkpoints, sealing, erasures, undone } = after;
  const word = words[language];
  const whole = findings.length === 0 && checkpoints?.intact === true;
  const sound = whole && sealing === 'goes-on' && undone.length === 0;
  return {
    json: { ...head, ...end, entries, findings, filesKept, ...took, ...after },
    lines: [
      word.restored(head, took.seconds),
      word.holds(end),
      findings.length === 0
        ? word.verified(entries)
        : word.broken(findings.map(({ stream, seq, what }) => `${stream} ${seq}: ${what}`)),
      ...end.missing.map(word.missing),
      ...(erasures ? erasedInLines(erasures, word) : [word.noLists]),
      ...(checkpoints ? comparedInLines(checkpoints, language) : []),
      ...(sealing === 'rests' ? [word.rests] : []),
      ...undone.map(word.undone),
    ],
    exitCode: sound ? 0 : 1,
  };
}

function comparedInLines(checkpoints: NonNullable<AfterRestore['checkpoints']>, language: Language): string[] {
  const word = words[language];
  const { ownKey } = checkpoints;
  return [
    ...auditInLines(checkpoints, { ...checkpoints, anchored: ownKey }, language),
    ...(checkpoints.checkpoints > 0 && !ownKey ? [word.strangeKey] : []),
  ];
}

const erasedInLines = ({ people, texts, files, stillActive }: RepeatedErasures, word: Words): string[] => [
  word.erased(people, texts, files),
  ...stillActive.map(word.stillActive),
];

const withNext = (answer: CommandResult, next: readonly string[]): CommandResult => ({
  ...answer,
  lines: [...answer.lines, ...next],
});

const nextHeal = (language: Language): string[] => [words[language].next, '  paizhao heal --do'];

/** The workflows, where Temporal answers; else that is what comes next. */
async function healed(answer: CommandResult, { ask, readText, language }: CommandContext): Promise<CommandResult> {
  const json = Object(answer.json);
  try {
    const told = await ask(['heal', '--do'], readText);
    const { workerPolls } = Object(told.json);
    const lines = [...answer.lines, ...told.lines, ...(workerPolls ? [] : nextHeal(language))];
    const wrong = answer.exitCode === 1 || told.exitCode === 1;
    return { json: { ...json, heal: told.json }, lines, exitCode: wrong ? 1 : 0 };
  } catch (error) {
    const next = withNext(answer, nextHeal(language));
    const { name, message } = error as Error;
    if (name === 'TemporalUnreachable') return { ...next, json: { ...json, heal: null } };
    const lines = [...answer.lines, words[language].undone(message), ...nextHeal(language)];
    return { json: { ...json, heal: null, undone: [...json.undone, message] }, lines, exitCode: 1 };
  }
}

interface Words {
  whole(head: BackupHead): string;
  restored(head: BackupHead, seconds: number): string;
  holds(end: BackupEnd): string;
  verified(entries: number): string;
  broken(findings: readonly string[]): string;
  missing(key: string): string;
  noLists: string;
  erased(people: number, texts: number, files: number): string;
  stillActive(personId: string): string;
  rests: string;
  strangeKey: string;
  undone(what: string): string;
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
    noLists: '没有删除清单（未配置第二存储或签名密钥）：备份之后的删除须自行再做一次。',
    erased: (people, texts, files) => `备份之后删除过、已再次删除：${people} 人，${texts} 段文字，${files} 个文件`,
    stillActive: (personId) => `${personId} 的信息已再次删除，但数据库中仍在职：请登记离职`,
    rests:
      '无从得知备份之后签署过什么：暂停封存，直到第二存储与数据库终点一致，或运行 paizhao checkpoints continue --because restored。',
    strangeKey: '最新检查点并非由本安装的密钥签署：请提供原密钥，或运行 paizhao checkpoints continue。',
    undone: (what) => `未能完成：${what}`,
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
    noLists:
      'There is no list of erasures (no second store, or no key that signs): what was erased since the backup is to be erased again by hand.',
    erased: (people, texts, files) =>
      `erased since the backup, and again now: ${people} people, ${texts} texts, ${files} files`,
    stillActive: (personId) =>
      `${personId} is erased again, and has not left as the database has it: record the departure`,
    rests:
      'Something may have been signed that is not in the backup: nothing is sealed until api and worker have a second store that ends where the database does, or until paizhao checkpoints continue --because restored.',
    strangeKey:
      'The newest checkpoint is not signed by a key of this installation: give that key, or run paizhao checkpoints continue.',
    undone: (what) => `not done: ${what}`,
    start: 'Next: npm start, which heals the workflows by itself.',
    next: 'Next, once a worker runs:',
  },
};
