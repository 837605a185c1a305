/** `paizhao checkpoints continue`: a new log of checkpoints in the place of one that cannot go on. */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { shanghaiDay } from '../../../libs/calendar/index.js';
import { ConfigurationError } from '../../../libs/config/demanded.js';
import type { Config } from '../../../libs/config/index.js';
import { type Act, ApiTokenRepository, createDataSource } from '../../../libs/persistence/index.js';
import {
  type ContinuationCause,
  type ContinuationDeps,
  continuationCauses,
  continueLog,
  entriesIn,
  type PlannedContinuation,
  plannedContinuation,
  secondStoreOf,
  signingKeysOf,
} from '../../../libs/sealing/index.js';
import { type Command, type Language, UsageError } from '../command.js';
import { dataOption } from '../data-option.js';
import { spansInLines } from './lost-entries.js';

export const checkpointsContinue: Command = {
  describe: {
    zh: '数据库恢复自较早的备份，或签名密钥丢失后，另起一份检查点日志，并写明旧日志的终点与缺失的记录；加 --do 才执行',
    en: 'after a restore from an older backup, or where the key is lost: a new log of checkpoints that names where the old one ends and what is gone; only --do begins it',
  },
  positionals: [],
  options: {
    because: {
      type: 'string',
      placeholder: `<${continuationCauses.join('|')}>`,
      describe: {
        zh: '原因：恢复自较早的备份，或签名密钥丢失',
        en: 'the database was restored from an older backup, or nobody has the key that signed last',
      },
    },
    token: {
      type: 'string',
      placeholder: '<file>',
      describe: {
        zh: '存有管理员访问令牌的文件：以该管理员的名义记录（--do 时必需）',
        en: "file with an administrator's token: the record names who did it; needed with --do",
      },
    },
    do: {
      type: 'boolean',
      describe: { zh: '执行，而不只是列出', en: 'do it, instead of a list of what would be done' },
    },
    data: dataOption,
  },
  examples: ['checkpoints continue', 'checkpoints continue --because restored --token admin.token --do'],
  async run({ options }, { language, installation, readText }) {
    const { because, token, data } = options;
    const act = options.do === true;
    if (act && because === undefined)
      throw new UsageError('missing-argument', 'checkpoints continue: --because is missing');
    if (because !== undefined && !continuationCauses.some((cause) => cause === because))
      throw new UsageError('invalid-option', `--because is one of ${continuationCauses.join(', ')}`);
    if (act && typeof token !== 'string')
      throw new UsageError('missing-argument', 'checkpoints continue: --token is missing');
    const secret = act ? readText(String(token)).trim() : '';
    const plan = await within(await installation(typeof data === 'string' ? data : null), (deps) =>
      act
        ? continueLog(deps, because as ContinuationCause, (manager) => actOf(manager, secret))
        : plannedContinuation(deps.dataSource.manager, deps),
    );
    return { json: { done: act, ...inJson(plan) }, lines: linesOf(plan, act, language) };
  },
};

async function within<T>(config: Config, work: (deps: ContinuationDeps) => Promise<T>): Promise<T> {
  const keys = signingKeysOf(config.checkpoints);
  if (!keys) throw new ConfigurationError(['PAIZHAO_CHECKPOINT_KEY: is needed by this process']);
  const dataSource: DataSource = await createDataSource({
    url: config.database.url.reveal(),
    poolSize: 3,
    applicationName: 'paizhao-checkpoints',
  }).initialize();
  try {
    return await work({ dataSource, keys, store: secondStoreOf(config.checkpoints) });
  } finally {
    await dataSource.destroy();
  }
}

/** In the name of the administrator whose token it is. @throws UsageError `admin-token-needed` */
async function actOf(manager: EntityManager, secret: string): Promise<Act> {
  const now = new Date().toISOString();
  const today = shanghaiDay(now);
  const bearer = await new ApiTokenRepository(manager).presented(secret, { now, today });
  const unlimited = bearer?.limits.every(({ scope, period }) => scope === null && period === null) ?? false;
  if (!bearer?.roles.includes('admin') || bearer.actions !== null || !unlimited)
    throw new UsageError(
      'admin-token-needed',
      'checkpoints continue: --token is no valid token of an administrator of the whole house',
    );
  return { actor: bearer.actor, commandId: randomUUID(), now, validOn: today };
}

const inJson = ({ end, ...plan }: PlannedContinuation) => ({
  ...plan,
  end: { ...end, root: end.root.toString('hex') },
  gone: entriesIn(plan.lost),
});

function linesOf(plan: PlannedContinuation, done: boolean, language: Language): string[] {
  const word = words[language];
  const { number, origin, end, causes, lost, vouched, endKnown } = plan;
  return [
    origin === null ? word.would(number) : word.begun(origin, number),
    `${word.end} ${end.origin}, ${end.size}, ${end.root.toString('base64')}`,
    word.lost(entriesIn(lost)),
    ...spansInLines(lost),
    ...(vouched ? [] : [word.newKey]),
    ...(endKnown ? [] : [word.endUnknown]),
    done ? word.told : word.dryRun(causes.join(', ')),
  ];
}

interface Words {
  begun(origin: string, number: number): string;
  would(number: number): string;
  end: string;
  lost(entries: number): string;
  newKey: string;
  endUnknown: string;
  told: string;
  dryRun(causes: string): string;
}

const words: Record<Language, Words> = {
  zh: {
    begun: (origin, number) => `新日志已开始：${origin}，第 ${number} 号检查点`,
    would: (number) => `将开始新日志，自第 ${number} 号检查点起`,
    end: '旧日志的终点（名称、叶数、根）：',
    lost: (entries) => `已封存、但数据库中已没有的记录：${entries} 条`,
    newKey: '旧密钥未签署：请以其他途径将新密钥的指纹（checkpoints key）告知审计员。',
    endUnknown: '没有第二存储可证明旧日志止于此：备份之后封存过的记录不得而知。',
    told: '审计员将在下一封检查点邮件中得知。',
    dryRun: (causes) => `原因：${causes}。以上只是列出；加 --because、--token 与 --do 执行。`,
  },
  en: {
    begun: (origin, number) => `the new log has begun: ${origin}, with checkpoint ${number}`,
    would: (number) => `a new log would begin, with checkpoint ${number}`,
    end: 'the old one ends (name, leaves, root):',
    lost: (entries) => `sealed, and no longer on record: ${entries} entries`,
    newKey:
      'The old key does not vouch for it: tell the auditors the new fingerprint (checkpoints key) by another way.',
    endUnknown: 'No second store shows that it ended there: what was sealed after the backup is not known.',
    told: 'The auditors are told by their next mail.',
    dryRun: (causes) => `Because of: ${causes}. This is a list only; --because, --token and --do do it.`,
  },
};
