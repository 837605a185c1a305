/** `paizhao checkpoints verify`: a running installation against everything that was sealed of it. */
import type { Checkpoint } from '../../../libs/checkpoints/index.js';
import type { Config } from '../../../libs/config/index.js';
import { CheckpointRepository, createDataSource } from '../../../libs/persistence/index.js';
import {
  type Audit,
  type AuditFinding,
  audit,
  type ContinuedLog,
  entriesIn,
  recordsIn,
  secondStoreOf,
} from '../../../libs/sealing/index.js';
import type { Command, Language } from '../command.js';
import { dataOption } from '../data-option.js';
import { bucketPlace } from '../doctor/where.js';
import { checkpointIn, fingerprintFrom } from './checkpoints.js';
import { spansInLines } from './lost-entries.js';

export const checkpointsVerify: Command = {
  describe: {
    zh: '对照检查点核验整个记录链：逐条指出被删除、改动或回退的记录（许可证流、序号、字段）；不做任何改动',
    en: 'compare the whole ledger with its checkpoints: names every entry that is missing, changed or rolled back; changes nothing',
  },
  positionals: [],
  options: {
    folder: {
      type: 'string',
      placeholder: '<folder>',
      describe: {
        zh: '存放检查点的目录（默认：配置的第二存储，没有则用数据库自身）',
        en: 'folder of checkpoints (default: the configured second store, or else the database itself)',
      },
    },
    key: {
      type: 'string',
      placeholder: '<fingerprint>',
      describe: { zh: '签名密钥的指纹', en: 'fingerprint of the key that signed' },
    },
    checkpoint: {
      type: 'string',
      placeholder: '<file>',
      describe: {
        zh: '邮件中的检查点，须与记录相符',
        en: 'a checkpoint as it stood in a mail: the record must have it',
      },
    },
    data: dataOption,
  },
  examples: [
    'checkpoints verify',
    'checkpoints verify --folder /mnt/auditor/checkpoints --key <fingerprint> --checkpoint monday.txt',
  ],
  async run({ options }, { language, installation, readText, progress }) {
    const text = (name: string) => (typeof options[name] === 'string' ? (options[name] as string) : null);
    const trusted = text('key') === null ? null : fingerprintFrom(text('key') as string);
    const file = text('checkpoint');
    const known = file === null ? [] : [checkpointIn(readText(file))];
    const config = await installation(text('data'));
    const { result, where } = await auditedInstallation(config, text('folder'), { trusted, known }, progress);
    const intact = result.findings.length === 0;
    const anchored = trusted !== null || known.length > 0;
    return {
      json: { intact, anchored, where, ...result },
      lines: auditInLines(result, { intact, anchored, where }, language),
      exitCode: intact ? 0 : 1,
    };
  },
};

const progressEvery = 1_000;

/**
 * @param folder of records; null for the configured second store. Where that has none, the database's own are read: they
 * show what does not agree with itself, and no database that was set back as a whole.
 */
export async function auditedInstallation(
  config: Config,
  folder: string | null,
  wish: { trusted: string | null; known: Checkpoint[] },
  progress: (line: string) => void,
): Promise<{ result: Audit; where: string }> {
  const source = await createDataSource({
    url: config.database.url.reveal(),
    poolSize: 2,
    applicationName: 'paizhao-checkpoints',
  }).initialize();
  try {
    const { manager } = source;
    const given = folder === null ? config.checkpoints : { directory: folder, bucket: null };
    const store = secondStoreOf(given);
    const filled = store !== null && (folder !== null || (await store.read(1)) !== null);
    const read = filled ? (number: number) => store.read(number) : recordsIn(new CheckpointRepository(manager));
    const onProgress = (number: number, entries: number) => {
      if (number % progressEvery === 0) progress(`${number} checkpoints, ${entries} entries`);
    };
    const place = given.bucket ? bucketPlace(given.bucket) : (given.directory ?? 'database');
    const where = filled ? place : 'database';
    return { result: await audit(manager, { ...wish, read, onProgress }), where };
  } finally {
    await source.destroy();
  }
}

