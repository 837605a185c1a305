/** `paizhao verify`: whether an exported history is what was recorded, without the server. */
import {
  type Finding,
  type FindingKind,
  NotAnExport,
  type VerifiedExport,
  verifyExport,
} from '../../../libs/ledger/index.js';
import { type Command, type Language, UsageError } from '../command.js';

export const verify: Command = {
  describe: {
    zh: '离线核验导出的许可证记录链是否完整、未被改动',
    en: 'whether the exported history of a license is whole and unchanged; needs no server',
  },
  positionals: [
    {
      name: 'export-file',
      describe: { zh: 'GET /licenses/<id>/export 的结果', en: 'what GET /licenses/<id>/export gave' },
    },
  ],
  examples: ['verify license.jsonl'],
  run(input, { language, readText }) {
    const verified = verifiedExport(readText(input.positionals[0] as string));
    const { header, checked, head, findings } = verified;
    const { stream, exportedAt, simulated } = header;
    const intact = findings.length === 0;
    return {
      json: { intact, stream, exportedAt, simulated, entries: checked, head, findings },
      lines: inWords(verified, language),
      exitCode: intact ? 0 : 1,
    };
  },
};

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
