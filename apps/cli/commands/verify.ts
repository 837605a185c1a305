/** `paizhao verify`: whether an exported history, or an audit bundle, is what was recorded, without the server. */
import {
  type Finding,
  type FindingKind,
  NotAnExport,
  type VerifiedExport,
  verifyExport,
} from '../../../libs/ledger/index.js';
import { isArchive } from '../../../libs/unzip/index.js';
import { type Command, type CommandResult, type Language, UsageError } from '../command.js';
import { fingerprintFrom } from './checkpoints.js';
import { verifiedBundle } from './verify-bundle.js';

export const verify: Command = {
  describe: {
    zh: '离线核验审计包或导出的许可证记录链是否完整、未被改动，逐条指出何处不符',
    en: 'whether an audit bundle, or the exported history of a license, is whole and unchanged, and what is not; needs no server',
  },
  positionals: [
    {
      name: 'file',
      describe: {
        zh: 'export-audit 生成的审计包（ZIP），或 GET /licenses/<id>/export 的结果',
        en: 'the audit bundle (ZIP) of export-audit, or what GET /licenses/<id>/export gave',
      },
    },
  ],
  options: {
    key: {
      type: 'string',
      placeholder: '<fingerprint>',
      describe: {
        zh: '审计包签名密钥的指纹，须取自审计包以外',
        en: 'of a bundle: fingerprint of the key that signed, from elsewhere than the bundle',
      },
    },
    checkpoint: {
      type: 'string',
      placeholder: '<file>',
      describe: {
        zh: '邮件中的检查点，审计包须与之相符',
        en: 'of a bundle: a checkpoint as it stood in a mail; the bundle must have it',
      },
    },
  },
  examples: ['verify license.jsonl', 'verify bundle.zip --key <fingerprint> --checkpoint monday.txt'],
  run({ positionals, options }, { language, readText }) {
    const path = positionals[0] as string;
    const { key, checkpoint } = options;
    if (!isArchive(path)) {
      if (key !== undefined || checkpoint !== undefined)
        throw new UsageError(
          'not-a-bundle',
          `verify: "${path}" is no ZIP; --key and --checkpoint are for audit bundles`,
        );
      return ofExport(readText(path), language);
    }
    const brought = {
      fingerprint: typeof key === 'string' ? fingerprintFrom(key) : null,
      checkpoint: typeof checkpoint === 'string' ? readText(checkpoint) : null,
    };
    return verifiedBundle(path, brought, language);
  },
};

function ofExport(text: string, language: Language): CommandResult {
  const verified = verifiedExport(text);
  const { header, checked, head, findings } = verified;
  const { stream, exportedAt, simulated } = header;
  const intact = findings.length === 0;
  return {
    json: { intact, stream, exportedAt, simulated, entries: checked, head, findings },
    lines: inWords(verified, language),
    exitCode: intact ? 0 : 1,
  };
}

function verifiedExport(text: string): VerifiedExport {
  try {
    return verifyExport(text);
  } catch (error) {
    if (error instanceof NotAnExport) throw new UsageError('not-an-export', `verify: ${error.message}`);
    throw error;
  }
}

function inWords({ header, checked, head, findings }: VerifiedExport, language: Language): string[] {
  const word = words[language];
  const verdict = findings.length === 0 ? word.intact : word.broken;
  return [
    `${verdict}${header.stream}, ${word.entries(checked)}${header.simulated ? word.simulated : ''}`,
    ...findings.map((finding) => `  ${finding.stream} ${finding.seq}: ${said(finding, language)}`),
    `${word.head}${head.seq} ${head.hash}`,
  ];
}

const said = ({ kind, what }: Finding, language: Language): string =>
  language === 'zh' ? `${kindInChinese[kind]}（${kind}）` : `${what} (${kind})`;

const kindInChinese: Record<FindingKind, string> = {
  'changed-body': '内容与记录的哈希不符',
  'broken-link': '未承接前一条的哈希',
  gap: '此处缺失记录',
  reordered: '次序颠倒或重复',
  'foreign-row': '记录属于别处',
  'not-canonical': '内容不是规范形式',
  'changed-copy': '列值与内容不符',
  'loose-line': '该行的写法与导出不同',
  'time-runs-back': '时间早于前一条',
  'head-differs': '链尾与所称不符',
};

const words = {
  zh: {
    intact: '完整：',
    broken: '已被破坏：',
    entries: (count: number) => `${count} 条记录`,
    simulated: '（模拟时间）',
    head: '链尾：',
  },
  en: {
    intact: 'intact: ',
    broken: 'BROKEN: ',
    entries: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
    simulated: ' (simulated time)',
    head: 'head: ',
  },
} as const;