interface Verdict {
  intact: boolean;
  anchored: boolean;
  where: string;
}

export function auditInLines(result: Audit, { intact, anchored, where }: Verdict, language: Language): string[] {
  const word = words[language];
  return [
    `${intact ? word.intact : word.broken}${word.counts(result)} (${where})`,
    ...result.continued.flatMap((log) => continuedInLines(log, language)),
    ...result.findings.map((finding) => `  ${placeOf(finding)}: ${word.kinds[finding.kind]} (${finding.what})`),
    ...(result.fingerprint ? [`${word.key}${result.fingerprint}`] : []),
    ...(anchored ? [] : [word.unanchored]),
    word.window(result),
  ];
}

function continuedInLines(log: ContinuedLog, language: Language): string[] {
  const word = words[language];
  return [
    word.continued(log),
    word.lost(entriesIn(log.lost)),
    ...spansInLines(log.lost),
    ...(log.vouched ? [] : [word.unvouched]),
  ];
}

const placeOf = ({ stream, seq, checkpoint }: AuditFinding): string =>
  stream === undefined ? `checkpoint ${checkpoint ?? '-'}` : `${stream} ${seq}`;

interface Words {
  intact: string;
  broken: string;
  counts(audit: Audit): string;
  kinds: Record<AuditFinding['kind'], string>;
  key: string;
  unanchored: string;
  window(audit: Audit): string;
  continued(log: ContinuedLog): string;
  lost(entries: number): string;
  unvouched: string;
}

const words: Record<Language, Words> = {
  zh: {
    intact: '完整：',
    broken: '已被破坏：',
    counts: ({ checkpoints, entries, streams }) => `${checkpoints} 个检查点，${streams} 条记录链的 ${entries} 条记录`,
    kinds: {
      missing: '缺失',
      changed: '已被改动',
      'changed-copy': '列值与内容不符',
      'broken-link': '未承接前一条',
      'sealed-twice': '重复封存',
      checkpoint: '检查点不成立',
      key: '密钥不符',
      'database-behind': '数据库已回退到较早的状态',
      heads: '链尾与所封存的不符',
    },
    key: '签名密钥指纹：',
    unanchored: '未核对密钥或外来检查点：结论为“自相一致，未锚定”（加 --key 或 --checkpoint）。',
    window: ({ unanchored, sealedAt }) => `${sealedAt ?? '从未封存'} 之后有 ${unanchored} 条记录尚未封存。`,
    continued: ({ number, sealedAt, newOrigin, origin }) =>
      `自第 ${number} 号检查点（${sealedAt}）起，日志 ${newOrigin} 接续 ${origin}`,
    lost: (entries) => `旧日志封存过、但已不在记录中的：${entries} 条`,
    unvouched: '旧密钥未签署新日志：新密钥的指纹须另行核对。',
  },
  en: {
    intact: 'intact: ',
    broken: 'BROKEN: ',
    counts: ({ checkpoints, entries, streams }) =>
      `${checkpoints} checkpoints, ${entries} entries of ${streams} streams`,
    kinds: {
      missing: 'missing',
      changed: 'changed',
      'changed-copy': 'a column was changed',
      'broken-link': 'does not follow',
      'sealed-twice': 'sealed twice',
      checkpoint: 'the checkpoint does not hold',
      key: 'another key',
      'database-behind': 'the database was rolled back',
      heads: 'newest entries differ',
    },
    key: 'signed by the key with the fingerprint ',
    unanchored:
      'consistent, not anchored: compared with no key and no checkpoint from elsewhere (--key, --checkpoint).',
    window: ({ unanchored, sealedAt }) =>
      `${unanchored} entries are younger than the newest checkpoint (${sealedAt ?? 'none'}).`,
    continued: ({ number, sealedAt, newOrigin, origin }) =>
      `CONTINUED: from checkpoint ${number} (${sealedAt}) on the log ${newOrigin} stands in the place of ${origin}`,
    lost: (entries) => `sealed by the old log, and no longer on record: ${entries} entries`,
    unvouched:
      'The old key does not vouch for the new log: compare the new fingerprint with what you were told elsewhere.',
  },
};
